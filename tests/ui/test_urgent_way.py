"""What happens between a tick that calls for help and the rest of the visit (`rules.md` 6)."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

CHECK = "Please look at this again"
SWOLLEN, BREATH = "rf.01", "rf.02"


@pytest.fixture
def at_signs(at):
    return at("Is any of this new?")


@pytest.fixture
def ticked(at_signs):
    """Tick one line, go on, and answer the question whether that is right."""

    def tick(link_id, *said):
        at_signs.choose(link_id, "yes")
        at_signs.press("next")
        for code in said:
            at_signs.choose(link_id, code)
            at_signs.press("next")
        return at_signs

    return tick


def test_a_tick_is_checked_before_it_counts(ticked):
    person = ticked(SWOLLEN)
    assert CHECK in person.reads()
    assert "You said yes to this: \u201cA swollen leg\u201d Is that right?" in person.reads()
    assert not person.offered("alert")
    person.press("next")
    assert person.offered("rf.01.gap")


def test_who_is_meant_by_you_stands_there_too(person, little):
    person.begin("carer")
    person.go_to("Is any of this new?")
    person.choose(SWOLLEN, "yes")
    person.press("next")
    assert CHECK in person.reads()
    assert little.about.you_means["carer"] in person.reads()


def test_a_slip_of_the_finger_leads_back_to_the_list_with_nothing_said(ticked, answers):
    person = ticked(SWOLLEN, "no")
    assert "Is any of this new?" in person.reads()
    assert not person.chosen(SWOLLEN, "yes")
    assert not person.chosen("flags", "none")
    assert not {SWOLLEN, BREATH} & set(answers())


def test_a_slip_beside_another_tick_is_a_no(at_signs, answers):
    at_signs.choose(SWOLLEN, "yes")
    at_signs.choose(BREATH, "yes")
    at_signs.press("next")
    at_signs.choose(SWOLLEN, "yes")
    at_signs.choose(BREATH, "no")
    at_signs.press("next")
    assert answers()[SWOLLEN] == "yes"
    assert answers()[BREATH] == "no"
    assert at_signs.chosen(SWOLLEN, "yes")
    at_signs.press("next")
    assert at_signs.offered("go_on")


def test_a_slip_is_not_told_on_paper(ticked, wizard):
    person = ticked(SWOLLEN, "no")
    person.choose("flags", "none")
    person.press("next")
    assert wizard.response.changed == ()


def test_what_was_checked_and_changed_is_told_on_paper(ticked, wizard):
    person = ticked(SWOLLEN, "yes")
    person.press("back")
    person.choose("flags", "none")
    person.press("next")
    assert wizard.response.changed == (SWOLLEN,)
    assert not person.offered("alert")


def test_the_urgent_page_says_what_to_do_and_nothing_else(ticked):
    person = ticked(SWOLLEN, "yes")
    assert "call a doctor" in person.reads()
    assert not person.offered("next")
    assert not person.offered("alert")
    assert "A daily walk" not in person.reads()


def test_enter_cannot_pass_what_was_not_read(ticked, qtbot):
    person = ticked(SWOLLEN, "yes")
    assert QApplication.focusWidget().objectName() == "urgent"
    assert "call a doctor" in QApplication.focusWidget().accessibleName()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert person.offered("go_on")


def test_who_gets_seen_today_can_go_on_with_the_sentence_in_view(ticked):
    person = ticked(SWOLLEN, "yes")
    person.press("go_on")
    assert "How much does it bother you?" in person.reads()
    assert person.offered("alert")
    person.press("back")
    assert "Is any of this new?" in person.reads()
    person.press("next")
    assert "How much does it bother you?" in person.reads()


def test_an_emergency_cannot_be_passed(ticked):
    person = ticked(BREATH, "yes")
    assert not person.offered("go_on")
    assert not person.offered("next")
    person.press("back")
    person.press("next")
    assert not person.offered("next")


def test_something_worse_is_told_although_the_first_was_accepted(ticked):
    person = ticked(SWOLLEN, "yes")
    person.press("go_on")
    person.press("back")
    person.choose(BREATH, "yes")
    person.press("next")
    assert CHECK in person.reads()
    person.choose(BREATH, "yes")
    person.press("next")
    assert not person.offered("go_on")
    assert not person.offered("next")


@pytest.fixture
def unsure(at_signs):
    at_signs.press("flags.unsure")
    at_signs.choose(SWOLLEN, "asked-unknown")
    at_signs.choose(BREATH, "no")
    at_signs.press("next")
    return at_signs


def test_not_sure_is_asked_once_more(unsure, answers):
    assert "You were not sure about this" in unsure.reads()
    unsure.choose(SWOLLEN, "no")
    unsure.press("next")
    assert answers()[SWOLLEN] == "no"
    assert "How much does it bother you?" in unsure.reads()


def test_a_second_not_sure_counts(unsure, answers):
    unsure.choose(SWOLLEN, "asked-unknown")
    unsure.press("next")
    assert answers()[SWOLLEN] == "asked-unknown"
    assert unsure.offered("go_on")


def test_a_second_thought_may_be_a_yes(unsure, answers):
    unsure.choose(SWOLLEN, "yes")
    unsure.press("next")
    assert answers()[SWOLLEN] == "yes"
    assert unsure.offered("go_on")


def test_the_end_of_an_urgent_visit_gives_no_advice(at):
    person = at("Do you need to move your legs?")
    person.choose("urge", "yes")
    person.choose("urge.rest", "yes")
    person.go_to("A swollen leg")
    person.choose("rf.01", "yes")
    person.press("next")
    person.choose("rf.01", "yes")
    person.press("next")
    person.press("go_on")
    person.go_to("Is everything right?")
    person.press("next")
    assert "call a doctor" in person.reads()
    assert "A daily walk" not in person.reads()


def test_all_advice_is_closed_after_something_urgent(ticked, window):
    person = ticked(SWOLLEN, "yes")
    person.press("go_on")
    window.findChild(object, "command.advice").trigger()
    assert "Advice is closed for now" in person.reads()
    assert "Your answers are still here." in person.reads()
    assert "Take a walk" not in person.reads()
    person.press("back")
    assert "How much does it bother you?" in person.reads()


def test_the_next_person_is_asked_anew(ticked, wizard):
    person = ticked(SWOLLEN, "yes")
    person.press("go_on")
    wizard.restart()
    assert not person.offered("alert")
    assert not wizard.has_been_urgent


def test_a_check_on_the_first_page_leads_to_the_questions(at_signs):
    at_signs.press("flags.unsure")
    at_signs.choose(SWOLLEN, "asked-unknown")
    at_signs.choose(BREATH, "no")
    at_signs.press("back")
    at_signs.press("back")
    assert at_signs.offered("answered_by.self")
    at_signs.press("next")
    assert CHECK in at_signs.reads()
    at_signs.press("back")
    assert at_signs.offered("answered_by.self")
    at_signs.press("next")
    at_signs.choose(SWOLLEN, "no")
    at_signs.press("next")
    assert "Do you need to move your legs?" in at_signs.reads()


@pytest.mark.parametrize("second", ["no", "asked-unknown"])
def test_a_yes_that_became_a_no_over_not_sure_is_told_on_paper(ticked, wizard, second):
    person = ticked(SWOLLEN, "yes")
    person.press("back")
    person.press("flags.unsure")
    person.choose(SWOLLEN, "asked-unknown")
    person.choose(BREATH, "no")
    person.press("next")
    person.choose(SWOLLEN, second)
    person.press("next")
    if second != "no":
        person.press("back")
        person.choose(SWOLLEN, "no")
        person.press("next")
    assert wizard.response.changed == (SWOLLEN,)


def test_a_change_from_the_review_is_checked_and_leads_back_to_it(at):
    person = at("Is everything right?")
    person.press("rf.01.change")
    person.choose(SWOLLEN, "yes")
    person.press("next")
    assert CHECK in person.reads()
    person.choose(SWOLLEN, "yes")
    person.press("next")
    person.press("go_on")
    assert "Is everything right?" in person.reads()
    person.press("next")
    assert "call a doctor" in person.reads()


def test_what_was_half_said_on_second_thought_is_forgotten_by_going_back(at_signs):
    at_signs.choose(SWOLLEN, "yes")
    at_signs.choose(BREATH, "yes")
    at_signs.press("next")
    at_signs.choose(SWOLLEN, "yes")
    at_signs.press("back")
    at_signs.press("next")
    assert not at_signs.chosen(SWOLLEN, "yes")
