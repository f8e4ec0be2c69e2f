"""A push button of our own look: filled for the one thing to do next, outlined for the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QPushButton

from rls_wizard.ui import brush, style
from rls_wizard.ui.option import draw_focus

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_CENTRED = 0x0084 | 0x0800
"""AlignCenter and TextShowMnemonic, as a number: see `option`."""


class PushButton(QPushButton):
    """Its text does not wrap, so keep it short."""

    def __init__(self, text: str, *, primary: bool = False) -> None:
        """Show the text; "&" is a letter in it."""
        super().__init__(text.replace("&", "&&"))
        self._primary = primary
        role = QPalette.ColorRole
        self.setForegroundRole(role.HighlightedText if primary else role.Text)

    def sizeHint(self) -> QSize:
        """Return the size of the text with some space around it, at least that of a target."""
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self.text()) + 2 * style.WIDE
        return QSize(
            max(style.TARGET, width), max(style.TARGET, metrics.height() + 2 * style.TIGHT)
        )

    def minimumSizeHint(self) -> QSize:
        """Return the same: nothing of the text may be cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw shape and text."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            palette, roles = self.palette(), QPalette.ColorRole
            lit = self.isDown() or (self.underMouse() and self.isEnabled())
            if self._primary:
                accent, text = palette.color(roles.Highlight), palette.color(roles.Text)
                brush.blot(painter, box, style.blend(accent, text, 0.8) if lit else accent)
            else:
                brush.blot(painter, box, palette.color(roles.Button if lit else roles.Base))
                edge = palette.color(roles.Mid if self.isEnabled() else roles.Midlight)
                brush.stroke(painter, brush.rounded(box, style.ROUND), edge, 1.5)
            draw_focus(painter, self)
            if not self.isEnabled():
                painter.setOpacity(0.5)
            painter.drawText(self.rect(), _CENTRED, self.text())
