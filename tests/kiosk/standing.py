"""A kiosk that stands in a room, with time that passes only when a test says so."""

from contextlib import contextmanager

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from rls_wizard.kiosk.pin import Tries
from rls_wizard.ui.kiosk import room as room_
from tests.gallery.stage import settle
from tests.kiosk.targets import PANELS, kiosk

PIN = "738291"


class Clock:
    """Tells the time that a test says it is."""

    def __init__(self):
        self.now = 1_000.0

    def __call__(self):
        return self.now


class Line(QObject):
    """Answers as the supervisor does."""

    gate = Signal(object)
    cut = Signal()

    def __init__(self, parent, tries=None):
        super().__init__(parent)
        self.tries = tries
        self.asked = []

    def ask(self, pin):
        self.asked.append(pin)
        self.gate.emit(self.tries.take(pin))


class Kiosk:
    """What a person does there, and what one can find out."""

    def __init__(self, stage, clock, made_room):
        self.stage, self.clock = stage, clock
        self.visit, self.window = stage.visit, stage.window
        self.ended = []
        self.room = made_room(self)
        self._touch = QTest.createTouchDevice()

    def wait(self, seconds):
        """Let time pass, and what is due then happen."""
        for _ in range(round(seconds)):
            self.clock.now += 1
            idle = self.room.idle
            if idle.is_counting:
                idle.look()
        settle()

    def tap(self, at):
        """Touch a place, or the middle of a thing, for a moment."""
        self.hold(at, 0)

    def hold(self, at, seconds):
        if not isinstance(at, QPoint):
            at = at.mapTo(self.window, at.rect().center())
        QTest.touchEvent(self.window, self._touch).press(0, at, self.window).commit()
        self.clock.now += seconds
        QTest.touchEvent(self.window, self._touch).release(0, at, self.window).commit()
        settle()

    def press(self, name):
        """Touch something by its name."""
        thing = self.stage.find(name, QAbstractButton)
        assert thing.isVisibleTo(self.window), f"{name!r} is not seen"
        self.tap(thing)

    def key(self, key, held=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(self.window.windowHandle(), key, held)
        settle()

    def type(self, pad, digits, done=True):
        for digit in digits:
            self.press(f"{pad}.{digit}")
        if done:
            self.press(f"{pad}.done")

    def call_staff(self, pin=PIN):
        """Make the gesture; type the PIN, if there is one."""
        self.hold(QPoint(5, 5), 5.5)
        self.hold(QPoint(self.window.width() - 5, 5), 5.5)
        if pin:
            self.type("pin", pin)

    def reads(self):
        """Return every word on the screen."""
        seen = self.window.findChildren(QLabel) + self.window.findChildren(QAbstractButton)
        return "\n".join(x.text() for x in seen if x.isVisibleTo(self.window))

    def offered(self, name):
        return self.stage.offered(name)

    def told(self):
        """Return all that a screen reader can learn of the program, hidden things too."""
        found = []
        todo = [QAccessible.queryAccessibleInterface(self.window)]
        while todo:
            one = todo.pop()
            found += [one.text(kind) for kind in QAccessible.Text if kind.name != "UserText"]
            todo += [one.child(number) for number in range(one.childCount())]
        return "\n".join(filter(None, found))

    @property
    def focused(self):
        widget = QApplication.focusWidget()
        return widget.objectName() if widget else ""


@contextmanager
def standing(panel=PANELS[0], **how):
    """Give a kiosk on such a screen; it ends nothing but tells how it would."""
    tries, lines = [], []

    def make_line(parent):
        lines.append(Line(parent, tries[0]))
        return lines[-1]

    often, drag = QApplication.doubleClickInterval(), QApplication.startDragDistance()
    # Tests press one thing after the other faster than any hand.
    QApplication.setDoubleClickInterval(0)
    with kiosk(panel, **how) as stage:
        clock = Clock()
        site = stage.desk.site
        tries.append(Tries(site.pin_hash, clock))
        usual, room_.Line = room_.Line, make_line

        def made_room(kiosk_):
            class Telling(room_.Room):
                def end(self, code):
                    kiosk_.ended.append(code)

            return Telling(site, stage.visit, stage.desk, clock)

        try:
            made = Kiosk(stage, clock, made_room)
            made.line = lines[0]
            stage.window.activateWindow()
            settle()
            yield made
        finally:
            room_.Line = usual
            made.room.watch.stop()
            stage.window.may_close = lambda: True
            QApplication.setStartDragDistance(drag)
            QApplication.setDoubleClickInterval(often)
