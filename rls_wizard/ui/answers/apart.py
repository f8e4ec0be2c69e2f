"""What sets answers that stand alone apart from the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QFrame

from rls_wizard.ui import brush, style

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class Divider(QFrame):
    """A thin line with a little space around it."""

    def __init__(self) -> None:
        """Take the height that the space needs."""
        super().__init__()
        self.setFixedHeight(style.NORMAL)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        del event
        with QPainter(self) as painter:
            line = brush.rounded(QRectF(0, self.height() // 2, self.width(), 1), 0)
            colour = self.palette().color(QPalette.ColorRole.Midlight)
            brush.fill(painter, line, self.palette(), colour)
