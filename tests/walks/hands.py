"""Ways to use the window: with a mouse only, with keys only, with five keys, with a finger.

Neither calls a method of a widget to do something: what they do goes through Qt as from a device.
"""

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QMenu,
    QScrollArea,
    QScroller,
    QScrollerProperties,
    QWidget,
)

NOTCH = 120
DRAG, STEP = 150, 10
"""How far a finger drags, in pixels, and how far at a time."""
FAR = 400
"""More keys than any page needs."""
FIVE = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_F1)


class Hand:
    """Finds what is on the screen; says where it was if it cannot be used."""

    def __init__(self, qtbot, window):
        self._qtbot, self.window = qtbot, window

    def offered(self, name):
        return any(x.isVisible() for x in self.window.findChildren(QWidget, name))

    def find(self, name):
        # Nobody presses what was not yet laid out.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        found = [x for x in self.window.findChildren(QWidget, name) if x.isVisible()]
        assert found, f"{self.where()}: there is no {name!r}"
        return found[0]

    def where(self):
        titles = [label.text() for label in self.window.page.findChildren(QLabel)]
        return f"On the page {titles[0]!r}" if titles else "On a page without words"

    def come_back(self):
        """Do what a window manager does once a menu or a box is gone; here there is none."""
        self.window.activateWindow()
        self._qtbot.waitUntil(self.window.isActiveWindow)

    def menu(self):
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu), f"{self.where()}: the menu is not open"
        return menu


class Mouse(Hand):
    """Turns the wheel until it sees a thing, and clicks in its middle."""

    def press(self, name):
        widget = self.find(name)
        self._bring_into_view(widget)
        middle = widget.mapTo(self.window, widget.rect().center())
        below = self.window.childAt(middle)
        hit = below is widget or widget.isAncestorOf(below)
        assert hit, f"{self.where()}: something covers {name!r}"
        self._click(self.window, middle)

    def write(self, name, text):
        self.press(name)
        field = QApplication.focusWidget()
        assert field is self.find(name), f"{self.where()}: {name!r} takes no text"
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(field, text)

    def command(self, name):
        self.press("menu")
        menu = self.menu()
        action = menu.parent().findChild(object, f"command.{name}")
        self._click(menu, menu.actionGeometry(action).center())
        self.come_back()

    def go_on(self):
        self.press("next")

    def go_back(self):
        self.press("back")

    @staticmethod
    def _click(top, at):
        QTest.mouseClick(
            top.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at
        )

    def _bring_into_view(self, widget):
        area = self.window.findChild(QScrollArea)
        if not area.widget().isAncestorOf(widget):
            return
        view, seen = area.viewport(), None
        while (y := widget.mapTo(view, widget.rect().center()).y()) != seen:
            if 0 <= y < view.height():
                return
            seen = y
            self._turn_wheel(view, NOTCH if y < 0 else -NOTCH)
        raise AssertionError(f"{self.where()}: {widget.objectName()!r} cannot be scrolled to")

    def _turn_wheel(self, view, turn):
        middle = view.mapTo(self.window, view.rect().center())
        QTest.wheelEvent(self.window.windowHandle(), QPointF(middle), QPoint(0, turn))


class Keyboard(Hand):
    """Goes from control to control with Tab and the arrows, and never knows where the mouse is."""

    def __init__(self, qtbot, window):
        super().__init__(qtbot, window)
        self._pages = 0

    def press(self, name):
        self._reach(name)
        self._key(Qt.Key.Key_Space)

    def write(self, name, text):
        self._reach(name)
        self._key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(self._focused(), text)

    def command(self, name):
        self.press("menu")
        menu = self.menu()
        for _ in menu.actions():
            QTest.keyClick(menu, Qt.Key.Key_Down)
            if menu.activeAction().objectName() == f"command.{name}":
                QTest.keyClick(menu, Qt.Key.Key_Return)
                self.come_back()
                return
        raise AssertionError(f"{self.where()}: {name!r} cannot be reached in the menu")

    def go_on(self):
        """Go on by the button, and every other time by its shortcut."""
        self._pages += 1
        if self._pages % 2:
            self._reach("next")
            self._key(Qt.Key.Key_Return)
        else:
            self._key(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)

    def go_back(self):
        self._key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)

    def stops(self, key):
        """Go once around with Tab or with Shift and Tab; return where that stops."""
        found = []
        while (here := _stop(self._focused())) not in found:
            found.append(here)
            self._key(key)
        return found

    def _focused(self):
        focused = QApplication.focusWidget()
        assert focused is not None, f"{self.where()}: nothing has the focus"
        return focused

    def _key(self, key, held=Qt.KeyboardModifier.NoModifier):
        self._focused()
        # Through the window, as from a device: it learns from that that keys are used.
        QTest.keyClick(self.window.windowHandle(), key, held)

    def _reach(self, name):
        """Go to a control: with Tab to its question, with arrows to an option of it."""
        wanted = self.find(name)
        for _ in range(FAR):
            here = self._focused()
            if here is wanted:
                return
            self._key(self._along(here, wanted) if _beside(here, wanted) else Qt.Key.Key_Tab)
        raise AssertionError(f"{self.where()}: {name!r} cannot be reached by keys")

    def _along(self, here, wanted):
        """Return the arrow that leads from one control to another."""
        order = self.window.stops()
        higher = here in order and order.index(wanted) < order.index(here)
        return Qt.Key.Key_Up if higher else Qt.Key.Key_Down


