"""A line about what is private, behind a padlock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPalette
from PySide6.QtWidgets import QPushButton

from rls_wizard.ui import brush, style
from rls_wizard.ui.option import Row, draw_focus

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

PRIVATE = "private"
"""The property of a widget that shows an answer which others in the room may not hear."""


class LockedLine(Row, QPushButton):
    """A line in small print about what is private; it wraps."""

    pad = style.HAIR

    def __init__(self, text: str) -> None:
        """Show the text."""
        super().__init__()
        self.setFont(style.font(style.SMALL, underlined=True))
        self.set_up(text)
        self.setForegroundRole(QPalette.ColorRole.Link)

    def draw_ground(self, painter: QPainter) -> None:
        """Draw nothing but the focus."""
        draw_focus(painter, self)

    def draw_mark(self, painter: QPainter, box: QRectF) -> None:
        """Draw a padlock."""
        side = box.width()
        left, low = _share(box, 0.32, 0.46)
        right, _ = _share(box, 0.68, 0.46)
        arch = QRectF(left, box.top() + side * 0.14, right - left, right - left)
        bow = QPainterPath(QPointF(left, low))
        bow.lineTo(left, arch.center().y())
        bow.arcTo(arch, 180, -180)
        bow.lineTo(right, low)
        body = QRectF(*_share(box, 0.2, 0.46), side * 0.6, side * 0.42)
        for path in (brush.rounded(body, 2), bow):
            brush.stroke(painter, path, self.ink(), side / 10)


def _share(box: QRectF, x: float, y: float) -> tuple[float, float]:
    return box.left() + x * box.width(), box.top() + y * box.height()
