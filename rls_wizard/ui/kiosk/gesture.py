"""How staff call their menu: known to them, and not to be met by accident."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication

from rls_wizard.ui import style
from rls_wizard.ui.kiosk.watch import KINDS, place_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from rls_wizard.ui.kiosk.watch import Watch

HOLD = 5.0
"""Seconds for which a corner is held: longer than any press that is meant for something else."""
_BOTH = 20.0
"""Seconds in which both corners are held."""
_CORNER = 2
"""The side of a corner, in targets."""
_KEY = Qt.Key.Key_F12
_WITH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_FAR = QPointF(-10_000, -10_000)
_DOWN = {KINDS.MouseButtonPress, KINDS.TouchBegin}
_UP = {KINDS.MouseButtonRelease, KINDS.TouchEnd}


class Gesture(QObject):
    """The upper left corner is held for five seconds, then the upper right; or Ctrl+Shift+F12.

    It looks at places on the screen only: whatever page stands there may be broken.
    """

    made = Signal()

    def __init__(self, window: QWidget, watch: Watch) -> None:
        """Take the window in whose corners it is made."""
        super().__init__(window)
        self._window, self._clock = window, watch.clock
        self._pressed: tuple[str, float] | None = None
        self._first = -_BOTH
        watch.tell(_DOWN, self._down)
        watch.tell(_UP, self._up)
        watch.tell({KINDS.ShortcutOverride, KINDS.KeyPress}, self._key)

    def _down(self, _watched: QObject, event: QEvent) -> bool:
        # Of one touch many events come: the first tells when it began.
        corner = self._corner(event)
        if self._pressed is None or self._pressed[0] != corner:
            self._pressed = (corner, self._clock())
        return False

    def _up(self, _watched: QObject, event: QEvent) -> bool:
        pressed, self._pressed = self._pressed, None
        corner = self._corner(event)
        now = self._clock()
        if pressed is None or not corner or pressed[0] != corner or now - pressed[1] < HOLD:
            return False
        _let_go()
        if corner == "left":
            self._first = now
        elif now - self._first < _BOTH:
            self._first = -_BOTH
            self.made.emit()
        return False

    def _key(self, _watched: QObject, event: QEvent) -> bool:
        key = cast("QKeyEvent", event)
        if key.key() != _KEY or key.modifiers() != _WITH:
            return False
        event.accept()
        if event.type() is KINDS.KeyPress and not key.isAutoRepeat():
            self.made.emit()
        return True

    def _corner(self, event: QEvent) -> str:
        """Return in which corner it is, empty if in none."""
        place = place_of(event)
        if place is None:
            return ""
        at = self._window.mapFromGlobal(place.toPoint())
        side = _CORNER * style.TARGET
        if not 0 <= at.y() < side:
            return ""
        if 0 <= at.x() < side:
            return "left"
        return "right" if 0 <= self._window.width() - 1 - at.x() < side else ""


def _let_go() -> None:
    """Let go of what is in the corner: it was not meant."""
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    for widget in QApplication.allWidgets():
        if isinstance(widget, QAbstractButton) and widget.isDown():
            plain = Qt.KeyboardModifier.NoModifier
            gone = QMouseEvent(KINDS.MouseButtonRelease, _FAR, _FAR, left, none, plain)
            QApplication.sendEvent(widget, gone)
