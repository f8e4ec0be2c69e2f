"""Numbers without a keyboard."""

from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from rls_wizard.ui.answers.keypad import Key
from rls_wizard.ui.answers.make import make_answer
from rls_wizard.ui.order import controls

NUMBERS = "How old are you?"


@pytest.fixture
def person(at):
    return at(NUMBERS)


def keys_of(window):
    return [key for key in window.findChildren(Key) if key.isVisible()]


def name_of(widget):
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def press(person, name, text):
    for letter in text:
        person.press(f"{name}.key.{ {'.': 'point', '<': 'delete'}.get(letter, letter) }")


def test_a_number_is_put_together_by_hand(person, answers, window):
    assert keys_of(window) == []
    person.press("age.keys")
    press(person, "age", "57")
    assert person.entered("age") == "57"
    assert answers()["age"] == 57
    assert QApplication.focusWidget() is window.findChild(QLineEdit, "age.value")
    press(person, "age", "<")
    assert answers()["age"] == 5
    press(person, "age", "<<")
    assert person.entered("age") == ""
    assert "age" not in answers()


def test_two_quick_presses_write_twice(person, answers, window):
    person.press("age.keys")
    key = window.findChild(Key, "age.key.5")
    QTest.mouseClick(key, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(key, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(key, Qt.MouseButton.LeftButton)
    assert answers()["age"] == 55


def test_a_number_is_put_together_with_the_keys_of_a_pad(person, answers, window):
    """The focus stays on the pad, so that the next key is near."""
    toggle = window.findChild(QAbstractButton, "age.keys")
    toggle.setFocus()
    QTest.keyClick(toggle, Qt.Key.Key_Space)
    first = window.findChild(Key, "age.key.1")
    assert QApplication.focusWidget() is first
    QTest.keyClick(first, Qt.Key.Key_Return)
    QTest.keyClick(first, Qt.Key.Key_Space)
    assert answers()["age"] == 11
    assert QApplication.focusWidget() is first


def test_the_keys_stand_after_the_field_in_the_order_of_a_telephone(person, window):
    person.press("ferritin.keys")
    names = [w.objectName() for w in controls(window.findChild(QWidget, "ferritin"))]
    places = [*"123456789", "point", "0", "delete"]
    assert names == ["ferritin.value", "ferritin.keys", *(f"ferritin.key.{n}" for n in places)]
    pad = [window.findChild(Key, f"ferritin.key.{n}") for n in places]
    assert len({key.width() for key in pad}) == 1
    boxes = [QRect(key.mapTo(window, QPoint()), key.size()) for key in pad]
    assert min(min(box.width(), box.height()) for box in boxes) >= 44
    assert not any(one.intersects(other) for one, other in combinations(boxes, 2))


def test_only_a_number_with_a_fraction_has_a_point(person, answers, window):
    person.press("age.keys")
    assert window.findChild(Key, "age.key.point") is None
    person.press("ferritin.keys")
    press(person, "ferritin", "7.5")
    assert answers()["ferritin"] == 7.5


def test_a_year_needs_no_keyboard_either(person, answers):
    person.press("since.keys")
    press(person, "since", "2019")
    person.press("since.month.4")
    assert answers()["since"] == "2019-04"


def test_what_cannot_be_is_said_as_when_it_is_typed(person, answers, window):
    person.press("age.keys")
    press(person, "age", "999")
    assert "age" not in answers()
    window.findChild(QWidget, "next").setFocus()
    assert "Please write a whole number from 0 to 120." in person.reads()
    press(person, "age", "<")
    assert "Please write a whole number" not in person.reads()
    assert answers()["age"] == 99


def test_the_keys_are_brought_into_view_and_go_again(person, window):
    window.resize(1024, 600)
    person.press("ferritin.keys")
    area = window.page.parentWidget().parentWidget()
    for key in keys_of(window):
        box = QRect(key.mapTo(area, QPoint()), key.size())
        assert area.rect().contains(box)
    person.press("ferritin.keys")
    assert keys_of(window) == []


def test_keys_and_what_they_write_are_told(person, window, monkeypatch):
    said = []
    monkeypatch.setattr(
        "rls_wizard.ui.answers.keypad.announce", lambda widget, text: said.append(text)
    )
    assert name_of(window.findChild(QWidget, "age.keys")) == f"Number keys: {NUMBERS}"
    person.press("ferritin.keys")
    assert [name_of(key) for key in keys_of(window)] == [*"123456789", "Point", "0", "Delete"]
    press(person, "ferritin", "75<<")
    assert said == ["7", "75", "7", "Empty"]


def test_a_place_without_a_keyboard_has_them_open_at_once(qtbot, window, person):
    asked = window.page.findChild(QWidget, "age")
    widget = make_answer(asked.item, asked.asking._replace(keypad=True))
    qtbot.addWidget(widget)
    assert widget.findChild(Key, "age.key.5").isVisibleTo(widget)
    assert widget.draft() is None
    widget.findChild(QAbstractButton, "age.keys").click()
    assert not widget.findChild(Key, "age.key.5").isVisibleTo(widget)


def test_for_who_reads_from_the_right_the_digits_go_on_from_the_left(person, window):
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    person.press("age.keys")
    window.grab()
    left = [window.findChild(Key, f"age.key.{n}").mapTo(window, QPoint()).x() for n in "123"]
    assert left == sorted(left)
    last, frame = (window.findChild(QWidget, f"age.{n}") for n in ("key.3", "value"))
    ends = [w.mapTo(window, w.rect().topRight()).x() for w in (last, frame.parentWidget())]
    assert ends[0] == ends[1]
