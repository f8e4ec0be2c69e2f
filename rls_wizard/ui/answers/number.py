"""A number, typed or put together from keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from rls_wizard.domain.units import said
from rls_wizard.ui.answers.field import FieldAnswer
from rls_wizard.ui.answers.keypad import NumberField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit

    from rls_wizard.domain.response import Value
    from rls_wizard.ui.answers.framed import Framed


class NumberAnswer(FieldAnswer):
    """A short field, with what it is counted in and keys to fill it."""

    point = False
    """Whether a fraction can be written."""

    def add_field(self) -> tuple[QLineEdit, Framed]:
        """Create the field with all that belongs to it."""
        beside = self.item.unit or self.hint()
        self._number = NumberField(self.name, self.asking, beside, point=self.point)
        self._number.rearranged.connect(self.rearranged)
        self._number.wanted.connect(self.wanted)
        self.column.addWidget(self._number)
        return self._number.field, self._number.frame

    def unfinished(self) -> object | None:
        """Return what was typed and cannot be used, and whether the keys were opened."""
        typed, turned = super().unfinished(), self._number.turned()
        return (typed, turned) if typed is not None or turned else None

    def resume(self, state: object) -> None:
        """Put both back."""
        typed, turned = cast("tuple[object | None, bool]", state)
        if typed is not None:
            super().resume(typed)
        if turned:
            self._number.turn()

    def _name_field(self) -> None:
        self._number.call(self.words)


class IntegerAnswer(NumberAnswer):
    """A whole number between two others."""

    def read(self, text: str) -> int:
        """Return the number."""
        return int(text)

    def hint(self) -> str:
        """Return the least and the most."""
        return self.asking.catalogue("from {minimum} to {maximum}").format(
            minimum=self.item.minimum, maximum=self.item.maximum
        )

    def complaint(self) -> str:
        """Ask for a number that can be."""
        return self.item.wrong or self.asking.catalogue(
            "Please write a whole number from {minimum} to {maximum}."
        ).format(minimum=self.item.minimum, maximum=self.item.maximum)


class DecimalAnswer(NumberAnswer):
    """A number with a decimal point or comma."""

    point = True

    def read(self, text: str) -> float:
        """Return the number."""
        return float(text.replace(",", "."))

    def written(self, value: Value) -> str:
        """Return the number as it was typed: 18 and not 18.0."""
        return said(value) if isinstance(value, int | float) else ""

    def hint(self) -> str:
        """Say that a fraction is welcome."""
        return self.asking.catalogue("a number, like 4.5")

    def complaint(self) -> str:
        """Ask for a number that can be."""
        _ = self.asking.catalogue
        if self.item.wrong:
            return self.item.wrong
        if self.item.minimum is None or self.item.maximum is None:
            return _("Please write a number, like 4.5.")
        return _("Please write a number from {minimum} to {maximum}.").format(
            minimum=self.item.minimum, maximum=self.item.maximum
        )
