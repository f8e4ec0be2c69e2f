"""Keys alone: moving chooses nothing, numbers choose, Escape loses nothing, help is one key."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from rls_wizard.ui import announce as announcing
from rls_wizard.ui.option import Row

K = Qt.Key
NUMBERS = "How much does it bother you?"
URGE = "Do you need to move your legs?"


@pytest.fixture
def key(window, qtbot):
    """Press keys as from a keyboard."""
    with qtbot.waitActive(window):
        window.activateWindow()

    def press(*keys, held=Qt.KeyboardModifier.NoModifier):
        for one in keys:
            QTest.keyClick(window.windowHandle(), one, held)

    return press


@pytest.fixture
def focus(window, key):
    """Let somebody who uses keys be at something."""

    def put(name):
        key(K.Key_Shift)
        window.findChild(QWidget, name).setFocus()

    return put


@pytest.fixture
def told(monkeypatch):
    """Return what a screen reader is told."""
    said = []
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: said.append(event.message())
        if hasattr(event, "message") else None,
    )  # fmt: skip
    assert announcing
    return said


def here():
    focused = QApplication.focusWidget()
    return focused.objectName() if focused else None


def hold(which):
    """Send what a keyboard sends again and again while a key is held."""
    event = QKeyEvent(QEvent.Type.KeyPress, which, Qt.KeyboardModifier.NoModifier, "", True)
    QApplication.sendEvent(QApplication.focusWidget(), event)


# Moving ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("onwards", [K.Key_Down, K.Key_Right])
@pytest.mark.parametrize("back", [K.Key_Up, K.Key_Left])
def test_arrows_go_from_option_to_option_and_choose_nothing(
    person, key, focus, answers, onwards, back
):
    person.begin()
    before = answers()
    focus("urge.yes")
    key(onwards)
    assert here() == "urge.no"
    key(back)
    assert here() == "urge.yes"
    assert answers() == before
    assert not person.chosen("urge", "yes")


def test_arrows_go_over_tiles_and_choose_nothing(at, key, focus, answers):
    at(NUMBERS)
    focus("bother.0")
    key(K.Key_Down, K.Key_Down, K.Key_Right)
    assert here() == "bother.3"
    assert "bother" not in answers()


def test_left_leads_on_where_reading_begins_at_the_right(at, window, key, focus):
    at(NUMBERS)
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    focus("bother.3")
    key(K.Key_Left)
    assert here() == "bother.4"


def go(key, which):
    """Press a key until something else has the focus: text on the way is scrolled by."""
    before = QApplication.focusWidget()
    for _ in range(9):
        key(which)
        if QApplication.focusWidget() is not before:
            return


def test_down_goes_once_around_everything(at, window, key):
    at(NUMBERS)
    key(K.Key_Down)
    first, seen = here(), []
    while here() not in seen:
        seen.append(here())
        go(key, K.Key_Down)
    assert here() == first
    assert {"bother.10", "age.value", "back", "next", "larger", "menu"} <= set(seen)
    for name in reversed(seen):
        go(key, K.Key_Up)
        assert here() == name


def test_down_scrolls_where_there_is_much_to_read(person, window, key):
    window.resize(1024, 500)
    window.findChild(object, "command.help").trigger()
    bar = window.findChild(QScrollArea).verticalScrollBar()
    view = window.findChild(QScrollArea).viewport().height()
    assert bar.value() == 0
    far = [0]
    while here() != "back":
        key(K.Key_Down)
        far.append(bar.value())
    assert bar.value() >= bar.maximum() - 20
    assert max(after - before for before, after in pairwise(far)) < view


def test_in_a_field_with_lines_arrows_go_from_line_to_line_first(at, window, key, focus):
    at("Where do you feel it?")
    field = window.page.findChild(QPlainTextEdit)
    field.setPlainText("one\ntwo")
    focus(field.objectName())
    key(K.Key_Down)
    assert QApplication.focusWidget() is field
    assert field.textCursor().blockNumber() == 1
    key(K.Key_End, K.Key_Down)
    assert QApplication.focusWidget() is not field
    key(K.Key_Up, K.Key_Up)
    assert QApplication.focusWidget() is field
    key(K.Key_Home, K.Key_Up)
    assert QApplication.focusWidget() is not field


def test_where_one_is_is_in_view_with_its_question(at, window, key):
    at(NUMBERS)
    window.resize(700, 420)
    area = window.findChild(QScrollArea)
    key(K.Key_Down)
    first = here()
    go(key, K.Key_Down)
    while here() != first:
        widget = QApplication.focusWidget()
        if area.widget().isAncestorOf(widget):
            view = area.viewport()
            assert view.rect().contains(QRect(widget.mapTo(view, widget.rect().topLeft()),
                                              widget.size())), here()  # fmt: skip
        go(key, K.Key_Down)


# Choosing ----------------------------------------------------------------------------------------


def test_enter_chooses_and_then_goes_on_but_takes_a_tick_back(at, key, focus):
    person = at("Is any of this new?")
    focus("rf.01.yes")
    key(K.Key_Return)
    assert person.chosen("rf.01", "yes")
    key(K.Key_Return)
    assert not person.chosen("rf.01", "yes")


@pytest.mark.parametrize("held", [K.Key_Return, K.Key_Space, K.Key_1])
def test_a_key_that_is_held_chooses_nothing(person, focus, held, answers):
    person.begin()
    focus("urge.yes")
    hold(held)
    assert "urge" not in answers()


def test_a_number_chooses_the_option_with_it(person, key, focus, answers):
    person.begin()
    focus("urge.yes")
    key(K.Key_2)
    assert answers()["urge"] == "no"
    assert here() == "urge.no"
    key(K.Key_2)
    assert answers()["urge"] == "no"


def test_a_number_ticks_and_takes_back(at, key, focus):
    person = at("Is any of this new?")
    focus("rf.01.yes")
    key(K.Key_1)
    assert person.chosen("rf.01", "yes")
    key(K.Key_1)
    assert not person.chosen("rf.01", "yes")


def test_on_a_scale_digits_are_the_number(at, key, focus, answers):
    at(NUMBERS)
    focus("bother.5")
    key(K.Key_7)
    assert answers()["bother"] == 7
    key(K.Key_1, K.Key_0)
    assert answers()["bother"] == 10


def test_a_number_that_is_corrected_slowly_is_another_number(at, key, focus, answers, qtbot):
    at(NUMBERS)
    focus("bother.5")
    key(K.Key_1)
    QApplication.setKeyboardInputInterval(0)
    key(K.Key_0)
    QApplication.setKeyboardInputInterval(400)
    assert answers()["bother"] == 0


def test_a_number_ends_with_its_question(at, window, key, focus, answers):
    at(NUMBERS)
    focus("bother.0")
    key(K.Key_1)
    window.findChild(QWidget, "start.0").setFocus()
    key(K.Key_0)
    assert answers()["bother"] == 1
    assert answers()["start"] == 0


def test_digits_are_typed_where_one_types(at, key, focus, answers):
    person = at(NUMBERS)
    focus("age.value")
    key(K.Key_4, K.Key_4)
    assert person.entered("age") == "44"
    assert "bother" not in answers()


def test_from_the_heading_numbers_go_to_the_first_question(person, key, answers):
    person.begin()
    key(K.Key_1)
    assert answers()["urge"] == "yes"


def test_numbers_stand_in_the_marks_only_while_keys_are_used(person, window, key, focus):
    person.begin()
    assert numbers(window) == {}
    plain = window.findChild(QWidget, "urge.no").geometry()
    focus("urge.yes")
    assert numbers(window)["urge.no"] == "2"
    assert window.findChild(QWidget, "urge.no").geometry() == plain
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton)
    assert numbers(window) == {}


def numbers(window):
    rows = window.page.findChildren(QAbstractButton)
    return {row.objectName(): row.number for row in rows if isinstance(row, Row) and row.number}


def test_a_number_stands_in_its_mark_from_right_to_left_too(person, window, focus):
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    person.begin()
    row = window.findChild(Row, "urge.no")
    focus("urge.yes")
    there = row.grab().toImage()
    row.set_number("")
    plain = row.grab().toImage()
    wide, high = there.width(), there.height()
    changed = [
        x for x in range(wide) for y in range(high) if there.pixel(x, y) != plain.pixel(x, y)
    ]
    assert min(changed) > wide - 2 * high


def test_number_keys_are_told_once(person, focus, told):
    person.begin()
    for name in ("urge.yes", "next", "urge.yes"):
        focus(name)
    assert [said for said in told if "Number keys" in said] == [
        "Number keys choose an answer, too."
    ]


# Back --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("back", [K.Key_Escape, K.Key_Backspace, K.Key_Back])
def test_back_keys_leave_a_page_of_the_menu_and_go_back_and_lose_nothing(
    at, window, key, answers, back
):
    person = at(NUMBERS)
    person.choose("bother", "7")
    window.findChild(object, "command.about").trigger()
    key(back)
    assert person.chosen("bother", "7")
    key(back)
    assert "Is any of this new?" in person.reads()
    assert answers()["bother"] == 7
    for _ in range(5):
        key(back)
    assert person.offered("answered_by.self")
    assert answers()["bother"] == 7


def test_backspace_in_a_field_only_takes_letters(at, key, focus):
    person = at(NUMBERS)
    focus("age.value")
    key(K.Key_4, K.Key_Backspace, K.Key_Backspace)
    assert NUMBERS in person.reads()
    assert person.entered("age") == ""


def test_escape_closes_a_help_text_first(person, key, focus):
    person.begin()
    person.press("urge.why")
    focus("urge.yes")
    key(K.Key_Escape)
    assert not person.chosen("urge", "why")
    assert URGE in person.reads()


def test_what_is_half_typed_is_there_again_after_going_back(at, window, key, focus):
    person = at(NUMBERS)
    person.choose("bother", "3")
    person.enter("age", "4x")
    key(K.Key_Escape)
    assert "Is any of this new?" in person.reads()
    person.press("next")
    assert person.entered("age") == "4x"
    person.enter("age", "44")
    person.press("next")
    person.press("back")
    assert person.entered("age") == "44"


def test_the_menu_goes_by_keys(person, window, key, focus, qtbot):
    focus("menu")
    key(K.Key_Return)
    menu = window.findChild(QWidget, "commands")
    qtbot.waitUntil(menu.isVisible)
    while menu.activeAction() is None or menu.activeAction().text() != "Settings":
        QTest.keyClick(menu, K.Key_Down)
    QTest.keyClick(menu, K.Key_Return)
    assert "How large is the text?" in person.reads()


# Help --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("help_key", [K.Key_F1, K.Key_Help])
def test_help_opens_what_the_question_means_and_closes_it(at, window, key, focus, told, help_key):
    at("Is any of this new?")
    toggle = window.page.findChild(QAbstractButton, "rf.01.help")
    assert toggle is not None
    focus("rf.01.yes")
    key(help_key)
    assert toggle.isChecked()
    assert here() == "rf.01.yes"
    assert any(len(said) > 20 for said in told)
    key(help_key)
    assert not toggle.isChecked()


def test_help_is_a_page_where_nothing_is_to_be_explained(person, key, focus):
    person.begin()
    focus("next")
    key(K.Key_F1)
    assert "These five are enough: Up, Down, Enter, Esc and F1." in person.reads()
    assert "F1" in person.reads()
    key(K.Key_Escape)
    assert URGE in person.reads()


def test_under_the_cover_keys_do_nothing(person, window, key, answers):
    person.begin()
    window.hide_now()
    before = answers()
    for one in (K.Key_F1, K.Key_Escape, K.Key_1, K.Key_Down):
        key(one)
        assert here() == "lift", (one, QApplication.focusWidget(), window.isActiveWindow())
    assert answers() == before
    key(K.Key_Return)
    assert URGE in person.reads()


def test_no_key_goes_past_the_cover(person, window, key, answers):
    """Its heading takes the focus, too, and Enter on a heading leads to the first answer."""
    person.begin()
    before = answers()
    window.hide_now()
    key(K.Key_Tab, K.Key_Return)
    assert here() == "lift"
    key(K.Key_1, K.Key_2)
    assert answers() == before
    assert URGE not in person.reads()


def test_the_focus_is_never_lost(person, window, key):
    """Press whatever a page offers: something that can be seen has the focus after each."""
    person.begin()
    for _ in range(6):
        for name in [control.objectName() for control in window.stops()]:
            control = window.page.findChild(QWidget, name) if name else None
            if control is None or not control.isVisible():
                continue
            control.setFocus()
            key(K.Key_Space)
            focused = QApplication.focusWidget()
            assert focused is not None
            assert focused.isVisible()
        person.go_on()
