"""Drawing for what is in the first picture.

`QPainter.setPen` and everything that takes a brush make PySide build all of the `Qt` namespace,
which costs a tenth of the time to the first picture; stroking a path does not. So nothing is filled
here before something is chosen, and text is drawn with the pen that a widget's painter begins with.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath, QPalette, QPen

from rls_wizard.ui import style

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QColor, QPainter
    from PySide6.QtWidgets import QWidget

EDGE, STRONG = 2, 3
"""The width of the edge of what is pressed, and of one that is chosen or pointed at."""
RING = 4
"""The width of the ring around what has the focus."""
_GAP = 2


def rounded(box: QRectF, radius: float) -> QPainterPath:
    """Return the outline of a box with round corners."""
    path = QPainterPath()
    path.addRoundedRect(box, radius, radius)
    return path


def circle(box: QRectF) -> QPainterPath:
    """Return the outline of the circle in a square."""
    path = QPainterPath()
    path.addEllipse(box)
    return path


def polyline(points: list[QPointF]) -> QPainterPath:
    """Return a line through points."""
    path = QPainterPath(points[0])
    for point in points[1:]:
        path.lineTo(point)
    return path


def fill(painter: QPainter, path: QPainterPath, palette: QPalette, colour: QColor) -> None:
    """Fill a shape; the palette only lends a brush."""
    brush = palette.brush(QPalette.ColorRole.Base)
    brush.setColor(colour)
    painter.fillPath(path, brush)


def bar(painter: QPainter, widget: QWidget, role: QPalette.ColorRole) -> None:
    """Draw a bar of colour along the edge at which the text of a widget begins."""
    left = widget.width() - style.BAR if widget.isRightToLeft() else 0
    edge = rounded(QRectF(left, 0, style.BAR, widget.height()), 0)
    fill(painter, edge, widget.palette(), widget.palette().color(role))


def blot(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """Fill a box with round corners by a stroke as thick as it is high: it needs no brush."""
    reach = max(box.height(), 0) / 4
    inside = box.adjusted(reach, reach, -reach, -reach)
    stroke(painter, rounded(inside, 1), colour, 2 * reach + 1)


def ring(painter: QPainter, box: QRectF, palette: QPalette) -> None:
    """Draw a ring along the inside of a box.

    In two colours, so that it stands out from what is in it as well as from what is around it.
    """
    within = box.adjusted(RING, RING, -RING, -RING)
    edge(painter, within, palette.color(QPalette.ColorRole.Window), _GAP)
    edge(painter, box, palette.color(QPalette.ColorRole.Text), RING)


def edge(painter: QPainter, box: QRectF, colour: QColor, width: int = EDGE) -> None:
    """Draw the edge of a box with round corners, all of it inside: so no pixel is half a colour."""
    half = width / 2
    stroke(painter, rounded(box.adjusted(half, half, -half, -half), style.ROUND), colour, width)


def stroke(painter: QPainter, path: QPainterPath, colour: QColor, width: float) -> None:
    """Draw the outline of a shape."""
    pen = QPen()
    pen.setColor(colour)
    pen.setWidthF(width)
    painter.strokePath(path, pen)
