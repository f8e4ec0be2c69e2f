"""Says what was removed from a list, and puts it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rls_wizard.ui import style
from rls_wizard.ui.answers.beside import Beside
from rls_wizard.ui.words import button, quiet

if TYPE_CHECKING:
    from rls_wizard.i18n import Catalogue


class Undo(QWidget):
    """Says what was removed, and puts it back."""

    pressed = Signal()

    def __init__(self, name: str, catalogue: Catalogue) -> None:
        """Start hidden: nothing was removed."""
        super().__init__()
        self._catalogue = catalogue
        self._words = quiet("", style.BODY)
        self._button = button(catalogue("Undo"), name, self.pressed)
        row = QVBoxLayout(self)
        # Those of a row: it stands in the place of one, and nothing below is to move.
        row.setContentsMargins(style.WIDE, style.NORMAL, style.WIDE, style.NORMAL)
        row.addWidget(Beside([self._words], [self._button]))
        self.hide()

    def offer(self, name: str) -> None:
        """Offer to put this back."""
        text = self._catalogue("Removed: {name}").format(name=name)
        self._words.setText(style.breakable(text))
        self._button.setAccessibleName(f"{self._button.text()}. {text}")
        self.show()

    def focus(self) -> None:
        """Put the focus on the button."""
        self._button.setFocus()
