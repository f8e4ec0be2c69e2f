"""The window itself: keys, hiding, closing, and the steps of the way."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from rls_wizard.ui.cover import Cover


def key(qtbot, which, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), which, modifier)


def test_hide_now_shows_nothing_of_the_visit(at, window):
    person = at("Do you need to move your legs?")
    person.choose("urge", "yes")
    person.press("hide")
    assert "legs" not in person.reads()
    assert "legs" not in window.windowTitle().lower()
    assert QApplication.focusWidget().objectName() == "lift"
    person.press("lift")
    assert person.chosen("urge", "yes")
    assert "legs" in window.windowTitle().lower()


def test_what_is_covered_is_out_of_reach_and_covers_lie_over_each_other(at, window):
    person = at("Do you need to move your legs?")
    person.choose("urge", "yes")
    window.hide_now()
    assert window.findChild(QWidget, "urge.yes") is None  # so no screen reader is told of it
    other = Cover("Another")
    window.cover(other)
    assert (window.windowTitle(), person.offered("lift")) == ("Another", False)
    window.uncover(other)
    assert (window.windowTitle(), person.offered("lift")) == ("Pause", True)
    person.press("lift")
    assert person.chosen("urge", "yes")
    assert window.covered_by is None


def test_closing_a_hidden_window_asks_and_shows_only_the_question(at, window):
    person = at("How much does it bother you?")
    window.hide_now()
    window.close()
    assert "Close the program?" in person.reads()
    assert "bother" not in person.reads()


def test_hiding_twice_is_hiding_once(person, window):
    window.hide_now()
    window.hide_now()
    person.press("lift")
    assert person.offered("answered_by.self")


def test_enter_chooses_and_then_goes_on(person, window, qtbot):
    person.begin()
    window.findChild(QWidget, "urge.no").setFocus()
    key(qtbot, Qt.Key.Key_Return)
    assert person.chosen("urge", "no")
    key(qtbot, Qt.Key.Key_Return)
    assert "Is any of this new?" in person.reads()


def test_enter_in_a_field_goes_on(at, window, qtbot):
    person = at("How much does it bother you?")
    person.choose("bother", "3")
    person.enter("age", "50")
    window.findChild(QWidget, "age.value").setFocus()
    key(qtbot, Qt.Key.Key_Return)
    assert "How old are you?" not in person.reads()


def test_a_key_that_is_held_does_not_answer_page_after_page(person, window):
    person.begin()
    held = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "", True
    )
    QApplication.sendEvent(QApplication.focusWidget(), held)
    assert not person.chosen("urge", "yes")


def press_twice(window, name):
    """Press as a double click does: Qt makes the second press an event of its own."""
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    kinds = QEvent.Type
    for kind in (
        kinds.MouseButtonPress,
        kinds.MouseButtonRelease,
        kinds.MouseButtonDblClick,
        kinds.MouseButtonRelease,
    ):
        widget = window.findChild(QWidget, name)
        middle = QPointF(widget.rect().center())
        buttons = Qt.MouseButton.NoButton if kind is kinds.MouseButtonRelease else left
        where = widget.mapToGlobal(middle)
        QApplication.sendEvent(widget, QMouseEvent(kind, middle, where, left, buttons, none))


def test_two_quick_presses_on_a_tick_leave_it_ticked(at, window):
    person = at("Is any of this new?")
    press_twice(window, "rf.01.yes")
    assert person.chosen("rf.01", "yes")


def test_two_quick_presses_on_a_number_leave_it_chosen(at, window, answers):
    at("How much does it bother you?")
    press_twice(window, "bother.4")
    assert answers()["bother"] == 4


def test_two_quick_presses_make_the_text_two_steps_larger(person, window, display):
    press_twice(window, "larger")
    assert display.settings.text_size == 150


def test_enter_presses_buttons(at, window, qtbot):
    person = at("How much does it bother you?")
    window.findChild(QWidget, "back").setFocus()
    key(qtbot, Qt.Key.Key_Enter)
    assert "Is any of this new?" in person.reads()


def test_alt_and_arrows_go_back_and_on(at, window, qtbot):
    person = at("Is any of this new?")
    with qtbot.waitActive(window):
        window.activateWindow()
    key(qtbot, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert "Do you need to move your legs?" in person.reads()
    key(qtbot, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert "Is any of this new?" in person.reads()


def test_the_menu_names_what_it_does(person, window, qtbot):
    person.press("menu")
    menu = window.findChild(QWidget, "commands")
    qtbot.waitUntil(menu.isVisible)
    texts = [action.text() for action in menu.actions()]
    assert {"Read all advice", "Settings", "Hide now", "About this program"} <= set(texts)
    menu.hide()


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("advice", "All advice"),
        ("settings", "Settings"),
        ("about", "About this program"),
        ("restart", "Delete your answers?"),
    ],
)
def test_a_page_beside_the_way_leads_back_to_the_same_spot(at, window, answers, name, title):
    person = at("How much does it bother you?")
    person.choose("bother", "7")
    before = answers()
    window.findChild(object, f"command.{name}").trigger()
    assert title in person.reads()
    assert not person.offered("next")
    person.press("back")
    assert person.chosen("bother", "7")
    assert answers() == before


def test_all_advice_can_be_read_before_anything_is_answered(person):
    person.press("read_advice")
    person.press("line.ADV-WALK")
    assert "Take a walk each day." in person.reads()
    person.press("back")
    assert person.offered("answered_by.self")


def test_closing_with_answers_asks_first(at, window):
    person = at("How much does it bother you?")
    window.close()
    assert window.isVisible()
    assert "You have not saved your summary." in person.reads()
    person.press("stay")
    assert "How much does it bother you?" in person.reads()
    window.close()
    person.press("leave")
    assert not window.isVisible()


def test_closing_without_answers_asks_nothing(window):
    window.close()
    assert not window.isVisible()


def test_start_again_forgets_only_when_told_so(at, window, answers):
    person = at("How much does it bother you?")
    restart = window.findChild(object, "command.restart")
    restart.trigger()
    person.press("stay")
    assert answers()
    restart.trigger()
    person.press("restart")
    assert answers() == {}
    assert not person.chosen("answered_by", "self")


def test_the_steps_stand_at_the_side_where_there_is_room(at, window):
    person = at("Is any of this new?")
    where = window.findChild(QLabel, "where")
    window.resize(1400, 800)
    assert "Step" not in where.text()
    assert "Check your answers" in person.reads()
    window.resize(800, 600)
    assert where.text() == "Step 2 of 7: Safety"
    assert "Check your answers" not in person.reads()


def test_the_welcome_page_has_no_steps(person, window):
    window.resize(1400, 800)
    assert "Check your answers" not in person.reads()
    person.begin()
    assert "Check your answers" in person.reads()
    person.press("back")
    assert "Check your answers" not in person.reads()
