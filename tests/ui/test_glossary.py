"""Hard words are explained beside the texts that have them, and all together on a page."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from rls_wizard import i18n
from rls_wizard.ui.link import Toggle

CATALOGUE = i18n.load("en")


@pytest.fixture
def visit(open_visit, content):
    return open_visit(content, speak=lambda _: (content, CATALOGUE))


@pytest.fixture
def window(visit):
    return visit.parent()


@pytest.fixture
def person(meet, visit):
    return meet(visit)


def toggle(window, name):
    return window.findChild(Toggle, name)


def test_a_question_explains_its_words(person, window):
    person.begin()
    person.go_to("Do you have any of these?")
    line = toggle(window, "conditions.words")
    assert line.text().startswith("Words: nerve damage, poor circulation, Raynaud and ")
    # The group that it stands in says the question; once is enough.
    assert "any of these" not in line.accessibleName()
    assert "Doctors call it neuropathy." not in person.reads()
    person.press("conditions.words")
    assert "Doctors call it neuropathy." in person.reads()


def test_what_was_opened_stays_open_in_larger_text(person, window):
    person.begin()
    person.go_to("Do you have any of these?")
    person.press("conditions.words")
    person.opens("larger")
    assert toggle(window, "conditions.words").isChecked()
    assert "Doctors call it neuropathy." in person.reads()


def test_a_question_without_hard_words_has_no_such_line(person, window):
    person.begin()
    assert not [t for t in window.findChildren(Toggle) if t.objectName() == "age.words"]


def test_all_words_stand_on_a_page_by_their_letters(person, window, content):
    person.opens("words")
    read = person.reads()
    assert all(term.word in read and term.says in read for term in content.glossary.terms)
    assert window.findChild(QAbstractButton, "contents.f").text() == "F"
    person.press("contents.f")
    chapter = window.findChild(QWidget, "chapter.f")
    assert [x.text() for x in chapter.findChildren(QLabel)][:2] == ["F", "ferritin"]
    assert chapter.visibleRegion().isEmpty() is False


def test_a_word_says_where_its_meaning_comes_from(person, window):
    person.opens("words")
    person.press("line.ferritin.why")
    assert "Last checked by the makers on 22 November 2026" in person.reads()


def test_without_a_glossary_the_page_says_so(open_visit, little, meet):
    person = meet(open_visit(little))
    person.opens("words")
    assert "No words are explained here." in person.reads()


def test_advice_explains_its_words(person, window):
    person.opens("advice")
    person.press("line.ADV-IRON-TEST")
    person.press("line.ADV-IRON-TEST.words")
    assert "how much iron your body has in store" in person.reads()
