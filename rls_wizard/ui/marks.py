"""Small signs that stand beside words, painted so that they take the colours of the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from rls_wizard.domain.rules import Urgency
from rls_wizard.ui import brush, style
from rls_wizard.ui.option import line_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QColor, QPaintEvent

_HANDS = ((0.5, 0.24), (0.5, 0.52), (0.7, 0.62))
_TRIANGLE = ((0.5, 0.08), (0.97, 0.92), (0.03, 0.92), (0.5, 0.08))
_BANG = ((0.5, 0.36), (0.5, 0.64))
_STEM = ((0.5, 0.45), (0.5, 0.74))
_BAR = ((0.26, 0.5), (0.74, 0.5))


class Mark(QWidget):
    """A sign as high as a line of text; it only adds to words, so screen readers pass it over."""

    def __init__(self, draw: Draw, share: float, role: QPalette.ColorRole) -> None:
        """Take what to draw, the step of the type scale it stands beside, and its colour."""
        super().__init__()
        self._draw = draw
        self._side = round(style.font(share).pixelSize() * 1.4)
        self._role = role
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a square."""
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sign."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw(painter, QRectF(self.rect()), self.palette().color(self._role))


def clock(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """Draw what is for soon, or later."""
    _ring(painter, box, colour)
    brush.stroke(painter, line_in(box, _HANDS), colour, box.width() / 11)


def warning(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """Draw what cannot wait."""
    width = box.width() / 11
    brush.stroke(painter, line_in(box, _TRIANGLE), colour, width)
    brush.stroke(painter, line_in(box, _BANG), colour, width)
    _dot(painter, box, 0.78, colour)


def information(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """Draw what is good to know."""
    _ring(painter, box, colour)
    brush.stroke(painter, line_in(box, _STEM), colour, box.width() / 11)
    _dot(painter, box, 0.28, colour)


def no_entry(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """Draw what not to do."""
    _ring(painter, box, colour)
    brush.stroke(painter, line_in(box, _BAR), colour, box.width() / 7)


def of_urgency(urgency: Urgency) -> Draw:
    """Return the sign of how soon, the same as on paper."""
    if urgency.urgent:
        return warning
    return information if urgency is Urgency.NONE else clock


def _ring(painter: QPainter, box: QRectF, colour: QColor) -> None:
    inset = box.width() * 0.08
    ring = brush.circle(box.adjusted(inset, inset, -inset, -inset))
    brush.stroke(painter, ring, colour, box.width() / 11)


def _dot(painter: QPainter, box: QRectF, height: float, colour: QColor) -> None:
    reach = box.width() * 0.04
    path = QPainterPath()
    path.addEllipse(QPointF(box.center().x(), box.top() + height * box.height()), reach, reach)
    brush.stroke(painter, path, colour, 2 * reach)


if TYPE_CHECKING:
    Draw = Callable[[QPainter, QRectF, QColor], None]
