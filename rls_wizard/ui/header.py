"""The line above every page: where one is, and what is always within reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from rls_wizard.ui import style
from rls_wizard.ui.words import button, quiet

if TYPE_CHECKING:
    from rls_wizard.i18n import Catalogue


class Header(QWidget):
    """Tells which button was pressed; says where one is where there is no room for the steps."""

    larger = Signal()
    smaller = Signal()
    hide_now = Signal()
    aloud = Signal()
    menu = Signal()

    def __init__(self) -> None:
        """Create the buttons, without words as yet."""
        super().__init__()
        self._where = quiet("")
        self._where.setObjectName("where")
        self._smaller = button("A\u2212", "smaller", self.smaller)
        self._larger = button("A+", "larger", self.larger)
        self._smaller.repeats = self._larger.repeats = True
        self._hide = button("", "hide", self.hide_now)
        self._aloud = button("", "aloud", self.aloud)
        self._menu = button("", "menu", self.menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(style.WIDE, style.TIGHT, style.WIDE, style.TIGHT)
        row.setSpacing(style.TIGHT)
        row.addWidget(self._where, 1)
        for one in self.buttons:
            row.addWidget(one)

    @property
    def buttons(self) -> tuple[QWidget, ...]:
        """The buttons, in the order in which they are seen."""
        return self._smaller, self._larger, self._hide, self._aloud, self._menu

    @property
    def aloud_button(self) -> QWidget:
        """What begins and ends reading aloud."""
        return self._aloud

    @property
    def menu_button(self) -> QWidget:
        """Where the menu opens."""
        return self._menu

    def set_catalogue(self, _: Catalogue) -> None:
        """Speak another language."""
        self._smaller.setAccessibleName(_("Smaller text"))
        self._larger.setAccessibleName(_("Larger text"))
        for one in (self._smaller, self._larger):
            one.setToolTip(one.accessibleName())
        self._hide.setText(_("Hide now"))
        self._aloud.setText(_("Read aloud"))
        self._menu.setText(_("Menu"))

    def say(self, where: str) -> None:
        """Say where one is."""
        self._where.setText(where)

    def restyle(self) -> None:
        """Take up another text size."""
        self._where.setFont(style.font(style.SMALL))
