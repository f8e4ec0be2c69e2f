"""A short field for a number, and keys to fill it without a keyboard."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QSpacerItem,
    QWidget,
)

from rls_wizard.ui import style
from rls_wizard.ui.announce import announce
from rls_wizard.ui.answers.framed import Framed
from rls_wizard.ui.answers.line import Line
from rls_wizard.ui.layouts import column_in
from rls_wizard.ui.link import Toggle
from rls_wizard.ui.push import PushButton
from rls_wizard.ui.words import label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from rls_wizard.i18n import Catalogue
    from rls_wizard.ui.answers.base import Asking

_LEAST_CHARACTERS, _CHARACTERS = 6, 10
"""As many as have room in a field, at least and at most."""
_REST = 2
"""Where in the row the room stands that is left."""
_PER_ROW, _PER_LOW_ROW = 3, 6
"""As on a telephone, where four rows have room."""
POINT = "."


class NumberField(QWidget):
    """The field, what stands beside it, and a line that opens the keys below."""

    rearranged = Signal()
    wanted = Signal(QWidget)

    def __init__(self, name: str, asking: Asking, beside: str = "", *, point: bool = False) -> None:
        """Take what the field is named by; keys for a fraction have a point."""
        super().__init__()
        self.field = _field(f"{name}.value")
        self.frame = Framed(self.field)
        wide = self.field.fontMetrics().averageCharWidth()
        self.frame.setMinimumWidth(wide * _LEAST_CHARACTERS + 2 * style.WIDE)
        self.frame.setMaximumWidth(wide * _CHARACTERS + 2 * style.WIDE)
        self._toggle = Toggle(asking.catalogue("Number keys"), f"{name}.keys")
        self._toggle.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._make = partial(Keypad, name, self.field, asking.catalogue, point=point)
        self._pad: Keypad | None = None
        self._column = column_in(self, style.TIGHT)
        self._number = number = QHBoxLayout()
        number.addWidget(self.frame)
        if beside:
            number.addWidget(label(beside), 1)
        # Below each other at first: that is never too wide.
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._row.addLayout(number)
        self._row.addWidget(self._toggle)
        policy = QSizePolicy.Policy
        self._row.addItem(QSpacerItem(0, 0, policy.Expanding, policy.Minimum))
        for layout in (number, self._row):
            layout.setSpacing(style.NORMAL)
        self._column.addLayout(self._row)
        self._from_start = asking.keypad
        self._toggle.toggled.connect(self._open)
        self._toggle.clicked.connect(self._opened)
        self._toggle.setChecked(asking.keypad)

    def call(self, words: str) -> None:
        """Tell a screen reader what is asked: the frame keeps a buddy from doing that."""
        self.field.setAccessibleName(words)
        self._toggle.setAccessibleName(f"{self._toggle.text()}: {words}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Decide whether the line that opens the keys has room beside the field."""
        super().resizeEvent(event)
        needed = self._number.sizeHint().width() + self._toggle.sizeHint().width()
        needed += 2 * style.NORMAL
        ways, beside = QBoxLayout.Direction, needed <= self.width()
        self._row.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._row.setStretch(_REST, 1 if beside else 0)

    def turned(self) -> bool:
        """Tell whether the person opened the keys, or closed them where they are open at first."""
        return self._toggle.isChecked() != self._from_start

    def turn(self) -> None:
        """Open the keys, or close them."""
        self._toggle.toggle()

    def _open(self, opened: bool) -> None:
        if opened and self._pad is None:
            self._pad = self._make()
            # Not by an alignment, which would follow the pad's own direction.
            row = QHBoxLayout()
            row.addWidget(self._pad)
            row.addStretch(1)
            self._column.addLayout(row)
        if self._pad is not None:
            self._pad.setVisible(opened)
        self.rearranged.emit()

    def _opened(self) -> None:
        """Bring the keys into view, which may have come up below it, and go on with them."""
        if self._pad is not None and self._toggle.isChecked():
            self.wanted.emit(self)
            self._pad.focus()


class Keypad(QWidget):
    """The digits as on a telephone, a point where it is allowed, and one to take back."""

    def __init__(
        self, name: str, field: Line, catalogue: Catalogue, *, point: bool = False
    ) -> None:
        """Take the field to fill."""
        super().__init__()
        self._field, self._name, self._catalogue = field, name, catalogue
        # As on every telephone, wherever reading begins.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._per_row = _PER_LOW_ROW if style.LOW else _PER_ROW
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(style.TIGHT)
        for place, digit in enumerate("123456789"):
            self._add(place, digit, digit, partial(field.insert, digit))
        if point:
            mark = self._add(9, "point", POINT, partial(field.insert, POINT))
            mark.setAccessibleName(catalogue("Point"))
        self._add(10, "0", "0", partial(field.insert, "0"))
        self._add(11, "delete", catalogue("Delete"), field.backspace)
        for column in range(self._per_row):
            self._grid.setColumnStretch(column, 1)

    def sizeHint(self) -> QSize:
        """Return the size with all keys as wide as the widest; narrower ones may shrink."""
        widest = max(key.sizeHint().width() for key in self.findChildren(Key))
        gaps = (self._per_row - 1) * style.TIGHT
        return QSize(self._per_row * widest + gaps, super().sizeHint().height())

    def focus(self) -> None:
        """Put the focus on the first key."""
        self.findChildren(Key)[0].setFocus()

    def _add(self, place: int, name: str, text: str, act: Callable[[], object]) -> Key:
        key = Key(text)
        key.setObjectName(f"{self._name}.key.{name}")
        key.clicked.connect(partial(self._press, key, act))
        self._grid.addWidget(key, *divmod(place, self._per_row))
        return key

    def _press(self, key: Key, act: Callable[[], object]) -> None:
        if not key.hasFocus():  # pressed by hand: show where it is written
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        act()
        announce(self._field, self._field.text() or self._catalogue("Empty"))


class Key(PushButton):
    """A key: pressed twice quickly it writes twice, and by hand it leaves the focus where it is."""

    pad = style.NORMAL
    repeats = True

    def __init__(self, text: str) -> None:
        """Show the text."""
        super().__init__(text)
        self.setFont(style.font(style.TITLE))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


def _field(name: str) -> Line:
    made = Line(name)
    made.setAlignment(Qt.AlignmentFlag.AlignLeading)
    made.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)
    return made
