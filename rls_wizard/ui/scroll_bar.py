"""A scroll bar that can be seen: its handle is often the only sign that more follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QScrollBar

from rls_wizard.ui import brush, style

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_LEAST = 40
_EDGE = 4
_SHARE = 10 / 46
"""How wide the handle is, of what can be pressed."""


class ScrollBar(QScrollBar):
    """Upright; a handle on the ground of the page, and nothing where all of the page is seen.

    As wide as all that is pressed, though its handle is not.
    """

    def sizeHint(self) -> QSize:
        """Return the width of a target."""
        return QSize(style.TARGET, super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the handle."""
        del event
        hidden = self.maximum() - self.minimum()
        if not hidden:
            return
        room = self.height() - 2 * style.NORMAL
        wide = _SHARE * self.width()
        length = max(_LEAST, 2 * wide, room * self.pageStep() / (hidden + self.pageStep()))
        top = style.NORMAL + (room - length) * (self.value() - self.minimum()) / hidden
        left = _EDGE if self.isRightToLeft() else self.width() - _EDGE - wide
        handle = QRectF(left, top, wide, length)
        role = QPalette.ColorRole.Text if self.isSliderDown() else QPalette.ColorRole.Mid
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            # A line as thick as the handle is wide: it needs no brush.
            line = handle.adjusted(handle.width() / 2, handle.width() / 2, 0, -handle.width() / 2)
            path = brush.polyline([line.topLeft(), line.bottomLeft()])
            brush.stroke(painter, path, self.palette().color(role), handle.width())
