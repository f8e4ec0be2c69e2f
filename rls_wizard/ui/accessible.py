"""What a screen reader is told of our own widgets, where Qt takes them for something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QWidget

from rls_wizard.ui import style

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QAccessibleInterface

# By the names of the classes: they need not be imported before they are used.
_ROLES = {
    "Title": QAccessible.Role.Heading,
    "AlertStrip": QAccessible.Role.AlertMessage,
    "UrgentAction": QAccessible.Role.AlertMessage,
    "GapSummary": QAccessible.Role.Grouping,
    "WizardWindow": QAccessible.Role.Window,
}


def tell_roles(window: QWidget | None = None) -> None:
    """Let Qt ask what our widgets are. It asks only where a screen reader does.

    That may have asked already of a window that is shown: it is to ask again.
    """
    QAccessible.installFactory(_interface)
    if window is not None and QAccessible.isActive():
        for told in (window, *window.findChildren(QWidget)):
            known = QAccessible.queryAccessibleInterface(told)
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(known))


def _interface(kind: str, asked: QObject) -> QAccessibleInterface | None:
    """Return what to tell of a widget; Qt asks for its class first, then for each class above."""
    if kind == "Toggle" and isinstance(asked, QAbstractButton):
        return _Opener(asked, QAccessible.Role.Button)
    if kind in _ROLES and isinstance(asked, QWidget):
        return _Part(asked, _ROLES[kind])
    return None


class _Part(QAccessibleWidget):
    """A widget called by its accessible name, or else by the text that it shows."""

    def text(self, part: QAccessible.Text) -> str:
        """Return the text without places to break it at."""
        said = super().text(part)
        shown = getattr(self.object(), "text", None) or getattr(self.object(), "title", None)
        if part is QAccessible.Text.Name and not said and shown is not None:
            said = str(shown())
        return said.replace(style.BREAK, "")


class _Opener(_Part):
    """A line that opens something: it is "expanded" or "collapsed", and no box to tick."""

    def state(self) -> QAccessible.State:
        """Tell whether it is open."""
        state, line = super().state(), self.object()
        opened = isinstance(line, QAbstractButton) and line.isChecked()
        state.expandable, state.expanded, state.collapsed = True, opened, not opened
        return state

    def actionNames(self) -> list[str]:
        """Return what can be done."""
        return [self.pressAction(), self.setFocusAction()]

    def doAction(self, name: str) -> None:
        """Press it, or give it the focus."""
        line = self.object()
        if name == self.pressAction() and isinstance(line, QAbstractButton):
            line.click()
        elif isinstance(line, QWidget):
            line.setFocus()
