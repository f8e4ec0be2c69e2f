"""Push buttons of our own look.

Filled is the one thing to do next, outlined the rest; what stands often on a page is like a link.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QPushButton, QSizePolicy

from rls_wizard.ui import brush, style
from rls_wizard.ui.option import TALLEST, draw_focus

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

_CENTRED = 0x0084 | 0x0800
"""AlignCenter and TextShowMnemonic, as a number: see `option`."""
_WRAPPED = _CENTRED | 0x1000
"""With TextWordWrap."""
_SPARE = 4
_IN = 6
"""How far within its edge a filled button shows that it is pressed: beyond the focus."""


class PushButton(QPushButton):
    """Its text wraps on a narrow screen only, so keep it short."""

    pad = style.WIDE
    repeats = False
    """Whether a second quick press does something more, as with larger and larger text."""

    def __init__(self, text: str, *, primary: bool = False) -> None:
        """Show the text; "&" is a letter in it."""
        super().__init__(text.replace("&", "&&"))
        self._primary = primary
        if style.NARROW:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
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
        whole = self.sizeHint()
        if not style.NARROW:
            return whole
        words = map(self.fontMetrics().horizontalAdvance, self.text().split())
        return QSize(max(style.TARGET, max(words, default=0) + 2 * self.pad), whole.height())

    def hasHeightForWidth(self) -> bool:
        """Tell the layout whether the text wraps."""
        return style.NARROW

    def heightForWidth(self, width: int) -> int:
        """Return the height of the text in a width."""
        if not style.NARROW:
            return super().heightForWidth(width)
        room = QRect(0, 0, width - 2 * self._edge(), TALLEST)
        wrapped = self.fontMetrics().boundingRect(room, _WRAPPED, self.text())
        return max(style.TARGET, wrapped.height() + 2 * style.TIGHT)

    def _edge(self) -> int:
        """Return the room beside text that wraps: a little less, or what just fits would wrap."""
        return max(0, self.pad - _SPARE)

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
            edge = self._edge()
            inside = self.rect().adjusted(edge, 0, -edge, 0)
            box, way = (inside, _WRAPPED) if style.NARROW else (self.rect(), _CENTRED)
            painter.drawText(box, way, self.text())

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
