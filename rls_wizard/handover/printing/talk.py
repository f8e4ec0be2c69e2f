"""How the window and the child that prints talk: a line of JSON each, and the PDF after an order.

The window sends orders. Whatever it does then, closing its side is the last one: the child gives up
what is not printed, has all of it removed, and ends. So nothing stays behind if the window is gone
in whatever way. The child tells news whenever they change.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from rls_wizard.handover.printing.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Mapping
    from io import FileIO


PAPERS = {"A4": (210.0, 297.0), "Letter": (215.9, 279.4)}
"""Sizes of paper, in millimetres."""


class Act(StrEnum):
    """What the window wants."""

    LOOK = "look"
    """To know the printers, from now on."""
    PRINT = "print"
    CANCEL = "cancel"


@dataclass(frozen=True, slots=True)
class Order:
    """What the window wants, and the PDF to print."""

    act: Act
    path: str = ""
    """Which printer."""
    pages: int = 0
    """How many pages from the first; 0: all."""
    pdf: bytes = b""
    paper: str = ""
    """The size of the paper that is in the printer, one of PAPERS; empty: as the user has it."""


@dataclass(frozen=True, slots=True)
class Printer:
    """A printer that can be chosen."""

    path: str
    title: str
    trouble: Trouble | None = None
    default: bool = False


@dataclass(frozen=True, slots=True)
class Printers:
    """What there is to choose from; if nothing, why."""

    found: tuple[Printer, ...] = ()
    trouble: Trouble | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """How printing goes."""

    over: bool = False
    """Whether it has ended, well if there is no trouble."""
    trouble: Trouble | None = None


News = Printers | Job


def pack_order(order: Order) -> bytes:
    """Return an order as bytes."""
    head = asdict(order) | {"pdf": len(order.pdf)}
    return _line(head) + order.pdf


def read_order(source: FileIO) -> Order | None:
    """Return the next order; None if there will be no more, or not all of it came.

    The source has no buffer: whoever waits for one that has holds a lock, and Python cannot end.
    """
    line = source.readline()
    if not line.endswith(b"\n"):
        return None
    head = json.loads(line)
    pdf = b""
    while len(pdf) < head["pdf"]:
        more = source.read(head["pdf"] - len(pdf))
        if not more:
            return None
        pdf += more
    return Order(Act(head["act"]), head["path"], head["pages"], pdf, head["paper"])


def pack_news(news: News) -> bytes:
    """Return news as bytes, one line."""
    return _line(asdict(news))


def unpack_news(line: bytes) -> News:
    """Return the news of one line. Raises ValueError for what is none."""
    try:
        told = json.loads(line)
        trouble = Trouble(told["trouble"]) if told["trouble"] else None
        if "found" in told:
            return Printers(tuple(_printer(one) for one in told["found"]), trouble)
        return Job(bool(told["over"]), trouble)
    except (LookupError, TypeError, RecursionError) as error:
        raise ValueError("these are no news") from error


def _printer(told: Mapping[str, str]) -> Printer:
    trouble = Trouble(told["trouble"]) if told["trouble"] else None
    return Printer(str(told["path"]), str(told["title"]), trouble, bool(told["default"]))


def _line(told: object) -> bytes:
    return json.dumps(told).encode() + b"\n"
