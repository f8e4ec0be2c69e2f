"""How far the summary is: all that a page has to know to show it, also when it is built anew."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class Stage(Enum):
    """What there is to see."""

    MAKING = auto()
    MADE = auto()
    FAILED = auto()


@dataclass(frozen=True, slots=True)
class Progress:
    """The summary, and the file that it is saved in."""

    stage: Stage = Stage.MAKING
    trouble: str = ""
    """Why there is nothing to see, in the user's words."""
    again: bool = False
    """Whether it may help to try again."""
    wanted: Path | None = None
    """The file to be written as soon as the summary is made."""
    file: Path | None = None
    """The file that is there now."""
    fault: str = ""
    """Why there is no file, in the user's words."""
