"""Prints, as JSON, the longest gap of the event loop in milliseconds: idle, and while the summary
page opens, has its PDF made and shows the first page of it.

Usage: python tests/bench/gap.py [RUNS]. The medians of several runs. Each run opens the page of a
real case in the real window, from the result page, until what is in view is drawn.
"""

import json
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from rls_wizard import i18n
from rls_wizard.content.cases import SAMPLE, read_cases, response_of
from rls_wizard.content.load import load_content
from rls_wizard.content.reader import Reader
from rls_wizard.paths import resources
from rls_wizard.ui import style
from rls_wizard.ui.ending import Ending
from rls_wizard.ui.window import WizardWindow

RUNS = 7
TICK = 5
IDLE = 800
TOO_LONG = 60_000
WIDTH, HEIGHT = 1024, 768


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
    catalogue = i18n.load("en")
    folder = resources() / "content"
    content = load_content(folder, catalogue)
    cases = {case.name: case for case in read_cases(Reader(folder, catalogue))}
    response = response_of(cases[SAMPLE], cases, content)
    window = WizardWindow(catalogue)
    window.resize(WIDTH, HEIGHT)
    window.show()
    ending = Ending(content, catalogue, lambda *_: "")
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    found = {"idle": [], "gap": []}
    for _ in range(runs):
        found["idle"].append(idle())
        found["gap"].append(busy(window, ending, response))
    window.close()
    print(json.dumps({name: round(statistics.median(gaps), 1) for name, gaps in found.items()}))


if __name__ == "__main__":
    main()
