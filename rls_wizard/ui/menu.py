"""What can be done on every page: the menu, and the keys for it."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from rls_wizard.ui import style
from rls_wizard.ui.roomy import Roomy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to do."""

    name: str
    text: str
    act: Callable[[], object]
    keys: tuple[str, ...] = ()
    listed: bool = True
    """Whether it stands in the menu; what has a button of its own need not."""
    apart: bool = False
    """Whether a line stands before it."""

    def keys_in_words(self) -> str:
        """Return its first keys as this system writes them."""
        return QKeySequence(self.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)


class CommandMenu(QMenu):
    """The commands as a menu; their keys work whether it is open or not."""

    def __init__(self, window: QWidget, title: str, commands: Iterable[Command]) -> None:
        """Give the window these commands."""
        super().__init__(title, window)
        self.setObjectName("commands")
        self.setStyle(Roomy(self))
        self.commands = tuple(commands)
        self._window = window
        self._given = [self._give(window, command) for command in self.commands]
        self._bar: QMenuBar | None = None
        if sys.platform == "darwin":  # where people look for it at the top of the screen
            self._bar = QMenuBar(window)
            self._bar.addMenu(self)

    def fits(self) -> bool:
        """Tell whether all of it can be seen at once on the screen, in text of today's size."""
        self.setFont(style.font())
        room, needed = self._window.screen().availableSize(), self.sizeHint()
        return needed.width() <= room.width() and needed.height() <= room.height()

    def open_below(self, button: QWidget) -> None:
        """Open the menu where its button is."""
        corner = QPoint(button.width() - self.sizeHint().width(), button.height())
        self.popup(button.mapToGlobal(corner))

    def withdraw(self) -> None:
        """Take the commands from the window, for others to come."""
        for action in self._given:
            self._window.removeAction(action)
        if self._bar is not None:
            self._bar.deleteLater()
        self.setParent(None)
        self.deleteLater()

    def _give(self, window: QWidget, command: Command) -> QAction:
        action = QAction(command.text.replace("&", "&&"), self)
        action.setObjectName(f"command.{command.name}")
        action.setShortcuts([QKeySequence(keys) for keys in command.keys])
        # A key that is held would go through page after page.
        action.setAutoRepeat(False)
        action.triggered.connect(command.act)
        window.addAction(action)
        if command.apart:
            self.addSeparator()
        if command.listed:
            self.addAction(action)
        return action


def shortcuts(commands: Iterable[Command]) -> list[tuple[str, str]]:
    """Return the keys of the commands that have any, with what they do."""
    return [(command.keys_in_words(), command.text) for command in commands if command.keys]
