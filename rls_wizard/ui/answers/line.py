"""A line to write in."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit


class Line(QLineEdit):
    """Tells of all that is written in it, by whatever means.

    Qt tells only of keys apart from the program's own changes: what somebody dictates, or writes on
    a braille display, would stand in the field and be no answer.
    """

    written = Signal()

    def __init__(self, name: str) -> None:
        """Create an empty one."""
        super().__init__()
        self.setObjectName(name)
        self._putting = False
        self.textChanged.connect(self._changed)

    def put(self, text: str) -> None:
        """Show a text that nobody wrote just now, and tell nobody."""
        self._putting = True
        self.setText(text)
        self._putting = False

    def _changed(self) -> None:
        if not self._putting:
            self.written.emit()
