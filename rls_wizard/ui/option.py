"""An answer to choose: a full-width row that can be pressed anywhere, and whose text wraps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QCheckBox, QRadioButton, QSizePolicy

from rls_wizard.ui import brush, style

if TYPE_CHECKING:
    from PySide6.QtGui import QPainterPath, QPaintEvent
    from PySide6.QtWidgets import QAbstractButton

    _Button = QAbstractButton
else:
    # PySide cannot inherit from two Qt classes; at run time the mixin stands on its own.
    _Button = object

# As numbers, because naming `Qt` costs a tenth of the time to the first picture; a test compares.
WRAPPED = 0x1000 | 0x0800 | 0x0080
"""TextWordWrap, TextShowMnemonic and AlignVCenter."""
LEFT, RIGHT = 0x0001, 0x0002
"""AlignLeft and AlignRight."""
_PAD = style.NORMAL
_TALLEST = 16_000
_ROUND = 3.0
_TICK = ((0.25, 0.53), (0.43, 0.71), (0.77, 0.32))


class Row(_Button):
    """Draws and measures a button of any kind as a row."""

    def set_up(self, text: str, *, framed: bool = True) -> None:
        """Take the text; "&" is a letter in it."""
        # Qt fills the ground itself: to do it in paintEvent would need a brush, see `brush`.
        self.setAutoFillBackground(framed)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._measured: dict[tuple[int, str], int] = {}
        self.setText(style.breakable(text.replace("&", "&&")))
        self.setForegroundRole(QPalette.ColorRole.Text)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped text, at least that of a target."""
        key = (width, self.font().key())
        if key not in self._measured:
            room = QRect(0, 0, width - self._lead() - _PAD, _TALLEST)
            wrapped = self.fontMetrics().boundingRect(room, WRAPPED | LEFT, self.text())
            self._measured[key] = max(style.TARGET, wrapped.height() + 2 * style.NORMAL)
        return self._measured[key]

    def hasHeightForWidth(self) -> bool:
        """Tell the layout that the text wraps."""
        return True

    def sizeHint(self) -> QSize:
        """Return the size with the text in one line."""
        width = self._lead() + self.fontMetrics().horizontalAdvance(self.text()) + 2 * _PAD
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the width of the longest part that does not break."""
        parts = self.text().replace(style.BREAK, " ").split()
        longest = max(map(self.fontMetrics().horizontalAdvance, parts), default=0)
        return QSize(self._lead() + longest + 2 * _PAD, style.TARGET)

    def hitButton(self, position: QPoint) -> bool:
        """Take a press anywhere on the row."""
        return self.rect().contains(position)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw frame, mark and text."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.draw_ground(painter)
            side = self._mark_size()
            box = QRect(_PAD, (self.height() - side) // 2, side, side)
            self.draw_mark(painter, QRectF(self._mirrored(box)))
            text = QRect(self._lead(), 0, self.width() - self._lead() - _PAD, self.height())
            side_of_mark = RIGHT if self.isRightToLeft() else LEFT
            painter.drawText(self._mirrored(text), WRAPPED | side_of_mark, self.text())

    def _mirrored(self, box: QRect) -> QRect:
        if self.isRightToLeft():
            box.moveLeft(self.width() - box.x() - box.width())
        return box

    def _mark_size(self) -> int:
        return round(self.fontMetrics().height() * 0.95)

    def _lead(self) -> int:
        return 2 * _PAD + self._mark_size()

    def draw_ground(self, painter: QPainter) -> None:
        """Draw what the text stands on."""
        draw_frame(painter, self)

    def draw_mark(self, painter: QPainter, box: QRectF) -> None:
        """Draw the sign before the text."""
        raise NotImplementedError


class RadioOption(Row, QRadioButton):
    """One of several answers."""

    def __init__(self, text: str) -> None:
        """Show the text of the answer."""
        super().__init__()
        self.set_up(text)

    def draw_mark(self, painter: QPainter, box: QRectF) -> None:
        """Draw a ring, filled if chosen."""
        ink = style.ink(self.palette())
        brush.stroke(painter, brush.circle(box.adjusted(1, 1, -1, -1)), ink, 2)
        if self.isChecked():
            inset = box.width() * 0.27
            dot = brush.circle(box.adjusted(inset, inset, -inset, -inset))
            brush.fill(painter, dot, self.palette(), ink)


class CheckOption(Row, QCheckBox):
    """An answer that others may stand beside."""

    def __init__(self, text: str) -> None:
        """Show the text of the answer."""
        super().__init__()
        self.set_up(text)

    def draw_mark(self, painter: QPainter, box: QRectF) -> None:
        """Draw a box, ticked if chosen."""
        palette = self.palette()
        square = brush.rounded(box.adjusted(1, 1, -1, -1), 3)
        brush.stroke(painter, square, style.ink(palette), 2)
        if self.isChecked():
            brush.fill(painter, square, palette, style.ink(palette))
            base = palette.color(QPalette.ColorRole.Base)
            brush.stroke(painter, line_in(box, _TICK), base, 3)


def line_in(box: QRectF, points: tuple[tuple[float, float], ...]) -> QPainterPath:
    """Return a line through points that are given as shares of a box."""
    left, top, side = box.left(), box.top(), box.width()
    return brush.polyline([QPointF(left + x * side, top + y * side) for x, y in points])


def draw_frame(painter: QPainter, button: QAbstractButton) -> None:
    """Draw the ground and edge of an option: stronger when chosen, doubled when focused."""
    palette = button.palette()
    base = palette.color(QPalette.ColorRole.Base)
    ink = style.ink(palette)
    chosen = button.isChecked()
    lit = chosen or button.isDown() or button.underMouse()
    shape = brush.rounded(QRectF(button.rect()).adjusted(1, 1, -1, -1), _ROUND)
    if lit:
        brush.fill(painter, shape, palette, style.blend(ink, base, 0.1))
    faint = style.blend(palette.color(QPalette.ColorRole.Text), base, 0.55)
    brush.stroke(painter, shape, ink if chosen else faint, 2 if chosen else 1)
    draw_focus(painter, button)


def draw_focus(painter: QPainter, button: QAbstractButton) -> None:
    """Draw a ring around what the keyboard acts on.

    Only for who uses keys: to others a ring around the first answer looks like a choice made.
    """
    if button.hasFocus() and button.window().testAttribute(
        QtCore.Qt.WidgetAttribute.WA_KeyboardFocusChange
    ):
        text = button.palette().color(QPalette.ColorRole.Text)
        box = QRectF(button.rect()).adjusted(1, 1, -1, -1)
        brush.stroke(painter, brush.rounded(box, _ROUND), text, 3)
