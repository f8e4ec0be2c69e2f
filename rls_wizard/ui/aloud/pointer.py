"""A bar and a tip beside what is being read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPalette
from PySide6.QtWidgets import QScrollArea, QWidget
from shiboken6 import isValid

from rls_wizard.ui import brush, style

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_WIDE = style.NORMAL


class Pointer(QWidget):
    """Stands in the margin of the page, and takes no press."""

    def __init__(self, ground: QWidget) -> None:
        """Take what scrolls, so that it goes along."""
        super().__init__(ground)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def point_at(self, widget: QWidget, *, follow: bool) -> None:
        """Stand beside something; `follow` scrolls to it."""
        ground = self.parentWidget()
        self.hide()
        if not isValid(widget) or ground is None or not ground.isAncestorOf(widget):
            return
        corner = widget.mapTo(ground, QPoint(0, 0))
        left = corner.x() + widget.width() if self.isRightToLeft() else corner.x() - _WIDE
        self.setGeometry(left, corner.y(), _WIDE, widget.height())
        self.raise_()
        self.show()
        if follow and (area := _area(ground)):
            area.ensureWidgetVisible(widget, 0, style.SECTION)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar, and the tip that points at the words."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.isRightToLeft():
                painter.translate(self.width(), 0)
                painter.scale(-1, 1)
            colour = self.palette().color(QPalette.ColorRole.Highlight)
            shape = QPainterPath()
            shape.addRect(QRectF(0, 0, style.HAIR, self.height()))
            top = min(self.height() / 2, style.WIDE)
            shape.addPolygon(
                [
                    QPointF(style.HAIR, top - 7),
                    QPointF(_WIDE - 2, top),
                    QPointF(style.HAIR, top + 7),
                ]
            )
            brush.fill(painter, shape, self.palette(), colour)


def _area(ground: QWidget) -> QScrollArea | None:
    parent = ground.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    return parent
