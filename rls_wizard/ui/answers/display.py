"""Text to read, nothing to answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rls_wizard.ui.answers.base import AnswerWidget
from rls_wizard.ui.words import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel

    from rls_wizard.domain.response import Value


class DisplayText(AnswerWidget):
    """A paragraph."""

    def build(self, value: Value | None) -> None:
        """Leave it at the text."""

    def heading(self) -> QLabel:
        """Return the text in the size of running text."""
        return label(self.words)
