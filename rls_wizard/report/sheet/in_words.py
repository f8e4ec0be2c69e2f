"""Conditions in words, as a clinician reads them."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rls_wizard.domain.facts import ABSENCES
from rls_wizard.domain.flow import ANSWERED_BY, PRIVATE_ANSWERS
from rls_wizard.domain.item import ItemType
from rls_wizard.domain.model import FIELD
from rls_wizard.domain.rules import FLAGS_OPEN, FLAGS_URGENT, Caution, RedFlag, Stage, stage_outcome
from rls_wizard.domain.units import said
from rls_wizard.report.document import Link
from rls_wizard.report.sheet.standing import stage_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rls_wizard.content.load import Content
    from rls_wizard.domain.condition import Condition
    from rls_wizard.domain.item import Item
    from rls_wizard.domain.rules import Finding
    from rls_wizard.i18n import Catalogue
    from rls_wizard.report.document import Piece, Run


def anchor(name: str) -> str:
    """Return the anchor of what a condition may name."""
    return f"named-{name}"


class InWords:
    """Says conditions in the words of questions, options and findings."""

    def __init__(self, content: Content, words: Catalogue) -> None:
        """Take the content and the language."""
        self._content = content
        self._words = words
        self._items = content.questionnaire.by_id
        self._outcomes = {
            FLAGS_URGENT: words("a warning sign that needs help now or today is raised"),
            FLAGS_OPEN: words("a question on a warning sign is not answered yet"),
        } | {
            stage_outcome(stage): words("the result is: {stage}").format(
                stage=stage_words(stage, words)
            )
            for stage in Stage
        }
        self._titles: dict[str, str] = {}
        for block in content.rules.named:
            if isinstance(block, RedFlag | Caution):
                sign = isinstance(block, RedFlag)
                what = words("warning sign: {title}") if sign else words("worth telling: {title}")
                self._titles.setdefault(block.id, what.format(title=block.title))

    def lines(self, conditions: Sequence[Condition]) -> tuple[Run, ...]:
        """Return each condition on a line of its own; all of them must hold."""
        told = self._told(conditions)
        if len(told) < 2:  # noqa: PLR2004 - one alone needs no "all of"
            return tuple((piece,) for piece in told)
        return ((self._words("All of:"),), *(("\u2022 ", piece) for piece in told))

    def run(self, conditions: Sequence[Condition]) -> Run:
        """Return conditions in one line; all of them must hold."""
        return self._joined(self._told(conditions), self._words("; and "))

    def alternative(self, block: Finding) -> Run:
        """Return one way in which a finding is true."""
        told = list(self.run(block.when))
        if block.any_row:
            said = self._words("one and the same entry of the list: ")
            told += [*self._and(told), said, *self.run(block.any_row)]
        if block.of:
            count = self._words("at least {count} of: ").format(count=block.at_least)
            one = self._words("any of: ") if block.at_least == 1 else count
            told += [*self._and(told), one, *self._joined(map(self.finding, block.of), "; ")]
        return tuple(told)

    def findings(self, names: Iterable[str]) -> Run:
        """Return findings in one line; any of them is enough."""
        return self._joined(map(self.finding, names), "; ")

    def finding(self, name: str) -> Piece:
        """Return what a condition names, leading to where it is explained."""
        if name in self._outcomes:
            return self._outcomes[name]
        named = self._titles.get(name) or self._content.rules.meanings[name]
        return Link(named, anchor(name))

    def filled(self, text: str) -> str:
        """Return a text with its fields filled: by general words, or by what the question asks."""
        general = self._content.country(None).fill(text)
        return FIELD.sub(lambda field: f"[{self.label(field.group(1))}]", general)

    def label(self, link_id: str) -> str:
        """Return a question in as few words as there are."""
        item = self._items.get(link_id)
        return item.label.rstrip(".:") if item else link_id

    def _and(self, told: Sequence[Piece]) -> tuple[Piece, ...]:
        return (self._words("; and "),) if told else ()

    def _joined(self, pieces: Iterable[Piece], between: str) -> Run:
        run: list[Piece] = []
        for piece in pieces:
            run += [between, piece] if run else [piece]
        return tuple(run)

    def _told(self, conditions: Sequence[Condition]) -> list[Piece]:
        """Return the pieces; that an answer must be clear is told with what it must be."""
        clear = {c.question for c in conditions if c.operator == "exists" and c.answer is True}
        others = [c for c in conditions if not (c.operator == "exists" and c.answer is True)]
        more = {c.question for c in others if c.question} & clear
        told: list[Piece] = []
        for question, same in groupby(others, key=_excluded):
            excluded = list(same)
            if question and len(excluded) > 1:
                told.append(self._none_of(question, excluded))
            else:
                told += [self._condition(c, clear=c.question in more) for c in excluded]
        only = [c for c in conditions if c not in others and c.question not in more]
        return [*(self._condition(condition, clear=False) for condition in only), *told]

    def _none_of(self, link_id: str, conditions: Iterable[Condition]) -> str:
        """Return several answers to one question that are all excluded."""
        item = self._items[link_id]
        answers = "; ".join(self._answer(item, condition.answer) for condition in conditions)
        none = self._words("none of: {answers}").format(answers=answers)
        return f"{_ended(self.label(link_id))} {none}"

    def _condition(self, condition: Condition, *, clear: bool) -> Piece:
        if condition.finding is not None:
            piece = self.finding(condition.finding)
            return piece if condition.is_ else self._not(piece)
        said = self._question(str(condition.question), condition)
        return self._words("{said} (only if clear)").format(said=said) if clear else said

    def _not(self, piece: Piece) -> Piece:
        text = self._words("not: {what}")
        if isinstance(piece, Link):
            return Link(text.format(what=piece.text), piece.to)
        return text.format(what=piece)

    def _question(self, link_id: str, condition: Condition) -> str:
        about, words = self._content.about, self._words
        if link_id == PRIVATE_ANSWERS:
            return words("a private question was answered")
        if link_id == ANSWERED_BY:
            answers = {str(code): text for code, text in about.answered_by.items()}
            return self._compared(words("Answered by"), condition, answers[str(condition.answer)])
        item = self._items[link_id]
        label = _ended(self.label(link_id))
        if condition.operator == "exists":
            answer = words("a clear answer") if condition.answer else words("no clear answer")
            return f"{label} {answer}"
        return self._compared(label, condition, self._answer(item, condition.answer))

    def _compared(self, label: str, condition: Condition, answer: str) -> str:
        words = self._words
        forms = {
            "=": "{answer}",
            "!=": words("anything but \u201c{answer}\u201d"),
            ">": words("more than {answer}"),
            ">=": words("{answer} or more"),
            "<": words("less than {answer}"),
            "<=": words("{answer} or less"),
        }
        return f"{_ended(label)} {forms[condition.operator].format(answer=answer)}"

    def _answer(self, item: Item, answer: float | str | None) -> str:
        if answer in ABSENCES:
            return self._content.about.answers[answer]  # type: ignore[index]
        if item.type is ItemType.CHOICE:
            option = item.option(str(answer))
            return option.text if option else str(answer)
        if isinstance(answer, int) and item.names:
            return item.names[answer - (item.minimum or 0)]
        number = said(float(answer)) if isinstance(answer, int | float) else str(answer)
        unit = item.unit or ""
        return f"{number} {unit}" if unit and unit not in item.label.lower() else number


def _excluded(condition: Condition) -> str | None:
    """Return the question of which an answer is excluded."""
    return condition.question if condition.operator == "!=" else None


def _ended(label: str) -> str:
    return label if label.endswith(("?", ":")) else f"{label}:"
