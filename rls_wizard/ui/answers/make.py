"""Which widget answers which type of item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rls_wizard.domain.item import Appearance, ItemType
from rls_wizard.ui.answers.body import BodyAnswer
from rls_wizard.ui.answers.choice import ChoiceAnswer
from rls_wizard.ui.answers.choices import ChoicesAnswer
from rls_wizard.ui.answers.display import DisplayText
from rls_wizard.ui.answers.found import FoundAnswer
from rls_wizard.ui.answers.group import GroupAnswer
from rls_wizard.ui.answers.heading import HeadingGroup
from rls_wizard.ui.answers.hour import HourAnswer
from rls_wizard.ui.answers.number import DecimalAnswer, IntegerAnswer
from rls_wizard.ui.answers.scale import ScaleAnswer
from rls_wizard.ui.answers.text import LineAnswer, TextAnswer
from rls_wizard.ui.answers.ticks import TicksAnswer
from rls_wizard.ui.answers.when import DateAnswer

if TYPE_CHECKING:
    from rls_wizard.domain.item import Item
    from rls_wizard.ui.answers.base import AnswerWidget, Asking

_INTEGERS = {Appearance.SCALE: ScaleAnswer, Appearance.HOUR: HourAnswer}


def make_answer(item: Item, asking: Asking) -> AnswerWidget:
    """Return the widget for an item."""
    match item.type:
        case ItemType.CHOICE:
            return _make_choice(item, asking)
        case ItemType.INTEGER:
            return _INTEGERS.get(item.appearance, IntegerAnswer)(item, asking)
        case ItemType.DECIMAL | ItemType.DATE:
            return (DecimalAnswer if item.type is ItemType.DECIMAL else DateAnswer)(item, asking)
        case ItemType.TEXT:
            return (LineAnswer if asking.suffix else TextAnswer)(item, asking)
        case ItemType.GROUP:
            return _make_group(item, asking)
        case ItemType.DISPLAY:
            return DisplayText(item, asking)


def _make_choice(item: Item, asking: Asking) -> AnswerWidget:
    if item.found_by:
        return FoundAnswer(item, asking)
    if item.appearance is Appearance.BODY:
        return BodyAnswer(item, asking)
    return (ChoicesAnswer if item.repeats else ChoiceAnswer)(item, asking)


def _make_group(item: Item, asking: Asking) -> AnswerWidget:
    if item.repeats:
        return GroupAnswer(item, asking, make_answer)
    if item.appearance is Appearance.TICKS:
        return TicksAnswer(item, asking, make_answer)
    return HeadingGroup(item, asking, make_answer)
