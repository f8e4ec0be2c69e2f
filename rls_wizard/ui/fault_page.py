"""Stands in for the questions when they cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from rls_wizard.ui import style
from rls_wizard.ui.layouts import column_in
from rls_wizard.ui.words import label

if TYPE_CHECKING:
    from rls_wizard.i18n import Catalogue

_MOST = 20


class FaultPage(QWidget):
    """Says in plain words what is wrong, and names file, block and reason for who can mend it."""

    def __init__(self, faults: list[str], catalogue: Catalogue) -> None:
        """Show the faults, one in a line."""
        super().__init__()
        _ = catalogue
        column = column_in(self, style.NORMAL)
        column.addWidget(label(_("The questions cannot be read"), style.QUESTION, bold=True))
        column.addWidget(
            label(
                _(
                    "A file of this program is damaged or was changed. Please install the program "
                    "again, or show this page to the person who looks after it."
                )
            )
        )
        for fault in faults[:_MOST]:
            column.addWidget(label(fault))
        if len(faults) > _MOST:
            column.addWidget(label(_("and {number} more").format(number=len(faults) - _MOST)))
        column.addStretch()
