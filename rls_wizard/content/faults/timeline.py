"""What could not be put on the time line, or not in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rls_wizard.domain.model import FIELD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rls_wizard.content.load import Content
    from rls_wizard.domain.questionnaire import Item, Span


def timeline_faults(content: Content) -> Iterator[str]:
    """Yield what is wrong with the words of events, and with what stands in for their dates."""
    for item in content.questionnaire.by_id.values():
        if item.timeline:
            yield from _fields(content, item, item.timeline)
        if item.timeline_else:
            yield from _span(content, item, item.timeline_else)


def _fields(content: Content, item: Item, text: str) -> Iterator[str]:
    questions, groups = content.questionnaire.by_id, content.questionnaire.group_of
    for name in FIELD.findall(text):
        if name not in questions:
            yield f"item {item.link_id!r} has {{{name}}} in its timeline, which nothing can fill"
        elif name in groups and groups[name] != groups.get(item.link_id):
            yield f"item {item.link_id!r} has {{{name}}} of another list in its timeline"
    if set("{}") & set(FIELD.sub("", text)):
        yield f"item {item.link_id!r} has a single brace in its timeline"


def _span(content: Content, item: Item, span: Span) -> Iterator[str]:
    who = f"item {item.link_id!r} names"
    asked = content.questionnaire.by_id.get(span.question)
    if asked is None or span.question in content.questionnaire.group_of:
        yield f"{who} {span.question!r} in timeline_else, which is no question outside lists"
        return
    for code in span.months:
        if asked.option(code) is None:
            yield f"{who} {code!r} in timeline_else, which is no option of {span.question!r}"
