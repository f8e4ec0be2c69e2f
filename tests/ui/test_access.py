"""What a screen reader and the keyboard meet."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from rls_wizard.ui.summary_page import SummaryPage


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
    first = window.findChild(QWidget, "where.left")
    order = chain_from(first)
    names = [w.objectName() for w in order]
    assert names[-7:] == ["back", "next", "smaller", "larger", "hide", "aloud", "menu"]
    tops = [w.mapTo(window, w.rect().topLeft()).y() for w in order[:-6]]
    assert tops == sorted(tops)


def test_the_first_tab_only_shows_where_one_is(person, window, qtbot):
    person.begin()
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
    assert QApplication.focusWidget().objectName() == "urge.yes"
    for _ in range(3):
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
        assert QApplication.focusWidget().objectName() == "urge.gap"
        assert window.testAttribute(framed)
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton)
    person.press("next")
    assert not window.testAttribute(framed)


def test_a_page_begins_with_an_answer_and_not_with_a_help_text(person):
    person.begin()
    assert QApplication.focusWidget().objectName() == "urge.yes"
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
