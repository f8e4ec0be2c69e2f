"""A real visit on a kiosk, in which somebody answers by themselves: python -m tests.kiosk.driven.

In place of the program's own command, for the supervisor of a test. Its first argument is a folder
with a file `plan`: each visit does the first line, and takes it away. A line is the place at which
the visit ends, `first`, `summary` or the id of a page, and how: a function below. What is answered
in words lies in the file `word`, turned round, so that nothing but a visit has it as it is.
"""

import json
import os
import signal
import sys
import time
from pathlib import Path

from rls_wizard import app

MOST_PAGES = 100


class Driven(app.Program):
    """The program, which begins to answer once it can be used."""

    def run(self):
        self.window.painted.connect(self._note)
        return super().run(self._answer)

    def _note(self):
        note("painted", pid=os.getpid(), at=time.monotonic())

    def _answer(self):
        from PySide6.QtCore import QTimer

        # What is around a visit is set up by then.
        QTimer.singleShot(0, lambda: QTimer.singleShot(0, self._begin))

    def _begin(self):
        act, *left = (folder / "plan").read_text().splitlines() or ["stay stay"]
        (folder / "plan").write_text("".join(f"{line}\n" for line in left))
        place, _, how = act.partition(" ")
        if place == "stay":
            note("stays", pid=os.getpid())
        else:
            self._guest = Guest(self, place, DEEDS[how], (folder / "word").read_text()[::-1])


class Guest:
    """Answers page after page, one a turn of the event loop, and then does a deed."""

    def __init__(self, program, place, deed, word):
        from PySide6.QtCore import QTimer

        from rls_wizard.ui.press import press
        from rls_wizard.ui.visit import Visit

        self.window, self._place, self._deed, self._word = program.window, place, deed, word
        self.visit = self.window.findChild(Visit)
        self.pages = []
        self._timer = QTimer(self.window)
        self._timer.timeout.connect(self._step)
        self._timer.start(0)
        press(self.window, "answered_by.self")

    @property
    def place(self):
        place = self.visit.place
        return place.page or place.stop.name.lower()

    def _step(self):
        from rls_wizard.ui.press import press
        from rls_wizard.ui.selftest import fill_window

        if self.pages[-1:] != [self.place]:
            self.pages.append(self.place)
            if len(self.pages) == 2:
                self.visit.record({"own_words": self._word})
            self._type()
        fill_window(self.window)
        if self.place == self._place or (self._place == "first" and len(self.pages) > 1):
            if self.place != "summary" or self.window.page.preview.drawn:
                self._timer.stop()
                self._end()
            return
        assert len(self.pages) < MOST_PAGES, self.pages
        press(self.window, "next")

    def _type(self):
        from PySide6.QtGui import QGuiApplication
        from PySide6.QtWidgets import QPlainTextEdit

        for field in self.window.page.findChildren(QPlainTextEdit):
            field.setPlainText(self._word)
            field.selectAll()
            field.copy()
        QGuiApplication.clipboard().setText(self._word)

    def _end(self):
        assert self.visit.response.answers["own_words"] == self._word
        note("pages", pages=self.pages)
        note("ended", pid=os.getpid(), at=time.monotonic())
        self._deed(self)


# How a visit ends ------------------------------------------------------------------------------


def done(guest):
    guest.visit.restart()


def idle(guest):
    _room(guest).end(10)


def staff(guest):
    _room(guest).end(11)


def crash(guest):
    """Fail in a slot with words of a person in the fault, as often as the program bears it."""
    from PySide6.QtCore import QTimer

    from rls_wizard.ui.press import press

    def fail():
        raise ValueError(guest.visit.response.answers["own_words"])

    def go_on():
        assert press(guest.window, "fault.go_on")
        note("went on", answers=len(guest.visit.response.answers))
        guest.visit.restart()

    QTimer.singleShot(0, fail)
    QTimer.singleShot(100, go_on)


def die(_guest):
    os.kill(os.getpid(), signal.SIGKILL)


def abort(_guest):
    os.abort()


def hang(_guest):
    signal.pause()


def walk_away(_guest):
    """Leave it as it is."""


def print_page(guest):
    """Have the page printed, and be killed while it is."""
    from PySide6.QtCore import QTimer

    from rls_wizard.ui.press import press

    looks = QTimer(guest.window, interval=20)

    def look():
        press(guest.window, "print")
        if (folder / "printing").exists():
            die(guest)

    looks.timeout.connect(look)
    looks.start()


def _room(guest):
    from rls_wizard.ui.kiosk.room import Room

    return guest.window.findChild(Room)


DEEDS = {
    "done": done, "idle": idle, "staff": staff, "crash": crash, "die": die, "abort": abort,
    "hang": hang, "walk away": walk_away, "print": print_page,
}  # fmt: skip


def note(what, **about):
    """Tell the test; never what was answered."""
    with (folder / "notes").open("a") as file:
        file.write(json.dumps({"what": what, **about}) + "\n")


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    app.Program = Driven
    sys.exit(app.main(["kiosk-visit"]))
