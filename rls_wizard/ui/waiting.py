"""What is shown while another process works: that it does, and a way to end it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from rls_wizard.ui import style
from rls_wizard.ui.layouts import column_in
from rls_wizard.ui.words import label

if TYPE_CHECKING:
    from rls_wizard.ui.push import PushButton


class Waiting(QWidget):
    """A sentence, a bar that moves, and a button to cancel."""

    def __init__(self, text: str, name: str, cancel: PushButton) -> None:
        """Show them; the bar goes by `name` for who cannot see it."""
        super().__init__()
        column = column_in(self, style.NORMAL)
        column.addWidget(label(text))
        row = QHBoxLayout()
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(name)
        row.addWidget(bar, 1)
        row.addWidget(cancel)
        column.addLayout(row)
