"""What can be pressed and yet stays in the background, where there is much of it on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPalette
from PySide6.QtWidgets import QPushButton

from rls_wizard.ui import brush, style
from rls_wizard.ui.option import Row, draw_focus

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPaintEvent

_CENTRED = 0x0084 | 0x0800
"""AlignCenter and TextShowMnemonic, as a number: see `option`."""


class LightButton(QPushButton):
    """A button that looks like a link; its text does not wrap, so keep it short."""

    def __init__(self, text: str) -> None:
        """Show the text; "&" is a letter in it."""
        super().__init__(text.replace("&", "&&"))
        self.setFont(_underlined(style.BODY))
        self.setForegroundRole(QPalette.ColorRole.Link)

    def sizeHint(self) -> QSize:
        """Return the size of the text with a little space around it, at least that of a target."""
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self.text()) + 2 * style.NORMAL
        return QSize(max(style.TARGET, width), max(style.TARGET, metrics.height() + style.TIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the same: nothing of the text may be cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text; a ground only under the pointer."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.isDown() or self.underMouse():
                tint = self.palette().color(QPalette.ColorRole.AlternateBase)
                brush.blot(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), tint)
            draw_focus(painter, self)
            painter.drawText(self.rect(), _CENTRED, self.text())


class LockedLine(Row, QPushButton):
    """A line in small print about what is private; it wraps."""

    pad = style.HAIR

    def __init__(self, text: str) -> None:
        """Show the text."""
        super().__init__()
        self.setFont(_underlined(style.SMALL))
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


def _underlined(share: float) -> QFont:
    font = style.font(share)
    font.setUnderline(True)
    return font
