"""The face of a clock of 24 hours: night above, day below, and an arrow to the hour."""

from __future__ import annotations

from math import cos, hypot, pi, sin
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPalette
from PySide6.QtWidgets import QWidget

from rls_wizard.ui import brush, style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from rls_wizard.ui.tile import Tile

_STARS = ((-0.42, -0.3), (0.44, -0.26), (0.3, -0.54))
_RAYS = 8


class Face(QWidget):
    """Only adds to the buttons around it, so the keyboard and screen readers pass it over."""

    def __init__(self, tiles: Sequence[Tile], night: str, day: str) -> None:
        """Take the buttons around it, and what its halves are called."""
        super().__init__()
        self._tiles, self._night, self._day = tiles, night, day
        self.setFont(style.font(style.SMALL))
        for tile in tiles:
            # Not the method of Qt itself: of each connection to one, PySide leaves a text behind.
            tile.toggled.connect(lambda _: self.update())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the halves, a mark for each hour, and an arrow to the one that is chosen."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(QRectF(self.rect()).center())
            far = min(self.width(), self.height()) / 2 - 2
            self._draw_halves(painter, far)
            self._draw_hours(painter, far)
            self._draw_night(painter, far)
            self._draw_day(painter, far)

    def _draw_halves(self, painter: QPainter, far: float) -> None:
        palette, roles = self.palette(), QPalette.ColorRole
        box = _square(far)
        upper = QPainterPath()
        upper.arcTo(box, 0, 180)
        brush.fill(painter, brush.circle(box), palette, palette.color(roles.Base))
        brush.fill(painter, upper, palette, palette.color(roles.AlternateBase))
        level = brush.polyline([QPointF(-far, 0), QPointF(far, 0)])
        brush.stroke(painter, level, palette.color(roles.Midlight), 1)
        brush.stroke(painter, brush.circle(box), palette.color(roles.Mid), 1.5)

    def _draw_hours(self, painter: QPainter, far: float) -> None:
        """Point to each button, where it stands."""
        palette, roles = self.palette(), QPalette.ColorRole
        here = QPointF(self.geometry().center())
        for tile in self._tiles:
            way = QPointF(tile.geometry().center()) - here
            way /= hypot(way.x(), way.y())
            tick = brush.polyline([way * (far * 0.93), way * far])
            brush.stroke(painter, tick, palette.color(roles.Mid), 1.5)
            if tile.isChecked():
                brush.fill(painter, _arrow(way, far), palette, palette.color(roles.Highlight))

    def _draw_night(self, painter: QPainter, far: float) -> None:
        """Draw a moon, some stars, and the word."""
        palette, text = self.palette(), self.palette().color(QPalette.ColorRole.Text)
        moon = brush.circle(_square(far * 0.13).translated(0, -far * 0.46))
        shadow = brush.circle(_square(far * 0.12).translated(far * 0.08, -far * 0.5))
        brush.fill(painter, moon.subtracted(shadow), palette, text)
        for x, y in _STARS:
            star = brush.circle(_square(far * 0.016).translated(far * x, far * y))
            brush.fill(painter, star, palette, text)
        self._write(painter, self._night, -far * 0.18)

    def _draw_day(self, painter: QPainter, far: float) -> None:
        """Draw a sun, and the word."""
        palette, text = self.palette(), self.palette().color(QPalette.ColorRole.Text)
        middle = QPointF(0, far * 0.46)
        sun = brush.circle(_square(far * 0.08).translated(middle))
        brush.fill(painter, sun, palette, text)
        for ray in range(_RAYS):
            angle = 2 * pi * ray / _RAYS
            way = QPointF(cos(angle), sin(angle))
            line = brush.polyline([middle + way * (far * 0.12), middle + way * (far * 0.17)])
            brush.stroke(painter, line, text, far * 0.022)
        self._write(painter, self._day, far * 0.18)

    def _write(self, painter: QPainter, word: str, middle: float) -> None:
        high = self.fontMetrics().height()
        box = QRectF(-self.width() / 2, middle - high / 2, self.width(), high)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, word)


def _square(reach: float) -> QRectF:
    """Return a square around the middle."""
    return QRectF(-reach, -reach, 2 * reach, 2 * reach)


def _arrow(way: QPointF, far: float) -> QPainterPath:
    """Return a head that points outwards, as a shape."""
    aside = QPointF(-way.y(), way.x()) * (far * 0.13)
    foot = way * (far * 0.66)
    return brush.polyline([foot + aside, way * (far * 0.95), foot - aside, foot + aside])
