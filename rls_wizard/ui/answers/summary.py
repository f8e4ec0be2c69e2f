"""A row of a repeating group in few words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from rls_wizard.domain.item import ItemType
from rls_wizard.domain.response import Absent
from rls_wizard.domain.units import said
from rls_wizard.domain.values import text_given
from rls_wizard.ui.answers.unsure import absences

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rls_wizard.domain.item import Item
    from rls_wizard.ui.answers.base import Asking

_EXAMPLES = re.compile(r"\s*\([^()]*\)$")
_BARE = {"yes", "no"}
"""Options that mean nothing without their question."""


def name_of(group: Item, answers: Mapping[str, Any]) -> str:
    """Return what the row is about: its first answer, if that is words."""
    first = group.items[0]
    given = text_given(answers.get(first.link_id))
    if first.type is not ItemType.CHOICE:
        return given if first.type is ItemType.TEXT else ""
    option = first.option(given)
    return option.text if option else ""


def details(group: Item, answers: Mapping[str, Any], asking: Asking) -> str:
    """Return the other answers in a line."""
    units = {item.measured.by for item in group.items if item.measured}
    others = group.items[1:] if name_of(group, answers) else group.items
    told = (_told(item, group, answers, asking) for item in others if item.link_id not in units)
    return " \u00b7 ".join(filter(None, told))


def _unit(number: Item, group: Item, answers: Mapping[str, Any]) -> str:
    """Return the unit of a number as it stands behind it, if one was told."""
    choices = (i for i in group.items if number.measured and i.link_id == number.measured.by)
    options = (choice.option(text_given(answers.get(choice.link_id))) for choice in choices)
    return "".join(f" {option.text}" for option in options if option)


def _told(item: Item, group: Item, answers: Mapping[str, Any], asking: Asking) -> str:
    value = answers.get(item.link_id)
    if value is None:
        return ""
    if isinstance(value, Absent):
        return f"{item.label}: {absences(item, asking).get(value, '')}"
    if item.type is ItemType.DATE:
        return f"{item.label}: {asking.dates.in_words(str(value))}"
    if isinstance(value, int | float):
        return f"{item.label}: {said(value)}{_unit(item, group, answers)}"
    if item.type is not ItemType.CHOICE:
        return f"{item.label}: {value}"
    codes = value if isinstance(value, tuple) else (value,)
    found = [(code, option.text) for code in codes if (option := item.option(str(code)))]
    texts = ", ".join(_EXAMPLES.sub("", text) for _, text in found)
    bare = item.found_by or {code for code, _ in found} & _BARE
    return f"{item.label}: {texts}" if bare else texts
