"""Rules as lines of a report: what they say, and where that comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rls_wizard.domain.rules import Advice
from rls_wizard.report.model import Grade, Line

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from rls_wizard.content.load import Content
    from rls_wizard.domain.conclusion import Conclusion
    from rls_wizard.domain.reference import Slip, Source
    from rls_wizard.domain.rules import Rule
    from rls_wizard.report.left_out import Group
    from rls_wizard.report.words import Words


def line_of(
    content: Content, rule: Rule | Slip, text: str, today: date, points: tuple[str, ...] = ()
) -> Line:
    """Return a line with the title, the sources, the grade and the dates of its rule."""
    return Line(
        id=rule.id,
        title=title_of(rule),
        text=text,
        sources=tuple(source_named(content, content.source[name]) for name in rule.source),
        grade=Grade(rule.grade, content.about.grades[rule.grade]),
        reviewed_on=content.about.dates.in_words(rule.reviewed_on),
        overdue=content.about.told_overdue(rule, today),
        topic=content.about.topics.get(getattr(rule, "topic", ""), ""),
        short=getattr(rule, "short", None) or title_of(rule),
        picture=getattr(rule, "picture", None) or "",
        points=points,
        terms=content.glossary.beside((title_of(rule), text, *points)),
    )


def title_of(rule: Rule | Slip) -> str:
    """Return the title of a rule; every kind of rule that is said has one."""
    return str(getattr(rule, "title", ""))


class Lines:
    """Makes lines of what was concluded for one person."""

    def __init__(self, content: Content, words: Words, today: date) -> None:
        """Take the words for the person, and the day on which they are read."""
        self._content = content
        self._words = words
        self._today = today

    def of(self, found: Iterable[Conclusion]) -> tuple[Line, ...]:
        """Return a line for each conclusion."""
        return tuple(self._line(conclusion) for conclusion in found)

    def left_out(self, groups: Iterable[Group]) -> tuple[Line, ...]:
        """Return one line for each group, so that a reason is told once."""
        return tuple(self._grouped(group) for group in groups)

    def _line(self, conclusion: Conclusion) -> Line:
        words, rule = self._words, conclusion.rule
        text, points = words.text(conclusion), words.points(conclusion)
        return line_of(self._content, rule, text, self._today, points)._replace(
            because=tuple(words.because(conclusion)),
            avoid=words.avoid(rule),
            ask_first=isinstance(rule, Advice) and rule.asks_first(conclusion.text),
        )

    def _grouped(self, group: Group) -> Line:
        first, *others = self.of(group.found)
        because = dict.fromkeys(answer for line in (first, *others) for answer in line.because)
        sources = dict.fromkeys(source for line in (first, *others) for source in line.sources)
        grades = {line.grade for line in (first, *others)}
        text = self._words.left_out(group)
        return first._replace(
            title=group.titles,
            text=text,
            terms=self._content.glossary.beside((group.titles, text)),
            because=tuple(because),
            sources=tuple(sources),
            grade=first.grade if len(grades) == 1 else None,
            overdue=next((line.overdue for line in (first, *others) if line.overdue), ""),
        )


def source_named(content: Content, source: Source) -> str:
    """Return a source as people read it, with where it is found, and whether it was seen."""
    where = f", {source.address}" if source.address else ""
    return f"{source.text}{where}" + ("" if source.seen else f" ({content.about.unseen})")
