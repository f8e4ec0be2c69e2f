"""One of several answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from rls_wizard.domain.item import Appearance
from rls_wizard.ui import style
from rls_wizard.ui.answers.base import AnswerWidget
from rls_wizard.ui.answers.single import Single
from rls_wizard.ui.answers.unsure import absences
from rls_wizard.ui.layouts import column_in
from rls_wizard.ui.link import Toggle
from rls_wizard.ui.option import RadioOption

if TYPE_CHECKING:
    from PySide6.QtWidgets import QBoxLayout

    from rls_wizard.domain.response import Value


class ChoiceAnswer(AnswerWidget):
    """A row to press for each option; unlikely ones may be folded away."""

    def build(self, value: Value | None) -> None:
        """Create the rows."""
        self._values: list[str] = []
        self._group = Single(self, firm=self.item.required or self.item.preset)
        self._more: Toggle | None = None
        near = self._near(value)
        for option in self.item.offered:
            if option.code in near:
                self._add(option.code, option.text, self.column)
        if len(near) < len(self.item.offered):
            self._fold(near)
        self._add_absences()
        chosen = [number for number, code in enumerate(self._values) if code == value]
        self._group.take(next(iter(chosen), None))
        self._group.picked.connect(self._picked)

    def unfinished(self) -> object | None:
        """Return whether the other answers are shown."""
        return True if self._more is not None and self._more.isChecked() else None

    def resume(self, state: object) -> None:
        """Show the other answers."""
        if self._more is not None:
            self._more.setChecked(state is True)

    def _near(self, value: Value | None) -> set[str]:
        """Return the codes that are not folded away: the one likely answer, or all of them."""
        codes = {option.code for option in self.item.offered}
        if self.item.appearance is not Appearance.FOLDED:
            return codes
        likely = value if value in codes else self.asking.offered.get(self.item.link_id)
        return {str(likely)} if likely in codes else codes

    def _fold(self, near: set[str]) -> None:
        self._more = Toggle(self.item.more or "", f"{self.name}.more")
        others = QWidget()
        column = column_in(others, style.TIGHT)
        for option in self.item.offered:
            if option.code not in near:
                self._add(option.code, option.text, column)
        others.hide()
        # Not the method of Qt itself: of each connection to one, PySide leaves a text behind.
        self._more.toggled.connect(lambda shown: others.setVisible(shown))  # noqa: PLW0108
        self._more.toggled.connect(self.rearranged)
        self.column.addWidget(self._more)
        self.column.addWidget(others)

    def _add_absences(self) -> None:
        missing = absences(self.item, self.asking)
        if missing:
            self.column.addSpacing(style.HAIR)
        for absent, text in missing.items():
            self._add(absent, text, self.column, quiet=True)

    def _add(self, code: str, text: str, column: QBoxLayout, *, quiet: bool = False) -> None:
        button = RadioOption(text, quiet=quiet)
        button.setObjectName(f"{self.name}.{code}")
        self._group.addButton(button, len(self._values))
        self._values.append(code)
        column.addWidget(button)

    def _picked(self, number: int | None) -> None:
        self.tell(None if number is None else self._values[number])
