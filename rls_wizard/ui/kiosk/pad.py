"""Large keys for a number that is typed while others may look on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QApplication, QGridLayout, QLabel, QWidget

from rls_wizard.ui import style
from rls_wizard.ui.announce import announce
from rls_wizard.ui.answers.keypad import Key
from rls_wizard.ui.cover import Cover
from rls_wizard.ui.layouts import column_in
from rls_wizard.ui.option import shows_focus
from rls_wizard.ui.words import alert, label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from rls_wizard.i18n import Catalogue

_PER_ROW, _PER_LOW_ROW = 3, 6
_DOT, _EMPTY = "\u25cf", "\u2013"


class Pad(QWidget):
    """Dots, ten digits, one to take back, and one that says it is complete."""

    entered = Signal(str)

    def __init__(self, name: str, done: str, most: int, catalogue: Catalogue) -> None:
        """Take what the last key says, and how many digits there may be."""
        super().__init__()
        self._catalogue, self.name, self._most = catalogue, name, most
        self._typed = ""
        self.dots = _Dots(name)
        self._keys = QWidget()
        # As on every telephone, wherever reading begins.
        self._keys.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._grid = QGridLayout(self._keys)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(style.TIGHT)
        self._per_row = _PER_LOW_ROW if style.LOW else _PER_ROW
        for place, digit in enumerate("123456789"):
            self._add(place, digit, digit, partial(self._type, digit))
        self._add(9, "delete", catalogue("Delete"), self._take_back)
        self._add(10, "0", "0", partial(self._type, "0"))
        self._add(11, "done", done, self._enter)
        column = column_in(self, style.NORMAL)
        column.addWidget(self.dots)
        column.addWidget(self._keys)
        self.clear()

    def clear(self) -> None:
        """Forget what was typed."""
        self._typed = ""
        self._show()

    def offer(self, offered: bool) -> None:
        """Let it be used, or not."""
        self._keys.setEnabled(offered)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take digits and what ends them; Enter on a key presses that."""
        focused = QApplication.focusWidget()
        if not self._keys.isEnabled() or event.isAutoRepeat():
            return
        if event.text().isascii() and event.text().isdigit():
            self._type(event.text())
        elif event.key() in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}:
            self._take_back()
        elif event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        elif isinstance(focused, QAbstractButton):
            focused.click()
        else:
            self._enter()

    def _add(self, place: int, name: str, text: str, act: Callable[[], object]) -> None:
        key = Key(text)
        key.setObjectName(f"{self.name}.{name}")
        key.clicked.connect(act)
        self._grid.addWidget(key, *divmod(place, self._per_row))

    def _type(self, digit: str) -> None:
        if len(self._typed) < self._most:
            self._typed += digit
            self._show()

    def _take_back(self) -> None:
        self._typed = self._typed[:-1]
        self._show()

    def _enter(self) -> None:
        typed = self._typed
        if typed:
            self.clear()
            self.entered.emit(typed)

    def _show(self) -> None:
        """Show how many there are, and never which."""
        count = len(self._typed)
        self.dots.setText(" ".join(_DOT * count) or _EMPTY)
        said = self._catalogue("Digits typed: {count}").format(count=count)
        self.dots.setAccessibleName(said)
        if self.isVisible():
            announce(self.dots, said)


class AskNumber(Cover):
    """Covers everything until a number is typed; it ends, or ends the visit, in its own time."""

    ends_itself = True

    def __init__(self, title: str, words: str, pad: Pad) -> None:
        """Take what it is called, what is asked, and the keys."""
        super().__init__(title)
        self.pad = pad
        self.begins_at = pad.dots
        self._fault = alert("")
        self._fault.setObjectName(f"{pad.name}.fault")
        self._fault.hide()
        for part in (label(words), self._fault, pad):
            self.column.addWidget(part)

    def complain(self, said: str) -> None:
        """Say what was wrong with the number."""
        self._fault.setText(f"\u26a0 {said}")
        self._fault.show()
        announce(self, said, at_once=True)


class _Dots(QLabel):
    """Has the focus at first, so that typing and Enter mean the number, and not a key."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}.dots")
        self.setFont(style.font(style.HEADING, bold=True))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFrameShape(QLabel.Shape.NoFrame)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dots; underlined while keys act on them."""
        font = self.font()
        if font.underline() != shows_focus(self):
            font.setUnderline(shows_focus(self))
            self.setFont(font)
        super().paintEvent(event)


def spelled(number: str) -> QLabel:
    """Return a number to be remembered, digit by digit."""
    made = label(" ".join(number), 2 * style.HEADING, bold=True)
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return made
