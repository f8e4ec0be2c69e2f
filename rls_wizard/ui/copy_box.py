"""A button that copies something, and the word that it is done."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rls_wizard.ui import style
from rls_wizard.ui.announce import announce
from rls_wizard.ui.layouts import column_in
from rls_wizard.ui.words import button, label


class CopyBox(QWidget):
    """It copies nothing itself: what it stands for does, and says so."""

    copy = Signal()

    def __init__(self, words: str, said: str, name: str = "copy") -> None:
        """Show the button with these words; `said` comes once it is done."""
        super().__init__()
        column = column_in(self, style.NORMAL)
        column.addWidget(button(words, name, self.copy))
        self._said = label(said, bold=True)
        self._said.setObjectName("copied")
        self._said.hide()
        column.addWidget(self._said)

    def show_copied(self) -> None:
        """Say that it is done."""
        self._said.show()
        announce(self, self._said.text())
