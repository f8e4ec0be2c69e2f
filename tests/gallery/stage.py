"""A window with a visit in it, as the program has, that can be brought to any page at once."""

import shutil
import sys
from datetime import date
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import (
    QCoreApplication,
    QDeadlineTimer,
    QEvent,
    QEventLoop,
    QObject,
    QPoint,
    QTimer,
)
from PySide6.QtGui import QAction, QPainter
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget

from rls_wizard import i18n
from rls_wizard.content.cases import read_cases, response_of
from rls_wizard.content.load import load_content
from rls_wizard.content.medicines import Finder
from rls_wizard.content.reader import Reader
from rls_wizard.domain.assessment import assess
from rls_wizard.domain.fixed import WAY, WHOLE
from rls_wizard.domain.flow import path
from rls_wizard.domain.questionnaire import walk
from rls_wizard.paths import own_content
from rls_wizard.report.build import build_paper
from rls_wizard.report.pdf import make_pdf
from rls_wizard.settings import SIZES
from rls_wizard.ui import loading, saving
from rls_wizard.ui.around import Around
from rls_wizard.ui.display import Display, Memory
from rls_wizard.ui.ending import Ending
from rls_wizard.ui.kiosk.greeting import greeting
from rls_wizard.ui.pages import Desk
from rls_wizard.ui.printing.service import Service
from rls_wizard.ui.route import Stop
from rls_wizard.ui.visit import Visit
from rls_wizard.ui.welcome_page import WelcomePage
from rls_wizard.ui.window import WizardWindow

TODAY = date(2026, 11, 22)
HANG = "import sys, time; sys.stdin.read(); time.sleep(600)"
PRINT = "import sys; sys.stdin.buffer.read(); sys.stdout.buffer.write(open({!r}, 'rb').read())"
_ROUNDS = 4
"""How often a layout may ask for another one."""
_PATIENCE = 60_000
"""The longest time to wait for a child, in milliseconds."""
_OFTEN = 10
"""After how long to look again whether it has come, in milliseconds."""
_MOST_PAGES = 8
"""More are not between the last questions and the summary, stops by the way included."""
_FILES = TemporaryDirectory(prefix="gallery-")
SAVED = Path(_FILES.name) / "summary.pdf"
"""Where a summary is saved."""


@cache
def spoken(language):
    """Return content and catalogue of a language."""
    catalogue = i18n.load(language)
    return load_content(own_content(), catalogue), catalogue


@cache
def cases():
    """Return the worked cases, by name."""
    return {case.name: case for case in read_cases(Reader(own_content(), i18n.load("en")))}


@cache
def told(name):
    """Return the answers of a worked case."""
    return response_of(cases()[name], cases(), spoken("en")[0])


def settle():
    """Do what the event loop does before it paints; heights that change ask for another round."""
    for _ in range(_ROUNDS):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


