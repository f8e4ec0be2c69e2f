"""The line above every page: where one is, and what is always within reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from rls_wizard.ui import style
from rls_wizard.ui.words import button, quiet

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QResizeEvent

    from rls_wizard.i18n import Catalogue
    from rls_wizard.ui.push import PushButton


class Header(QWidget):
    """Tells which button was pressed; says where one is where there is no room for the steps.

    Its words grow with all others: a button for which there is no room then is in the menu only.
    """

    larger = Signal()
    smaller = Signal()
    hide_now = Signal()
    walk = Signal()
    """The person has to leave for a while, and others may come: on a kiosk only."""
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
        self._walk: PushButton | None = None
        self._aloud = button("", "aloud", self.aloud)
        self._menu = button("", "menu", self.menu)
        self._spare: tuple[QWidget, ...] = (self._aloud, self._hide)
        """What is in the menu, too; the last is the first to go."""
        row = QHBoxLayout(self)
        row.setContentsMargins(style.WIDE, style.TIGHT, style.WIDE, style.TIGHT)
        row.setSpacing(style.TIGHT)
        row.addWidget(self._where, 1)
        for one in self.buttons:
            row.addWidget(one)

    def minimumSizeHint(self) -> QSize:
        """Return the size without what may go."""
        kept = [_room_of(one) for one in self.buttons if one not in self._spare]
        edges = 2 * style.WIDE + style.SECTION
        return QSize(sum(kept) + edges, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the buttons for which there is room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        fitting = self._fitting(self.width())
        for one in self._spare:
            one.setVisible(one in fitting)

    def _fitting(self, width: int) -> list[QWidget]:
        """Return the spare buttons for which there is room in a width."""
        room = width - self.minimumSizeHint().width()
        found: list[QWidget] = []
        for one in self._spare:
            room -= _room_of(one)
            if room >= 0:
                found.append(one)
        return found

    def has_room(self, texts: Iterable[str], width: int) -> bool:
        """Tell whether each of these stands in one line beside the buttons in a header's width."""
        shown = [one for one in self.buttons if one not in self._spare]
        taken = sum(map(_room_of, (*shown, *self._fitting(width))))
        metrics = self._where.fontMetrics()
        longest = max(map(metrics.horizontalAdvance, texts), default=0)
        return width - 2 * style.WIDE - taken >= longest

    @property
    def buttons(self) -> tuple[QWidget, ...]:
        """The buttons, in the order in which they are seen."""
        always = (self._smaller, self._larger, self._menu)
        in_order = (self._smaller, self._larger, self._walk, self._hide, self._aloud, self._menu)
        return tuple(one for one in in_order if one in always or one in self._spare)

    def offer_walk(self, offered: bool, words: str) -> None:
        """Offer to leave for a while; it is the last of what is spare to go."""
        if self._walk is None:
            self._walk = button("", "walk", self.walk)
            row = self.layout()
            if isinstance(row, QHBoxLayout):
                row.insertWidget(row.indexOf(self._hide), self._walk)
        elif self._walk.text() == words and (self._walk in self._spare) == offered:
            return
        others = tuple(one for one in self._spare if one is not self._walk)
        self._spare = (self._walk, *others) if offered else others
        self._walk.setText(words)
        self._walk.setFont(style.font())
        self._walk.hide()
        self._fit()

    def offer_aloud(self, offered: bool) -> None:
        """Offer to read aloud, or not where the computer has to be silent."""
        if not offered:
            self._spare = tuple(one for one in self._spare if one is not self._aloud)
            self._aloud.hide()

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
        self._fit()

    def say(self, where: str) -> None:
        """Say where one is."""
        self._where.setText(where)

    def restyle(self) -> None:
        """Take up another text size, at once: Qt would do it after all has been measured."""
        self._where.setFont(style.font(style.SMALL))
        for one in self.buttons:
            one.setFont(style.font())
        self._fit()


def _room_of(one: QWidget) -> int:
    return one.sizeHint().width() + style.TIGHT
