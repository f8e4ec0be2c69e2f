"""Numbers whose unit cannot be told: the choice that says it must stand beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rls_wizard.content.faults.names import unknown_sources

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rls_wizard.content.load import Content
    from rls_wizard.domain.item import Item
    from rls_wizard.domain.units import Measured


def unit_faults(content: Content) -> Iterator[str]:
    """Yield what is wrong between a number and the choice that says its unit."""
    for item in content.questionnaire.by_id.values():
        if item.measured:
            who = f"item {item.link_id!r}"
            yield from unknown_sources(content, who, item.measured.source)
            for fault in _faults(content, item, item.measured):
                yield f"{who} is measured by {item.measured.by!r}, {fault}"


def _faults(content: Content, item: Item, measured: Measured) -> Iterator[str]:
    questions = content.questionnaire
    choice = questions.by_id.get(measured.by)
    if choice is None or not choice.options or choice.repeats:
        yield "which is no choice of one answer"
        return
    if questions.group_of.get(choice.link_id) is not questions.group_of.get(item.link_id):
        yield "which does not stand in the same list"
    if choice.private != item.private:
        yield "which is told together with it: both are private, or none"
    for code in measured.equal:
        if choice.option(code) is None:
            yield f"which does not offer {code!r}"
