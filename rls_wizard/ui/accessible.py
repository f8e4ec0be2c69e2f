"""What a screen reader is told of our own widgets, where Qt takes them for something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleStateChangeEvent
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QFrame, QWidget

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
    "Sheets": QAccessible.Role.Document,
    "ScannerBox": QAccessible.Role.StaticText,
    "WizardWindow": QAccessible.Role.Window,
}
_ANSWERS = {
    "QRadioButton": QAccessible.Role.RadioButton,
    "QCheckBox": QAccessible.Role.CheckBox,
}


def tell_roles(window: QWidget | None = None) -> None:
    """Let Qt ask what our widgets are. It asks only where a screen reader does.

    A window that is on the screen already is told of anew.
    """
    QAccessible.installFactory(_interface)
    if window is not None and QAccessible.isActive():
        _forget(window)


def _forget(window: QWidget) -> None:
    """Take back what Qt took the parts of a window for before it could ask us."""
    for told in (window, *window.findChildren(QWidget)):
        known = QAccessible.queryAccessibleInterface(told)
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(known))
    if window.isActiveWindow():
        # A screen reader heard this of something that is no longer there.
        changed = QAccessible.State()
        changed.active = True
        QAccessible.updateAccessibility(QAccessibleStateChangeEvent(window, changed))


def _interface(kind: str, asked: QObject) -> QAccessibleInterface | None:
    """Return what to tell of a widget; Qt asks for its class first, then for each class above."""
    if kind == "Toggle" and isinstance(asked, QAbstractButton):
        return _Opener(asked, QAccessible.Role.Button)
    if kind in _ANSWERS and isinstance(asked, QAbstractButton):
        return _Answer(asked, _ANSWERS[kind])
    if kind == "QFrame" and isinstance(asked, QFrame):
        return _Frame(asked, _role_of(asked))
    if kind in _ROLES and isinstance(asked, QWidget):
        return _Part(asked, _ROLES[kind])
    return None


class _Part(QAccessibleWidget):
    """A widget called by its accessible name, or else by the text that it shows."""

    def text(self, part: QAccessible.Text) -> str:
        """Return the text without places to break it at."""
        shown = getattr(self.object(), "text", None) or getattr(self.object(), "title", None)
        if part is QAccessible.Text.Name and shown is not None:
            # Qt would call an option what its group is called.
            said = self.widget().accessibleName() or str(shown()).replace("&&", "&")
        else:
            said = super().text(part)
        return said.replace(style.BREAK, "")


class _Frame(_Part):
    """What only holds or parts other things. Qt would call it what the group around is called."""

    def text(self, part: QAccessible.Text) -> str:
        """Return the name that was given to it, or none."""
        named = part is QAccessible.Text.Name
        return self.widget().accessibleName() if named else super().text(part)


def _role_of(frame: QFrame) -> QAccessible.Role:
    if frame.frameShape() is QFrame.Shape.HLine:
        return QAccessible.Role.Separator
    return QAccessible.Role.Grouping if frame.accessibleName() else QAccessible.Role.Client


class _Pressed(_Part):
    """A button: what a screen reader does is what a hand does. Qt would only change its look."""

    def actionNames(self) -> list[str]:
        """Return what can be done."""
        return [self.pressAction(), self.setFocusAction()]

    def doAction(self, name: str) -> None:
        """Press it, or give it the focus."""
        button = self.object()
        if name == self.setFocusAction() and isinstance(button, QWidget):
            button.setFocus()
        elif isinstance(button, QAbstractButton):
            button.click()

    def _is_down(self) -> bool:
        button = self.object()
        return isinstance(button, QAbstractButton) and button.isChecked()


class _Answer(_Pressed):
    """An option: chosen, or not."""

    def state(self) -> QAccessible.State:
        """Tell whether it is chosen."""
        state = super().state()
        state.checkable, state.checked = True, self._is_down()
        return state


class _Opener(_Pressed):
    """A line that opens something: it is "expanded" or "collapsed", and no box to tick."""

    def state(self) -> QAccessible.State:
        """Tell whether it is open."""
        state, opened = super().state(), self._is_down()
        state.expandable, state.expanded, state.collapsed = True, opened, not opened
        return state
