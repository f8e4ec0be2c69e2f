"""Whoever is at a kiosk in a test: answers page after page, and then ends the visit in some way."""

import os
import signal
import sys
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit

from rls_wizard.kiosk.codes import Ended
from rls_wizard.ui.kiosk.room import Room
from rls_wizard.ui.press import press
from rls_wizard.ui.progress import Stage
from rls_wizard.ui.saving import Saving
from rls_wizard.ui.selftest import fill_window
from rls_wizard.ui.visit import Visit

MOST_PAGES = 100
LOOK = 20


def arrive(window, notes):
    """Do what the plan says, once all that is around a visit is there."""

    def begin():
        place, _, how = notes.next_act().partition(" ")
        if place == "stay":
            _stay(window, notes)
        else:
            Guest(window, notes, place, DEEDS[how])

    QTimer.singleShot(0, lambda: QTimer.singleShot(0, begin))


def _stay(window, notes):
    """Leave the first page as it is until the test has looked at everything."""

    def look():
        if notes.is_told("go"):
            window.findChild(Visit).restart()

    _again_and_again(window, look)
    copied = QGuiApplication.clipboard().text() != ""
    notes.add("stays", pid=os.getpid(), copied=copied)


class Guest(QObject):
    """Answers, one page a turn of the event loop."""

    def __init__(self, window, notes, place, deed):
        super().__init__(window)
        self.window, self.notes = window, notes
        self.visit = window.findChild(Visit)
        self._place, self._deed, self._pages = place, deed, []
        press(window, "answered_by.self")
        self._timer = _again_and_again(window, self._step, every=0)

    def _step(self):
        here = self.visit.place.page or self.visit.place.stop.name.lower()
        if self._pages[-1:] != [here]:
            self._pages.append(here)
            if len(self._pages) == 2:
                self.visit.record({"own_words": self.notes.word})
            self._type()
        fill_window(self.window)
        if here == self._place or (self._place == "first" and len(self._pages) > 1):
            # The page that is printed, with all that was answered, is then in memory, too.
            if here != "summary" or self._is_made():
                self._timer.stop()
                self._end()
            return
        assert len(self._pages) < MOST_PAGES, self._pages
        press(self.window, "next")

    def _is_made(self):
        made = self.window.findChild(Saving)
        return made is not None and made.progress.stage is Stage.MADE

    def _type(self):
        for field in self.window.page.findChildren(QPlainTextEdit):
            field.setPlainText(self.notes.word)
        QGuiApplication.clipboard().setText(self.notes.word)

    def _end(self):
        assert self.answers["own_words"] == self.notes.word
        self.notes.add("pages", pages=self._pages)
        self.notes.add("acts", pid=os.getpid())
        # "Everything is forgotten" is still of this visit.
        QCoreApplication.instance().aboutToQuit.connect(self.note_end)
        self._deed(self)

    def note_end(self):
        self.notes.add("ended", at=time.monotonic())

    @property
    def answers(self):
        return self.visit.response.answers

    @property
    def room(self):
        return self.window.findChild(Room)


def _again_and_again(parent, act, every=LOOK):
    timer = QTimer(parent, interval=every)
    timer.timeout.connect(act)
    timer.start()
    return timer


# How a visit ends ------------------------------------------------------------------------------


def done(guest):
    guest.visit.restart()


def idle(guest):
    """Be away: what comes after the warning."""
    guest.room.idle.over.emit()


def walk(guest):
    """Walk about for too long, behind a code."""
    guest.room.walk.over.emit()


def staff(guest):
    guest.room.end(Ended.STAFF)


def crash(guest):
    """Fail in a slot, with words of the person in the fault; then go on, and be done."""

    def fail():
        raise ValueError(guest.answers["own_words"])

    def go_on():
        if press(guest.window, "fault.go_on"):
            guest.notes.add("went on", same=guest.answers["own_words"] == guest.notes.word)
            guest.visit.restart()

    QTimer.singleShot(0, fail)
    _again_and_again(guest.window, go_on)


def die(guest):
    guest.note_end()
    os.kill(os.getpid(), signal.SIGKILL)


def abort(_guest):
    os.abort()


def hang(_guest):
    signal.pause()


def walk_away(_guest):
    """Leave it as it is."""


def print_page(guest):
    """Have the page printed, and be killed while it is."""

    def look():
        if guest.notes.is_told("printing"):
            die(guest)
        press(guest.window, "print.send") or press(guest.window, "print")

    _again_and_again(guest.window, look)


def plant(guest):
    """Do what the program must not: a finder that then finds nothing looks in vain."""
    word = guest.notes.word
    (Path.home() / "planted").write_text(f"before{word}after")
    (Path(os.environ["TMPDIR"]) / "planted").write_bytes(word.encode("utf-16-le"))
    sys.stderr.write(f"{word}\n")
    sys.stderr.flush()


DEEDS = {
    "done": done, "idle": idle, "walk": walk, "staff": staff, "crash": crash, "die": die,
    "abort": abort, "hang": hang, "walk away": walk_away, "print": print_page, "plant": plant,
}  # fmt: skip
