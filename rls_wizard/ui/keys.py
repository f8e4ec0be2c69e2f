"""What keys do that nothing on the page takes for itself.

A part of its own, so that the first picture is on the screen before this is imported.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QWidget

from rls_wizard.ui.words import Heading

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from rls_wizard.ui.window import WizardWindow

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FRAMED = Qt.WidgetAttribute.WA_KeyboardFocusChange


class Keys(QObject):
    """Knows whether keys are used in a window, and does what they ask for."""

    def __init__(self, window: WizardWindow) -> None:
        """Watch a window that is on the screen."""
        super().__init__(window)
        self._window = window
        self._pressed = False
        """Whether the last thing used was a key, and not a pointer."""
        window.windowHandle().installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_changed)

    @property
    def used(self) -> bool:
        """Whether the person uses keys at the moment."""
        return self._pressed or self._window.testAttribute(_FRAMED)

    def take(self, event: QKeyEvent) -> bool:
        """Do what a key means that nothing else has taken; tell whether it means anything."""
        if event.key() not in _ENTER:
            return False
        if not event.isAutoRepeat():  # a key that is held would answer page after page
            self._enter(QApplication.focusWidget())
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Learn from what comes in whether keys are used, or a pointer."""
        if event.type() == QEvent.Type.KeyPress:
            self._pressed = True
        elif event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin):
            self._pressed = False
        return super().eventFilter(watched, event)

    def _enter(self, focused: QWidget | None) -> None:
        """Press, choose, or go on where that is chosen."""
        if isinstance(focused, Heading):
            self._window.begin()  # not Next: the page would be gone before it was read
        elif isinstance(focused, QAbstractButton) and not _is_chosen(focused):
            focused.click()
        else:
            self._window.press_next()

    def _focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        # Qt hides the frame whenever a program moves the focus; a person at the keys is then lost.
        if self._pressed and now is not None and self._window.isAncestorOf(now):
            self._window.setAttribute(_FRAMED)
            now.update()


def _is_chosen(button: QAbstractButton) -> bool:
    """Tell whether a button is an answer that stands: Enter on it goes on."""
    return button.isChecked() and not isinstance(button, QPushButton)
