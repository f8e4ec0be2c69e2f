"""Row 3: prints, as JSON, what a page change and a repaint cost in milliseconds, for each
size of text.

Usage: python -m tests.bench.page. A process of its own, for a process has but one platform.
"""

import json
import os
import statistics
import time
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from rls_wizard import i18n
from rls_wizard.content.load import load_content
from rls_wizard.content.medicines import Finder
from rls_wizard.domain.questionnaire import Page, Questionnaire
from rls_wizard.paths import resources
from rls_wizard.ui import style
from rls_wizard.ui.display import Display, Memory
from rls_wizard.ui.ending import Ending
from rls_wizard.ui.pages import Desk
from rls_wizard.ui.press import press
from rls_wizard.ui.visit import Visit
from rls_wizard.ui.welcome_page import WelcomePage
from rls_wizard.ui.window import WizardWindow
from tests.bench import profiles
from tests.bench.processes import figures
from tests.bench.table import Row

SIZES = (100, 200)
WIDTH, HEIGHT = 1024, 768
UNMEASURED, CHANGES = 10, 90
LONG = "Walking about helps for a while, but it comes back as soon as I lie down again, {number}"


def rows():
    """Yield what a page change costs on each platform that is there, for each size of text."""
    profile = partial(profiles.functions, "tests.bench.page")
    for platform in ("offscreen", *(["xcb"] if "DISPLAY" in os.environ else [])):
        found = figures("-m", "tests.bench.page", QT_QPA_PLATFORM=platform)
        for size, (change, repaint) in found.items():
            yield Row("3", f"page, {size}, {platform}", change, 4.5, repaint, profile=profile)


def ten_long_options():
    """Return the content with pages of one question with ten long options, and all its rules.

    More than one page, because Next must lead somewhere; the rules, because a person waits for
    the assessment too.
    """
    options = {f"option_{number}": LONG.format(number=number) for number in range(10)}
    question = {"type": "choice", "text": "Which of these fits you best?", "options": options}
    pages = tuple(
        Page.model_validate(
            {"id": name, "title": "Ten", "item": [question | {"link_id": f"{name}.question"}]}
        )
        for name in ("first", "second")
    )
    content = load_content(resources() / "content", i18n.load("en"))
    return content.model_copy(update={"questionnaire": Questionnaire(pages=pages)})


def open_window(content, catalogue, size):
    """Show the first page of questions, through the doors that a person uses."""
    display = Display(Memory(theme="light", text_size=str(size)))
    window = WizardWindow(catalogue)
    window.resize(WIDTH, HEIGHT)
    window.show_page(WelcomePage(catalogue), back=False, forward=catalogue("Start"))
    desk = Desk(window, display, date.today, lambda *said: Ending(*said, lambda *_: ""), Finder)
    Visit(desk, content, catalogue)
    window.show()
    settle()
    press(window, "answered_by.self")
    press(window, "next")
    settle()
    return window


def settle():
    """Do what the event loop does after a press: delete the old page, lay out and paint."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    # Twice, because a layout may ask for another one.
    QCoreApplication.processEvents()
    QCoreApplication.processEvents()


def change(go):
    """Go to another page, until it is on the screen."""
    go.emit()
    settle()


def milliseconds(work):
    """Return the processor time of some work: other programs' time is not ours."""
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def measure(window):
    """Return the medians of a change and of a repaint.

    They take turns, so that a busy minute slows both. The repaint is `grab`: it paints everything
    that is seen once, while `repaint` of the window spares opaque children, here the whole page.
    """
    changes, repaints = [], []
    for number in range(UNMEASURED + CHANGES):
        go = window.back if number % 2 else window.forward
        before = window.page
        changes.append(milliseconds(lambda go=go: change(go)))
        if window.page is before:
            raise SystemExit("the page did not change")
        repaints.append(milliseconds(window.grab))
    return [statistics.median(times[UNMEASURED:]) for times in (changes, repaints)]


def main():
    """Measure every size of text."""
    app = QApplication(["bench", *style.ARGUMENTS])
    style.prepare(app)
    catalogue = i18n.load("en")
    content = ten_long_options()
    found = {}
    for size in SIZES:
        window = open_window(content, catalogue, size)
        found[f"{size} %"] = measure(window)
        window.close()
    print(json.dumps(found))


if __name__ == "__main__":
    main()
