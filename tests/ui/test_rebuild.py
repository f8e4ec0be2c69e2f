"""What is shown is built anew, covered, or left for a while: nothing is lost, nothing is kept."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget

from rls_wizard.ui.summary_page import choose_file
from tests.ui.holders import holders_of

CANARY = "canary-2846"
CHECK = "Please look at this again"


def command(window, name):
    window.findChild(object, f"command.{name}").trigger()


# Built anew --------------------------------------------------------------------------------------


def test_who_uses_keys_can_press_larger_twice(at, window, display, qtbot):
    at("How much does it bother you?")
    with qtbot.waitActive(window):
        window.activateWindow()
    window.findChild(QWidget, "larger").setFocus()
    for _ in range(2):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert display.settings.text_size == 150


@pytest.fixture
def checking(at):
    person = at("Is any of this new?")
    person.choose("rf.01", "yes")
    person.press("next")
    person.choose("rf.01", "yes")
    return person


def test_what_was_said_on_second_thought_survives_another_text_size(checking):
    checking.press("larger")
    assert CHECK in checking.reads()
    assert checking.chosen("rf.01", "yes")
    checking.press("next")
    assert checking.offered("go_on")


def test_what_was_said_on_second_thought_survives_a_page_beside_the_way(checking, window):
    command(window, "settings")
    checking.press("back")
    assert checking.chosen("rf.01", "yes")


def test_what_was_said_on_second_thought_survives_another_language(checking, wizard, speaking):
    wizard.set_content(*speaking("qps"))
    wizard.rebuild()
    assert checking.chosen("rf.01", "yes")


def test_what_is_missing_is_still_told_after_another_text_size(at):
    person = at("How much does it bother you?")
    person.press("next")
    assert person.offered("bother.gap")
    person.press("larger")
    assert person.offered("bother.gap")
    person.choose("bother", "3")
    person.press("larger")
    assert not person.offered("bother.gap")


def test_what_is_missing_on_second_thought_is_still_told_after_another_text_size(at):
    person = at("Is any of this new?")
    person.choose("rf.01", "yes")
    person.press("next")
    person.press("next")
    person.press("larger")
    assert person.offered("rf.01.gap")


@pytest.mark.parametrize(
    "title",
    ["How much does it bother you?", "Is everything right?", "Your result", "Your summary"],
)
def test_every_kind_of_page_can_be_built_anew(at, title):
    person = at(title)
    person.press("larger")
    assert title in person.reads()


def test_the_file_dialog_outlives_the_page_that_opened_it(at, wizard, window, monkeypatch):
    person = at("Your summary")

    def while_open(dialog):
        wizard.rebuild()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        return False

    monkeypatch.setattr("rls_wizard.ui.summary_page.QFileDialog.exec", while_open)
    page, catalogue = window.page, wizard.pages.catalogue
    assert choose_file(page, catalogue, "summary.pdf") == ""
    assert "Your summary" in person.reads()


# Covered -----------------------------------------------------------------------------------------


def test_under_the_cover_everything_stays_where_it_was(at, window, qtbot):
    person = at("How much does it bother you?")
    with qtbot.waitActive(window):
        window.activateWindow()
    window.findChild(QWidget, "age.value").setFocus()
    qtbot.keyClick(window, Qt.Key.Key_F9)
    person.press("lift")
    assert QApplication.focusWidget().objectName() == "age.value"


def test_keys_reach_nothing_under_the_cover(at, window, qtbot):
    person = at("How much does it bother you?")
    with qtbot.waitActive(window):
        window.activateWindow()
    person.press("hide")
    qtbot.keyClick(window, Qt.Key.Key_F1)
    qtbot.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    person.press("lift")
    assert "How much does it bother you?" in person.reads()
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert "About this program" in person.reads()


def test_closing_under_the_cover_asks_where_it_can_be_read(at, window):
    person = at("How much does it bother you?")
    person.press("hide")
    window.close()
    assert window.isVisible()
    assert "You have not saved your summary." in person.reads()
    person.press("leave")
    assert not window.isVisible()


def test_a_page_beside_the_way_can_be_covered(at, window):
    person = at("How much does it bother you?")
    command(window, "settings")
    person.press("hide")
    person.press("lift")
    assert "Settings" in person.reads()
    person.press("back")
    assert "How much does it bother you?" in person.reads()


def test_a_page_that_cannot_be_built_leaves_the_one_beside_the_way(at, window, monkeypatch, qtbot):
    person = at("How much does it bother you?")
    command(window, "settings")
    with monkeypatch.context() as patch, qtbot.capture_exceptions() as caught:
        patch.setattr("rls_wizard.ui.pages.QuestionPage", None)
        person.press("back")
    assert len(caught) == 1
    assert "Settings" in person.reads()
    person.press("back")
    assert "How much does it bother you?" in person.reads()


# After the review --------------------------------------------------------------------------------


def test_a_change_from_the_result_leads_back_to_the_review(at, window):
    person = at("Your result")
    window.page.change.emit("urge")
    assert "Do you need to move your legs?" in person.reads()
    person.press("next")
    assert "Is everything right?" in person.reads()


def test_who_answers_is_no_longer_as_saved_when_it_is_changed(at, wizard):
    person = at("Is everything right?")
    wizard.pages.saved.emit()
    assert wizard.may_be_forgotten
    person.press("answered_by.change")
    person.choose("answered_by", "carer")
    assert not wizard.may_be_forgotten


# Forgotten ---------------------------------------------------------------------------------------


def test_no_answer_can_be_reached_once_it_is_forgotten(at, wizard, window, speaking):
    person = at("What do you take?")
    person.enter("words", CANARY)
    command(window, "settings")
    person.press("back")
    wizard.set_content(*speaking("en"))
    wizard.rebuild()
    person.go_to("Your summary")
    person.press("back")
    person.press("next")
    assert holders_of(CANARY)
    person.press("done")
    person.press("done.yes")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert holders_of(CANARY) == []
