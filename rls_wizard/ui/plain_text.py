"""Text to be read as it is, such as a licence or a report, in a field that scrolls."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit

from rls_wizard.ui import style
from rls_wizard.ui.scroll_bar import ScrollBar

_LINES = 16
"""How many lines of it are seen at a time."""


def plain_text(title: str, text: str) -> QPlainTextEdit:
    """Return the text; a screen reader says its title."""
    made = QPlainTextEdit()
    made.setVerticalScrollBar(ScrollBar())
    made.setReadOnly(True)
    made.setTabChangesFocus(True)
    made.setAccessibleName(title)
    made.setFont(style.font(style.SMALL))
    made.setMinimumHeight(_LINES * made.fontMetrics().lineSpacing())
    made.setPlainText(text)
    return made
