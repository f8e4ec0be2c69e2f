"""The ways not to answer: "not sure", "prefer not to say", and in a room to do it on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from rls_wizard.domain.item import ItemType
from rls_wizard.domain.response import Absent
from rls_wizard.ui.option import CheckOption

if TYPE_CHECKING:
    from PySide6.QtWidgets import QBoxLayout

    from rls_wizard.domain.item import Item
    from rls_wizard.domain.response import Value
    from rls_wizard.ui.answers.base import Asking


def absences(item: Item, asking: Asking) -> dict[Absent, str]:
    """Return the ways not to answer this question, each with its words."""
    catalogue = asking.catalogue
    found: dict[Absent, str] = {}
    if item.required and item.may_be_unsure and item.type is not ItemType.TEXT:
        found[Absent.UNKNOWN] = catalogue("Not sure")
    if item.private:
        if asking.in_a_room:
            found[Absent.ON_PAPER] = catalogue("Answer on paper instead")
        found[Absent.DECLINED] = catalogue("Prefer not to say")
    return found


class AbsenceTicks(QObject):
    """The ways not to answer as ticks, for questions that are not lists of options."""

    ticked = Signal(object)
    """The absence, or None when it was taken back."""

    def __init__(self, item: Item, name: str, asking: Asking, parent: QObject) -> None:
        """Create a tick for each way."""
        super().__init__(parent)
        self._ticks: dict[Absent, CheckOption] = {}
        for absent, words in absences(item, asking).items():
            tick = CheckOption(words, quiet=True)
            tick.setObjectName(f"{name}.{absent}")
            tick.clicked.connect(self._clicked)
            self._ticks[absent] = tick

    def add_to(self, layout: QBoxLayout) -> None:
        """Put the ticks into a layout."""
        for tick in self._ticks.values():
            layout.addWidget(tick)

    def show(self, value: Value | None) -> None:
        """Tick the one that is the answer, if one is."""
        for absent, tick in self._ticks.items():
            tick.setChecked(value is absent)

    def _clicked(self, checked: bool) -> None:
        pressed = self.sender()
        absent = next(a for a, tick in self._ticks.items() if tick is pressed)
        value = absent if checked else None
        self.show(value)
        self.ticked.emit(value)
