"""What a page change and an answer cost in the window, with any content and answers."""

import statistics
import time
from datetime import date

from PySide6.QtWidgets import QApplication

from rls_wizard.content.medicines import Finder
from rls_wizard.ui import style
from rls_wizard.ui.display import Display, Memory
from rls_wizard.ui.ending import Ending
from rls_wizard.ui.pages import Desk
from rls_wizard.ui.press import press
from rls_wizard.ui.visit import Visit
from rls_wizard.ui.welcome_page import WelcomePage
from rls_wizard.ui.window import WizardWindow
from tests.bench.page import change, settle
from tests.bench.sample import WORDS

QUESTION = "core.urge"
"""It stands on a page with others, and rules hang on it."""
UNMEASURED, MEASURED = 4, 20


def of_window(known, response):
    """Return the median milliseconds of a page change, and of an answer until it is shown."""
    window = _open(known, response)
    changes, answers = [], []
    for number in range(UNMEASURED + MEASURED):
        answer = ("no", "yes")[number % 2]
        answers.append(_milliseconds(lambda answer=answer: _give(window, answer)))
        before = window.page
        go = window.forward if number % 2 else window.back
        changes.append(_milliseconds(lambda go=go: change(go)))
        assert window.page is not before, "the page did not change"
        change(window.back if number % 2 else window.forward)
    window.close()
    window.deleteLater()
    return {"page change": _median(changes), "answer": _median(answers)}


def _open(known, response):
    application = QApplication.instance() or QApplication(["bench", *style.ARGUMENTS])
    style.prepare(application)
    window = WizardWindow(WORDS)
    window.show_page(WelcomePage(WORDS), back=False, forward=WORDS("Start"))
    display = Display(Memory(theme="light", country="gb"))
    desk = Desk(window, display, date.today, lambda *said: Ending(*said, lambda *_: ""), Finder)
    visit = Visit(desk, known, WORDS)
    window.show()
    settle()
    press(window, f"answered_by.{response.answered_by.value}")
    visit.record(dict(response.answers))
    visit.pages.change.emit(QUESTION)
    settle()
    return window


def _give(window, answer):
    assert press(window, f"{QUESTION}.{answer}"), "the question is not on the page"
    settle()


def _milliseconds(work):
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def _median(times):
    return statistics.median(times[UNMEASURED:])
