"""What is shown while another process works: what is done, and a way to end it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from rls_wizard.ui import style
from rls_wizard.ui.layouts import column_in
from rls_wizard.ui.picture import pictured
from rls_wizard.ui.words import label

if TYPE_CHECKING:
    from rls_wizard.ui.push import PushButton


class Waiting(QWidget):
    """A picture that stands still beside what is done, and a button to cancel.

    Nothing moves: what moves without end takes the eye, and some people it makes ill.
    """

    def __init__(self, text: str, hint: str, cancel: PushButton) -> None:
        """Show what is done, and what the person can do meanwhile."""
        super().__init__()
        self.setObjectName("waiting")
        words = QWidget()
        column = column_in(words, style.TIGHT)
        column.addWidget(label(text, bold=True))
        column.addWidget(label(hint))
        column.addWidget(cancel, 0, Qt.AlignmentFlag.AlignLeading)
        column_in(self, 0).addWidget(pictured("hourglass", words))
