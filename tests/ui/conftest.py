import shutil
import sys
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QWidget

from rls_wizard import i18n
from rls_wizard.content.load import load_content
from rls_wizard.content.medicines import Finder
from rls_wizard.paths import resources
from rls_wizard.ui import saving, style
from rls_wizard.ui.around import Around
from rls_wizard.ui.display import Display, Memory
from rls_wizard.ui.ending import Ending
from rls_wizard.ui.pages import Desk
from rls_wizard.ui.printing.system import system_service
from rls_wizard.ui.selftest import fill_window
from rls_wizard.ui.visit import Visit
from rls_wizard.ui.welcome_page import WelcomePage
from rls_wizard.ui.window import WizardWindow

LITTLE = Path(__file__).parent / "little"
TODAY = date(2026, 11, 22)


class Person:
    """Does what a person does, by the names that content gives to things."""

    def __init__(self, qtbot, window):
        self._qtbot, self._window = qtbot, window

    def press(self, name):
        self._qtbot.mouseClick(self._find(QAbstractButton, name), Qt.MouseButton.LeftButton)

    def choose(self, link_id, code):
        self.press(f"{link_id}.{code}")

    def chosen(self, link_id, code):
        return self._find(QAbstractButton, f"{link_id}.{code}").isChecked()

    def offered(self, name):
        found = self._window.findChild(QWidget, name)
        return found is not None and found.isVisibleTo(self._window)

    def enter(self, link_id, text):
        field = self._find(QWidget, f"{link_id}.value")
        field.setFocus()
        field.selectAll()
        self._qtbot.keyClicks(field, text)
        self._window.findChild(QAbstractButton, "next").setFocus()

    def entered(self, link_id):
        field = self._find(QWidget, f"{link_id}.value")
        return field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()

    def begin(self, who="self"):
        self.choose("answered_by", who)
        self.go_on()

    def go_on(self):
        """Answer what has to be answered on this page, and go to the next."""
        fill_window(self._window)
        self.press("next")

    def is_not_sure(self):
        """Answer "not sure" wherever this page offers it."""
        for button in self._seen(QAbstractButton):
            if button.objectName().endswith((".unsure", ".asked-unknown")):
                button.click()

    def opens(self, name):
        """Choose a line of the menu."""
        self._window.findChild(QObject, f"command.{name}").trigger()

    def go_to(self, title):
        """Answer page after page until a text is on the screen."""
        pages = 0
        while title not in self.reads():
            self.go_on()
            pages += 1
            assert pages < 50, f"{title!r} was not found"

    def reads(self):
        """Return every word on the screen, also below the fold."""
        texts = [x.text() for x in self._seen(QLabel) + self._seen(QAbstractButton)]
        return "\n".join(texts).replace("\u00a0", " ")

    def typed(self):
        return [f.text() for f in self._seen(QLineEdit)]

    def _seen(self, kind):
        return [x for x in self._window.findChildren(kind) if x.isVisibleTo(self._window)]

    def _find(self, kind, name):
        found = self._window.findChild(kind, name)
        assert found is not None, f"there is no {name!r}"
        # Nobody presses what was not yet laid out.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        return found


@pytest.fixture
def child(monkeypatch):
    """Put a few lines of Python in place of the child that makes the PDF."""

    def run(code):
        monkeypatch.setattr(saving, "summary_command", lambda _: [sys.executable, "-c", code])

    return run


@pytest.fixture(scope="session")
def qapp_args():
    return ["rls-wizard", *style.ARGUMENTS]


@pytest.fixture(scope="session", autouse=True)
def _our_font(qapp):
    style.prepare(qapp)
    assert QFontDatabase.hasFamily("Atkinson Hyperlegible Next")


def speak_of(folder, *parts):
    """Return what loads the content that is put together from these folders in a language."""
    for part in parts:
        shutil.copytree(part, folder, dirs_exist_ok=True)
    shutil.copy(resources() / "content" / "about.toml", folder)

    def speak(language):
        catalogue = i18n.load(language)
        return load_content(folder, catalogue), catalogue

    return speak


@pytest.fixture(scope="session")
def speaking(tmp_path_factory):
    """Return the little content, and the texts of the program, in a language."""
    return speak_of(tmp_path_factory.mktemp("content"), LITTLE)


@pytest.fixture(scope="session")
def little(speaking):
    """Content with one question of each kind, whose words never change."""
    return speaking("en")[0]


@pytest.fixture
def days():
    """Return the days so far; the last one is today."""
    return [TODAY]


@pytest.fixture
def display(qapp):
    """What the person chose about the program; nothing is kept."""
    yield Display(Memory(theme="light"))
    qapp.setFont(style.base_font())


@pytest.fixture
def open_visit(qtbot, tmp_path, days, display, speaking):
    """Open the window on some content; return the visit."""

    def open_it(
        content,
        language="en",
        choose_file=lambda *_: str(tmp_path / "summary.pdf"),
        speak=speaking,
        open_file=lambda *_: str(tmp_path / "earlier.pdf"),
        make_service=system_service,
        make_voice=None,
        folder=None,
    ):
        catalogue = i18n.load(language)
        window = WizardWindow(catalogue)
        welcome = WelcomePage(catalogue, keeps=folder is not None)
        window.show_page(welcome, back=False, forward=catalogue("Start"))
        qtbot.addWidget(window)
        desk = Desk(
            window,
            display,
            lambda: days[-1],
            lambda *said: Ending(*said, choose_file, make_service),
            Finder,
            folder,
        )
        visit = Visit(desk, content, catalogue)
        Around(visit, desk, speak, open_file, make_voice)
        with qtbot.waitExposed(window):
            window.show()
        return visit

    return open_it


@pytest.fixture
def wizard(open_visit, little):
    return open_visit(little)


@pytest.fixture
def window(wizard):
    return wizard.parent()


@pytest.fixture
def person(meet, wizard):
    return meet(wizard)


@pytest.fixture
def meet(qtbot):
    """Return the person who sits before a visit."""
    return lambda wizard: Person(qtbot, wizard.parent())


@pytest.fixture
def answers(wizard):
    """Return what is recorded at the moment."""
    return lambda: dict(wizard.response.answers)


@pytest.fixture
def at(person):
    """Bring the person to a page."""

    def bring(title):
        person.begin()
        person.go_to(title)
        return person

    return bring
