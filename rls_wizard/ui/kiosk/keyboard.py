"""Letters to press, where there is no keyboard: at the bottom of the window, below the field."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from shiboken6 import isValid

from rls_wizard.ui.announce import announce
from rls_wizard.ui.answers.base import AnswerWidget
from rls_wizard.ui.answers.keypad import NumberField
from rls_wizard.ui.kiosk.board import Board
from rls_wizard.ui.words import discard

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from rls_wizard.ui.window import WizardWindow

    Field = QLineEdit | QPlainTextEdit

_PATIENCE = 150
"""Milliseconds after which to look whether the finger is up that left the field."""


class Keyboard(QObject):
    """Comes when a field is touched, goes when it is left; never for who types on real keys."""

    opened = Signal(bool)
    """It is there now, or no more."""

    def __init__(self, window: WizardWindow) -> None:
        """Watch a window."""
        super().__init__(window)
        self._window = window
        self._board: Board | None = None
        self._field: Field | None = None
        # What stands under a finger must not move: it would not be pressed.
        self._leave = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._leave.timeout.connect(self._look_again)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None or not self._window.isAncestorOf(new):
            self._leave.start()
        elif isinstance(new, QLineEdit | QPlainTextEdit) and not self._window.uses_keys:
            self._take(new)
        else:
            self._leave.start()

    def _take(self, field: Field) -> None:
        self._leave.stop()
        if field.inputMethodHints() & Qt.InputMethodHint.ImhPreferNumbers:
            self._close()  # it has keys of its own
            self._reveal(_number_field(field))
            return
        self._field = field
        if self._board is None:
            self._board = board = Board(self._window.catalogue, self._window.width())
            board.typed.connect(self._type)
            board.deleted.connect(self._delete)
            board.done.connect(self._done)
            self._window.put_at_bottom(board)
            self.opened.emit(True)
        self._reveal(field)

    def _reveal(self, shown: QWidget) -> None:
        """Have a field seen, with the question above it if both have room."""
        asking: QWidget | None = shown
        while asking is not None and not isinstance(asking, AnswerWidget):
            asking = asking.parentWidget()
        self._window.reveal(shown, asking or shown)

    def _look_again(self) -> None:
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._leave.start()
        elif self._field is not QApplication.focusWidget():
            self._close()

    def _close(self) -> None:
        if self._board is None:
            return
        board, self._board, self._field = self._board, None, None
        self._window.put_at_bottom(None)
        discard(board)
        self.opened.emit(False)

    def _forget_gone(self) -> None:
        """Forget a field whose page is gone: letters may still be pressed for a moment."""
        if self._field is not None and not isValid(self._field):
            self._field = None

    def _done(self) -> None:
        """Leave the field, for what was typed to be looked at."""
        self._forget_gone()
        if self._field is not None:
            self._field.clearFocus()
        self._close()

    def _type(self, text: str) -> None:
        self._forget_gone()
        if isinstance(self._field, QLineEdit):
            self._field.insert(text)
        elif self._field is not None:
            self._field.insertPlainText(text)
            self._field.ensureCursorVisible()
        self._say(self._window.catalogue("Space") if text == " " else text)

    def _delete(self) -> None:
        self._forget_gone()
        if isinstance(self._field, QLineEdit):
            self._field.backspace()
        elif self._field is not None:
            self._field.textCursor().deletePreviousChar()
        self._say(self._written() or self._window.catalogue("Empty"))

    def _written(self) -> str:
        if isinstance(self._field, QPlainTextEdit):
            return self._field.toPlainText()
        return self._field.text() if self._field is not None else ""

    def _say(self, text: str) -> None:
        if self._field is not None:
            # Later: the field tells of itself first.
            QTimer.singleShot(0, self._field, partial(announce, self._field, text))


def _number_field(field: QWidget) -> QWidget:
    """Return a field with its number keys."""
    parent = field.parentWidget()
    while parent is not None and not isinstance(parent, NumberField):
        parent = parent.parentWidget()
    return parent or field