class Pad(Keyboard):
    """Has five keys: up, down, enter, escape and help."""

    def __init__(self, qtbot, window):
        super().__init__(qtbot, window)
        self.keys = 0

    def press(self, name):
        self._reach(name)
        self._key(Qt.Key.Key_Return)

    def write(self, name, text):
        """Write a number on the keys that the page offers."""
        question = name.removesuffix(".value")
        self.press(f"{question}.keys")
        for digit in text:
            self.press(f"{question}.key.{digit}")

    def go_on(self):
        self.press("next")

    def go_back(self):
        self._key(Qt.Key.Key_Escape)

    def ask_for_help(self):
        self._key(Qt.Key.Key_F1)

    def _key(self, key, held=Qt.KeyboardModifier.NoModifier):
        assert key in FIVE
        self.keys += 1
        super()._key(key, held)

    def _reach(self, name):
        wanted = self.find(name)
        for _ in range(FAR):
            here = self._focused()
            if here is wanted:
                return
            self._key(self._along(here, wanted))
        raise AssertionError(f"{self.where()}: {name!r} cannot be reached by five keys")


class Finger(Mouse):
    """Taps, and drags the page until it sees what to tap."""

    def __init__(self, qtbot, window):
        super().__init__(qtbot, window)
        self._device = QTest.createTouchDevice()
        self.taps = self.drags = 0
        # It lies still before it is lifted, without the time that takes: the page is not thrown.
        moving = QScroller.scroller(window.findChild(QScrollArea).viewport())
        still = moving.scrollerProperties()
        still.setScrollMetric(QScrollerProperties.ScrollMetric.MaximumVelocity, 0)
        moving.setScrollerProperties(still)

    def write(self, name, text):
        """Write a number on the keys that the page offers."""
        question = name.removesuffix(".value")
        self.press(f"{question}.keys")
        for digit in text:
            self.press(f"{question}.key.{digit}")

    def _click(self, top, at):
        self.taps += 1
        self._touch(top).press(0, at, top).commit()
        self._touch(top).release(0, at, top).commit()

    def _turn_wheel(self, view, turn):
        """Drag the page, and hold it until it has come along."""
        self.drags += 1
        spot = view.mapTo(self.window, view.rect().center())
        way = 1 if turn > 0 else -1
        bar = self.window.findChild(QScrollArea).verticalScrollBar()
        begun, top = bar.value(), self.window
        self._touch(top).press(0, spot, top).commit()
        for moved in range(STEP, DRAG + 1, STEP):
            self._touch(top).move(0, spot + QPoint(0, way * moved), top).commit()
        self._qtbot.waitUntil(lambda: bar.value() != begun or self._at_end(bar, way))
        self._touch(top).release(0, spot + QPoint(0, way * DRAG), top).commit()
        # A finger on a page that still moves holds it, and presses nothing.
        moving = QScroller.scroller(view)
        self._qtbot.waitUntil(lambda: moving.state() == QScroller.State.Inactive)

    @staticmethod
    def _at_end(bar, way):
        return bar.value() == (bar.minimum() if way > 0 else bar.maximum())

    def _touch(self, top):
        return QTest.touchEvent(top, self._device)


def _stop(widget):
    """Return what Tab stops at: a control, or all options of which one is chosen."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group if group is not None and group.exclusive() else widget


def _beside(here, wanted):
    """Tell whether both are options of which one is chosen: arrows lead from one to the other."""
    return _stop(here) is not here and _stop(here) is _stop(wanted)
