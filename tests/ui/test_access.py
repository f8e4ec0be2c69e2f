"""What a screen reader and the keyboard meet."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from rls_wizard import i18n
from rls_wizard.ui.accessible import tell_roles
from rls_wizard.ui.answers.hour import HourTile
from rls_wizard.ui.summary_page import SummaryPage
from rls_wizard.ui.words import Heading


def test_everything_that_takes_the_focus_has_a_name(person, window):
    person.begin()
    while not isinstance(window.page, SummaryPage):
        person.press("next")  # with gaps, on pages that have any
        assert [w.objectName() for w in focusable(window) if not name_of(w)] == []
        person.go_on()


def test_an_answer_knows_its_question(person, window):
    person.begin()
    button = window.findChild(QAbstractButton, "urge.yes")
    relations = QAccessible.queryAccessibleInterface(button).relations()
    labels = [other for other, kind in relations if kind & QAccessible.RelationFlag.Label]
    name = QAccessible.Text.Name
    assert [label.text(name) for label in labels] == ["Do you need to move your legs?"]


def test_a_field_is_named_by_its_question(at, window):
    at("How old are you?")
    assert name_of(window.findChild(QWidget, "age.value")) == "How old are you?"


def test_change_says_what_is_changed(at, window):
    at("Check your answers")
    change = window.findChild(QAbstractButton, "urge.change")
    assert name_of(change) == "Change: Do you need to move your legs?"


def test_tab_goes_down_the_page_to_back_and_next_and_from_there_to_the_top(at, window):
    person = at("What do you take?")
    person.press("pills.add")
    person.press("pills.add")
    window.grab()
    order = chain_from(window.page.findChild(Heading))
    names = [w.objectName() for w in order]
    assert names[-7:] == ["back", "next", "smaller", "larger", "hide", "aloud", "menu"]
    tops = [w.mapTo(window, w.rect().topLeft()).y() for w in order[:-7]]
    assert tops == sorted(tops)


@pytest.mark.parametrize("language", ["en", i18n.PSEUDO])
def test_tab_goes_as_the_eye_does_on_every_page(open_visit, speaking, meet, language):
    wizard = open_visit(speaking(language)[0], language)
    window, person = wizard.parent(), meet(wizard)
    person.begin()
    while not isinstance(window.page, SummaryPage):
        person.press("next")  # with gaps, on pages that have any
        order = reached(window)
        assert order
        assert [pair for pair in pairwise(order) if goes_back(*pair, window)] == []
        person.go_on()


def reached(window):
    """Return what Tab reaches on a page, in that order, coming from the menu."""
    chain = chain_from(window.findChild(QWidget, "menu"))
    return [w for w in chain if window.page.isAncestorOf(w)]


def goes_back(one, after, window):
    """Tell whether something stands before what comes earlier by Tab, as one reads."""
    if isinstance(one, HourTile) and isinstance(after, HourTile):
        return False  # a clock is read round, not down
    here, there = (QRect(w.mapTo(window, QPoint(0, 0)), w.size()) for w in (one, after))
    if window.isRightToLeft():
        here, there = (r.translated(-2 * r.center().x(), 0) for r in (here, there))
    above = there.bottom() <= here.top()
    beside = there.top() < here.bottom() and here.top() < there.bottom()
    return above or (beside and there.left() < here.left())


def test_a_page_begins_with_its_heading_and_enter_leads_to_the_first_answer(person, qtbot):
    person.begin()
    assert name_of(QApplication.focusWidget()) == "The urge"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget().objectName() == "urge.help"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert QApplication.focusWidget().objectName() == "urge.yes"


def test_a_heading_is_told_as_one_with_the_step(person):
    tell_roles()
    person.begin()
    told = QAccessible.queryAccessibleInterface(QApplication.focusWidget())
    assert told.role() is QAccessible.Role.Heading
    assert told.text(QAccessible.Text.Description) == "Step 1 of 7"


def test_a_line_that_opens_something_says_so_and_is_no_box_to_tick(person, window):
    tell_roles()
    person.begin()
    why = window.findChild(QAbstractButton, "urge.why")
    told = QAccessible.queryAccessibleInterface(why)
    assert told.role() is QAccessible.Role.Button
    assert told.state().collapsed
    told.doAction(told.pressAction())
    assert told.state().expanded
    assert why.isChecked()


def test_the_first_tab_only_shows_where_one_is(person, window, qtbot):
    person.begin()
    window.bring(window.findChild(QWidget, "urge"))
    assert QApplication.focusWidget().objectName() == "urge.yes"
    assert not window.testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget().objectName() == "urge.yes"
    assert window.testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget().objectName() != "urge.yes"


def test_the_frame_stays_while_keys_are_used(person, window, qtbot):
    framed = Qt.WidgetAttribute.WA_KeyboardFocusChange
    person.begin()
    with qtbot.waitActive(window):
        window.activateWindow()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget().objectName() == "urge.help"
    for _ in range(3):
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
        assert QApplication.focusWidget().objectName() == "urge.gap"
        assert window.testAttribute(framed)
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton)
    person.press("next")
    assert not window.testAttribute(framed)


def test_a_question_begins_with_an_answer_and_not_with_a_help_text(person):
    person.begin()
    person.press("next")
    person.press("urge.gap")
    assert QApplication.focusWidget().objectName() == "urge.yes"


def test_the_focus_ring_is_for_those_who_use_keys(person, window, qtbot):
    by_keys = Qt.WidgetAttribute.WA_KeyboardFocusChange
    person.begin()
    assert not window.testAttribute(by_keys)
    plain = window.findChild(QWidget, "urge.yes").grab().toImage()
    window.findChild(QWidget, "urge.why").setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert window.findChild(QWidget, "urge.yes").grab().toImage() != plain
    qtbot.keyClick(window.findChild(QAbstractButton, "back"), Qt.Key.Key_Space)
    assert window.testAttribute(by_keys)


def focusable(window):
    policy = Qt.FocusPolicy.TabFocus
    return [w for w in window.findChildren(QWidget) if w.isVisible() and w.focusPolicy() & policy]


def name_of(widget):
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def chain_from(first):
    """Return what Tab reaches, from a control until it comes round."""
    order, control = [first], first.nextInFocusChain()
    while control is not first:
        if control.isVisible() and control.focusPolicy() & Qt.FocusPolicy.TabFocus:
            order.append(control)
        control = control.nextInFocusChain()
    return order


def test_what_a_screen_reader_chooses_is_the_answer(person, window, answers):
    tell_roles()
    person.begin()
    told = QAccessible.queryAccessibleInterface(window.findChild(QAbstractButton, "urge.yes"))
    assert (told.role(), told.state().checked) == (QAccessible.Role.RadioButton, False)
    told.doAction(told.pressAction())
    assert told.state().checked
    assert answers()["urge"] == "yes"


def test_what_is_written_without_keys_is_the_answer(at, window, answers):
    at("How old are you?")
    field = QAccessible.queryAccessibleInterface(window.findChild(QWidget, "age.value"))
    field.setText(QAccessible.Text.Value, "44")
    assert answers()["age"] == 44


@pytest.fixture
def _listening():
    """Let it seem that a screen reader listens, and leave that to no other test."""
    before = QAccessible.isActive()
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(before)


@pytest.mark.usefixtures("_listening")
def test_a_window_that_was_there_before_is_told_of_anew(window):
    tell_roles(window)
    assert QAccessible.queryAccessibleInterface(window).role() is QAccessible.Role.Window
    heading = QAccessible.queryAccessibleInterface(window.page.findChild(Heading))
    assert heading.role() is QAccessible.Role.Heading
