"""What keys do: move without choosing, choose by number, go on and back, show help.

Up, Down, Enter, Escape and F1 are enough for a whole visit. A part of its own, so that the first
picture is on the screen before this is imported.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from rls_wizard.ui.link import Disclosures
from rls_wizard.ui.meaning import show_meaning
from rls_wizard.ui.numbers import NumberKeys, question_of
from rls_wizard.ui.words import Heading

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from rls_wizard.ui.window import WizardWindow

_KEY = Qt.Key
_ENTER = (_KEY.Key_Return, _KEY.Key_Enter)
_ALONG = {_KEY.Key_Up: -1, _KEY.Key_Down: 1}
_ACROSS = {_KEY.Key_Left: -1, _KEY.Key_Right: 1}
_POINTER = (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin)
_FRAMED = Qt.WidgetAttribute.WA_KeyboardFocusChange


class Keys(QObject):
    """Knows whether keys are used in a window, and does what they ask for."""

    def __init__(self, window: WizardWindow) -> None:
        """Watch a window that is on the screen."""
        super().__init__(window)
        self._window = window
        self._pressed = False
        """Whether the last thing used was a key, and not a pointer."""
        self._numbers = NumberKeys(window)
        window.windowHandle().installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_changed)
        if focused := window.focusWidget():
            focused.installEventFilter(self)

    @property
    def used(self) -> bool:
        """Whether the person uses keys at the moment."""
        return self._pressed or self._window.testAttribute(_FRAMED)

    def take(self, event: QKeyEvent) -> bool:
        """Do what a key means that nothing else has taken; tell whether it means anything.

        A key that is held means nothing: it would answer page after page.
        """
        if event.key() in _ENTER:
            if not event.isAutoRepeat():
                self._enter(QApplication.focusWidget())
            return True
        modified = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        # On some keyboards digits are typed with Shift.
        if modified & ~Qt.KeyboardModifier.ShiftModifier or event.isAutoRepeat():
            return False
        return self._numbers.press(event.text(), QApplication.focusWidget())

    def go_back(self) -> None:
        """Close the help texts of the question one is at; go back a page if none is open."""
        question = question_of(QApplication.focusWidget(), self._window.page)
        inside = question.findChildren(Disclosures) if question else []
        closed = [one.close_all() for one in inside]
        if not any(closed):
            self._window.press_back()

    def show_meaning(self) -> bool:
        """Open what the question one is at means, or close it; tell whether it says that."""
        focused = QApplication.focusWidget()
        return focused is not None and show_meaning(focused, self._window)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take arrows from what has the focus; learn whether keys are used, or a pointer."""
        kind = event.type()
        if isinstance(watched, QWidget):
            return kind == QEvent.Type.KeyPress and self._moves(watched, cast("QKeyEvent", event))
        if kind == QEvent.Type.KeyPress:
            self._pressed = True
        elif kind in _POINTER:
            self._pressed = False
            self._numbers.show(None)
        return False

    def _moves(self, focused: QWidget, event: QKeyEvent) -> bool:
        """Go to the previous or next thing; Qt's own buttons would choose it at once."""
        key = Qt.Key(event.key())
        way = _ALONG.get(key) or _ACROSS.get(key)
        modified = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not way or modified or focused is not QApplication.focusWidget():
            return False
        if isinstance(focused, QLineEdit | QAbstractScrollArea):
            if key in _ACROSS:
                return False
            if isinstance(focused, QAbstractScrollArea) and _moves_inside(focused, event):
                return True
        elif key in _ACROSS and self._window.isRightToLeft():
            way = -way
        if not self._window.frame_focus():
            self._move(focused, way)
        return True

    def _move(self, focused: QWidget, way: int) -> None:
        stops = self._window.stops()
        if not stops:
            return
        # From elsewhere one comes in at the near end.
        here = stops.index(focused) if focused in stops else min(-way, 0)
        there = stops[(here + way) % len(stops)]
        # Framed before, to be drawn so, and to be known as keys to what learns of the focus.
        self._window.setAttribute(_FRAMED)
        if self._window.page.isAncestorOf(focused) and self._window.read_on(there, way):
            return
        reasons = Qt.FocusReason
        there.setFocus(reasons.TabFocusReason if way > 0 else reasons.BacktabFocusReason)

    def _enter(self, focused: QWidget | None) -> None:
        """Press, choose, or go on where that is done."""
        if isinstance(focused, Heading):
            self._window.begin()  # not Next: the page would be gone before it was read
        elif isinstance(focused, QAbstractButton) and not _is_chosen(focused):
            focused.click()
        else:
            self._window.press_next()

    def _focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        if old is not None:
            old.removeEventFilter(self)
        if now is None or not self._window.isAncestorOf(now):
            return
        now.installEventFilter(self)
        if self._pressed:
            # Qt hides the frame whenever a program moves the focus; who uses keys is then lost.
            self._window.setAttribute(_FRAMED)
            now.update()
        question = question_of(now, self._window.page)
        self._numbers.show(question if self.used else None)
        if self.used and self._window.page.isAncestorOf(now):
            self._window.reveal(now, question or now)


def _is_chosen(button: QAbstractButton) -> bool:
    """Tell whether a button is an answer that stands: Enter on it goes on.

    Not a tick, which Enter takes back: with five keys there is no other way.
    """
    return button.isChecked() and not isinstance(button, QPushButton | QCheckBox)


def _moves_inside(area: QAbstractScrollArea, event: QKeyEvent) -> bool:
    """Let an area scroll, or move its cursor; tell whether it has done so."""
    before = _spot(area)
    area.event(event)
    return _spot(area) != before


def _spot(area: QAbstractScrollArea) -> tuple[int, int]:
    at = area.textCursor().position() if isinstance(area, QPlainTextEdit) else 0
    return area.verticalScrollBar().value(), at
