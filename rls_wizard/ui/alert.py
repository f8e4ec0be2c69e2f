"""What to do at once: a strip that looks like nothing else in the program."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QFrame, QVBoxLayout

from rls_wizard.ui import style
from rls_wizard.ui.words import label

_GROUND = 0xFF8C0000
_INK = 0xFFFFFFFF


class AlertStrip(QFrame):
    """A sign, a word and a colour, and one sentence; empty and hidden while nothing is urgent."""

    def __init__(self) -> None:
        """Start hidden."""
        super().__init__()
        self.setObjectName("alert")
        self.hide()
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor.fromRgba(_GROUND))
        palette.setColor(QPalette.ColorRole.WindowText, QColor.fromRgba(_INK))
        self.setPalette(palette)
        self.setAutoFillBackground(True)
        self._label = label("", style.BODY, bold=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(style.WIDE, style.NORMAL, style.WIDE, style.NORMAL)
        column.addWidget(self._label)

    def restyle(self) -> None:
        """Take up another text size."""
        self._label.setFont(style.font(style.BODY, bold=True))

    def say(self, word: str, sentence: str) -> str:
        """Show a sentence, and return what is new about it; an empty one hides the strip."""
        text = f"\u26a0 {word}: {sentence}" if sentence else ""
        new = text != self._label.text()
        if new:
            self._label.setText(text)
            self.setAccessibleName(text)
        self.setVisible(bool(sentence))
        return f"{word}: {sentence}" if new and sentence else ""
