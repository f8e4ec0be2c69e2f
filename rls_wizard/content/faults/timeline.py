"""What could not be put on the time line, or not in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rls_wizard.content.faults.fields import field_faults
from rls_wizard.domain.model import FIELD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rls_wizard.content.load import Content
    from rls_wizard.domain.dated import Span
    from rls_wizard.domain.item import Item


def timeline_faults(content: Content) -> Iterator[str]:
    """Yield what is wrong with the words of events, and with what stands in for their dates."""
    for item in content.questionnaire.by_id.values():
        if item.timeline:
            yield from _fields(content, item, item.timeline.text)
            if item.timeline.unknown:
                yield from _span(content, item, item.timeline.unknown)


def _fields(content: Content, item: Item, text: str) -> Iterator[str]:
    who, groups = f"item {item.link_id!r}", content.questionnaire.group_of
    yield from field_faults(who, text, content.questionnaire.by_id, "its timeline")
    for name in FIELD.findall(text):
        if name in groups and groups[name] != groups.get(item.link_id):
            yield f"{who} has {{{name}}} of another list in its timeline"


def _span(content: Content, item: Item, span: Span) -> Iterator[str]:
    who = f"item {item.link_id!r} names"
    asked = content.questionnaire.by_id.get(span.question)
    if asked is None or span.question in content.questionnaire.group_of:
        yield f"{who} {span.question!r} in its timeline, which is no question outside lists"
        return
    for code in span.months:
        if asked.option(code) is None:
            yield f"{who} {code!r} in its timeline, which is no option of {span.question!r}"
