"""The six numbers on thin lines: where each stands, and no word on what is much."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rls_wizard.report.pdf.clock import Clock
from rls_wizard.report.pdf.figure import Figure
from rls_wizard.report.pdf.fonts import REGULAR
from rls_wizard.report.pdf.grid import Grid, Kind, Look, Row
from rls_wizard.report.pdf.styles import INK, QUIET

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus.flowables import Flowable

    from rls_wizard.i18n import Catalogue
    from rls_wizard.report.model import Measure, Report
    from rls_wizard.report.pdf.grid import Cell
    from rls_wizard.report.pdf.pen import Pen

_MARK = 2.7
_LONG_TICK, _TICK = 5.0, 3.0
_SMALL = 7.5
_ENDS = 13.0
"""The room for a number at each end."""
_GAP = 8.0
_MOST = 0.4
"""How much of the width questions may take, and answers; the rest is for the lines."""


class Scale(Figure):
    """A line with a tick for each whole number, and a mark on the one that was told."""

    def __init__(self, measure: Measure, words: Catalogue, height: float) -> None:
        """Take a number that has a scale, the language, and how high a line of text is."""
        super().__init__()
        self.measure = measure
        self.height = height
        self.alt = words("{value} on a scale from {least} to {most}").format(
            value=measure.answer, least=f"{measure.least:g}", most=f"{measure.most:g}"
        )

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take the whole width."""
        del height
        self.width = width
        return width, self.height

    def place(self, number: float) -> float:
        """Return how far from the left a number stands."""
        told = self.measure
        share = (number - told.least) / (told.most - told.least)
        return _ENDS + share * (self.width - 2 * _ENDS)

    def draw(self) -> None:
        """Draw the line between its numbers, its ticks, and the mark."""
        canvas: Canvas = self.canv
        told, line = self.measure, self.height * 0.46
        left, right = self.place(told.least), self.place(told.most)
        canvas.setStrokeColor(QUIET)
        canvas.setLineWidth(0.6)
        canvas.line(left, line, right, line)
        for number in range(int(told.least), int(told.most) + 1):
            reach = (_LONG_TICK if number in {told.least, told.most} else _TICK) / 2
            canvas.line(self.place(number), line - reach, self.place(number), line + reach)
        canvas.setFont(REGULAR, _SMALL)
        canvas.setFillColor(QUIET)
        canvas.drawRightString(left - _MARK - 1.5, line - _SMALL / 3, f"{told.least:g}")
        canvas.drawString(right + _MARK + 1.5, line - _SMALL / 3, f"{told.most:g}")
        canvas.setFillColor(INK)
        canvas.circle(self.place(told.value or 0), line, _MARK, stroke=0, fill=1)


def scales(report: Report, pen: Pen, width: float) -> Flowable:
    """Return the numbers as they were told, beside a clock if an hour is among them.

    If there is an earlier visit, its numbers stand in a column of their own under its day.
    """
    hour = next((m for m in report.numbers if m.hours and m.value is not None), None)
    if hour is None:
        return _table(report, pen, width)
    clock = Clock(hour, pen.words)
    room = width - clock.wrap(0, 0)[0]
    return Grid(
        [Row(((_table(report, pen, room - 2 * _GAP),), (clock,)))],
        Look((room, width - room), pad=0, gap=_GAP),
    )


def _table(report: Report, pen: Pen, width: float) -> Flowable:
    numbers, compared = report.numbers, bool(report.then_on)
    days = (report.origin.answered_on, report.then_on) if compared else ()
    question = min(_widest((m.question for m in numbers), pen), _MOST * width)
    told = _widest((*days, *(m.answer for m in numbers), *(m.then for m in numbers)), pen)
    columns = (min(told, _MOST / 2 * width),) * 2 if compared else (min(told, _MOST * width),)
    rows = [_row(measure, pen, compared=compared) for measure in numbers]
    if compared:
        head = ((pen.write(day, pen.scale.small),) for day in days)
        rows.insert(0, Row(((), *head, ()), glued=True))
    widths = (question, *columns, width - question - sum(columns))
    look = Look(widths, pad=0.8, gap=_GAP, kind=Kind.TABLE, named=True, repeat=compared)
    return Grid(rows, look)


def _widest(texts: Iterable[str], pen: Pen) -> float:
    return pen.widest(texts) + _GAP + 1


def _row(measure: Measure, pen: Pen, *, compared: bool) -> Row:
    """Return question, answers, and the scale if there is one."""
    then: tuple[Cell, ...] = ((pen.write(measure.then),),) if compared else ()
    drawn = Scale(measure, pen.words, pen.scale.body.leading)
    return Row(
        (
            (pen.write(measure.question),),
            (pen.write(measure.answer, pen.scale.strong),),
            *then,
            (drawn,) if measure.on_scale else (),
        ),
        glued=True,
    )
