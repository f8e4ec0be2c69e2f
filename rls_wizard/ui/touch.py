"""Scrolling with a finger, wherever it begins."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication, QEvent, QPointF
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QScroller, QWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractScrollArea

_FAR = QPointF(-10_000, -10_000)


def scroll_by_finger(area: QAbstractScrollArea) -> None:
    """Let a finger move what an area shows; a mouse still does what it did."""
    view = area.viewport()
    QScroller.grabGesture(view, QScroller.ScrollerGestureType.TouchGesture)
    QScroller.scroller(view).stateChanged.connect(partial(_moved, area))


def _moved(area: QAbstractScrollArea, state: QScroller.State) -> None:
    """Let go of what was under the finger once it scrolls: it moves along, and would be pressed."""
    if state is not QScroller.State.Dragging:
        return
    for pressed in area.findChildren(QWidget):
        # A button has it, and so has the figure.
        if getattr(pressed, "isDown", bool)():
            qt = QtCore.Qt  # naming it costs a tenth of the time to the first picture
            left, none = qt.MouseButton.LeftButton, qt.MouseButton.NoButton
            plain = qt.KeyboardModifier.NoModifier
            gone = QMouseEvent(QEvent.Type.MouseButtonRelease, _FAR, _FAR, left, none, plain)
            QCoreApplication.sendEvent(pressed, gone)
