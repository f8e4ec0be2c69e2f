"""Rows of paragraphs that break well over pages: everything on the paper stands in such a grid.

reportlab's own table does more and costs more. This one keeps a row whole unless it is long, never
leaves a heading alone at the foot of a page, and can break any row, however long its text.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from reportlab.platypus.flowables import Flowable

from rls_wizard.report.pdf.styles import ACCENT, HAIRLINE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlab.lib.colors import Color
    from reportlab.pdfgen.canvas import Canvas

Cell = tuple[Flowable, ...]
"""Paragraphs, one under the other."""

_LONG = 220.0
"""A row higher than this may be broken; others move to the next page whole."""
_WORTH_STARTING = 60.0
"""A long row is begun only where this much of it fits."""
_ROUNDING = 1e-6


class Kind(StrEnum):
    """What a grid is to somebody who cannot see it."""

    LAYOUT = "layout"
    """Nothing: what is in its cells is read in order."""
    LIST = "list"
    """Each row is one entry of a list."""
    TABLE = "table"
    """Rows and columns of data; see `Look.named` and `Look.repeat` for its header cells."""


@dataclass(frozen=True, slots=True)
class Row:
    """Cells side by side; where there are fewer than columns, the last one takes the rest."""

    cells: tuple[Cell, ...]
    glued: bool = False
    """Whether it stays with the row below, as headings do."""
    fill: Color | None = None
    widths: tuple[float, ...] = ()
    """Columns of its own, where it differs from the grid."""


@dataclass(frozen=True, slots=True)
class Look:
    """The columns of a grid and what is drawn around its rows."""

    widths: tuple[float, ...]
    pad: float = 2.0
    """Space above and below the text of each row."""
    side: float = 0.0
    """Space left and right of the text of each row."""
    gap: float = 10.0
    """Space between columns; part of the widths."""
    before: float = 0.0
    after: float = 0.0
    lines_from: int | None = None
    """The first column that thin lines between rows run under."""
    crown: float = 0.0
    """How thick the line above the grid is."""
    frame: float = 0.0
    """How thick the line around the grid is."""
    repeat: bool = False
    """Whether the first row is a header, shown again on each page."""
    ink: Color = field(default=ACCENT)
    kind: Kind = Kind.LAYOUT
    named: bool = False
    """Of a table: whether the first cell of each row names the row."""

    def across(self, row: Row) -> list[tuple[float, float]]:
        """Return left edge and width of the text of each cell."""
        widths = row.widths or self.widths
        lefts = [sum(widths[:n]) + self.side for n in range(len(row.cells))]
        right = sum(self.widths) - self.side
        ends = [*(left - self.gap for left in lefts[1:]), right]
        return [(left, end - left) for left, end in zip(lefts, ends, strict=True)]


class Grid(Flowable):  # type: ignore[misc]
    """A flowable of rows."""

    def __init__(self, rows: list[Row], look: Look) -> None:
        """Take the rows, at least one."""
        super().__init__()
        self.rows = rows
        self.look = look
        self.spaceBefore = look.before
        self.spaceAfter = look.after
        self.heights: list[float] = []

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Measure once: the widths are fixed."""
        del width, height
        if not self.heights:
            self.heights = [self._measured(row) for row in self.rows]
        return sum(self.look.widths), sum(self.heights)

    def split(self, width: float, height: float) -> list[Grid]:
        """Return what fits and the rest, or nothing if it is better begun on the next page."""
        self.wrap(width, height)
        fit = _fitting(self.heights, height)
        if fit == len(self.rows):
            return [self]
        top, bottom = self.rows[:fit], self.rows[fit:]
        first, rest = self._broken(bottom[0], height - sum(self.heights[:fit]))
        if first:
            top, bottom = [*top, first], [rest, *bottom[1:]]
        elif not self._at_top() or any(not row.glued for row in top):
            while top and top[-1].glued:
                bottom.insert(0, top.pop())
        if not top:
            return []
        if self._repeats():
            bottom.insert(0, self.rows[0])
        made = type(self)
        return [made(top, self.look), made(bottom, replace(self.look, before=0.0))]

    def draw(self) -> None:
        """Draw fills, then lines, then text from top to bottom."""
        edges = [sum(self.heights)]
        for height in self.heights:
            edges.append(edges[-1] - height)
        self._draw_fills(edges)
        self._draw_lines(edges)
        for row, top in zip(self.rows, edges, strict=False):
            self._draw_text(row, top - self.look.pad)

    def _measured(self, row: Row) -> float:
        across = self.look.across(row)
        cells = zip(row.cells, across, strict=True)
        return max(_height(cell, width) for cell, (_, width) in cells) + 2 * self.look.pad

    def _repeats(self) -> bool:
        return self.look.repeat and self.heights[0] < _LONG

    def _at_top(self) -> bool:
        """Whether nothing stands above on the page, so that moving on would not help."""
        return bool(getattr(getattr(self, "_frame", None), "_atTop", True))

    def _broken(self, row: Row, room: float) -> tuple[Row | None, Row]:
        """Return the part of a long row that fits, if it is worth starting, and the rest."""
        if self._measured(row) < _LONG or room < _WORTH_STARTING:
            return None, row
        across = self.look.across(row)
        pieces = [
            _cut(cell, width, room - 2 * self.look.pad)
            for cell, (_, width) in zip(row.cells, across, strict=True)
        ]
        if not any(top for top, _ in pieces):
            return None, row
        tops, rests = zip(*pieces, strict=True)
        return replace(row, cells=tops, glued=False), replace(row, cells=rests)

    def _draw_fills(self, edges: list[float]) -> None:
        canvas: Canvas = self.canv
        for row, (top, bottom) in zip(self.rows, pairwise(edges), strict=True):
            if row.fill is not None:
                canvas.setFillColor(row.fill)
                canvas.rect(0, bottom, sum(self.look.widths), top - bottom, stroke=0, fill=1)

    def _draw_lines(self, edges: list[float]) -> None:
        canvas: Canvas = self.canv
        right = sum(self.look.widths)
        if self.look.lines_from is not None:
            left = sum(self.look.widths[: self.look.lines_from])
            canvas.setStrokeColor(HAIRLINE)
            canvas.setLineWidth(0.4)
            for row, edge in zip(self.rows, edges[1:-1], strict=False):
                if row.fill is None:
                    canvas.line(left, edge, right, edge)
        canvas.setStrokeColor(self.look.ink)
        if self.look.crown:
            canvas.setLineWidth(self.look.crown)
            canvas.line(0, edges[0], right, edges[0])
        if self.look.frame:
            canvas.setLineWidth(self.look.frame)
            canvas.rect(0, edges[-1], right, edges[0] - edges[-1], fill=0)

    def _draw_text(self, row: Row, top: float) -> None:
        for cell, (left, width) in zip(row.cells, self.look.across(row), strict=True):
            y = top
            for space, flowable in _spaced(cell):
                y -= space + flowable.wrap(width, y)[1]
                flowable.drawOn(self.canv, left, y)


def _height(cell: Cell, width: float) -> float:
    height = 0.0
    for space, flowable in _spaced(cell):
        height += space + flowable.wrap(width, 0)[1]
    return height


def _spaced(cell: Cell) -> Iterator[tuple[float, Flowable]]:
    """Yield each paragraph with the space above it, none above the first."""
    for n, flowable in enumerate(cell):
        yield (flowable.getSpaceBefore() if n else 0.0), flowable


def _fitting(heights: list[float], room: float) -> int:
    """Return how many rows fit from the top."""
    for n, height in enumerate(heights):
        room -= height
        if room < -_ROUNDING:
            return n
    return len(heights)


def _cut(cell: Cell, width: float, room: float) -> tuple[Cell, Cell]:
    """Divide a cell where the room ends."""
    for n, (space, flowable) in enumerate(_spaced(cell)):
        height = flowable.wrap(width, room)[1]
        room -= space
        if height > room:
            *begun, rest = flowable.split(width, room) or [flowable]
            return (*cell[:n], *begun), (rest, *cell[n + 1 :])
        room -= height
    return cell, ()
