"""A card: things that belong together, on a ground of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from rls_wizard.ui import brush, style

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class Card(QFrame):
    """A surface with round corners; one that matters has a bar of colour along its edge.

    The bar only adds to the words: pass a role such as Highlight or BrightText.
    """

    def __init__(self, bar: QPalette.ColorRole | None = None) -> None:
        """Create an empty card, to be filled through `column`."""
        super().__init__()
        self._bar = bar
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(style.WIDE, style.NORMAL, style.WIDE, style.NORMAL)
        self.column.setSpacing(style.TIGHT)

    def add(self, widget: QWidget) -> None:
        """Put something below what is there."""
        self.column.addWidget(widget)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, edge and bar."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            palette, roles = self.palette(), QPalette.ColorRole
            box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            shape = brush.rounded(box, style.ROUND)
            brush.fill(painter, shape, palette, palette.color(roles.Base))
            if self._bar is not None:
                painter.setClipPath(shape)
                brush.bar(painter, self, self._bar)
                painter.setClipping(False)
            brush.stroke(painter, shape, palette.color(roles.Midlight), 1)
