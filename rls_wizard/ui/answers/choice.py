"""One of several answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup

from rls_wizard.ui.answers.base import AnswerWidget
from rls_wizard.ui.answers.unsure import absences
from rls_wizard.ui.option import RadioOption

if TYPE_CHECKING:
    from rls_wizard.domain.response import Value


class ChoiceAnswer(AnswerWidget):
    """A row to press for each option."""

    def build(self, value: Value | None) -> None:
        """Create the rows."""
        options = [(option.code, option.text) for option in self.item.options]
        options += absences(self.item, self.asking.catalogue).items()
        self._values: list[Value] = [code for code, _ in options]
        self._buttons = QButtonGroup(self)
        for number, (code, text) in enumerate(options):
            button = RadioOption(text)
            button.setObjectName(f"{self.name}.{code}")
            button.setChecked(code == value)
            self._buttons.addButton(button, number)
            self.column.addWidget(button)
        self._buttons.idClicked.connect(self._chosen)

    def _chosen(self, number: int) -> None:
        self.tell(self._values[number])
