"""A clock of 24 hours, midnight at the top, on which the told hour is filled in."""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfmetrics import stringWidth

from rls_wizard.report.pdf.figure import Figure
from rls_wizard.report.pdf.fonts import REGULAR
from rls_wizard.report.pdf.styles import INK, QUIET

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from rls_wizard.i18n import Catalogue
    from rls_wizard.report.model import Measure

_HOURS = 24
_QUARTER = 6
RADIUS = 25.0
_SMALL = 7.5
_OFF = 2.5
"""Between the rim and the words around it."""
_TICK, _LONG_TICK = 2.5, 5.0
_INNER = 0.45
"""Where the filled hour begins, from the middle."""


class Clock(Figure):
    """The dial; only what was told is drawn: the hour nearest to the usual start."""

    def __init__(self, measure: Measure, words: Catalogue) -> None:
        """Take a number that is an hour, and the language."""
        super().__init__()
        self.measure = measure
        beside = [stringWidth(measure.hours[n], REGULAR, _SMALL) for n in (6, 18)]
        self.room = RADIUS + _OFF + float(max(beside))
        """From the middle to each side."""
        self.alt = words("A clock of 24 hours, filled in at {hour}").format(hour=measure.answer)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take the dial and the words around it."""
        del width, height
        return 2 * self.room, 2 * (RADIUS + _OFF + _SMALL)

    def draw(self) -> None:
        """Draw the hour, then the dial."""
        canvas: Canvas = self.canv
        middle = self.room, RADIUS + _OFF + _SMALL
        hour = self.measure.value or 0
        self._fill(middle, hour - 0.5, hour + 0.5)
        canvas.setStrokeColor(QUIET)
        canvas.setLineWidth(0.6)
        canvas.circle(*middle, RADIUS, fill=0)
        for number in range(_HOURS):
            long = number % _QUARTER == 0
            inner = RADIUS - (_LONG_TICK if long else _TICK)
            canvas.line(*_at(middle, number, inner), *_at(middle, number, RADIUS))
        self._name(middle)

    def _fill(self, middle: tuple[float, float], start: float, end: float) -> None:
        """Fill the hour between two circles."""
        canvas: Canvas = self.canv
        path = canvas.beginPath()
        steps = [start + (end - start) * n / 12 for n in range(13)]
        outer = [_at(middle, hour, RADIUS) for hour in steps]
        inner = [_at(middle, hour, RADIUS * _INNER) for hour in reversed(steps)]
        path.moveTo(*outer[0])
        for point in (*outer[1:], *inner):
            path.lineTo(*point)
        path.close()
        canvas.setFillColor(INK)
        canvas.drawPath(path, stroke=0, fill=1)

    def _name(self, middle: tuple[float, float]) -> None:
        canvas: Canvas = self.canv
        names = [self.measure.hours[n] for n in range(0, _HOURS, _QUARTER)]
        x, y = middle
        canvas.setFont(REGULAR, _SMALL)
        canvas.setFillColor(QUIET)
        canvas.drawCentredString(x, y + RADIUS + _OFF, names[0])
        canvas.drawString(x + RADIUS + _OFF, y - _SMALL * 0.33, names[1])
        canvas.drawCentredString(x, y - RADIUS - _SMALL, names[2])
        canvas.drawRightString(x - RADIUS - _OFF, y - _SMALL * 0.33, names[3])


def _at(middle: tuple[float, float], hour: float, far: float) -> tuple[float, float]:
    """Return the point at an hour, so far from the middle."""
    angle = pi / 2 - 2 * pi * hour / _HOURS
    return middle[0] + far * cos(angle), middle[1] + far * sin(angle)
