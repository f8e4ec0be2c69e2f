"""A number that may be told in one of several units: how it is said, and what else it is."""

import math
from typing import Annotated

from pydantic import Field

from rls_wizard.domain.model import LinkId, Model, RuleId

_FEWEST_DIGITS = 2
_MOST_DECIMALS = 6
"""Enough for each number that can be told, and for it in another unit."""

Amount = Annotated[float, Field(gt=0)]


class Measured(Model):
    """Which choice says the unit of a number, and how its units compare."""

    by: LinkId
    equal: dict[str, Amount] = Field(min_length=2)
    """By option of that choice, how many of it are the same; the most usual units first."""
    source: tuple[RuleId, ...]

    def other(self, unit: str) -> str | None:
        """Return the unit in which a number is said, too; None for one that compares with none."""
        if unit not in self.equal:
            return None
        return next(other for other in self.equal if other != unit)

    def converted(self, number: float, unit: str, other: str) -> str:
        """Return how many of the other unit a number is, no more exact than it was told."""
        amount = number * self.equal[other] / self.equal[unit]
        if self.same(unit, other) or amount == 0:
            return said(amount)
        digits = max(_FEWEST_DIGITS, len(said(number).replace(".", "").lstrip("0")))
        return said(round(amount, digits - 1 - math.floor(math.log10(abs(amount)))))

    def same(self, unit: str, other: str) -> bool:
        """Tell whether a number is the same in both units."""
        return self.equal[unit] == self.equal[other]


def said(number: float) -> str:
    """Return a number as people write it: without a fraction that says nothing."""
    # str would write 0.00002 as 2e-05.
    return str(int(number)) if number == int(number) else f"{number:.{_MOST_DECIMALS}f}".rstrip("0")
