"""Nothing that somebody answered is left for the next person, or for the system to show."""

from datetime import date

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit

CANARY = "canary-7391"


def test_restart_forgets_everything(at, wizard, window):
    person = at("What do you take?")
    person.enter("words", CANARY)
    person.press("pills.add")
    person.enter("pills.name.0", CANARY)
    wizard.restart()
    assert dict(wizard.response.answers) == {}
    assert CANARY not in everything(window)
    assert not any(b.isChecked() for b in window.findChildren(QAbstractButton))


def test_the_next_person_starts_anew(at, wizard):
    person = at("Is any of this new?")
    wizard.restart()
    assert not person.chosen("answered_by", "self")
    person.begin("carer")
    assert not person.chosen("urge", "no")


def test_done_forgets_and_says_so(at, wizard):
    person = at("Check your answers")
    person.go_to("Your summary")
    person.press("done")
    assert "You have not saved your summary." in person.reads()
    person.press("done.yes")
    assert dict(wizard.response.answers) == {}
    assert "Your answers are forgotten." in person.reads()


def test_no_answer_is_in_a_title_or_a_name(at, window):
    person = at("What do you take?")
    person.enter("words", CANARY)
    person.go_to("Check your answers")
    assert CANARY in person.reads()
    names = [thing.objectName() for thing in window.findChildren(QObject)]
    assert CANARY not in "\n".join([window.windowTitle(), *names])


def test_an_answer_is_shown_as_it_was_written(at):
    person = at("What do you take?")
    person.enter("words", "<b>bold</b> & co")
    person.go_to("Check your answers")
    assert "<b>bold</b> & co" in person.reads()


def everything(window):
    """Return the texts of all widgets, seen or not."""
    found = [
        w.text() for kind in (QLabel, QAbstractButton, QLineEdit) for w in window.findChildren(kind)
    ]
    return "\n".join(found + [w.toPlainText() for w in window.findChildren(QPlainTextEdit)])


def test_the_day_is_that_of_the_visit(wizard, person, days):
    days.append(date(2026, 11, 23))
    person.begin()
    assert wizard.response.answered_on == date(2026, 11, 23)
    person.choose("urge", "yes")
    days.append(date(2026, 11, 24))
    person.press("back")
    person.press("next")
    assert wizard.response.answered_on == date(2026, 11, 23)
    wizard.restart()
    assert wizard.response.answered_on == date(2026, 11, 24)
