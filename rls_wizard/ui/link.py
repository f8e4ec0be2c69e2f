"""Lines of text to press: one leads to somewhere else, the other shows more below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from rls_wizard.ui import brush, style
from rls_wizard.ui.option import Row, draw_focus, line_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter

_DOWN = ((0.25, 0.4), (0.5, 0.65), (0.75, 0.4))
_ON = ((0.4, 0.25), (0.65, 0.5), (0.4, 0.75))


class LinkRow(Row, QPushButton):
    """A line that leads to somewhere else."""

    def __init__(self, text: str) -> None:
        """Show the text."""
        super().__init__()
        self.set_up(text)

    def draw_mark(self, painter: QPainter, box: QRectF) -> None:
        """Draw an arrow onwards."""
        _arrow(self, painter, box, _ON)


class Disclosure(QWidget):
    """A line that shows more below it."""

    toggled = Signal()

    def __init__(self, title: str, name: str, build: Callable[[], QWidget]) -> None:
        """Show the title only; what is below is built when first asked for."""
        super().__init__()
        self._build = build
        self._more: QWidget | None = None
        toggle = _Toggle(title)
        toggle.setObjectName(name)
        toggle.toggled.connect(self._toggled)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(style.HAIR)
        self._layout.addWidget(toggle)

    def _toggled(self, opened: bool) -> None:
        if self._more is None:
            self._more = self._build()
            self._layout.addWidget(self._more)
        self._more.setVisible(opened)
        self.toggled.emit()


class _Toggle(Row, QPushButton):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.set_up(text, framed=False)
        self.setCheckable(True)

    def draw_ground(self, painter: QPainter) -> None:
        draw_focus(painter, self)

    def draw_mark(self, painter: QPainter, box: QRectF) -> None:
        _arrow(self, painter, box, _DOWN if self.isChecked() else _ON)


def _arrow(
    row: QPushButton, painter: QPainter, box: QRectF, points: tuple[tuple[float, float], ...]
) -> None:
    if row.isRightToLeft():
        points = tuple((1 - x, y) for x, y in points)
    brush.stroke(painter, line_in(box, points), style.ink(row.palette()), 2.5)
