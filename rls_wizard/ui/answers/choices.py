"""Several answers out of many, some of which stand alone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from rls_wizard.domain.response import Absent
from rls_wizard.ui import style
from rls_wizard.ui.answers.base import AnswerWidget
from rls_wizard.ui.answers.unsure import absences
from rls_wizard.ui.layouts import divider
from rls_wizard.ui.option import CheckOption

if TYPE_CHECKING:
    from PySide6.QtWidgets import QBoxLayout

    from rls_wizard.domain.response import Value


class ChoicesAnswer(AnswerWidget):
    """A tick for each option; an exclusive one takes all others away."""

    def build(self, value: Value | None) -> None:
        """Create the ticks."""
        several = value if isinstance(value, tuple) else (value,)
        # No QButtonGroup: in one, Tab would stop at the first tick only.
        self.ticks: dict[str, CheckOption] = {}
        self._list = self.make_list()
        absent = absences(self.item, self.asking)
        alone = [option for option in self.item.offered if option.exclusive]
        self._alone: set[str] = {*(option.code for option in alone), *absent}
        for option in self.item.offered:
            if not option.exclusive:
                self._add(option.code, option.text, option.code in several)
        if self._alone:
            self._list.addWidget(divider(style.NORMAL))
        for option in alone:
            self._add(option.code, option.text, option.code in several)
        for reason, text in absent.items():
            self._add(reason, text, reason in several, quiet=True)

    def make_list(self) -> QBoxLayout:
        """Return where the ticks go."""
        return self.column

    def _add(self, code: str, text: str, checked: bool, *, quiet: bool = False) -> None:
        tick = CheckOption(text, quiet=quiet)
        tick.setObjectName(f"{self.name}.{code}")
        tick.setChecked(checked)
        tick.clicked.connect(partial(self._clicked, code))
        self.ticks[code] = tick
        self._list.addWidget(tick)

    def _clicked(self, pressed: str) -> None:
        if self.ticks[pressed].isChecked():
            for code, tick in self.ticks.items():
                if code != pressed and (pressed in self._alone or code in self._alone):
                    tick.setChecked(False)
        self.tell(self._value([code for code, tick in self.ticks.items() if tick.isChecked()]))

    def _value(self, chosen: list[str]) -> Value | None:
        if not chosen:
            return None
        return chosen[0] if isinstance(chosen[0], Absent) else tuple(chosen)
