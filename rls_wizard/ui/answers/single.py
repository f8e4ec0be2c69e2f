"""Buttons of which at most one is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup

if TYPE_CHECKING:
    from PySide6.QtCore import QObject


class Single(QButtonGroup):
    """Tells of choices; what is not firm is taken back by pressing it again."""

    picked = Signal(object)
    """The number of the button, or None if it was taken back."""

    def __init__(self, parent: QObject, *, firm: bool) -> None:
        """Begin with no buttons."""
        super().__init__(parent)
        self._firm = firm
        self._number: int | None = None
        self.idClicked.connect(self._clicked)

    @property
    def number(self) -> int | None:
        """Which button is chosen."""
        return self._number

    def take(self, number: int | None) -> None:
        """Choose a button, or none, and tell nobody."""
        self._number = number
        # An exclusive group keeps its last button pressed; so lift that rule for a moment.
        self.setExclusive(False)
        for button in self.buttons():
            button.setChecked(self.id(button) == number)
        self.setExclusive(True)

    def _clicked(self, number: int) -> None:
        again = number == self._number and not self._firm
        self.take(None if again else number)
        self.picked.emit(self._number)
