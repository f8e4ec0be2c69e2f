"""What stands on the screen while it is hidden from others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rls_wizard.ui import style
from rls_wizard.ui.words import button, heading, label

if TYPE_CHECKING:
    from rls_wizard.i18n import Catalogue


class Cover(QWidget):
    """Nothing about legs, sleep or health; one button to go on."""

    lifted = Signal()

    def __init__(self, _: Catalogue) -> None:
        """Create the page."""
        super().__init__()
        self.setAccessibleName(_("Pause"))
        self.button = button(_("Go on"), "lift", self.lifted, primary=True)
        middle = QWidget()
        middle.setMaximumWidth(style.column_width())
        column = QVBoxLayout(middle)
        column.setSpacing(style.WIDE)
        column.addStretch()
        column.addWidget(heading(_("Pause")))
        column.addWidget(label(_("Nothing is lost.")))
        column.addWidget(self.button)
        column.addStretch()
        row = QHBoxLayout(self)
        row.addStretch(1)
        row.addWidget(middle, 1_000)
        row.addStretch(1)
