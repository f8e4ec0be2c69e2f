"""Somebody who presses, drags, types and drops anything, anywhere: no fault may come of it.

python -m tests.model.monkey [EVENTS] [SEED]
"""

import faulthandler
import os
import random
import sys
import time
from collections import Counter, deque
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import ClassVar

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from rls_wizard import i18n
from rls_wizard.handover.answer_file import read, write
from rls_wizard.handover.earlier import Earlier, pack
from rls_wizard.handover.printing.talk import Job, Printer, Printers
from rls_wizard.ui import around, loading, saving, style
from rls_wizard.ui.press import press
from rls_wizard.ui.route import Stop
from rls_wizard.ui.selftest import fill_window
from tests.gallery.cover import complete
from tests.gallery.stage import Stage, spoken, told
from tests.model.devices import Devices
from tests.model.watch import watching

EVENTS, TOLD = 50_000, 30
OFTEN = 1_000
"""After how many events to say how far it is."""
STUCK = 2_000
"""After how many milliseconds what waits for an answer in a loop of its own is closed."""
SILENT = ["sh", "-c", "cat >/dev/null"]
_OFFICE = Printer("/printers/office", "Office", default=True)
_NEWS = (Printers((_OFFICE,)), Printers(), Job(over=True))


class Monkey:
    """Does one thing after the other, the same for the same seed."""

    def __init__(self, chance, faults):
        self._dice, self._faults = random.Random(chance), faults
        self._folder = TemporaryDirectory(prefix="monkey-")
        self._file = Path(self._folder.name) / "a file.pdf"
        self._file.write_bytes(b"%PDF-1.4 stub")
        self.last = deque(maxlen=TOLD)
        """What was done at last."""
        self.seen, self.done = Counter(), Counter()
        self._read = None
        self._stuck = QTimer(interval=STUCK)
        self._stuck.timeout.connect(self._release)
        self._open()

    def _open(self):
        size = self._dice.choice(((1024, 600), (640, 480)))
        self._stage = stage = Stage("en", self._dice.choice(("light", "contrast")), 100, size)
        made = ["sh", "-c", f"cat >/dev/null; cat '{self._file}'"]
        stage.replace(i18n, "languages", lambda: ("en", "qps"))
        stage.replace(saving, "summary_command", lambda _folder: made)
        stage.replace(saving, "draw_command", lambda: SILENT)
        stage.replace(around, "speak_command", lambda _language: SILENT)
        stage.replace(loading, "earlier_command", self._earlier)
        self._visit, self._window = stage.visit, stage.window
        self._devices = Devices(self._dice, stage.window, [str(self._file), "/no/such/file"])
        if self._dice.random() < 0.5:
            self._visit.take_up(told(self._dice.choice(complete())))

    def _earlier(self, *_, code=False):
        del code
        found = Path(self._folder.name) / "found.json"
        found.write_bytes(pack(Earlier(told(self._dice.choice(complete())))))
        return self._dice.choice((["cat", str(found)], ["cat", str(self._file)], SILENT))

    def close(self):
        self._stage.close()
        self._folder.cleanup()

    def act(self):
        """Do one thing, and look whether all is as it must be."""
        deed = self._dice.choices(list(self._deeds), list(self._deeds.values()))[0]
        self.done[deed] += 1
        self.last.append(deed)
        self._stuck.start()
        what = self._do(deed)
        self._stuck.stop()
        self.last[-1] = f"{deed} {what} on {self._where()}"
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QCoreApplication.processEvents()
        if not self._window.isVisible():
            self._stage.close()
            self._open()
        self._look()

    _deeds: ClassVar = {
        "press": 20, "click": 14, "drag": 5, "turn_wheel": 5, "tap": 8, "swipe": 3, "key": 16,
        "chord": 3, "type_text": 5, "paste": 4, "compose": 4, "drop": 2, "resize": 1,
        "lose_the_focus": 1, "_go_on": 12, "_command": 2, "_hear_of_a_printer": 1, "_close": 1,
    }  # fmt: skip

    def _do(self, deed):
        own = deed.startswith("_")
        return getattr(self if own else self._devices, deed)()

    def _go_on(self):
        """Answer what has to be answered, and go on: else one would never come far."""
        if self._visit.is_aside:
            self._visit.close_aside()
        elif self._visit.place.stop is Stop.URGENT:
            press(self._window, "go_on" if self._offered("go_on") else "back")
        else:
            fill_window(self._window)
            self._window.press_next()

    def _offered(self, name):
        return any(w.isVisible() for w in self._window.findChildren(object, name))

    def _command(self):
        commands = [a for a in self._window.actions() if a.isEnabled() and a.objectName()]
        if not commands:
            return ""
        command = self._dice.choice(commands)
        command.trigger()
        return command.objectName()

    def _hear_of_a_printer(self):
        printer = self._stage.printer
        if printer is not None and isValid(printer):
            printer.told.emit(self._dice.choice(_NEWS))

    def _close(self):
        self._window.close()

    def _release(self):
        """Close what waits in a loop of its own: a box, or a drag that nobody ends."""
        if (box := QApplication.activeModalWidget()) is not None:
            box.close()
        else:
            QTest.keyClick(self._window.windowHandle(), Qt.Key.Key_Escape)

    def _look(self):
        assert not self._faults, self._faults[0]
        self.seen[self._where()] += 1
        assert self._window.isVisible(), "the window is gone"
        covered = not self._window.page.isVisible()
        assert not covered or self._offered("lift"), "no page is shown"
        now = self._visit.response
        if now is not self._read:
            self._read = now
            content, _ = spoken("en")
            assert read(write(now), content, self._stage.today) == now

    def _where(self):
        place = self._visit.place
        if self._visit.is_aside:
            return type(self._visit.page).__name__
        return place.page if place.stop is Stop.QUESTIONS else place.stop.name.lower()


def run(events, chance):
    """Send so many events; return the monkey. Raises AssertionError at the first fault."""
    with watching() as faults:
        monkey = Monkey(chance, faults)
        try:
            for event in range(1, events + 1):
                monkey.act()
                if event % OFTEN == 0:
                    print(f"{event} events", flush=True)  # noqa: T201
        except BaseException as fault:
            fault.add_note("\n".join((f"seed {chance}; at last:", *monkey.last)))
            raise
        finally:
            monkey.close()
    return monkey


def main(events=EVENTS, chance=None):
    """Send events and say where that led; a fault ends it with the last events."""
    chance = random.SystemRandom().randrange(1_000_000) if chance is None else chance
    print(f"seed {chance}, {events} events", flush=True)  # noqa: T201
    began = time.monotonic()
    monkey = run(events, chance)
    print(f"{events} events in {time.monotonic() - began:.0f} s: {dict(monkey.done)}")  # noqa: T201
    print(f"{len(monkey.seen)} places: {dict(monkey.seen.most_common())}")  # noqa: T201


if __name__ == "__main__":
    # Qt may end the process: then this is all that tells where.
    faulthandler.enable()
    app = QApplication(["rls-wizard", *style.ARGUMENTS])
    style.prepare(app)
    main(*map(int, sys.argv[1:]))
