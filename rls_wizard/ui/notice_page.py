"""A page that says one thing, and offers what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from rls_wizard.ui import style
from rls_wizard.ui.layouts import column_in
from rls_wizard.ui.words import button, heading, label

if TYPE_CHECKING:
    from collections.abc import Callable

    Choice = tuple[str, str, Callable[[], object]]


class NoticePage(QWidget):
    """A heading, a few sentences, and a button for each choice: its name, words and deed."""

    def __init__(self, title: str, text: str, choices: tuple[Choice, ...] = ()) -> None:
        """Show them."""
        super().__init__()
        column = column_in(self, style.WIDE)
        column.addWidget(heading(title))
        column.addWidget(label(text))
        for number, (name, words, act) in enumerate(choices):
            column.addWidget(button(words, name, act, primary=number == 0))
        column.addStretch()
