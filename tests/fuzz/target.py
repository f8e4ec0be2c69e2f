"""What is fuzzed: a reader, sound inputs, what spoils them, and what must be true of all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

LONGEST_REASON = 800
"""It may name forty answers that are offered."""
_LONGEST_REPEATED = 80
_NOT_FOR_PEOPLE = re.compile(r"Traceback|Error\b|Exception\b|object at 0x|datetime\.|\bNoneType\b")


class FaultError(AssertionError):
    """A reader did what it must not do."""


@dataclass(frozen=True)
class Target:
    """One reader."""

    name: str
    sound: Callable[[], list[bytes]]
    """Inputs that it accepts, to be spoiled."""
    spoil: Callable[[bytes, Random], bytes]
    feed: Callable[[bytes], bool]
    """Tells whether it accepted an input. Any exception but the documented one is a fault."""
    slowest: float = 2.0
    """Seconds that one input may take at most, on a slow and busy computer."""
    may_die: bool = False
    """Whether the program has this done by a child of whose death it tells the person."""
    budget: int = 100
    """How many inputs are tried in `make test`."""


def reason(said: str, given: bytes = b"") -> None:
    """See that a refusal is one line for a person, and repeats little of what was given."""
    if not said or len(said.splitlines()) != 1 or not said.isprintable():
        raise FaultError(f"not one line that can be read: {said[:LONGEST_REASON]!r}")
    if len(said) > LONGEST_REASON:
        raise FaultError(f"{len(said)} characters: {said[:LONGEST_REASON]!r}")
    if _NOT_FOR_PEOPLE.search(said):
        raise FaultError(f"not in the words of a person: {said!r}")
    text = given.decode(errors="replace")
    for start in range(len(said) - _LONGEST_REPEATED):
        if said[start : start + _LONGEST_REPEATED] in text:
            raise FaultError(f"repeats much of what was given: {said!r}")


def must(true: object, told: str) -> None:
    """Raise a fault unless something is true."""
    if not true:
        raise FaultError(told)
