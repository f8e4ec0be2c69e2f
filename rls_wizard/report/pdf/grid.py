"""Rows of paragraphs that break well over pages: everything on the paper stands in such a grid.

reportlab's own table does more and costs more. This one keeps a row whole unless it is long, never
leaves a heading alone at the foot of a page, and can break any row, however long its text.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from reportlab.platypus.flowables import Flowable

from rls_wizard.report.pdf.paragraphs import Label
from rls_wizard.report.pdf.styles import ACCENT, HAIRLINE
from rls_wizard.report.pdf.tags import REPEATED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

    from reportlab.lib.colors import Color
    from reportlab.pdfgen.canvas import Canvas

    from rls_wizard.report.pdf.tags import Tags

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


_GRIDS = {Kind.LAYOUT: "", Kind.LIST: "L", Kind.TABLE: "Table"}
_ROWS = {Kind.LAYOUT: "", Kind.LIST: "LI", Kind.TABLE: "TR"}


@dataclass(frozen=True, slots=True)
class Row:
    """Cells side by side; where there are fewer than columns, the last one takes the rest."""

    cells: tuple[Cell, ...]
    glued: bool = False
    """Whether it stays with the row below, as headings do."""
    fill: Color | None = None
    widths: tuple[float, ...] = ()
    """Columns of its own, where it differs from the grid."""
    broken: bool = False
    """Whether it is a part of a row that a page's end broke."""
    again: bool = False
    """Whether it only repeats the header of a table that goes on."""
    key: object = field(default_factory=object, compare=False, repr=False)
    """What all parts of a row have in common, if a page's end breaks it."""


class Look(NamedTuple):
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
    ink: Color = ACCENT
    kind: Kind = Kind.LAYOUT
    named: bool = False
    """Of a table without such a header: whether the first cell of each row names the row."""

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
        self.first = rows[0].key
        """The same for all parts of a grid, if a page's end breaks it."""
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
            bottom.insert(0, replace(self.rows[0], again=True))
        looks = self.look, self.look._replace(before=0.0)
        pieces = [type(self)(rows, look) for rows, look in zip((top, bottom), looks, strict=True)]
        for piece in pieces:
            piece.first = self.first
        return pieces

    def draw(self) -> None:
        """Draw fills, then lines, then text from top to bottom."""
        edges = [sum(self.heights)]
        for height in self.heights:
            edges.append(edges[-1] - height)
        tags = self.canv.tags
        with tags.artifact():
            self._draw_fills(edges)
            self._draw_lines(edges)
        with tags.element(_GRIDS[self.look.kind], (self.first, "grid")):
            for row, top in zip(self.rows, edges, strict=False):
                with tags.artifact(REPEATED) if row.again else self._row(row):
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
        row = replace(row, broken=True)
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
        across = self.look.across(row)
        for n, (cell, (left, width)) in enumerate(zip(row.cells, across, strict=True)):
            y = top
            with self._cell(row, n):
                for space, flowable in _spaced(cell):
                    y -= space + flowable.wrap(width, y)[1]
                    flowable.drawOn(self.canv, left, y)

    def _row(self, row: Row) -> AbstractContextManager[None]:
        """Return what stands around a row for who cannot see it."""
        tags: Tags = self.canv.tags
        return tags.element(_ROWS[self.look.kind], (row.key, "row"))

    @contextmanager
    def _cell(self, row: Row, n: int) -> Iterator[None]:
        """Stand around a cell."""
        tags: Tags = self.canv.tags
        if self.look.kind is Kind.TABLE:
            with tags.element(*self._role(row, n)):
                yield
            return
        # The cells of an entry of a list are one body, but for its dot.
        labelled = any(isinstance(flowable, Label) for flowable in row.cells[n])
        body = self.look.kind is Kind.LIST and row.cells[n] and not labelled
        # What goes on on the next page is heard before the cell beside it.
        apart = row.broken and len(row.cells) > 1
        with (
            tags.element("LBody" if body else "", (row.key, "body")),
            tags.element("NonStruct" if apart else "", (row.key, n)),
        ):
            yield

    def _role(self, row: Row, n: int) -> tuple[str, object, str]:
        """Return what a cell of a table is: its role, its key, and what it is the header of."""
        more = ""
        if spare := (n == len(row.cells) - 1) * (len(self.look.widths) - len(row.cells)):
            more = f"/ColSpan {spare + 1}"
        heads = row.key is self.first if self.look.repeat else self.look.named and n == 0
        if heads:
            more += f"/Scope/{'Column' if self.look.repeat else 'Row'}"
        attributes = f"/A<</O/Table{more}>>" if more else ""
        return "TH" if heads else "TD", (row.key, n), attributes


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