class Stage:
    """What a scene is shown on. Nothing of a person, a printer or a clock comes in."""

    def __init__(
        self, language="en", theme="light", text_size=100, size=(1024, 600), left=None,
        site=None, sizes=SIZES,
    ):  # fmt: skip
        """`left` is a folder with visits that were broken off; `site` that of a kiosk."""
        self.today = TODAY
        self.content, self.catalogue = spoken(language)
        self.store = Memory(theme=theme, text_size=str(text_size), country="gb")
        self.display = Display(self.store, sizes)
        self.window = WizardWindow(self.catalogue)
        self._greet = partial(greeting, site) if site else lambda _: None
        welcome = WelcomePage(
            self.catalogue, keeps=site is None, greeting=self._greet(self.catalogue)
        )
        self.window.show_page(welcome, back=False, forward=self.catalogue("Start"))
        self.over = None
        """What lies over the window, if anything does: a menu or a box."""
        self.printer = None
        self._patched = {}
        self.kept = TemporaryDirectory(prefix="gallery-")
        folder = None if site else Path(self.kept.name)
        if left is not None:
            shutil.copytree(left, folder, dirs_exist_ok=True)
        desk = Desk(
            self.window,
            self.display,
            lambda: self.today,
            self._ending,
            Finder,
            folder,
            site,
            self._greet,
        )
        self._desk = desk
        self._visit = None
        self.window.resize(*size)
        self.window.show()
        settle()

    @property
    def desk(self):
        """What its visit works with."""
        return self._desk

    def _ending(self, content, catalogue):
        file = str(SAVED)
        return Ending(content, catalogue, lambda *_: file, self._service)

    def _service(self, parent):
        self.printer = _Printer(parent)
        return self.printer

    @property
    def visit(self):
        """The visit; it begins when it is first asked for."""
        if self._visit is None:
            self._open()
        return self._visit

    def _open(self):
        self._visit = Visit(self._desk, self.content, self.catalogue)
        speak = lambda language: spoken(language)  # noqa: E731, PLW0108
        file = str(Path(_FILES.name) / "earlier.pdf")
        Path(file).write_bytes(b"%PDF")
        Around(self._visit, self._desk, speak, lambda *_: file)
        settle()

    def close(self):
        """Take everything away."""
        if self._visit is not None:
            self._visit.restart()
        for (module, name), command in self._patched.items():
            setattr(module, name, command)
        if self.over is not None:
            self.over.close()
        self.window.close()
        self.kept.cleanup()
        self.window.deleteLater()
        settle()

    # What a person does --------------------------------------------------------------------------

    def find(self, name, kind=QWidget):
        found = self.window.findChild(kind, name)
        assert found is not None, f"there is no {name!r} on this page"
        return found

    def offered(self, name):
        found = self.window.findChild(QWidget, name)
        return found is not None and found.isVisibleTo(self.window)

    def press(self, *names):
        for name in names:
            self.find(name, QAbstractButton).click()
            settle()

    def command(self, name):
        """Choose a line of the menu."""
        self.find(f"command.{name}", QAction).trigger()
        settle()

    def top(self):
        """Scroll to the top, and take the focus from the page: it would look like a choice."""
        self.window.findChild(QScrollArea).verticalScrollBar().setValue(0)
        self.window.setFocus()

    @property
    def shown(self):
        """What is on the screen: the window, and what lies over it."""
        return [self.window] if self.over is None else [self.window, self.over]

    def grab(self):
        """Return what is seen, with what lies over the window."""
        picture = self.window.grab()
        if self.over is not None:
            place = self.window.mapFromGlobal(self.over.mapToGlobal(QPoint(0, 0)))
            with QPainter(picture) as painter:
                painter.drawPixmap(place, self.over.grab())
        return picture

    def wait(self, until):
        deadline, loop = QDeadlineTimer(_PATIENCE), QEventLoop()
        while not until():
            assert not deadline.hasExpired(), "it does not come"
            QTimer.singleShot(_OFTEN, loop.quit)
            loop.exec()
        settle()

    # Where it is brought to ----------------------------------------------------------------------

    def tell(self, name, without=()):
        """Give the answers of a worked case, but for some."""
        visit, response = self.visit, told(name)
        self.press(f"answered_by.{response.answered_by.value}")
        if self._desk.site is not None and WAY not in response.answers:
            # Who answered it was asked everything.
            visit.record({WAY: WHOLE})
        left = [link_id for link_id in response.answers if link_id not in without]
        visit.record({link_id: response.answers[link_id] for link_id in left})

    def page(self, page_id):
        """Go to a page of questions."""
        page = next(page for page in self.content.pages if page.id == page_id)
        self.visit.pages.change.emit(next(walk(page.items)).link_id)
        self.top()
        settle()

    def last_page(self):
        """Go to the last page of questions."""
        facts = assess(self.content, self.visit.response).logic.facts
        self.page(path(self.content.questionnaire, facts)[-1].id)

    def go_on_to(self, stop):
        """Press Next until such a page is shown; say yes on the way to what is asked once more."""
        for _ in range(_MOST_PAGES):
            place = self.visit.place
            if place.stop is stop:
                self.top()
                settle()
                return
            if place.stop is Stop.CHECK:
                self.say_yes()
            self.press("go_on" if place.stop is Stop.URGENT else "next")
            assert self.visit.place != place, f"{place} cannot be left"
        raise AssertionError(f"there is no {stop!r} on the way")

    def say_yes(self):
        for item in self.window.page.questions.definition.items:
            self.press(f"{item.link_id}.yes")

    def summary(self, name, *, made=True):
        """Go to the summary of a case; its PDF is made beforehand, but for one that never ends."""
        self.tell(name)
        code = PRINT.format(str(self.pdf(name))) if made else HANG
        self.replace(saving, "summary_command", lambda _folder: [sys.executable, "-S", "-c", code])
        self.last_page()
        self.go_on_to(Stop.SUMMARY)
        if made:
            self.wait(lambda: self.window.page.preview.drawn)

    def earlier(self, code):
        """Open an earlier summary, which is read by a child that runs this code."""
        command = [sys.executable, "-S", "-c", code]
        self.replace(loading, "earlier_command", lambda *_, code=False: command)
        self.press("earlier", "earlier.open")

    def replace(self, module, name, command):
        """Put another command in place of one that starts a child."""
        self._patched.setdefault((module, name), getattr(module, name))
        setattr(module, name, command)

    def pdf(self, name):
        """Return the file with the summary of a case."""
        language = self.catalogue.language
        file = Path(_FILES.name) / f"{language}-{abs(hash(name))}.pdf"
        if not file.exists():
            answers = told(name).model_copy(update={"language": language})
            paper = build_paper(self.content, answers, self.today)
            file.write_bytes(make_pdf(paper, self.catalogue))
        return file


class _Printer(Service):
    """Takes orders; a scene tells the news."""

    def __init__(self, parent: QObject):
        super().__init__(parent)

    def take(self, order):
        pass

    def stop(self):
        pass
