"""The button that copies the summary as text, and the word that it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rls_wizard.ui import style
from rls_wizard.ui.announce import announce
from rls_wizard.ui.layouts import column_in
from rls_wizard.ui.words import button, label

if TYPE_CHECKING:
    from rls_wizard.i18n import Catalogue


class CopyBox(QWidget):
    """For who writes a record: the clinician's page is copied."""

    copy = Signal()

    def __init__(self, catalogue: Catalogue) -> None:
        """Show the button."""
        super().__init__()
        column = column_in(self, style.NORMAL)
        column.addWidget(button(catalogue("Copy as text"), "copy", self.copy))
        self._said = label(
            catalogue("Copied. You can now paste it. It is forgotten when you are done."), bold=True
        )
        self._said.setObjectName("copied")
        self._said.hide()
        column.addWidget(self._said)

    def show_copied(self) -> None:
        """Say that it is done."""
        self._said.show()
        announce(self, self._said.text())
