"""Small drawings: the icons of urgency, lines to write on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rls_wizard.report.pdf.figure import Figure
from rls_wizard.report.pdf.styles import HAIRLINE, QUIET

if TYPE_CHECKING:
    from reportlab.lib.colors import Color
    from reportlab.pdfgen.canvas import Canvas

    from rls_wizard.domain.rules import Urgency

_MANY = 14
_BOX = 10.0


class UrgencyIcon(Figure):
    """A triangle for today and now, a clock for soon and later; always beside a word."""

    def __init__(self, urgency: Urgency, size: float, ink: Color, ground: Color) -> None:
        """Take the colour to draw with and the one that it stands on."""
        super().__init__()
        self.urgency = urgency
        self.size = size
        self.ink = ink
        self.ground = ground

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Be as high as the line of text beside it."""
        del width, height
        return self.size, self.size * 1.2

    def draw(self) -> None:
        """Draw the one or the other."""
        self.canv.setFillColor(self.ink)
        self.canv.setStrokeColor(self.ink)
        if self.urgency.urgent:
            self._triangle()
        else:
            self._clock()

    def _triangle(self) -> None:
        canvas: Canvas = self.canv
        unit = self.size / 10
        path = canvas.beginPath()
        path.moveTo(0, unit)
        path.lineTo(10 * unit, unit)
        path.lineTo(5 * unit, 10 * unit)
        path.close()
        canvas.setLineJoin(1)
        canvas.setLineWidth(unit)
        canvas.drawPath(path, fill=1)
        canvas.setFillColor(self.ground)
        canvas.rect(4.4 * unit, 4 * unit, 1.2 * unit, 3.4 * unit, stroke=0, fill=1)
        canvas.circle(5 * unit, 2.6 * unit, 0.7 * unit, stroke=0, fill=1)

    def _clock(self) -> None:
        canvas: Canvas = self.canv
        unit = self.size / 10
        canvas.setLineWidth(1.1 * unit)
        canvas.setLineCap(1)
        canvas.circle(5 * unit, 5.5 * unit, 4.4 * unit, fill=0)
        canvas.lines(
            [
                (5 * unit, 5.5 * unit, 5 * unit, 8.4 * unit),
                (5 * unit, 5.5 * unit, 7 * unit, 4.4 * unit),
            ]
        )


class Blank(Figure):
    """A line for the pen."""

    def __init__(self, room: float) -> None:
        """Take how much room to leave above a label beside it."""
        super().__init__()
        self.room = room

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take the whole width."""
        del height
        self.width = width
        return width, self.room + 11

    def draw(self) -> None:
        """Draw it where the label beside it stands."""
        self.canv.setStrokeColor(QUIET)
        self.canv.setLineWidth(0.6)
        self.canv.line(0, 0, self.width, 0)


class TickBox(Figure):
    """A box for the pen."""

    def __init__(self, line: float = _BOX + 1) -> None:
        """Take how high the line of text beside it is."""
        super().__init__()
        self.line = line

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Be as high as the line of text beside it."""
        del width, height
        return _BOX, self.line

    def draw(self) -> None:
        """Draw it empty."""
        self.canv.setStrokeColor(QUIET)
        self.canv.setLineWidth(0.8)
        self.canv.rect(0, (self.line - _BOX) / 2 - 2, _BOX, _BOX, fill=0)


class Room(Figure):
    """A frame to write in."""

    def __init__(self, height: float) -> None:
        """Take how high it is."""
        super().__init__()
        self.height = height

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take the whole width, and keep away from what is above."""
        del height
        self.width = width
        return width, self.height + 4

    def draw(self) -> None:
        """Draw it empty."""
        self.canv.setStrokeColor(QUIET)
        self.canv.setLineWidth(0.8)
        self.canv.rect(0, 0, self.width, self.height, fill=0)


class Ruled(Figure):
    """As many lines to write on as the page has room for."""

    def __init__(self, apart: float) -> None:
        """Take how far it is from line to line."""
        super().__init__()
        self.apart = apart

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Fill the rest of the page, within reason."""
        self.width = width
        self.lines = max(1, min(_MANY, int(height / self.apart)))
        return width, self.lines * self.apart

    def draw(self) -> None:
        """Draw them from the top."""
        self.canv.setStrokeColor(HAIRLINE)
        self.canv.setLineWidth(0.6)
        for n in range(self.lines):
            self.canv.line(0, n * self.apart + 0.6, self.width, n * self.apart + 0.6)
