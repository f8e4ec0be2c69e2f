"""Each kind of answer, on the page where the little content asks it."""

import pytest
from PySide6.QtWidgets import QLabel

from rls_wizard.domain.questionnaire import Absent

FLAGS, NUMBERS, LISTS = "Is any of this new?", "How old are you?", "Where do you feel it?"


def test_one_of_several(person, answers):
    person.begin()
    assert not person.chosen("urge", "yes")
    person.choose("urge", "yes")
    person.choose("urge", "no")
    assert answers() == {"urge": "no"}


def test_not_sure_is_an_answer(person, answers):
    person.begin()
    person.choose("urge", "asked-unknown")
    assert answers() == {"urge": Absent.UNKNOWN}


def test_only_private_questions_may_be_declined(at):
    person = at(LISTS)
    assert person.offered("mood.asked-declined")
    assert not person.offered("where.asked-declined")


def test_several_answers(at, answers):
    person = at(LISTS)
    person.choose("where", "left")
    person.choose("where", "right")
    assert answers()["where"] == ("left", "right")
    person.choose("where", "left")
    person.choose("where", "right")
    assert "where" not in answers()


@pytest.mark.parametrize("alone", ["nowhere", "asked-unknown"])
def test_an_exclusive_answer_stands_alone(at, answers, alone):
    person = at(LISTS)
    person.choose("where", "left")
    person.choose("where", alone)
    assert answers()["where"] in {alone, (alone,)}
    person.choose("where", "right")
    assert answers()["where"] == ("right",)
    assert not person.chosen("where", alone)


def test_a_scale_starts_without_a_number(at, answers):
    person = at(NUMBERS)
    assert "bother" not in answers()
    person.choose("bother", "0")
    assert answers()["bother"] == 0


def test_a_scale_and_not_sure_replace_each_other(at, answers):
    person = at(NUMBERS)
    person.choose("bother", "7")
    person.choose("bother", "asked-unknown")
    assert answers()["bother"] is Absent.UNKNOWN
    assert not person.chosen("bother", "7")
    person.choose("bother", "7")
    assert answers()["bother"] == 7
    assert not person.chosen("bother", "asked-unknown")


@pytest.mark.parametrize(
    ("question", "typed", "value"),
    [
        ("age", "0", 0),
        ("age", " 57 ", 57),
        ("ferritin", "4,5", 4.5),
        ("ferritin", "18", 18.0),
        ("since", "2026-03", "2026-03"),
        ("since", "3/2026", "2026-03"),
        ("since", "2026-11-22", "2026-11-22"),
    ],
)
def test_what_is_typed_becomes_a_value(at, answers, question, typed, value):
    at(NUMBERS).enter(question, typed)
    assert answers()[question] == value


@pytest.mark.parametrize(
    ("question", "typed", "message"),
    [
        ("age", "121", "Please write a whole number from 0 to 120."),
        ("age", "old", "Please write a whole number from 0 to 120."),
        ("age", "4.5", "Please write a whole number from 0 to 120."),
        ("ferritin", "nan", "Please write a number from 0 to 5000."),
        ("since", "2026-13", "Please write a year and a month that have been"),
        ("since", "2027-01", "Please write a year and a month that have been"),
        ("since", "2026-02-30", "Please write a year and a month that have been"),
    ],
)
def test_what_cannot_be_is_said_and_not_recorded(at, answers, question, typed, message):
    person = at(NUMBERS)
    person.enter(question, "1")
    person.enter(question, typed)
    assert question not in answers()
    assert message in person.reads()


def test_a_number_and_not_sure_replace_each_other(at, answers):
    person = at(NUMBERS)
    person.enter("age", "57")
    person.choose("age", "asked-unknown")
    assert person.entered("age") == ""
    assert answers()["age"] is Absent.UNKNOWN
    person.enter("age", "58")
    assert not person.chosen("age", "asked-unknown")
    assert answers()["age"] == 58


def test_own_words(at, answers):
    person = at(LISTS)
    person.enter("words", "like <b>ants</b> & bees")
    assert answers()["words"] == "like <b>ants</b> & bees"
    person.enter("words", " ")
    assert "words" not in answers()


def test_own_words_that_are_too_long_are_not_cut_but_refused(at, answers, window):
    person = at(LISTS)
    window.findChild(object, "words.value").setPlainText("x" * 2001)
    assert "words" not in answers()
    assert "at most 2000 characters" in person.reads()


def test_a_note_comes_with_the_answer_it_belongs_to(person):
    person.begin()
    assert "Many people have this." not in person.reads()
    person.choose("urge", "yes")
    assert "Many people have this." in person.reads()


def test_words_fit_who_answers(person):
    person.begin("parent")
    person.choose("urge", "yes")
    assert "Does it begin when your child rests?" in person.reads()


def test_help_is_shown_when_asked_for(person):
    person.begin()
    assert "A feeling that only moving relieves." not in person.reads()
    person.press("urge.help")
    assert "A feeling that only moving relieves." in person.reads()
    person.press("urge.help")
    assert "A feeling that only moving relieves." not in person.reads()


def test_own_words_on_too_many_lines_are_refused(at, answers, window):
    person = at(LISTS)
    window.findChild(object, "words.value").setPlainText("x\n" * 61)
    assert "words" not in answers()
    assert "at most 60 lines" in person.reads()
    person.choose("where", "left")
    person.choose("mood", "good")
    person.press("next")
    assert person.offered("words.gap")


def test_no_fault_leaves_no_sign(person, window):
    person.begin()
    assert window.findChild(QLabel, "urge.fault").text() == ""
    person.press("next")
    person.choose("urge", "no")
    assert window.findChild(QLabel, "urge.fault").text() == ""
