"""Which widget answers which type of item."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from rls_wizard.domain.item import Appearance, ItemType

if TYPE_CHECKING:
    from rls_wizard.domain.item import Item
    from rls_wizard.ui.answers.base import AnswerWidget, Asking

# By name: only what a page shows is imported, for no question shows them all.
_INTEGERS = {Appearance.SCALE: "scale.ScaleAnswer", Appearance.HOUR: "hour.HourAnswer"}
_OTHERS = {
    ItemType.DECIMAL: "number.DecimalAnswer",
    ItemType.DATE: "when.DateAnswer",
    ItemType.DISPLAY: "display.DisplayText",
}


def make_answer(item: Item, asking: Asking) -> AnswerWidget:
    """Return the widget for an item."""
    module, _, name = _widget_of(item, asking).partition(".")
    kind = getattr(import_module(f"rls_wizard.ui.answers.{module}"), name)
    made: AnswerWidget = (
        kind(item, asking, make_answer) if item.type is ItemType.GROUP else kind(item, asking)
    )
    return made


def _widget_of(item: Item, asking: Asking) -> str:
    """Return the module and the class of the widget."""
    match item.type:
        case ItemType.CHOICE:
            return _for_choice(item)
        case ItemType.INTEGER:
            return _INTEGERS.get(item.appearance, "number.IntegerAnswer")
        case ItemType.TEXT:
            return "text.LineAnswer" if asking.suffix else "text.TextAnswer"
        case ItemType.GROUP:
            return _for_group(item)
        case _:
            return _OTHERS[item.type]


def _for_choice(item: Item) -> str:
    if item.found_by:
        return "found.FoundAnswer"
    if item.appearance is Appearance.BODY:
        return "body.BodyAnswer"
    return "choices.ChoicesAnswer" if item.repeats else "choice.ChoiceAnswer"


def _for_group(item: Item) -> str:
    if item.repeats:
        return "group.GroupAnswer"
    return "ticks.TicksAnswer" if item.appearance is Appearance.TICKS else "heading.HeadingGroup"
