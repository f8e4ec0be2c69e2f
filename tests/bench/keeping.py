"""What keeping an unfinished visit costs the window, and how soon an answer is safe.

As a program: python -m tests.bench.keeping FOLDER, prints it as JSON. The disk is the real one.
"""

import json
import statistics
import sys
import time
from datetime import date, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop
from PySide6.QtWidgets import QApplication

from rls_wizard.content.medicines import Finder
from rls_wizard.handover.unfinished import Unfinished, unpack
from rls_wizard.ui import style
from rls_wizard.ui.around import Around
from rls_wizard.ui.display import Display, Memory
from rls_wizard.ui.ending import Ending
from rls_wizard.ui.pages import Desk
from rls_wizard.ui.press import press
from rls_wizard.ui.visit import Visit
from rls_wizard.ui.welcome_page import WelcomePage
from rls_wizard.ui.window import WizardWindow
from tests.bench import profiles
from tests.bench.processes import ROOT, figures
from tests.bench.sample import WORDS, content, sample
from tests.bench.table import Row

ANSWERS, UNMEASURED = 60, 5
PATIENCE = 10_000
PAGE, QUESTION, CODES = "how_strong", "trend_3m", ("better", "worse")


def rows():
    """Yield what one answer costs the thread of the window more, and when it is on the disk."""
    with _folder() as folder:
        found = figures("-m", "tests.bench.keeping", folder)
    profile = partial(profiles.functions, "tests.bench.keeping")
    yield Row("-", "saving, of the window's time", found["median"], 2.0, profile=profile)
    yield Row("-", "saving, the worst answer", found["worst"], 2.0)
    yield Row("-", "until an answer is safe", found["safe"], 1_000)
    yield Row("-", "until safe, the worst", found["latest"], 1_000)


def _folder():
    # Not in the folder for temporary files: that may be memory.
    (ROOT / "build").mkdir(exist_ok=True)
    return TemporaryDirectory(prefix="bench-", dir=ROOT / "build")


class Kept:
    """A visit of the sample's answers, on its first page of questions, kept in a folder or not."""

    def __init__(self, folder):
        window = WizardWindow(WORDS)
        window.show_page(WelcomePage(WORDS), back=False, forward=WORDS("Start"))
        display = Display(Memory(theme="light"))
        ending = partial(Ending, choose_file=lambda *_: "")
        desk = Desk(window, display, date.today, ending, Finder, folder)
        self._visit = Visit(desk, content(), WORDS)
        Around(self._visit, desk, lambda _: (content(), WORDS))
        self._window, self._folder = window, folder
        self._given = 0
        window.show()
        response = sample().model_copy(update={"answered_on": date.today()})
        now = datetime.now().astimezone()
        self._visit.go_on(Unfinished(response, now, stop="QUESTIONS", page=PAGE, who_told=True))
        settle()

    def answer(self):
        """Give another answer to one question; return the window's processor time."""
        self._given += 1
        code = CODES[self._given % 2]
        start = time.thread_time()
        press(self._window, f"{QUESTION}.{code}")
        taken = (time.thread_time() - start) * 1000
        if self._visit.response.get(QUESTION) != code:
            raise SystemExit("an answer was not given")
        return taken

    def until_safe(self):
        """Give another answer; return the milliseconds until it is in the file."""
        start = time.perf_counter()
        self.answer()
        deadline = QDeadlineTimer(PATIENCE)
        while not self._is_safe():
            if deadline.hasExpired():
                raise SystemExit("an answer was not kept")
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 1)
        return (time.perf_counter() - start) * 1000

    def _is_safe(self):
        raw = next(self._folder.glob("visit-*.json")).read_bytes()
        kept = unpack(raw, content(), date.today(), WORDS).response
        return kept.get(QUESTION) == self._visit.response.get(QUESTION)


def settle():
    """Let the window do what it has put off."""
    for _ in range(3):
        QCoreApplication.processEvents()


def measure(folder):
    """Return all figures; the visit that is kept and the one that is not take turns."""
    kept, other = Kept(folder), Kept(None)
    times = {kept: [], other: []}
    for _ in range(UNMEASURED + ANSWERS):
        for visit, taken in times.items():
            taken.append(visit.answer())
            settle()
    more = [a - b for a, b in zip(times[kept], times[other], strict=True)][UNMEASURED:]
    safe = [kept.until_safe() for _ in range(ANSWERS)]
    return {
        "median": statistics.median(more),
        "worst": max(more),
        "safe": statistics.median(safe),
        "latest": max(safe),
    }


def main():
    """Measure, and print it."""
    app = QApplication(["bench", *style.ARGUMENTS])
    style.prepare(app)
    if len(sys.argv) > 1:
        print(json.dumps(measure(Path(sys.argv[1]))))
        return
    with _folder() as folder:
        print(json.dumps(measure(Path(folder))))


if __name__ == "__main__":
    main()
