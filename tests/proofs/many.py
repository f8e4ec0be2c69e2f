"""Formulas worked out for thousands of answer sets at once: one bit of a whole number for each."""

from __future__ import annotations

from functools import reduce
from operator import and_, or_, xor
from typing import TYPE_CHECKING

import z3

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

Bits = int


def bits(held: Iterable[bool]) -> Bits:
    """Return for whom something holds, the first person's bit the lowest."""
    digits = "".join("1" if one else "0" for one in held)
    return int(digits[::-1] or "0", 2)


class Many:
    """Works out any formula of the translation for many people; keeps what it found."""

    def __init__(
        self, size: int, bits: Mapping[str, Bits], numbers: Mapping[str, Sequence[float]]
    ) -> None:
        """Take how many people there are, and each variable's value for each of them."""
        self._all = (1 << size) - 1
        self._bits = bits
        self._numbers = numbers
        self._memory: dict[int, Bits] = {}

    def of(self, formula: z3.BoolRef) -> Bits:
        """Return for whom a formula holds."""
        name = formula.get_id()
        if name not in self._memory:
            self._memory[name] = self._worked_out(formula)
        return self._memory[name]

    def _worked_out(self, formula: z3.BoolRef) -> Bits:
        kind = formula.decl().kind()
        if kind == z3.Z3_OP_UNINTERPRETED:
            return self._bits[formula.decl().name()]
        if kind in _CONSTANTS:
            return self._all if _CONSTANTS[kind] else 0
        if kind in _ORDERS and z3.is_arith(formula.arg(0)):
            return self._compared(formula)
        parts = [self.of(part) for part in formula.children()]
        if kind in _COUNTS:
            return self._counted(formula, parts)
        return _CONNECTIVES[kind](self._all, parts)

    def _compared(self, formula: z3.BoolRef) -> Bits:
        compare = _ORDERS[formula.decl().kind()]
        left, right = formula.children()
        values = self._numbers[left.decl().name()]
        limit = float(right.as_fraction() if z3.is_rational_value(right) else right.as_long())
        return bits(compare(value, limit) for value in values)

    def _counted(self, formula: z3.BoolRef, parts: list[Bits]) -> Bits:
        """Return for whom at least so many parts hold, or just so many."""
        needed = formula.decl().params()[0]
        least = [self._all, *[0] * (needed + 1)]
        for part in parts:
            for n in range(needed + 1, 0, -1):
                least[n] |= least[n - 1] & part
        if formula.decl().kind() == z3.Z3_OP_PB_EQ:
            return least[needed] & ~least[needed + 1]
        return least[needed]


_COUNTS = {z3.Z3_OP_PB_GE, z3.Z3_OP_PB_EQ, z3.Z3_OP_PB_AT_LEAST}
"""Ours count each part once."""
_CONSTANTS = {z3.Z3_OP_TRUE: True, z3.Z3_OP_FALSE: False}
_ORDERS: dict[int, Callable[[float, float], bool]] = {
    z3.Z3_OP_LE: lambda value, limit: value <= limit,
    z3.Z3_OP_GE: lambda value, limit: value >= limit,
    z3.Z3_OP_LT: lambda value, limit: value < limit,
    z3.Z3_OP_GT: lambda value, limit: value > limit,
    z3.Z3_OP_EQ: lambda value, limit: value == limit,
}
_CONNECTIVES: dict[int, Callable[[Bits, list[Bits]], Bits]] = {
    z3.Z3_OP_AND: lambda all_, parts: reduce(and_, parts, all_),
    z3.Z3_OP_OR: lambda _, parts: reduce(or_, parts, 0),
    z3.Z3_OP_NOT: lambda all_, parts: all_ ^ parts[0],
    z3.Z3_OP_IMPLIES: lambda all_, parts: (all_ ^ parts[0]) | parts[1],
    z3.Z3_OP_EQ: lambda all_, parts: all_ ^ reduce(xor, parts),
    z3.Z3_OP_ITE: lambda all_, parts: (parts[0] & parts[1]) | ((all_ ^ parts[0]) & parts[2]),
}
