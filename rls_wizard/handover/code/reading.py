"""From one number to an answer file."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rls_wizard.domain.codebook import Kind
from rls_wizard.domain.values import MOST_ROWS
from rls_wizard.handover.code import radix
from rls_wizard.handover.digits import NotTheDigitsError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rls_wizard.domain.codebook import Coded

Plain = Any
"""A value as an answer file has it."""
_FILE_FORMAT = 1
"""The format of the answer file that a code of this format is made of."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """What a code says."""

    file: dict[str, Any]
    """An answer file, parsed."""
    left_out: Mapping[str, int]
    """The questions whose answer was not put into the code, and how many times each."""
    rows: Mapping[str, tuple[int, int]]
    """The lists of which it holds the first rows only: how many, and of how many."""
    then: bool
    """Whether there was a visit before, whose answers were not put into the code."""


class Reading:
    """Gives numbers back in the order in which they were taken."""

    def __init__(self, number: str) -> None:
        """Take them as one, in digits."""
        self._rest = int(number)
        self._left_out: Counter[str] = Counter()
        self._rows: dict[str, tuple[int, int]] = {}
        if str(self._rest) != number:
            raise NotTheDigitsError

    def below(self, most: int) -> int:
        """Give one back."""
        self._rest, value = divmod(self._rest, most)
        return value

    def count(self, most: int) -> int:
        """Give one without a known end back. Raises NotTheDigitsError if it is more than `most`."""
        value, worth, more = 0, 1, 1
        while more and value <= most:
            more, share = divmod(self.below(2 * radix.SHARE), radix.SHARE)
            value += share * worth
            worth *= radix.SHARE
        if value > most:
            raise NotTheDigitsError
        return value

    def file(self, questions: tuple[Coded, ...]) -> Decoded:
        """Give an answer file back. Raises NotTheDigitsError if that is not all there is."""
        file: dict[str, Any] = {
            "format": _FILE_FORMAT,
            "answered_on": self._date(),
            "answered_by": radix.ANSWERERS[self.below(len(radix.ANSWERERS))],
            "language": self._name(),
        }
        if version := self._name():
            file["content_version"] = version
        then = bool(self.below(2))
        file["answers"] = self._answers(questions)
        if changed := self._places(tuple(coded.link_id for coded in questions)):
            file["changed"] = changed
        if self._rest:
            raise NotTheDigitsError
        return Decoded(file, self._left_out, self._rows, then)

    def _answers(self, questions: tuple[Coded, ...]) -> dict[str, Any]:
        answers = {coded.link_id: self._answer(coded) for coded in questions}
        return {link_id: answer for link_id, answer in answers.items() if answer is not None}

    def _answer(self, coded: Coded) -> Plain:
        begun = self.below(radix.beginnings(coded))
        if begun == radix.LEFT_OUT:
            self._left_out[coded.link_id] += 1
        if begun <= radix.LEFT_OUT:
            return None
        if begun < radix.GIVEN:
            return {"absent": radix.ABSENCES[begun - radix.LEFT_OUT - 1].value}
        if coded.kind is Kind.ONE:
            return coded.options[begun - radix.GIVEN]
        return self._given(coded)

    def _given(self, coded: Coded) -> Plain:
        match coded.kind:
            case Kind.SEVERAL:
                return [option for option in coded.options if self.below(2)]
            case Kind.LISTED:
                return self._places(coded.options)
            case Kind.NUMBER:
                return self._decimal()
            case Kind.DATE:
                return self._date()
            case Kind.ROWS:
                return self._all_rows(coded)
            case Kind.ONE | Kind.WORDS:  # neither is ever written like this
                raise NotTheDigitsError

    def _places(self, offered: tuple[str, ...]) -> list[str]:
        return [offered[self.below(len(offered))] for _ in range(self.count(len(offered)))]

    def _all_rows(self, coded: Coded) -> list[dict[str, Any]]:
        told = self.count(MOST_ROWS)
        kept = self.below(told + 1)
        if kept < told:
            self._rows[coded.link_id] = (kept, told)
        return [self._answers(coded.children) for _ in range(kept)]

    def _decimal(self) -> float:
        places = self.below(radix.DECIMALS)
        figures = self.count(radix.BEYOND * 10**places)
        return figures / 10**places if places else figures

    def _date(self) -> str:
        parts = self.below(len(radix.DATE)) + 1
        year, *rest = (self.below(most) for most in radix.DATE[:parts])
        return "-".join([f"{year + radix.FIRST_YEAR}", *(f"{part + 1:02}" for part in rest)])

    def _name(self) -> str:
        letters = range(self.below(radix.LONGEST_NAME))
        return "".join(radix.LETTERS[self.below(len(radix.LETTERS))] for _ in letters)
