"""A number in the unit in which it was told, and in another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rls_wizard.domain.facts import NOT_ASKED
from rls_wizard.domain.units import said
from rls_wizard.domain.values import text_given

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rls_wizard.domain.facts import Fact
    from rls_wizard.domain.item import Item
    from rls_wizard.domain.reference import Units
    from rls_wizard.domain.units import Measured


class Amounts:
    """Says numbers that are told in one of several units."""

    def __init__(self, items: Mapping[str, Item], words: Units) -> None:
        """Take all questions, and the words."""
        self._items = items
        self._words = words

    def text(self, measured: Measured, number: float, near: Mapping[str, Fact]) -> str:
        """Return a number with its unit, and as much in another; `near` has the unit as told."""
        choice = self._items[measured.by]
        unit = text_given(near.get(measured.by, NOT_ASKED).value)
        other = measured.other(unit)
        if other is None:
            return self._words.unknown.format(number=said(number))

        def counted(amount: str, code: str) -> str:
            option = choice.option(code)
            return f"{amount} {option.text if option else code}"

        template = self._words.same if measured.same(unit, other) else self._words.also
        return template.format(
            told=counted(said(number), unit),
            other=counted(measured.converted(number, unit, other), other),
        )
