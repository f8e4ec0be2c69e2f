"""Dates and what happened then, along a line."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from reportlab.platypus.flowables import Flowable, Spacer

from rls_wizard.report.pdf.grid import Grid, Kind, Look, Row
from rls_wizard.report.pdf.styles import ACCENT, QUIET, TITLES, WIDTH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlab.pdfgen.canvas import Canvas

    from rls_wizard.report.model import Moment, Timeline
    from rls_wizard.report.pdf.pen import Pen

_LINE, _DATES = 14.0, 116.0
_GAP = 6.0
_DOT = 2.4
_DASHES = (2, 2)


def time_line(told: Timeline, pen: Pen, *, pad: float, before: float) -> list[Flowable]:
    """Return the line of dates, with what it does not show below its title; nothing for none."""
    if not told.moments:
        return []
    title = (Spacer(0, pad), pen.heading(pen.words("Time line"), 2))
    note = pen.write(told.note, pen.scale.small)
    line = dots(told, pen, WIDTH - TITLES, pad)
    outer = Look((TITLES, WIDTH - TITLES), pad=0, before=before, after=before, crown=0.8)
    return [Grid([Row(((*title, note), (line,)))], outer)]


def dots(told: Timeline, pen: Pen, width: float, pad: float) -> Grid:
    """Return the line alone; there must be something on it."""
    most = _DATES * max(1, pen.scale.body.fontSize / 10)
    dates = min(most, pen.widest(moment.date for moment in told.moments) + _GAP)
    columns = (_LINE, dates, width - _LINE - dates)
    look = Look(columns, pad=pad, gap=_GAP, kind=Kind.LIST)
    return _TimeGrid([_row(moment, pen, pad) for moment in told.moments], look)


def _row(moment: Moment, pen: Pen, pad: float) -> Row:
    stop = _Stop(pen.scale.body.leading / 2 + pad, far=moment.far)
    date = pen.write(moment.date, pen.scale.strong)
    return Row(((stop,), (date,), tuple(pen.write(text) for text in moment.events)))


class _Stop(Flowable):  # type: ignore[misc]
    """The place of a dot; the grid draws it, for it knows how far it is to the next."""

    def __init__(self, middle: float, *, far: bool) -> None:
        super().__init__()
        self.middle = middle
        self.far = far

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        del width, height
        return 0.0, 0.0

    def draw(self) -> None:
        """Leave it to the grid."""


class _TimeGrid(Grid):
    def draw(self) -> None:
        super().draw()
        with self.canv.tags.artifact():
            self._draw_dots()

    def _draw_dots(self) -> None:
        canvas: Canvas = self.canv
        spots = list(self._spots())
        canvas.setStrokeColor(QUIET)
        canvas.setLineWidth(0.8)
        for (above, far), (below, _) in pairwise(spots):
            canvas.setDash(*(_DASHES if far else ()))
            canvas.line(_DOT, above, _DOT, below)
        canvas.setDash()
        canvas.setFillColor(ACCENT)
        for height, _ in spots:
            canvas.circle(_DOT, height, _DOT, stroke=0, fill=1)

    def _spots(self) -> Iterator[tuple[float, bool]]:
        """Yield where each dot is, and whether the line below it is broken."""
        top = sum(self.heights)
        for row, height in zip(self.rows, self.heights, strict=True):
            for stop in row.cells[0]:
                if isinstance(stop, _Stop):
                    yield top - stop.middle, stop.far
            top -= height
