"""Gives answers by the real controls: presses and types, and knows no method of any widget."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rls_wizard.domain.item import ItemType
from rls_wizard.domain.response import Absent
from tests.model.seen import Seen, is_typed

KEYS = Qt.KeyboardModifier


class Hand:
    """A mouse and a keyboard before one window."""

    def __init__(self, window):
        self.window, self.seen = window, Seen(window)
        self.by_keys = False
        """Whether controls are pressed with Space."""

    def find(self, name):
        # Nobody presses what was not yet laid out.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        found = self.seen.named(name)
        assert found, f"there is no {name!r}"
        assert found[0].isEnabled(), f"{name!r} cannot be used"
        return found[0]

    def press(self, name):
        if not self.seen.offered(name) and self.seen.offered(more := _more(name)):
            self.press(more)
        control = self.find(name)
        if self.by_keys:
            self.focus(control)
            self.key(Qt.Key.Key_Space)
        else:
            QTest.mouseClick(control, Qt.MouseButton.LeftButton)
        breathe()

    def key(self, key, held=KEYS.NoModifier):
        # Through the window, as from a device.
        QTest.keyClick(self.window.windowHandle(), key, held)

    def focus(self, control):
        if not self.window.isActiveWindow():
            self.window.activateWindow()
            assert QTest.qWaitForWindowActive(self.window)
        control.setFocus()
        assert QApplication.focusWidget() is control, f"{control.objectName()!r} takes no focus"

    def write(self, name, text):
        """Type; what no key has is pasted."""
        field = self.find(f"{name}.value")
        self.focus(field)
        self.key(Qt.Key.Key_A, KEYS.ControlModifier)
        self.key(Qt.Key.Key_Delete)
        if text.isascii() and text.isprintable() and len(text) < 20:
            QTest.keyClicks(field, text)
        elif text:
            QGuiApplication.clipboard().setText(text)
            self.key(Qt.Key.Key_V, KEYS.ControlModifier)
        breathe()

    def command(self, name):
        """Choose a line of the menu."""
        action = self.window.findChild(object, f"command.{name}")
        assert action.isEnabled()
        action.trigger()
        breathe()

    # Answers -------------------------------------------------------------------------------------

    def give(self, field, value):
        """Answer a question; None takes the answer back."""
        self.open_row(field)
        item, name, chosen = field.item, field.name, self.seen.chosen(field.name)
        if isinstance(value, Absent):
            if value not in chosen:
                self.press(f"{name}.{value}")
        elif value is None and chosen & set(Absent):
            self.press(f"{name}.{min(chosen & set(Absent))}")
        elif item.type is ItemType.DATE:
            self.date(name, value or "")
        elif is_typed(item):
            self.write(name, "" if value is None else str(value))
        else:
            codes = value if isinstance(value, tuple) else () if value is None else (value,)
            self._choose(item, name, [str(code) for code in codes], chosen)

    def open_row(self, field):
        if field.row is not None and not self.seen.is_open(field.group, field.row):
            self.press(f"{field.group.link_id}.{field.row}.change")

    def date(self, name, told):
        """Give a month, if any, and a year, if any."""
        year, _, month = told.partition("-")
        month = int(month or 0)
        for shown in self.seen.chosen(name):
            if shown.startswith("month.") and shown != f"month.{month}":
                self.press(f"{name}.{shown}")
        if month and f"month.{month}" not in self.seen.chosen(name):
            self.press(f"{name}.month.{month}")
        tile = f"{name}.year.{year}"
        if self.seen.named(tile) and f"year.{year}" not in self.seen.chosen(name):
            self.press(tile)
        else:
            self.write(name, year)

    def _choose(self, item, name, codes, chosen):
        alone = {option.code for option in item.options if option.exclusive} | set(Absent)
        going = chosen - set(codes)
        if item.repeats and codes:
            # What stands alone goes by itself, and takes all others away.
            going = set() if alone & set(codes) else going - alone
        elif codes:
            going = set()
        for code in [*sorted(going), *(code for code in codes if code not in chosen)]:
            self.press(f"{name}.{code}")


def breathe():
    """Let the program do what it has put off; what was taken away goes."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QCoreApplication.processEvents()


def _more(name):
    return f"{name.rpartition('.')[0]}.more"
