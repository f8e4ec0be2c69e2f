"""Answers and rules in words, for one person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rls_wizard.domain.facts import PENDING, State
from rls_wizard.domain.fixed import COUNTRY
from rls_wizard.domain.flow import wording
from rls_wizard.domain.item import ItemType
from rls_wizard.domain.model import FIELD
from rls_wizard.domain.response import Absent
from rls_wizard.domain.rules import Advice, RedFlag
from rls_wizard.domain.units import said
from rls_wizard.report.amounts import Amounts
from rls_wizard.report.left_out import by_fewest, by_reasons
from rls_wizard.report.model import Answer

if TYPE_CHECKING:
    import re
    from collections.abc import Container, Iterable, Mapping

    from rls_wizard.content.load import Content
    from rls_wizard.domain.conclusion import Conclusion
    from rls_wizard.domain.conditions import Logic
    from rls_wizard.domain.facts import Fact
    from rls_wizard.domain.item import Item
    from rls_wizard.domain.rules import Rule
    from rls_wizard.report.left_out import Group


class Words:
    """Puts answers and rules into the words that fit one person."""

    def __init__(self, content: Content, logic: Logic) -> None:
        """Take the content, and what became of the questions."""
        self._content = content
        self._logic = logic
        self._country = content.country(logic.fact(COUNTRY).value)
        self._amounts = Amounts(content.questionnaire.by_id, content.about.units)

    def answers(
        self,
        link_ids: Iterable[str],
        rows: Mapping[str, list[int]] | None = None,
        decisive: Container[tuple[str, object]] = (),
    ) -> list[Answer]:
        """Return the questions that were asked, with their answers; a group gives one a row.

        `rows` names, by group, the rows to show; a group that it does not name is shown whole.
        Of a question with several answers, those in `decisive` are shown, or all if none is.
        """
        found: list[Answer] = []
        for link_id in link_ids:
            item = self._content.questionnaire.by_id.get(link_id)
            fact = _narrowed(link_id, self._logic.fact(link_id), decisive)
            if item is not None and fact.state is not State.NOT_ASKED:
                wanted = (rows or {}).get(link_id, range(len(fact.rows)))
                texts = [self._row(item, fact.rows[n]) for n in wanted]
                blank = fact.value is Absent.ON_PAPER
                # Whoever answers by pen needs the whole question.
                question = wording(item, self._logic) if blank else item.label
                found += [
                    Answer(link_id, question, text, blank=blank)
                    for text in texts or [self.answer(item, fact)]
                ]
        return found

    def because(self, conclusion: Conclusion) -> list[Answer]:
        """Return the answers behind a conclusion; of several to one question, those that matter."""
        removed = (*conclusion.reasons, *conclusion.doubts)
        when = () if removed else conclusion.rule.when
        decisive = frozenset(self._logic.decisive(when, removed))
        return self.answers(conclusion.because, conclusion.rows, decisive)

    def few(self, link_id: str) -> str:
        """Return what a question is called for clinicians, in few words."""
        named = self._content.paper_names.questions.get(link_id)
        return named or self._content.questionnaire.by_id[link_id].label

    def called(self, link_id: str) -> str:
        """Return the same to stand in front of an answer."""
        return capital(self.few(link_id))

    @property
    def left_open(self) -> str:
        """Return what is said of a question that may be skipped, and was."""
        return self._content.about.answers["asked-declined"]

    def at_end(self, item: Item, fact: Fact) -> str:
        """Return an answer in words; of the least or the greatest number, also what it means."""
        ends = {item.minimum: item.low, item.maximum: item.high}
        meaning = ends.get(fact.value) if isinstance(fact.value, int) else None
        text = self.answer(item, fact)
        return f"{text} ({meaning})" if meaning else text

    def not_asked(self, link_ids: Iterable[str]) -> list[Answer]:
        """Return the questions that did not apply, but no private ones: their names say enough."""
        known = (self._content.questionnaire.by_id[link_id] for link_id in link_ids)
        items = (item for item in known if not (item.private or item.preset))
        found = (i for i in items if self._logic.fact(i.link_id).state is State.NOT_ASKED)
        return [Answer(item.link_id, item.label, "") for item in found]

    def skipped(self, link_id: str) -> bool:
        """Tell whether a question that may be skipped was skipped."""
        item = self._content.questionnaire.by_id[link_id]
        return not item.required and self._logic.fact(link_id).state is State.PENDING

    def answer(self, item: Item, fact: Fact, row: Mapping[str, Fact] | None = None) -> str:
        """Return an answer in words; "not sure" and "no answer yet" are told apart.

        `row` are the other answers of the row in which it was given.
        """
        words = self._content.about.answers
        if fact.state is State.PENDING:
            return words["pending" if item.required else "skipped"]
        if isinstance(fact.value, Absent):
            return words[fact.value.value]
        if isinstance(fact.value, tuple):
            return "; ".join(self.chosen(item, fact)) or words["nothing"]
        if item.type is ItemType.DATE:
            return self._date(item, str(fact.value))
        if isinstance(fact.value, int | float):
            return self._number(item, fact.value, self._logic.facts if row is None else row)
        return _option(item, str(fact.value))

    def chosen(self, item: Item, fact: Fact) -> tuple[str, ...]:
        """Return each of several answers to one question in words."""
        codes = fact.value if isinstance(fact.value, tuple) else ()
        return tuple(_option(item, str(code)) for code in codes)

    def _number(self, item: Item, value: float, near: Mapping[str, Fact]) -> str:
        if item.measured:
            return self._amounts.text(item.measured, value, near)
        text = _named(item, value) or said(value)
        unit = item.unit or ""
        return f"{text} {unit}" if unit and unit not in item.label.lower() else text

    def _date(self, item: Item, value: str) -> str:
        dates = self._content.about.dates
        date = dates.in_words(value)
        roughly = item.about and self._logic.fact(item.about.link_id).state is State.GIVEN
        return dates.about.format(date=date) if roughly else date

    def text(self, conclusion: Conclusion) -> str:
        """Return what a conclusion says to this person, with numbers and names filled in."""
        rule = conclusion.rule
        if isinstance(rule, RedFlag):
            return f"{self._action(rule, conclusion)} {self.avoid(rule)}".rstrip()
        if isinstance(rule, Advice) and (conclusion.reasons or conclusion.doubts):
            return self.left_out(by_reasons(self._content.rules.words, [conclusion])[0])
        return self.fill(conclusion.text, rows=conclusion.rows)

    def points(self, conclusion: Conclusion) -> tuple[str, ...]:
        """Return what is said below the text of a conclusion, each by itself."""
        return tuple(self.fill(point, rows=conclusion.rows) for point in conclusion.points)

    def avoid(self, rule: Rule) -> str:
        """Return what not to do, with which the text of some flags ends."""
        return self.fill(rule.avoid) if isinstance(rule, RedFlag) and rule.avoid else ""

    def _action(self, flag: RedFlag, conclusion: Conclusion) -> str:
        if conclusion.unsure and conclusion.level.urgent:
            text = flag.unsure or self._content.about.unsure_flag
            return self.fill(text, own={"title": flag.title})
        return self.fill(conclusion.text, rows=conclusion.rows)

    def left_out(self, group: Group) -> str:
        """Return why advice is left out: because of what is so, or of what may be so."""
        about = self._content.about
        template = about.left_out_unsure if group.unsure else about.left_out
        reasons = ", ".join(group.reasons)
        if group.more:
            reasons = about.left_out_more.format(reasons=reasons)
        return self.fill(template, own={"reasons": reasons, "titles": group.titles})

    def left_out_short(self, groups: Iterable[Group]) -> str:
        """Return the reasons for which something is left out, in a sentence; empty for none."""
        about, groups = self._content.about, by_fewest(groups)
        named = {reason: group.unsure for group in reversed(groups) for reason in group.reasons}
        unsure = about.answers["asked-unknown"]
        told = [f"{name} ({unsure})" if named[name] else name for name in reversed(named)]
        reasons = ", ".join(told)
        if any(group.more for group in groups):
            reasons = about.left_out_more.format(reasons=reasons)
        return self.fill(about.left_out_short, own={"reasons": reasons}) if reasons else ""

    def fill(
        self,
        text: str,
        rows: Mapping[str, list[int]] | None = None,
        own: Mapping[str, str] | None = None,
    ) -> str:
        """Return a text with its fields filled: a country's numbers, answers, names in a list.

        `own` are the fields that only this text knows.
        """

        def value(field: re.Match[str]) -> str:
            name = field.group(1)
            if own and name in own:
                return own[name]
            return self._answer_in_text(name, rows or {})

        return FIELD.sub(value, self._country.fill(text))

    def _answer_in_text(self, link_id: str, rows: Mapping[str, list[int]]) -> str:
        item = self._content.questionnaire.by_id[link_id]
        group = self._content.questionnaire.group_of.get(link_id)
        if group is None:
            return self.answer(item, self._logic.fact(link_id))
        entries = self._logic.fact(group.link_id).rows
        named = [
            self._entry_in_text(item, group, n, entries[n]) for n in rows.get(group.link_id, [])
        ]
        return ", ".join(dict.fromkeys(named))

    def _entry_in_text(self, item: Item, group: Item, number: int, row: Mapping[str, Fact]) -> str:
        """Return an answer of an entry; of one that is not known, what the entry is called."""
        known = row.get(item.link_id, PENDING)
        if known.state is not State.GIVEN and group.row:
            return group.row.format(number=number + 1)
        return self.answer(item, known, row)

    def _row(self, group: Item, row: Mapping[str, Fact]) -> str:
        """Return a row as "first answer (what else was asked: answer; ...)"."""
        name, details = self.entry(group, row)
        return f"{name} ({details})" if details else name

    def entry(self, group: Item, row: Mapping[str, Fact]) -> tuple[str, str]:
        """Return what an entry of a list is called, and what else was told of it."""
        inside = self._content.questionnaire.units
        asked = [i for i in group.items if i.link_id in row and i.link_id not in inside]
        told = [i for i in asked if not row[i.link_id].follows]
        given = [child for child in told if row[child.link_id].state is not State.PENDING]
        texts = [(child.label, self.answer(child, row[child.link_id], row)) for child in given]
        (_, name), *others = texts or [("", "-")]
        return name, "; ".join(f"{label}: {text}" for label, text in others)


def capital(text: str) -> str:
    """Return a text that begins with a capital."""
    return text[:1].upper() + text[1:]


def _narrowed(link_id: str, fact: Fact, decisive: Container[tuple[str, object]]) -> Fact:
    """Return several answers to one question with only those that decided, if any did."""
    codes = map(str, fact.value) if isinstance(fact.value, tuple) else ()
    matter = tuple(code for code in codes if (link_id, code) in decisive)
    return fact._replace(value=matter) if matter else fact


def _named(item: Item, value: float) -> str:
    """Return how a number is said; empty if it has no name."""
    if not item.names or not isinstance(value, int):
        return ""
    return item.names[value - (item.minimum or 0)]


def _option(item: Item, code: str) -> str:
    option = item.option(code)
    return option.text if option else code
