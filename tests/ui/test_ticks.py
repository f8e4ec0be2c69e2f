"""A list of ticks: yes and no to several questions at once."""

import pytest
from PySide6.QtWidgets import QApplication

from rls_wizard.domain.response import Absent
from rls_wizard.ui import pages


@pytest.fixture
def person(at):
    return at("Is any of this new?")


def flags(answers):
    return {key: value for key, value in answers().items() if key.startswith("rf.")}


def test_nothing_is_answered_before_something_is_ticked(person, answers):
    assert flags(answers) == {}
    assert not person.chosen("flags", "none")


def test_a_tick_is_a_yes_and_the_others_are_a_no(person, answers):
    person.choose("rf.01", "yes")
    assert flags(answers) == {"rf.01": "yes", "rf.02": "no"}


def test_none_of_these_is_a_no_to_each(person, answers):
    person.choose("rf.01", "yes")
    person.choose("flags", "none")
    assert flags(answers) == {"rf.01": "no", "rf.02": "no"}
    assert not person.chosen("rf.01", "yes")


def test_the_last_tick_taken_back_is_no_answer(person, answers):
    person.choose("rf.01", "yes")
    person.choose("rf.01", "yes")
    assert flags(answers) == {}
    assert not person.chosen("flags", "none")


def test_not_sure_opens_the_list_one_by_one(person, answers):
    person.choose("rf.01", "yes")
    person.press("flags.unsure")
    assert flags(answers) == {"rf.01": "yes"}
    person.choose("rf.02", "asked-unknown")
    assert flags(answers) == {"rf.01": "yes", "rf.02": Absent.UNKNOWN}


def test_one_by_one_stays_when_coming_back(person):
    person.press("flags.unsure")
    person.choose("rf.01", "no")
    person.choose("rf.02", "asked-unknown")
    person.press("next")
    person.press("back")
    assert person.chosen("rf.02", "asked-unknown")


def test_ticks_stay_when_coming_back(person):
    person.choose("flags", "none")
    person.press("next")
    person.press("back")
    assert person.chosen("flags", "none")


def test_a_line_that_came_to_apply_is_asked(person):
    person.choose("flags", "none")
    person.press("back")
    person.choose("urge", "yes")
    person.choose("urge.rest", "no")
    person.press("next")
    assert person.chosen("rf.01", "no")
    person.press("next")
    assert "Before you go on" in person.reads()
    person.choose("rf.03", "no")
    person.press("next")
    assert "How old are you?" in person.reads()


def test_a_line_explains_itself(person):
    person.press("rf.01.help")
    assert "The calf or the thigh." in person.reads()


def test_one_press_is_worked_out_once(person, monkeypatch):
    worked_out = []
    real = pages.assess
    monkeypatch.setattr(pages, "assess", lambda *all: worked_out.append(1) or real(*all))
    person.choose("flags", "none")
    assert len(worked_out) == 1
    person.press("flags.unsure")
    assert len(worked_out) == 2


def test_one_by_one_begins_with_the_first_question(person):
    person.press("flags.unsure")
    assert QApplication.focusWidget().objectName() == "rf.01.yes"


def test_each_of_them_explains_itself(person):
    person.press("flags.unsure")
    person.press("rf.01.help")
    assert "The calf or the thigh." in person.reads()
