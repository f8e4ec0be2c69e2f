"""One number of a scale, one hour, one month: a square button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QRadioButton, QSizePolicy

from rls_wizard.ui import brush, style
from rls_wizard.ui.option import draw_frame

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent


class Tile(QRadioButton):
    """A radio button without a mark: the square itself is filled."""

    pad = style.WIDE
    """Room beside the text, both sides together."""

    def __init__(self, text: str, meaning: str = "") -> None:
        """Show the text; the meaning is for a screen reader."""
        super().__init__(text)
        self.setAccessibleName(meaning or text)
        self.setFont(style.font(style.TITLE))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a square in which the text has room."""
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self.text()) + self.pad
        return QSize(max(style.TARGET, width), max(style.TARGET, metrics.height() + style.WIDE))

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def hitButton(self, position: QPoint) -> bool:
        """Take a press anywhere on the square."""
        return self.rect().contains(position)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take two quick presses as one: the second would take the answer back."""
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw frame and text."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_frame(painter, self)
            palette = self.palette()
            if self.isChecked():
                square = brush.rounded(QRectF(self.rect()).adjusted(4, 4, -4, -4), style.HAIR)
                brush.fill(painter, square, palette, style.ink(palette))
            roles = QPalette.ColorRole
            painter.setPen(palette.color(roles.HighlightedText if self.isChecked() else roles.Text))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
