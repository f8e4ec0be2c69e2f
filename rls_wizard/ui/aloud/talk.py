"""What the window and the voice's process say to each other: a line each, through pipes only."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import NamedTuple


class Trouble(StrEnum):
    """Why nothing is read aloud."""

    NO_PART = "no-part"
    """The part of Qt that speaks is not installed, or cannot be loaded."""
    NO_VOICE = "no-voice"
    NO_LANGUAGE = "no-language"
    """There are voices, but none for this language."""
    BROKEN = "broken"
    """It ended, or does not answer."""


READY = "ready"
ENDED = "ended"


class Order(NamedTuple):
    """What to say; an empty text is the wish for silence."""

    text: str = ""
    rate: float = 0.0
    """From -1, very slow, to 1."""
    number: int = 0
    """Comes back once it was said, for an order may cross the news of the one before."""
    volume: float = 1.0
    """From 0 to 1."""


def pack(order: Order) -> bytes:
    """Return an order as a line."""
    return json.dumps(order).encode("ascii") + b"\n"


def unpack(line: str) -> Order:
    """Return the order in a line."""
    return Order(*json.loads(line))
