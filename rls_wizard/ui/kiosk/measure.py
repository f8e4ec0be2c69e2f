"""What can be pressed and read in a window, in millimetres: from the widgets as they stand."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from rls_wizard.ui.answers.framed import Framed
from rls_wizard.ui.kiosk import size
from rls_wizard.ui.scroll_bar import ScrollBar

if TYPE_CHECKING:
    from collections.abc import Iterator

    Pair = tuple[QWidget, QWidget]

SLACK = 0.05
"""Millimetres by which a whole number of pixels may be off."""


class Measured(NamedTuple):
    """Sizes in millimetres, by what has them."""

    sides: dict[QWidget, float]
    """The shorter side of what is pressed."""
    gaps: dict[Pair, float]
    """How far apart two such things stand."""
    capitals: dict[QWidget, float]

    @property
    def small(self) -> dict[QWidget, float]:
        """What is too small to be pressed."""
        return {w: mm for w, mm in self.sides.items() if mm < _side(w) - SLACK}

    @property
    def near(self) -> dict[Pair, float]:
        """What stands too near to each other."""
        return {pair: mm for pair, mm in self.gaps.items() if mm < _apart(*pair) - SLACK}

    def low(self, least: float = size.CAPITAL) -> dict[QWidget, float]:
        """Return text that is too small to be read."""
        return {w: mm for w, mm in self.capitals.items() if mm < least}


def measure(window: QWidget, scale: size.Scale) -> Measured:
    """Return how large everything is in a window that is laid out."""
    boxes = dict(_pressed(window))
    return Measured(
        {w: scale.mm(min(box.width(), box.height())) for w, box in boxes.items()},
        {pair: scale.mm(gap) for pair, gap in _gaps(boxes)},
        {w: scale.mm(QFontMetricsF(w.font()).capHeight()) for w in _read(window)},
    )


def _side(widget: QWidget) -> float:
    return size.LETTER if widget.property("letter") else size.TARGET


def _apart(one: QWidget, other: QWidget) -> float:
    letters = one.property("letter") and other.property("letter")
    return size.LETTER_GAP if letters else size.GAP


def _pressed(window: QWidget) -> Iterator[tuple[QWidget, QRect]]:
    """Yield what can be pressed, with its place: a press on its frame is one on the field."""
    for button in window.findChildren(QAbstractButton):
        if button.isVisible() and button.window() is window:
            yield button, _box(button, window)
    for field in _fields(window):
        frame = field.parentWidget()
        yield field, _box(frame if isinstance(frame, Framed) else field, window)
    for bar in window.findChildren(ScrollBar):
        if bar.isVisible() and bar.maximum():
            yield bar, _box(bar, window)


def _fields(window: QWidget) -> Iterator[QWidget]:
    for field in (*window.findChildren(QLineEdit), *window.findChildren(QPlainTextEdit)):
        if field.isVisible():
            yield field


def _box(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def _gaps(boxes: dict[QWidget, QRect]) -> Iterator[tuple[Pair, int]]:
    """Yield how far apart things are that stand on the same page, or both around it."""
    pages = {widget: _scrolls(widget) for widget in boxes}
    for one, other in combinations(boxes, 2):
        if pages[one] is pages[other] and not _within(one, other):
            mine, its = boxes[one], boxes[other]
            across = max(mine.left() - its.right(), its.left() - mine.right()) - 1
            down = max(mine.top() - its.bottom(), its.top() - mine.bottom()) - 1
            yield (one, other), max(across, down)


def _scrolls(widget: QWidget) -> QWidget | None:
    """Return the area that a thing scrolls with; None if it stands still."""
    parent = widget.parentWidget()
    while parent is not None:
        above = parent.parentWidget()
        if isinstance(above, QScrollArea):
            return above
        parent = above
    return None


def _within(one: QWidget, other: QWidget) -> bool:
    """Tell whether one belongs to the other, as its scroll bar to a field."""
    return one.isAncestorOf(other) or other.isAncestorOf(one)


def _read(window: QWidget) -> Iterator[QWidget]:
    every: list[QLabel | QAbstractButton]
    every = [*window.findChildren(QLabel), *window.findChildren(QAbstractButton)]
    for said in every:
        if said.isVisible() and said.text().strip() and said.window() is window:
            yield said
    yield from _fields(window)
