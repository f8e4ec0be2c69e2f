"""The way through a visit: Back, Next, what is missing, review, result."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from rls_wizard.ui.steps import StepList

REVIEW = "Check your answers"


@pytest.fixture
def at_review(at):
    person = at("Do you need to move your legs?")
    person.choose("urge", "yes")
    person.choose("urge.rest", "yes")
    person.go_to(REVIEW)
    return person


def test_who_answers_is_asked_first(person):
    person.press("next")
    assert "Please choose who is answering." in person.reads()
    person.begin("carer")
    assert "Do you need to move your legs?" in person.reads()


def test_who_is_meant_by_you_stands_on_every_page(person, little):
    person.begin("carer")
    for _ in range(2):
        assert little.about.you_means["carer"] in person.reads()
        person.go_on()


def test_who_answers_is_recorded(person, wizard):
    person.begin("parent")
    assert wizard.response.answered_by == "parent"


def test_next_can_always_be_pressed_and_says_what_is_missing(person, window):
    person.begin()
    assert window.findChild(QAbstractButton, "next").isEnabled()
    person.press("next")
    assert "Before you go on, please look at this:" in person.reads()
    assert "Please answer this. If you do not know, choose “Not sure”." in person.reads()


def test_a_gap_leads_to_its_question(at):
    person = at("How much does it bother you?")
    person.press("next")
    person.press("age.gap")
    assert QApplication.focusWidget().objectName() == "age.value"


def test_a_gap_is_closed_by_not_sure(person):
    person.begin()
    person.press("next")
    person.choose("urge", "asked-unknown")
    assert "Please answer this." not in person.reads()
    person.press("next")
    assert "Is any of this new?" in person.reads()


def test_a_field_at_fault_keeps_the_page_although_it_is_optional(at):
    person = at("What was your ferritin?")
    person.choose("bother", "3")
    person.enter("age", "57")
    person.enter("ferritin", "much")
    person.press("next")
    assert person.offered("ferritin.gap")
    person.enter("ferritin", "40")
    person.press("next")
    assert "Where do you feel it?" in person.reads()


def test_back_keeps_every_answer(person):
    person.begin()
    person.choose("urge", "yes")
    person.choose("urge.rest", "no")
    person.press("next")
    person.press("back")
    assert person.chosen("urge.rest", "no")
    person.press("back")
    assert person.chosen("answered_by", "self")


def test_a_page_without_questions_is_passed_over(at):
    person = at("Where do you feel it?")
    assert "Step 4 of 7" in person.reads()
    person.go_on()
    assert REVIEW in person.reads()


def test_hidden_answers_do_not_count(at_review):
    at_review.press("urge.change")
    at_review.choose("urge", "no")
    at_review.press("next")
    at_review.press("next")
    assert "A daily walk" not in at_review.reads()


def test_review_leads_to_a_question_and_back(at_review):
    assert "Do you need to move your legs?" in at_review.reads()
    at_review.press("urge.rest.change")
    assert QApplication.focusWidget().objectName() == "urge.rest.yes"
    at_review.choose("urge.rest", "no")
    at_review.press("next")
    assert REVIEW in at_review.reads()


def test_after_a_change_the_review_is_where_it_was(at_review):
    at_review.press("urge.rest.change")
    at_review.press("next")
    assert QApplication.focusWidget().objectName() == "urge.rest.change"


def test_back_from_a_change_leads_to_the_review(at_review):
    at_review.press("urge.rest.change")
    at_review.press("back")
    assert REVIEW in at_review.reads()
    assert QApplication.focusWidget().objectName() == "urge.rest.change"
    at_review.press("back")
    assert "For how many hours?" in at_review.reads()


def test_nobody_is_scolded_for_a_question_that_was_not_there(person):
    person.begin()
    person.choose("urge", "yes")
    person.press("next")
    assert "Before you go on" not in person.reads()
    assert QApplication.focusWidget().objectName() == "urge.rest.yes"
    person.press("next")
    assert person.offered("urge.rest.gap")


def test_a_step_is_done_where_nothing_is_missing(at_review, window):
    window.resize(1400, 800)
    at_review.press("urge.change")
    assert done_steps(window)[0] == "you are here"
    assert set(done_steps(window)[1:4]) == {"done"}
    assert done_steps(window)[-1] == "to come"


def done_steps(window):
    """Return what a screen reader says of each step."""
    found = window.findChild(StepList).findChildren(QLabel)
    return [label.accessibleDescription() for label in found]


def test_after_a_change_only_what_is_newly_asked_comes_before_review(at):
    person = at(REVIEW)
    person.press("urge.change")
    person.choose("urge", "yes")
    person.choose("urge.rest", "no")
    person.press("next")
    assert "Is any of this new?" in person.reads()
    person.go_on()
    assert REVIEW in person.reads()


def test_the_result_gives_advice_and_its_reasons(at_review):
    at_review.press("next")
    assert "Take a walk each day." in at_review.reads()
    assert "A book about legs" not in at_review.reads()
    at_review.press("line.ADV-WALK.why")
    reads = at_review.reads()
    assert "Because you answered:\n•\nDoes it begin at rest?: Yes" in reads.replace("\n\n", "\n")
    assert "Source: A book about legs" in reads
    assert "22 November 2026" in reads


def test_next_goes_from_the_result_to_the_summary(at_review):
    at_review.press("next")
    at_review.press("next")
    assert "Your summary" in at_review.reads()
    assert not at_review.offered("next")


def test_a_new_page_starts_at_its_top_with_its_heading(at, window):
    person = at("How much does it bother you?")
    bar = window.page.parentWidget().parentWidget().parentWidget().verticalScrollBar()
    window.resize(600, 400)
    bar.setValue(bar.maximum())
    person.go_on()
    assert bar.value() == 0
    assert QApplication.focusWidget().text() == "Lists"


def test_another_language_keeps_answers_and_place(at, wizard, speaking):
    person = at("Is any of this new?")
    person.choose("rf.01", "yes")
    wizard.set_content(*speaking("qps"))
    wizard.rebuild()
    assert person.chosen("rf.01", "yes")
    assert wizard.place.page == "flags_page"
    assert "[À swöllén lég" in person.reads()
