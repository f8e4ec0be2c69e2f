"""A repeating group: rows that are added, filled in and taken out."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from rls_wizard.ui.answers import group


@pytest.fixture
def person(at):
    return at("What do you take?")


@pytest.fixture
def pills(answers):
    return lambda: answers().get("pills")


def test_a_row_holds_its_own_answers(person, pills):
    person.press("pills.add")
    person.enter("pills.name.0", "Tea")
    person.choose("pills.from.0", "doctor")
    person.press("pills.add")
    person.enter("pills.name.1", "Iron")
    assert pills() == ({"pills.name": "Tea", "pills.from": "doctor"}, {"pills.name": "Iron"})


def test_a_row_is_taken_out_and_the_others_keep_their_answers(person, pills):
    for number, name in enumerate(["Tea", "Iron"]):
        person.press("pills.add")
        person.enter(f"pills.name.{number}", name)
    person.press("pills.0.remove")
    assert pills() == ({"pills.name": "Iron"},)
    assert person.typed() == ["Iron"]


def test_a_question_in_a_row_follows_that_row(person):
    person.press("pills.add")
    person.press("pills.add")
    person.choose("pills.from.1", "shop")
    assert person.offered("pills.shop.1.yes")
    assert not person.offered("pills.shop.0.yes")


def test_each_row_has_to_be_filled_in(person):
    person.press("pills.add")
    person.press("pills.add")
    person.choose("where", "left")
    person.enter("pills.name.0", "Tea")
    person.choose("pills.from.0", "doctor")
    person.press("next")
    assert person.offered("pills.from.1.gap")
    assert not person.offered("pills.from.0.gap")


def test_none_is_taken_back_by_a_row(person, pills):
    person.choose("pills", "none")
    assert pills() == ()
    person.press("pills.add")
    assert pills() == ({},)
    person.press("pills.0.remove")
    assert not person.chosen("pills", "none")


def test_who_has_no_more_to_add_cannot_lose_all_rows(person):
    ways = ("pills.none", "pills.asked-unknown")
    assert all(map(person.offered, ways))
    person.press("pills.add")
    assert not any(map(person.offered, ways))
    person.press("pills.0.remove")
    assert all(map(person.offered, ways))


def test_rows_are_there_when_coming_back(person):
    person.choose("where", "left")
    person.choose("mood", "good")
    person.press("pills.add")
    person.enter("pills.name.0", "Tea")
    person.choose("pills.from.0", "asked-unknown")
    person.press("next")
    person.press("back")
    assert person.entered("pills.name.0") == "Tea"
    assert person.chosen("pills.from.0", "asked-unknown")


def test_there_is_an_end_to_adding(person, monkeypatch):
    monkeypatch.setattr(group, "MOST_ROWS", 2)
    person.press("pills.add")
    assert person.offered("pills.add")
    person.press("pills.add")
    assert not person.offered("pills.add")
    person.press("pills.0.remove")
    assert person.offered("pills.add")


def test_a_line_in_a_row_takes_no_more_than_an_answer_may_have(person, pills):
    person.press("pills.add")
    person.enter("pills.name.0", "x" * 90)
    assert pills() == ({"pills.name": "x" * 80},)


def test_a_full_line_says_so_quietly(person, window):
    told = "At most 80 characters."
    person.press("pills.add")
    person.enter("pills.name.0", "x" * 79)
    assert told not in person.reads()
    person.enter("pills.name.0", "x" * 80)
    assert told in person.reads()
    assert described(window, "pills.name.0.value") == told
    person.press("pills.add")
    person.enter("pills.name.0", "x")
    assert told not in person.reads()


def test_a_gap_in_a_row_leads_there_after_rows_came_and_went(person):
    person.press("pills.add")
    person.press("pills.add")
    person.press("next")
    person.press("pills.0.remove")
    assert not person.offered("pills.from.1.gap")
    person.press("pills.from.0.gap")
    assert QApplication.focusWidget().objectName() == "pills.from.0.doctor"
    person.choose("pills.from.0", "doctor")
    assert not person.offered("pills.from.0.gap")
    assert person.offered("where.gap")


def test_a_gap_in_a_row_says_whose_it_is(person):
    person.press("pills.add")
    person.press("pills.add")
    person.enter("pills.name.1", "Tea")
    person.press("next")
    words = person.reads().splitlines()
    assert {"Pill 1: Name", "Pill 1: Where is it from?", "Tea: Where is it from?"} <= set(words)
    assert "Where do you feel it?" in words


def test_gaps_stand_in_the_order_of_the_page(person, window):
    for _ in range(2):
        person.press("pills.add")
    person.press("next")
    lines = window.findChild(QWidget, "gaps").findChildren(QAbstractButton)
    assert [line.text() for line in lines] == [
        "Where do you feel it?",
        "How is your mood?",
        "Pill 1: Name",
        "Pill 1: Where is it from?",
        "Pill 2: Name",
        "Pill 2: Where is it from?",
    ]


def test_a_gap_follows_its_row(person):
    for number, name in enumerate(["Tea", "Iron"]):
        person.press("pills.add")
        person.enter(f"pills.name.{number}", name)
    person.press("next")
    person.press("pills.0.remove")
    assert "Iron: Where is it from?" in person.reads()
    assert "Tea: Where is it from?" not in person.reads()


def fill_row(person, number, name):
    person.press("pills.add")
    person.enter(f"pills.name.{number}", name)
    person.choose(f"pills.from.{number}", "doctor")


def top(window, name):
    return window.findChild(QWidget, name).mapTo(window.page, QPoint()).y()


def described(window, name):
    field = QAccessible.queryAccessibleInterface(window.findChild(QWidget, name))
    return field.text(QAccessible.Text.Description)


def focused():
    return QApplication.focusWidget().objectName()


def test_a_new_row_is_ready_to_be_typed_in(person):
    person.press("pills.add")
    assert "Pill 1" in person.reads()
    assert focused() == "pills.name.0.value"


def test_a_complete_row_folds_to_one_line(person, window):
    fill_row(person, 0, "Tea")
    assert person.offered("pills.name.0.value")
    person.press("pills.0.done")
    assert not person.offered("pills.name.0.value")
    assert "A doctor" in person.reads()
    assert focused() == "pills.add"
    name = QAccessible.Text.Name
    buttons = [window.findChild(QAbstractButton, f"pills.0.{b}") for b in ("change", "remove")]
    told = [QAccessible.queryAccessibleInterface(button).text(name) for button in buttons]
    assert told == ["Change: Tea", "Remove: Tea"]
    person.press("pills.0.change")
    assert person.entered("pills.name.0") == "Tea"
    assert focused() == "pills.name.0.value"


def test_an_incomplete_row_is_not_done_and_says_why(person):
    person.press("pills.add")
    person.press("pills.0.done")
    assert "Please answer this." in person.reads()
    assert person.offered("pills.name.0.value")
    person.enter("pills.name.0", "Tea")
    person.choose("pills.from.0", "doctor")
    assert "Please answer this." not in person.reads()


def test_adding_folds_what_is_complete_and_only_that(person):
    fill_row(person, 0, "Tea")
    person.press("pills.add")
    person.press("pills.add")
    assert not person.offered("pills.name.0.value")
    assert person.offered("pills.name.1.value")


def test_what_was_removed_can_be_put_back(person, pills):
    fill_row(person, 0, "Tea")
    fill_row(person, 1, "Iron")
    before = pills()
    person.press("pills.0.remove")
    assert "Removed: Tea" in person.reads()
    assert focused() == "pills.undo"
    person.press("pills.0.remove")
    assert pills() is None
    person.press("pills.undo")
    person.press("pills.undo")
    assert pills() == before
    assert not person.offered("pills.undo")


def test_a_row_is_put_back_in_place_of_none(person, pills):
    fill_row(person, 0, "Tea")
    before = pills()
    person.press("pills.0.remove")
    person.choose("pills", "none")
    person.press("pills.undo")
    assert pills() == before
    assert not person.chosen("pills", "none")


def test_the_way_back_stands_where_the_row_stood(person, window, qtbot):
    for number, name in enumerate(["Tea", "Iron " * 15, "Salt"]):
        fill_row(person, number, name)
        person.press(f"pills.{number}.done")
    second, third = (
        top(window, f"pills.{n}.remove") - top(window, "pills.0.remove") for n in (1, 2)
    )
    person.press("pills.1.remove")

    def nothing_moved():
        first = top(window, "pills.0.remove")
        assert top(window, "pills.undo") - first == second
        assert top(window, "pills.1.remove") - first == third

    qtbot.waitUntil(nothing_moved)


def test_rows_are_folded_when_coming_back(person):
    person.choose("where", "left")
    person.choose("mood", "good")
    fill_row(person, 0, "Tea")
    person.press("next")
    person.press("back")
    assert not person.offered("pills.name.0.value")
    assert "Tea" in person.reads()


def test_a_field_in_a_row_is_named(person, window):
    person.press("pills.add")
    field = QAccessible.queryAccessibleInterface(window.findChild(object, "pills.name.0.value"))
    assert field.text(QAccessible.Text.Name) == "Name"


def test_change_brings_the_row_into_view(person, window):
    window.resize(800, 420)
    for number, name in enumerate(("Tea", "Zest")):
        person.press("pills.add")
        person.enter(f"pills.name.{number}", name)
        person.choose(f"pills.from.{number}", "doctor")
        person.press(f"pills.{number}.done")
    person.press("pills.1.change")
    field = window.findChild(QWidget, "pills.name.1.value")
    assert QApplication.focusWidget() is field
    place = field.mapTo(window, field.rect().bottomLeft()).y()
    assert place < window.findChild(QWidget, "next").mapTo(window, QPoint(0, 0)).y()


def test_a_new_row_comes_into_view_at_once(person, window):
    window.resize(800, 420)
    for number, name in enumerate(("Tea", "Zest", "Rest")):
        fill_row(person, number, name)
        person.press(f"pills.{number}.done")
    window.findChild(QAbstractButton, "pills.add").click()
    title = window.findChild(QWidget, "pills.3.remove")
    assert 0 < title.mapTo(window, QPoint(0, 0)).y() < window.height() / 3
    assert not window.findChild(QWidget, "pills.name.3.value").visibleRegion().isEmpty()


def test_enter_after_a_name_does_not_leave_the_page(person, window, qtbot):
    person.press("pills.add")
    field = window.findChild(QWidget, "pills.name.0.value")
    qtbot.keyClicks(field, "Tea")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is field
    assert not person.offered("gaps")
