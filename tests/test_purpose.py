"""The intended purpose: on the first page from the first picture on, and short and plain."""

import pytest
import textstat
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QScrollArea

from rls_wizard import i18n
from rls_wizard.content.faults.plain import Vocabulary, Words
from rls_wizard.content.faults.reading import LIMIT, grade
from rls_wizard.purpose import purpose
from rls_wizard.ui.display import Display, Memory
from rls_wizard.ui.welcome_page import WelcomePage
from rls_wizard.ui.window import WizardWindow
from tests.ui.seen import reads

ENGLISH = i18n.load("en")
OURS = Words(
    why="They name what the program is about, and what it is not.",
    words=["restless", "diary", "diagnosis", "monitoring"],
)


@pytest.fixture
def first(qtbot, qapp):
    """The window at the first picture, on a small screen: no content is loaded."""
    Display(Memory(theme="light"))
    window = WizardWindow(ENGLISH)
    window.show_page(WelcomePage(ENGLISH), back=False, forward="Start")
    window.resize(1024, 600)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return window


def test_the_purpose_is_on_the_first_page_before_content_is_there(first):
    assert " ".join(purpose(ENGLISH)) in reads(first.page)


def test_beside_the_purpose_the_question_and_two_answers_are_in_view(first):
    view = first.findChild(QScrollArea).viewport()
    for name in ("answered_by.self", "answered_by.parent"):
        answer = first.findChild(QAbstractButton, name)
        assert answer.mapTo(view, QPoint(0, answer.height())).y() <= view.height(), name


def test_it_says_what_it_is_and_what_it_is_not():
    told = " ".join(purpose(ENGLISH))
    for said in (
        "living with restless legs",
        "diary",
        "whom to ask",
        "not for diagnosis or monitoring",
    ):
        assert said in told
    assert "cannot take the place of a doctor or nurse" in told


def test_readers_of_twelve_understand_it():
    vocabulary = Vocabulary(lambda word: textstat.is_easy_word(word, 0), [OURS], [])
    assert grade(" ".join(purpose(ENGLISH)), vocabulary, textstat) < LIMIT


def test_it_can_be_translated():
    pseudo = i18n.load(i18n.PSEUDO)
    assert all(sentence.startswith("[") for sentence in purpose(pseudo))
