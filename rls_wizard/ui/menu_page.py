"""The menu as a page, where it is too large for the screen: a page scrolls, and its text wraps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from rls_wizard.ui import style
from rls_wizard.ui.layouts import column_in
from rls_wizard.ui.link import LinkRow
from rls_wizard.ui.words import heading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rls_wizard.ui.menu import Command


class MenuPage(QWidget):
    """A line for each command that the menu lists, in its order."""

    def __init__(self, title: str, commands: Iterable[Command]) -> None:
        """Take them; each row goes by the name of its command."""
        super().__init__()
        column = column_in(self, style.TIGHT)
        column.addWidget(heading(title))
        for command in commands:
            if command.listed:
                row = LinkRow(command.text)
                row.setObjectName(f"menu.{command.name}")
                row.clicked.connect(command.act)
                column.addWidget(row)
        column.addStretch()
