"""The body mass index as comparisons of height and weight, for a solver does not divide well."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import z3

from rls_wizard.domain.flow import body_mass_index
from tests.proofs.answers import every, some

if TYPE_CHECKING:
    from collections.abc import Callable

HEIGHTS, WEIGHTS = range(20, 301), range(10, 501)
"""More than the questions allow: in cm and kg."""


@dataclass(frozen=True)
class BodyMass:
    """Compares like the number that the program works out, rounding and all."""

    height: z3.ArithRef
    weight: z3.ArithRef

    def __ge__(self, least: float) -> z3.BoolRef:
        return self._from(lambda index: index >= least)

    def __gt__(self, least: float) -> z3.BoolRef:
        return self._from(lambda index: index > least)

    def __lt__(self, most: float) -> z3.BoolRef:
        return z3.Not(self >= most)

    def __le__(self, most: float) -> z3.BoolRef:
        return z3.Not(self > most)

    def _from(self, reached: Callable[[float], bool]) -> z3.BoolRef:
        """Return that the index, which grows with the weight, has reached something."""
        tallest: dict[int, int] = {}
        weight = WEIGHTS.start
        for height in HEIGHTS:
            # Who is taller must weigh as much at least, so the search goes on where it stopped.
            while weight in WEIGHTS and not reached(body_mass_index([height, weight])):
                weight += 1
            tallest[weight] = height
        return some(
            every([self.height <= height, self.weight >= weight])
            for weight, height in tallest.items()
            if weight in WEIGHTS
        )
