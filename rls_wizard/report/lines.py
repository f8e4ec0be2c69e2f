"""A rule as a line of a report: what it says, and where that comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rls_wizard.report.model import Grade, Line

if TYPE_CHECKING:
    from rls_wizard.content.load import Content
    from rls_wizard.domain.reference import Source
    from rls_wizard.domain.rules import Rule


def line_of(content: Content, rule: Rule, text: str) -> Line:
    """Return a line with the title, the sources, the grade and the date of its rule."""
    return Line(
        id=rule.id,
        title=title_of(rule),
        text=text,
        sources=tuple(_named(content, content.source[name]) for name in rule.source),
        grade=Grade(rule.grade, content.about.grades[rule.grade]),
        reviewed_on=content.about.dates.in_words(rule.reviewed_on),
        topic=content.about.topics.get(getattr(rule, "topic", ""), ""),
    )


def title_of(rule: Rule) -> str:
    """Return the title of a rule; every kind of rule that is said has one."""
    return str(getattr(rule, "title", ""))


def _named(content: Content, source: Source) -> str:
    where = f", {source.address}" if source.address else ""
    return f"{source.text}{where}" + ("" if source.seen else f" ({content.about.unseen})")
