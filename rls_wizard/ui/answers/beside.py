"""Texts with their buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from rls_wizard.ui import style

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_LEAST_TEXT = 24
"""How many characters of text have to have room before buttons stand beside it."""


class Beside(QWidget):
    """Texts, and buttons beside them, or below them where there is little room."""

    def __init__(self, texts: list[QWidget], buttons: list[QWidget]) -> None:
        """Begin with the buttons below: that is never too wide."""
        super().__init__()
        self._layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(0)
        for text in texts:
            words.addWidget(text)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(style.TIGHT)
        for one in buttons:
            self._buttons.addWidget(one)
        self._buttons.addStretch()
        self._layout.addLayout(words, 1)
        self._layout.addLayout(self._buttons)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Decide where the buttons go."""
        super().resizeEvent(event)
        text = _LEAST_TEXT * self.fontMetrics().averageCharWidth()
        wide = self.width() > text + self._buttons.sizeHint().width()
        directions = QBoxLayout.Direction
        self._layout.setDirection(directions.LeftToRight if wide else directions.TopToBottom)
