"""Push buttons of our own look.

Filled is the one thing to do next, outlined the rest; what stands often on a page is like a link.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QPushButton

from rls_wizard.ui import brush, style
from rls_wizard.ui.option import draw_focus

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

_CENTRED = 0x0084 | 0x0800
"""AlignCenter and TextShowMnemonic, as a number: see `option`."""
_IN = 6
"""How far within its edge a filled button shows that it is pressed: beyond the focus."""


class PushButton(QPushButton):
    """Its text does not wrap, so keep it short."""

    pad = style.WIDE
    repeats = False
    """Whether a second quick press does something more, as with larger and larger text."""

    def __init__(self, text: str, *, primary: bool = False) -> None:
        """Show the text; "&" is a letter in it."""
        super().__init__(text.replace("&", "&&"))
        self._primary = primary
        role = QPalette.ColorRole
        self.setForegroundRole(role.HighlightedText if primary else role.Text)

    def sizeHint(self) -> QSize:
        """Return the size of the text with some space around it, at least that of a target."""
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self.text()) + 2 * self.pad
        return QSize(
            max(style.TARGET, width), max(style.TARGET, metrics.height() + 2 * style.TIGHT)
        )

    def minimumSizeHint(self) -> QSize:
        """Return the same: nothing of the text may be cut."""
        return self.sizeHint()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take two quick presses as one: see `option.Row`."""
        if self.repeats:
            super().mouseDoubleClickEvent(event)
        else:
            event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw shape and text."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            lit = self.isDown() or (self.underMouse() and self.isEnabled())
            self.draw_ground(painter, QRectF(self.rect()), lit=lit)
            draw_focus(painter, self)
            painter.drawText(self.rect(), _CENTRED, self.text())

    def draw_ground(self, painter: QPainter, box: QRectF, *, lit: bool) -> None:
        """Draw the shape, other while it is pressed or pointed at."""
        palette, roles = self.palette(), QPalette.ColorRole
        inside = box.adjusted(1, 1, -1, -1)
        if self._primary:
            brush.blot(painter, inside, palette.color(roles.Highlight))
            if lit:
                inner = box.adjusted(_IN, _IN, -_IN, -_IN)
                brush.edge(painter, inner, palette.color(roles.HighlightedText))
            return
        brush.blot(painter, inside, palette.color(roles.Button if self.isDown() else roles.Base))
        edge = roles.Text if lit else roles.Mid if self.isEnabled() else roles.Midlight
        brush.edge(painter, box, palette.color(edge), brush.STRONG if lit else brush.EDGE)


class LightButton(PushButton):
    """A button that stays in the background: underlined words, an edge only under the pointer."""

    pad = style.NORMAL

    def __init__(self, text: str) -> None:
        """Show the text."""
        super().__init__(text)
        self.setFont(style.font(underlined=True))
        self.setForegroundRole(QPalette.ColorRole.Link)

    def draw_ground(self, painter: QPainter, box: QRectF, *, lit: bool) -> None:
        """Draw an edge where it is pressed or pointed at."""
        if lit:
            brush.edge(painter, box, self.palette().color(QPalette.ColorRole.Text))
