"""A row of a repeating group in few words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from rls_wizard.domain.questionnaire import Absent, ItemType
from rls_wizard.domain.values import text_given
from rls_wizard.ui.answers.unsure import absences

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rls_wizard.domain.questionnaire import Item
    from rls_wizard.i18n import Catalogue

_EXAMPLES = re.compile(r"\s*\([^()]*\)$")
_BARE = {"yes", "no"}
"""Options that mean nothing without their question."""


def name_of(group: Item, answers: Mapping[str, Any]) -> str:
    """Return what the row is about: its first answer, if that is text."""
    return text_given(answers.get(group.items[0].link_id))


def details(group: Item, answers: Mapping[str, Any], catalogue: Catalogue) -> str:
    """Return the other answers in a line."""
    told = [_told(item, answers.get(item.link_id), catalogue) for item in group.items[1:]]
    return " \u00b7 ".join(filter(None, told))


def _told(item: Item, value: object, catalogue: Catalogue) -> str:
    if value is None:
        return ""
    if isinstance(value, Absent):
        return f"{item.label}: {absences(item, catalogue).get(value, '')}"
    if item.type is not ItemType.CHOICE:
        return f"{item.label}: {value}"
    codes = value if isinstance(value, tuple) else (value,)
    found = [(code, option.text) for code in codes if (option := item.option(str(code)))]
    texts = ", ".join(_EXAMPLES.sub("", text) for _, text in found)
    return f"{item.label}: {texts}" if {code for code, _ in found} & _BARE else texts
