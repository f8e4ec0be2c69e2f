"""A document that is no visit's report: what it is made of, for paper and for the browser alike.

`rls-wizard review` and the safety case are such documents.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to a heading or a row of the same document, where it can be followed."""

    text: str
    to: str
    """The anchor of the heading or row."""


Cell = str | tuple["str | Link", ...]
"""Plain text, or pieces of it one below the other, some of which lead elsewhere."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A title inside the document."""

    text: str
    level: int = 1
    """1 for a chapter, which begins a page on paper; 2 and 3 below it."""
    anchor: str = ""
    mark: str = ""
    """An id, small and grey behind the text."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: str
    strong: bool = False
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """Points of a list; `indents` says how deep each stands, 0 where it is empty."""

    points: tuple[str, ...]
    indents: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class TableRow:
    """Cells side by side, one for each column."""

    cells: tuple[Cell, ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows below a head that stands again on each page."""

    head: tuple[str, ...]
    """Empty: there is none, and the first column names what stands in the second."""
    rows: tuple[TableRow, ...]
    shares: tuple[float, ...] = ()
    """How the width is shared among the columns; evenly where it is empty."""


@dataclass(frozen=True, slots=True)
class Blanks:
    """Side by side for a pen: words with a box to tick, and words with a line behind them."""

    lines: tuple[str, ...]
    ticks: tuple[str, ...] = ()


Block = Heading | Paragraph | Listing | Table | Blanks


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document, in reading order."""

    title: str
    foot: str
    """What stands at the foot of each page: versions, and what the document is not."""
    blocks: tuple[Block, ...] = field(default=())
