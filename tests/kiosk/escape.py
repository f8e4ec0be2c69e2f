"""Somebody who wants to get out of the kiosk by any key, press, drag or drop.

python -m tests.kiosk.escape [EVENTS] [SEED]
"""

import faulthandler
import os
import random
import sys
import time
from collections import Counter, deque
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from rls_wizard.ui import style
from rls_wizard.ui.kiosk.goodbye import GoodbyePage
from rls_wizard.ui.kiosk.walk import Away
from rls_wizard.ui.press import press
from rls_wizard.ui.selftest import fill_window
from tests.gallery.stage import settle
from tests.kiosk.standing import standing
from tests.kiosk.targets import PANELS
from tests.model.devices import Devices
from tests.model.watch import watching

EVENTS, BATCH = 50_000, 25
K, M = Qt.Key, Qt.KeyboardModifier
_HELD = (
    M.NoModifier, M.ControlModifier, M.AltModifier, M.MetaModifier, M.ShiftModifier,
    M.ControlModifier | M.AltModifier, M.ControlModifier | M.ShiftModifier,
    M.AltModifier | M.ShiftModifier,
)  # fmt: skip
_OUT = (
    K.Key_F4, K.Key_Q, K.Key_F11, K.Key_Escape, K.Key_W, K.Key_N, K.Key_O, K.Key_S, K.Key_P,
    K.Key_Tab, K.Key_F1, K.Key_F10, K.Key_Menu, K.Key_Print, K.Key_Delete, K.Key_Space, K.Key_C,
    K.Key_V, K.Key_Super_L, K.Key_Launch0, K.Key_F5, K.Key_F9, K.Key_Help, K.Key_Back, K.Key_D,
    K.Key_Left, K.Key_Return, K.Key_Backspace, K.Key_F2, K.Key_F8, K.Key_M, K.Key_L, K.Key_R,
)  # fmt: skip
_USUAL = {
    "press": 8, "click": 10, "drag": 6, "turn_wheel": 3, "tap": 10, "swipe": 6, "key": 8,
    "chord": 4, "type_text": 3, "paste": 3, "compose": 2, "drop": 4, "lose_the_focus": 2,
}  # fmt: skip
_OWN = {
    "key_out": 14, "edge_swipe": 6, "close": 3, "menu": 4, "shrink": 3, "go_on": 6, "corner": 4,
    "wait": 1,
}  # fmt: skip
_LIFT = ("lift", "idle.stay", "walk.stay", "pin.leave", "staff.back")
_PATIENCE = 2_000
"""Milliseconds for the kiosk to take its screen back."""


class Outcome(NamedTuple):
    """What was done, and what went wrong."""

    done: Counter
    places: Counter
    faults: list[str]


def faults(window):
    """Return what is not as it must be on a kiosk."""
    wrong = []
    if not window.isVisible() or window.isMinimized() or not window.isFullScreen():
        wrong.append("not the whole screen: " + str(window.windowState()))
    wrong += [
        f"another window: {type(one).__name__} {one.objectName()}"
        for one in QApplication.topLevelWidgets()
        if one is not window and one.isVisible()
    ]
    return wrong


