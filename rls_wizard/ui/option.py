"""An answer to choose: a full-width row that can be pressed anywhere, and whose text wraps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QCheckBox, QRadioButton, QSizePolicy

from rls_wizard.ui import brush, style

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QMouseEvent, QPainterPath, QPaintEvent
    from PySide6.QtWidgets import QAbstractButton, QWidget

    _Button = QAbstractButton
else:
    # PySide cannot inherit from two Qt classes; at run time the mixin stands on its own.
    _Button = object

# As numbers, because naming `Qt` costs a tenth of the time to the first picture; a test compares.
WRAPPED = 0x1000 | 0x0800 | 0x0080
"""TextWordWrap, TextShowMnemonic and AlignVCenter."""
LEFT, RIGHT = 0x0001, 0x0002
"""AlignLeft and AlignRight."""
_CENTRED = 0x0084
"""AlignCenter."""
TALLEST = 16_000
_SPARE = 2
"""Pixels: a line that just fits may be broken when it is drawn from the right."""
TICK = ((0.25, 0.53), (0.43, 0.71), (0.77, 0.32))


class Row(_Button):
    """Draws and measures a button of any kind as a row.

    A quiet one is lighter, for "not sure" and the like beside real answers.
    """

    pad = style.NORMAL
    quiet = False
    number = ""
    """The key that chooses it, for who uses keys."""

    def set_up(self, text: str, *, quiet: bool = False) -> None:
        """Take the text; "&" is a letter in it."""
        self.quiet = quiet
        self._measured: dict[tuple[int, str], int] = {}
        self.setText(style.breakable(text.replace("&", "&&")))
        roles = QPalette.ColorRole
        self.setForegroundRole(roles.PlaceholderText if quiet else roles.Text)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped text, at least that of a target."""
        key = (width, self.font().key())
        if key not in self._measured:
            room = QRect(0, 0, width - self._lead() - self.pad - _SPARE, TALLEST)
            wrapped = self.fontMetrics().boundingRect(room, WRAPPED | LEFT, self.text())
            self._measured[key] = max(style.TARGET, wrapped.height() + 2 * style.NORMAL)
        return self._measured[key]

    def hasHeightForWidth(self) -> bool:
        """Tell the layout that the text wraps."""
        return True

    def sizeHint(self) -> QSize:
        """Return the size with the text in one line."""
        width = self._lead() + self.fontMetrics().horizontalAdvance(self.text()) + 2 * self.pad
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the width of the longest part that does not break."""
        parts = self.text().replace(style.BREAK, " ").split()
        longest = max(map(self.fontMetrics().horizontalAdvance, parts), default=0)
        return QSize(self._lead() + longest + 2 * self.pad, style.TARGET)

    def hitButton(self, position: QPoint) -> bool:
        """Take a press anywhere on the row."""
        return self.rect().contains(position)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take two quick presses as one.

        Many people press twice. The second would take a tick back, or hit what has just come up
        where the first button was.
        """
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw frame, mark and text."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.draw_ground(painter)
            side = self._mark_size()
            box = self._mirrored(QRect(self.pad, (self.height() - side) // 2, side, side))
            self.draw_mark(painter, QRectF(box))
            text = QRect(self._lead(), 0, self.width() - self._lead() - self.pad, self.height())
            side_of_mark = RIGHT if self.isRightToLeft() else LEFT
            painter.drawText(self._mirrored(text), WRAPPED | side_of_mark, self.text())
            if self.number and not self.isChecked():
                self._draw_number(painter, box)

    def set_number(self, number: str) -> None:
        """Show in the mark which key chooses this; nothing moves for it."""
        if number != self.number:
            self.number = number
            self.update()

    def _draw_number(self, painter: QPainter, box: QRect) -> None:
        painter.setFont(style.font(style.NUMBER))
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(box, _CENTRED, self.number)

    def _mirrored(self, box: QRect) -> QRect:
        if self.isRightToLeft():
            return box.translated(self.width() - 2 * box.x() - box.width(), 0)
        return box

    def ink(self) -> QColor:
        """Return the colour of the mark."""
        palette = self.palette()
        waits = self.quiet and not self.isChecked()
        return palette.color(QPalette.ColorRole.PlaceholderText) if waits else style.ink(palette)

    def _mark_size(self) -> int:
        return round(self.fontMetrics().height() * 0.95)

    def _lead(self) -> int:
        return 2 * self.pad + self._mark_size()

    def draw_ground(self, painter: QPainter) -> None:
        """Draw what the text stands on."""
        draw_frame(painter, self, quiet=self.quiet)

    def draw_mark(self, painter: QPainter, box: QRectF) -> None:
        """Draw the sign before the text."""
        raise NotImplementedError


class RadioOption(Row, QRadioButton):
    """One of several answers."""

    def __init__(self, text: str, *, quiet: bool = False) -> None:
        """Show the text of the answer."""
        super().__init__()
        self.set_up(text, quiet=quiet)

    def draw_mark(self, painter: QPainter, box: QRectF) -> None:
        """Draw a ring, filled if chosen."""
        ink = self.ink()
        brush.stroke(painter, brush.circle(box.adjusted(1, 1, -1, -1)), ink, 2)
        if self.isChecked():
            inset = box.width() * 0.27
            dot = brush.circle(box.adjusted(inset, inset, -inset, -inset))
            brush.fill(painter, dot, self.palette(), ink)


class CheckOption(Row, QCheckBox):
    """An answer that others may stand beside."""

    def __init__(self, text: str, *, quiet: bool = False) -> None:
        """Show the text of the answer."""
        super().__init__()
        self.set_up(text, quiet=quiet)

    def draw_mark(self, painter: QPainter, box: QRectF) -> None:
        """Draw a box, ticked if chosen."""
        palette = self.palette()
        square = brush.rounded(box.adjusted(1, 1, -1, -1), 3)
        brush.stroke(painter, square, self.ink(), 2)
        if self.isChecked():
            brush.fill(painter, square, palette, self.ink())
            base = palette.color(QPalette.ColorRole.Base)
            brush.stroke(painter, line_in(box, TICK), base, 3)


def line_in(box: QRectF, points: tuple[tuple[float, float], ...]) -> QPainterPath:
    """Return a line through points that are given as shares of a box."""
    left, top, side = box.left(), box.top(), box.width()
    return brush.polyline([QPointF(left + x * side, top + y * side) for x, y in points])


def draw_frame(painter: QPainter, button: QAbstractButton, *, quiet: bool = False) -> None:
    """Draw the ground and edge of an option: stronger when chosen, ringed when focused."""
    palette, roles = button.palette(), QPalette.ColorRole
    chosen = button.isChecked()
    lit = chosen or button.isDown()
    box = QRectF(button.rect()).adjusted(1, 1, -1, -1)
    if lit or not quiet:
        lay(painter, box, palette.color(roles.AlternateBase if lit else roles.Base))
    edge, width = (roles.Highlight, brush.STRONG) if chosen else (roles.Mid, brush.EDGE)
    if (
        button.underMouse() or button.isDown()
    ) and not chosen:  # only the edge: a ground would look chosen
        edge, width = roles.Text, brush.STRONG
    brush.edge(painter, QRectF(button.rect()), palette.color(edge), width)
    draw_focus(painter, button)


def lay(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """Fill a box with round corners by two strokes, which need no brush: its rim and the rest."""
    if box.isEmpty():  # not laid out yet
        return
    rim = min(style.ROUND, box.width() / 2, box.height() / 2)
    inside = box.adjusted(rim, rim, -rim, -rim)
    brush.stroke(painter, brush.rounded(inside, 1), colour, 2 * rim)
    flat = inside.width() >= inside.height()
    thick = inside.height() if flat else inside.width()
    reach = thick / 2
    core = inside.adjusted(reach, reach, -reach, -reach)
    # A line of no length at all would not be drawn.
    end = core.bottomRight() + QPointF(0.1, 0)
    brush.stroke(painter, brush.polyline([core.topLeft(), end]), colour, thick)


def shows_focus(widget: QWidget) -> bool:
    """Tell whether the person is to see that keys act on this.

    Only who uses keys: to others a ring around the first answer looks like a choice made.
    """
    return widget.hasFocus() and widget.window().testAttribute(
        QtCore.Qt.WidgetAttribute.WA_KeyboardFocusChange
    )


def draw_focus(painter: QPainter, widget: QWidget) -> None:
    """Draw a ring around what the keyboard acts on."""
    if shows_focus(widget):
        brush.ring(painter, QRectF(widget.rect()), widget.palette())
