"""A number, typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rls_wizard.domain.units import said
from rls_wizard.ui.answers.field import FieldAnswer

if TYPE_CHECKING:
    from rls_wizard.domain.response import Value


class IntegerAnswer(FieldAnswer):
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


class DecimalAnswer(FieldAnswer):
    """A number with a decimal point or comma."""

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
