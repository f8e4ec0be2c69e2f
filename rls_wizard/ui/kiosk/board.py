"""The keys of the letter keyboard."""

from __future__ import annotations

from functools import partial
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from rls_wizard.ui import style
from rls_wizard.ui.kiosk.size import GAP, LETTER, LETTER_GAP, TARGET
from rls_wizard.ui.layouts import column_in
from rls_wizard.ui.push import PushButton
from rls_wizard.ui.words import discard

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QLayout

    from rls_wizard.i18n import Catalogue

    _Row = list[tuple["LetterKey", int]]

_ROWS = {
    "de": ("qwertzuiopü", "asdfghjklöä", "yxcvbnmß"),
    "fr": ("azertyuiop", "qsdfghjklm", "wxcvbnéèç"),
    "es": ("qwertyuiop", "asdfghjklñ", "zxcvbnmáéí"),
}
_QWERTY = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_SIGNS = ("1234567890", "-,.?'()", "/:+%")
_FEW = 7
"""Keys in a row where there is little room."""
_SHIFT, _OTHER, _DELETE, _DONE, _LEAST_SPACE = 3, 3, 4, 4, 4
"""How wide keys with words are, in halves of a letter."""
_WIDEST = 13
"""How wide all may be, in targets: on a large screen hands would go far."""


class LetterKey(PushButton):
    """A key: it leaves the focus in the field, and pressed twice quickly writes twice."""

    pad = 0
    repeats = True

    def __init__(self, text: str, name: str, act: Callable[[], object]) -> None:
        """Show the text."""
        super().__init__(text)
        self.setObjectName(f"keyboard.{name}")
        self.setProperty("letter", True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(act)

    def sizeHint(self) -> QSize:
        """Return the least size: how much wider it is, its row says."""
        return QSize(_side(), _side())

    def minimumSizeHint(self) -> QSize:
        """Return the same: a word that is too long is written smaller."""
        return self.sizeHint()

    def hasHeightForWidth(self) -> bool:
        """Tell that nothing wraps here."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Write a word that is too long for its key smaller."""
        super().resizeEvent(event)
        font = style.font()
        wide = QFontMetrics(font).horizontalAdvance(self.text()) + 2 * style.ROUND
        self.setFont(style.font(min(1.0, self.width() / wide)))


class Board(QWidget):
    """Letters, digits and signs; tells what was pressed."""

    typed = Signal(str)
    deleted = Signal()
    done = Signal()

    def __init__(self, catalogue: Catalogue, width: int) -> None:
        """Show small letters, in as many rows as a window of this width asks for."""
        super().__init__()
        self.setObjectName("keyboard")
        self.setAccessibleName(catalogue("Letters to press"))
        # As on every keyboard, wherever reading begins.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._catalogue = catalogue
        self._signs = self._large = False
        self._rows = self._rows_in(width - 2 * style.TIGHT)
        self._letters: dict[str, LetterKey] = {}
        self._keys: QWidget | None = None
        outer = QHBoxLayout(self)
        outer.setContentsMargins(style.TIGHT, style.TIGHT, style.TIGHT, style.TIGHT)
        self._put_up(outer)

    def _rows_in(self, width: int) -> dict[bool, tuple[str, ...]]:
        """Return the rows of letters, and those of signs, for which there is room in a width."""
        usual: dict[bool, tuple[str, ...]]
        usual = {False: _ROWS.get(self._catalogue.language, _QWERTY), True: _SIGNS}
        beside = _SHIFT + _DELETE
        halves = (
            max(2 * max(map(len, rows)), 2 * len(rows[-1]) + beside) for rows in usual.values()
        )
        self._narrow = max(halves) / 2 * (_side() + _gap()) > width
        return {s: _narrow(rows, s) for s, rows in usual.items()} if self._narrow else usual

    def _put_up(self, outer: QLayout) -> None:
        """Put up the keys that are wanted now, in place of others."""
        if self._keys is not None:
            discard(self._keys)
        self._keys = keys = QWidget()
        keys.setMaximumWidth(_WIDEST * style.TARGET)
        column = column_in(keys, _gap())
        self._letters = {}
        *above, last = ([(self._letter(one), 2) for one in row] for row in self._rows[self._signs])
        for row in (*above, *self._with_words(last)):
            line = QHBoxLayout()
            line.setSpacing(_gap())
            for key, halves in row:
                line.addWidget(key, halves)
            column.addLayout(line)
        outer.addWidget(keys)
        keys.show()

    def _with_words(self, last: _Row) -> tuple[_Row, _Row]:
        """Return the last row of letters and the one below it, with all that is no letter."""
        _ = self._catalogue
        shift = (LetterKey(_("ABC"), "shift", self._shift), _SHIFT)
        delete = (LetterKey(_("Delete"), "delete", self.deleted.emit), _DELETE)
        other = (LetterKey(_("abc") if self._signs else _("123"), "other", self._turn), _OTHER)
        done = (LetterKey(_("Done"), "done", self.done.emit), _DONE)
        press = partial(self._press, " ")
        space = (LetterKey(_("Space"), "space", press), _LEAST_SPACE * (1 if self._narrow else 2))
        large = [] if self._signs else [shift]
        if self._narrow:
            return [*last, delete], [*large, other, space, done]
        return [*large, *last, delete], [other, space, done]

    def _letter(self, letter: str) -> LetterKey:
        made = self._letters[letter] = LetterKey(letter, letter, partial(self._press, letter))
        return made

    def _press(self, text: str) -> None:
        self.typed.emit(_large(text) if self._large else text)
        if self._large:  # for one letter only
            self._shift()

    def _shift(self) -> None:
        self._large = not self._large
        for letter, key in self._letters.items():
            key.setText(_large(letter) if self._large else letter)

    def _turn(self) -> None:
        """Show the signs in place of the letters, or the letters again."""
        self._signs, self._large = not self._signs, False
        layout = self.layout()
        if layout is not None:
            self._put_up(layout)


def _side() -> int:
    return ceil(style.TARGET * LETTER / TARGET)


def _gap() -> int:
    return ceil(style.TIGHT * LETTER_GAP / GAP)


def _narrow(rows: tuple[str, ...], signs: bool) -> tuple[str, ...]:
    """Return few keys to a row: letters then stand as in the alphabet."""
    every = "".join(rows) if signs else "".join(sorted("".join(rows)))
    return tuple(every[at : at + _FEW] for at in range(0, len(every), _FEW))


def _large(letter: str) -> str:
    """Return a capital, where a letter has one."""
    capital = letter.upper()
    return capital if len(capital) == 1 else letter
