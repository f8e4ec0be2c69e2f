"""From an older format of the answer file to the newest, one step after another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Step = Callable[[dict[str, Any]], dict[str, Any]]

FORMAT = 1
"""Rises when an older program would read a file wrongly, not when it would refuse a field of it."""

STEPS: Mapping[int, Step] = {}
"""By format: what makes a file of it one of the next format.

A step gets a file of which nothing but the format was looked at. What it does not find as its
format had it, it leaves as it is: then the reader refuses it.
"""


class UnknownFormatError(Exception):
    """A format that this program does not know; `newer` if a later program may."""

    def __init__(self, *, newer: bool) -> None:
        """Take whether it is a number that formats have not reached yet."""
        super().__init__()
        self.newer = newer


def to_newest(file: dict[str, Any]) -> dict[str, Any]:
    """Return an answer file in the newest format. Raises UnknownFormatError."""
    found = file.get("format")
    if not isinstance(found, int) or isinstance(found, bool) or found < 1:
        raise UnknownFormatError(newer=False)
    if found > FORMAT:
        raise UnknownFormatError(newer=True)
    for old in range(found, FORMAT):
        file = STEPS[old](file) | {"format": old + 1}
    return file
