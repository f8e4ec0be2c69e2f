"""All readers that are fuzzed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.fuzz import answers, children, contents, kept, papers, windows

if TYPE_CHECKING:
    from tests.fuzz.target import Target


def every() -> dict[str, Target]:
    """Return the readers by name."""
    rooms = (answers, papers, kept, contents, windows, children)
    return {target.name: target for room in rooms for target in room.targets()}
