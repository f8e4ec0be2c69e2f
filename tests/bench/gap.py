"""Row 7: prints, as JSON, the longest gap of the event loop in milliseconds: idle, and while
the summary page opens, has its PDF made and shows the first page of it.

Usage: python -m tests.bench.gap [RUNS]. The medians of several runs. Each run opens the page of a
real case in the real window, from the result page, until what is in view is drawn.
"""

import json
import statistics
import sys
import time
from functools import partial

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from rls_wizard.ui import style
from rls_wizard.ui.ending import Ending
from rls_wizard.ui.window import WizardWindow
from tests.bench import profiles
from tests.bench.processes import figures
from tests.bench.sample import WORDS, content, sample
from tests.bench.table import Row

RUNS = 7
TICK = 5
IDLE = 800
TOO_LONG = 60_000
WIDTH, HEIGHT = 1024, 768


def rows():
    """Yield the longest gap while the PDF is made, to that of an idle window and as it is."""
    found = figures("-m", "tests.bench.gap")
    profile = partial(profiles.functions, "tests.bench.gap", "1")
    what = "gap while the PDF is made"
    yield Row("7", what, found["gap"], 3.0, found["idle"], profile=profile)
    yield Row("7", what, found["gap"], 50.0)


class Watch:
    """Rings every few milliseconds, and remembers the longest it was kept waiting."""

    def __init__(self, ended):
        self._loop = QEventLoop()
        self._ended = ended
        self._timer = QTimer(interval=TICK, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._ring)
        self._last = 0.0
        self._longest = 0.0

    def run(self, begin):
        """Do something and go on until it has ended; return the longest gap in milliseconds."""
        self._last = time.perf_counter()
        self._timer.start()
        QTimer.singleShot(0, begin)
        QTimer.singleShot(TOO_LONG, self._loop.quit)
        self._loop.exec()
        self._timer.stop()
        if not self._ended():
            raise SystemExit("the preview was not shown")
        return self._longest

    def _ring(self):
        now = time.perf_counter()
        self._longest = max(self._longest, (now - self._last) * 1000)
        self._last = now
        if self._ended():
            self._loop.quit()


def idle():
    """Return the longest gap while nothing happens."""
    end = time.perf_counter() + IDLE / 1000
    return Watch(lambda: time.perf_counter() > end).run(lambda: None)


def busy(window, ending, response):
    """Return the longest gap while the summary page opens; the result page is there again after."""
    window.show_page(ending.result(response))
    idle()
    pages = []

    def open_page():
        pages.append(ending.summary(response))
        window.show_page(pages[0])

    longest = Watch(lambda: bool(pages) and pages[0].preview.drawn).run(open_page)
    ending.stop()
    return longest


def main():
    """Measure both, by turns."""
    app = QApplication(["bench", *style.ARGUMENTS])
    style.prepare(app)
    window = WizardWindow(WORDS)
    window.resize(WIDTH, HEIGHT)
    window.show()
    ending = Ending(content(), WORDS, lambda *_: "")
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    found = {"idle": [], "gap": []}
    for _ in range(runs):
        found["idle"].append(idle())
        found["gap"].append(busy(window, ending, sample()))
    window.close()
    print(json.dumps({name: round(statistics.median(gaps), 1) for name, gaps in found.items()}))


if __name__ == "__main__":
    main()
