"""Several answers out of many, some of which stand alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup

from rls_wizard.domain.questionnaire import Absent
from rls_wizard.ui.answers.apart import Divider
from rls_wizard.ui.answers.base import AnswerWidget
from rls_wizard.ui.answers.unsure import absences
from rls_wizard.ui.option import CheckOption

if TYPE_CHECKING:
    from rls_wizard.domain.response import Value


class ChoicesAnswer(AnswerWidget):
    """A tick for each option; an exclusive one takes all others away."""

    def build(self, value: Value | None) -> None:
        """Create the ticks."""
        several = value if isinstance(value, tuple) else (value,)
        self._buttons = QButtonGroup(self)
        self._buttons.setExclusive(False)
        self._codes: list[str] = []
        absent = absences(self.item, self.asking.catalogue)
        alone = [option for option in self.item.options if option.exclusive]
        self._alone: set[str] = {*(option.code for option in alone), *absent}
        for option in self.item.options:
            if not option.exclusive:
                self._add(option.code, option.text, option.code in several)
        if self._alone:
            self.column.addWidget(Divider())
        for option in alone:
            self._add(option.code, option.text, option.code in several)
        for reason, text in absent.items():
            self._add(reason, text, reason in several, quiet=True)
        self._buttons.idClicked.connect(self._clicked)

    def _add(self, code: str, text: str, checked: bool, *, quiet: bool = False) -> None:
        tick = CheckOption(text, quiet=quiet)
        tick.setObjectName(f"{self.name}.{code}")
        tick.setChecked(checked)
        self._buttons.addButton(tick, len(self._codes))
        self._codes.append(code)
        self.column.addWidget(tick)

    def _clicked(self, number: int) -> None:
        pressed = self._codes[number]
        if self._buttons.button(number).isChecked():
            for other, code in enumerate(self._codes):
                if code != pressed and (pressed in self._alone or code in self._alone):
                    self._buttons.button(other).setChecked(False)
        chosen = [c for n, c in enumerate(self._codes) if self._buttons.button(n).isChecked()]
        self.tell(self._value(chosen))

    def _value(self, chosen: list[str]) -> Value | None:
        if not chosen:
            return None
        return chosen[0] if isinstance(chosen[0], Absent) else tuple(chosen)