class Escaper:
    """Does one thing after the other, the same for the same seed."""

    def __init__(self, kiosk, dice):
        self._kiosk, self._window = kiosk, kiosk.window
        self._dice = dice
        self._number = ""
        self._devices = Devices(self._dice, kiosk.window, ["/etc/hostname", "/no/such/file"])
        self._touch = QTest.createTouchDevice()
        self.last = deque(maxlen=BATCH)

    def act(self):
        """Do one thing; return what."""
        deeds = {**_USUAL, **_OWN}
        if (shown := self._window.findChild(QLabel, "walk.number")) is not None:
            self._number = "".join(filter(str.isdigit, shown.text()))
        deed = self._dice.choices(list(deeds), list(deeds.values()))[0]
        self.last.append(deed)
        own = getattr(self, f"_{deed}", None)
        what = own() if own is not None else getattr(self._devices, deed)()
        self.last[-1] = f"{deed} {what}"
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QCoreApplication.processEvents()
        return deed

    def _key_out(self):
        key, held = self._dice.choice(_OUT), self._dice.choice(_HELD)
        QTest.keyPress(self._window.windowHandle(), key, held)
        QTest.keyRelease(self._window.windowHandle(), key, held)
        return key, held

    def _edge_swipe(self):
        """Move a finger, or three, in from an edge."""
        wide, high = self._window.width() - 1, self._window.height() - 1
        middle = QPoint(wide // 2, high // 2)
        ends = (QPoint(0, high // 2), QPoint(wide, high // 2), QPoint(wide // 2, 0))
        begin = self._dice.choice((*ends, QPoint(wide // 2, high)))
        fingers = self._dice.choice((1, 2, 3))
        for step in range(5):
            event = QTest.touchEvent(self._window, self._touch)
            at = begin + (middle - begin) * step / 4
            for finger in range(fingers):
                spot = at + QPoint(0, 20 * finger)
                (event.press if step == 0 else event.move)(finger, spot, self._window)
            event.commit()
        event = QTest.touchEvent(self._window, self._touch)
        for finger in range(fingers):
            event.release(finger, middle, self._window)
        event.commit()
        return begin

    def _corner(self):
        """Hold a corner, as staff do."""
        wide = self._window.width() - 6
        at = self._dice.choice((QPoint(5, 5), QPoint(wide, 5)))
        self._kiosk.hold(at, self._dice.choice((0, 3, 6)))
        return at

    def _close(self):
        way = self._dice.choice(("window", "handle", "all", "event", "quit"))
        match way:
            case "window":
                self._window.close()
            case "handle":
                self._window.windowHandle().close()
            case "all":
                QApplication.closeAllWindows()
            case "event":
                QApplication.sendEvent(self._window, QCloseEvent())
            case "quit":
                QApplication.sendEvent(QApplication.instance(), QEvent(QEvent.Type.Quit))
        return way

    def _menu(self):
        things = [one for one in self._window.findChildren(QWidget) if one.isVisible()]
        things.append(self._window)
        thing, at = self._dice.choice(things), QPoint(3, 3)
        reason = self._dice.choice(list(QContextMenuEvent.Reason))
        QApplication.sendEvent(thing, QContextMenuEvent(reason, at, thing.mapToGlobal(at)))
        return thing.objectName()

    def _shrink(self):
        way = self._dice.choice(("showNormal", "showMinimized", "showMaximized", "hide"))
        getattr(self._window, way)()
        return way

    def _go_on(self):
        """Answer, or come back from what lies above, so that one comes to other pages, too."""
        if (cover := self._window.covered_by) is None:
            if self._kiosk.visit.is_aside:
                self._kiosk.visit.close_aside()
            else:
                fill_window(self._window)
                self._window.press_next()
            return ""
        if isinstance(cover, Away):
            cover.pad.entered.emit(self._number)
            return "typed the number"
        return [name for name in _LIFT if press(self._window, name)]

    def _wait(self):
        """Let time pass until somebody is asked whether they are there."""
        seconds = self._dice.choice((3, 130))
        self._kiosk.wait(seconds)
        return seconds


def run(events, seed, told=None):
    """Send so many events, to one visit after the other; return what came of it."""
    dice = random.Random(seed)
    found = Outcome(Counter(), Counter(), [])
    while not found.faults and (left := events - found.done.total()) > 0:
        with standing(PANELS[0]) as kiosk, watching() as felt:
            _one_visit(kiosk, left, Escaper(kiosk, dice), found, felt)
        if told is not None:
            told(f"{found.done.total()} events")
    if found.faults:
        found.faults.append(f"seed {seed}, event {found.done.total()}")
    return found


def _one_visit(kiosk, left, escaper, found, felt):
    """Go on until the visit ends, or anything is wrong."""
    kiosk.window.showFullScreen()
    settle()
    for event in range(1, left + 1):
        found.done[escaper.act()] += 1
        found.places[_where(kiosk)] += 1
        ended = bool(kiosk.ended) or isinstance(kiosk.window.page, GoodbyePage)
        if event % BATCH == 0 or event == left or ended or felt:
            _let_it_take_back(kiosk.window)
            if wrong := [*faults(kiosk.window), *felt]:
                found.faults.extend((*wrong, *escaper.last))
                return
        if ended:
            return


def _let_it_take_back(window):
    """Give the kiosk the moment that it needs."""
    late = QTimer(singleShot=True)
    late.start(_PATIENCE)
    while faults(window) and late.isActive():
        QCoreApplication.processEvents()


def _where(kiosk):
    cover = kiosk.window.covered_by
    return type(cover if cover is not None else kiosk.visit.page).__name__


def main(events=EVENTS, seed=None):
    """Try to get out; print what was done; return 1 if that led anywhere."""
    faulthandler.enable()
    app = QApplication.instance() or QApplication(["rls-wizard", *style.ARGUMENTS])
    style.prepare(app)
    seed = random.SystemRandom().randrange(1_000_000) if seed is None else seed
    print(f"seed {seed}, {events} events, {QApplication.platformName()}", flush=True)
    began = time.monotonic()
    found = run(events, seed, told=lambda text: print(text, flush=True))
    print(f"{found.done.total()} events in {time.monotonic() - began:.0f} s")
    print(f"done: {dict(found.done)}\nplaces: {dict(found.places)}")
    for line in found.faults or ["nobody got out"]:
        print(line.encode("ascii", "backslashreplace").decode())
    return 1 if found.faults else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
