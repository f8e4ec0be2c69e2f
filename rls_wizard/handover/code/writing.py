"""From an answer file to one number."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any

from rls_wizard.domain.codebook import Kind
from rls_wizard.handover.code import radix

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rls_wizard.domain.codebook import Coded

Plain = Any
"""A value as an answer file has it, once it was accepted."""
_OF_OPTIONS = {Kind.SEVERAL, Kind.LISTED}


class Writing:
    """Takes numbers, each below a known one."""

    def __init__(self, rows: int) -> None:
        """Take how many rows of a list are written at most."""
        self._rows = rows
        self._taken: list[tuple[int, int]] = []

    @cached_property
    def number(self) -> int:
        """All that was taken, as one."""
        whole = 0
        for value, below in reversed(self._taken):
            whole = whole * below + value
        return whole

    def below(self, value: int, most: int) -> None:
        """Take one."""
        self._taken.append((value, most))

    def count(self, value: int) -> None:
        """Take one without a known end."""
        more, share = divmod(value, radix.SHARE)
        self.below(share + (radix.SHARE if more else 0), 2 * radix.SHARE)
        if more:
            self.count(more)

    def file(self, file: Mapping[str, Any], questions: tuple[Coded, ...]) -> None:
        """Take an answer file."""
        self._date(file["answered_on"])
        self.below(radix.ANSWERERS.index(file["answered_by"]), len(radix.ANSWERERS))
        self._name(file["language"])
        self._name(file.get("content_version", ""))
        self.below("then" in file, 2)
        for coded in questions:
            self._answer(coded, file["answers"].get(coded.link_id))
        self._places(file.get("changed", ()), tuple(coded.link_id for coded in questions))

    def _answer(self, coded: Coded, value: Plain) -> None:
        begun = _beginning(coded, value)
        self.below(begun, radix.beginnings(coded))
        if begun >= radix.GIVEN:
            self._given(coded, value)

    def _given(self, coded: Coded, value: Plain) -> None:
        match coded.kind:
            case Kind.SEVERAL:
                for option in coded.options:
                    self.below(option in value, 2)
            case Kind.LISTED:
                self._places(value, coded.options)
            case Kind.NUMBER:
                self._decimal(value)
            case Kind.DATE:
                self._date(value)
            case Kind.ROWS:
                self._all_rows(coded, value)
            case Kind.ONE | Kind.WORDS:
                pass  # how it begins says it all

    def _places(self, chosen: Iterable[str], offered: tuple[str, ...]) -> None:
        places = [offered.index(one) for one in chosen]
        self.count(len(places))
        for place in places:
            self.below(place, len(offered))

    def _all_rows(self, coded: Coded, rows: list[dict[str, Any]]) -> None:
        kept = rows[: self._rows]
        self.count(len(rows))
        self.below(len(kept), len(rows) + 1)
        for row in kept:
            for child in coded.children:
                self._answer(child, row.get(child.link_id))

    def _decimal(self, value: float) -> None:
        # 30.0 is the same answer as 30, and shorter.
        _, figures, exponent = Decimal(str(int(value) if value == int(value) else value)).as_tuple()
        self.below(-int(exponent), radix.DECIMALS)
        self.count(int("".join(map(str, figures))))

    def _date(self, value: str) -> None:
        year, *rest = map(int, value.split("-"))
        self.below(len(rest), len(radix.DATE))
        for part, most in zip(
            (year - radix.FIRST_YEAR, *(part - 1 for part in rest)), radix.DATE, strict=False
        ):
            self.below(part, most)

    def _name(self, value: str) -> None:
        self.below(len(value), radix.LONGEST_NAME)
        for letter in value:
            self.below(radix.LETTERS.index(letter), len(radix.LETTERS))


def _beginning(coded: Coded, value: Plain) -> int:
    """Return what an answer begins with."""
    if value is None:
        return radix.NOTHING
    if isinstance(value, dict):
        return radix.LEFT_OUT + 1 + radix.ABSENCES.index(value["absent"])
    if coded.kind is Kind.ONE:
        known = value in coded.options
        return radix.GIVEN + coded.options.index(value) if known else radix.LEFT_OUT
    cannot = (
        coded.kind is Kind.WORDS
        or (coded.kind is Kind.NUMBER and not 0 <= value < radix.BEYOND)
        or (coded.kind in _OF_OPTIONS and not set(value) <= set(coded.options))
    )
    return radix.LEFT_OUT if cannot else radix.GIVEN
