"""What a remedy contains is proposed while its name is typed; the person alone confirms."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget

from tests.ui.conftest import LITTLE, speak_of
from tests.ui.holders import holders_of

CANARY = "canary-5518"
UNKNOWN = "We do not know this name. That is fine: it is kept as you typed it."
ASKED = "Is it one of these? Tick what it contains."
DIPHENHYDRAMINE = "Contains diphenhydramine?"
KIND = "What is it for?"
NAME = "remedies.name.0.value"


@pytest.fixture(scope="session")
def speaking(tmp_path_factory):
    """Return the little content with a list of medicines."""
    return speak_of(tmp_path_factory.mktemp("content"), LITTLE, LITTLE.parent / "remedies")


@pytest.fixture(scope="session")
def little(speaking):
    return speaking("en")[0]


@pytest.fixture
def person(at):
    person = at("Which remedies do you take?")
    person.press("remedies.add")
    return person


@pytest.fixture
def remedies(answers):
    return lambda: answers().get("remedies")


@pytest.fixture
def type_on(window):
    """Type on in the first name, without leaving it."""

    def type_more(text):
        field = window.findChild(QWidget, NAME)
        field.setFocus()
        QTest.keyClicks(field, text)

    return type_more


def tick(person, *codes, row=0):
    person.choose(f"remedies.contains.{row}", "+".join(codes))


# With a mouse ------------------------------------------------------------------------------------


def test_who_misspells_a_name_ticks_what_it_contains(person, remedies):
    person.enter("remedies.name.0", "difenhydramin")
    assert ASKED in person.reads()
    assert DIPHENHYDRAMINE in person.reads()
    assert KIND in person.reads()
    tick(person, "diphenhydramine")
    assert KIND not in person.reads()
    assert remedies() == (
        {"remedies.name": "difenhydramin", "remedies.contains": ("diphenhydramine",)},
    )


def test_a_tick_can_be_taken_back(person, remedies):
    person.enter("remedies.name.0", "diphenhydramine")
    tick(person, "diphenhydramine")
    tick(person, "diphenhydramine")
    assert KIND in person.reads()
    assert remedies() == ({"remedies.name": "diphenhydramine"},)


def test_nothing_counts_that_is_only_proposed(person, type_on, remedies, qtbot):
    type_on("diphenhydramine")
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        qtbot.keyClick(QApplication.focusWidget(), key)
    person.press("next")
    assert person.offered("remedies.kind.0.gap")
    assert remedies() == ({"remedies.name": "diphenhydramine"},)


def test_a_brand_says_its_country_and_what_it_contains(person, remedies):
    person.enter("remedies.name.0", "Restwell")
    assert "Restwell (Another country): contains diphenhydramine?" in person.reads()
    tick(person, "diphenhydramine")
    assert remedies()[0]["remedies.contains"] == ("diphenhydramine",)


def test_a_brand_may_hold_two(person, remedies):
    person.enter("remedies.name.0", "Painawake")
    tick(person, "paracetamol", "diphenhydramine")
    assert remedies()[0]["remedies.contains"] == ("paracetamol", "diphenhydramine")
    tick(person, "paracetamol", "diphenhydramine")
    assert "remedies.contains" not in remedies()[0]


def test_another_name_of_a_substance_says_which_it_is(person):
    person.enter("remedies.name.0", "acetaminophen")
    assert "acetaminophen: contains paracetamol?" in person.reads()


def test_a_brand_that_nobody_checked_is_not_proposed(person):
    person.enter("remedies.name.0", "Unseen")
    assert "mirtazapine" not in person.reads()


def test_an_unknown_name_is_kept_as_it_was_typed(person, remedies):
    person.enter("remedies.name.0", "Zzyzx  Drops ")
    assert UNKNOWN in person.reads()
    assert ASKED not in person.reads()
    assert KIND in person.reads()
    assert remedies() == ({"remedies.name": "Zzyzx  Drops"},)
    assert person.entered("remedies.name.0") == "Zzyzx  Drops "


def test_two_letters_are_too_few_to_say_anything(person):
    person.enter("remedies.name.0", "Zz")
    assert UNKNOWN not in person.reads()
    assert ASKED not in person.reads()


def test_what_is_ticked_stays_while_the_name_is_typed_on(person, remedies):
    person.enter("remedies.name.0", "diphenhydramine")
    tick(person, "diphenhydramine")
    person.enter("remedies.name.0", "paracetamol")
    assert person.chosen("remedies.contains.0", "diphenhydramine")
    assert not person.chosen("remedies.contains.0", "paracetamol")
    tick(person, "paracetamol")
    assert remedies()[0]["remedies.contains"] == ("diphenhydramine", "paracetamol")
    person.enter("remedies.name.0", "P")
    tick(person, "diphenhydramine")
    assert remedies()[0]["remedies.contains"] == ("paracetamol",)


def test_half_of_a_brand_can_be_taken_back(person, remedies):
    person.enter("remedies.name.0", "Painawake")
    tick(person, "paracetamol", "diphenhydramine")
    person.enter("remedies.name.0", "paracetamol")
    tick(person, "diphenhydramine")
    assert person.chosen("remedies.contains.0", "paracetamol")
    assert remedies()[0]["remedies.contains"] == ("paracetamol",)


def test_the_folded_row_says_what_it_contains(person):
    person.enter("remedies.name.0", "Restwell")
    person.choose("remedies.kind.0", "other")
    tick(person, "diphenhydramine")
    person.choose("remedies.from.0", "shop")
    person.press("remedies.0.done")
    assert "Contains: diphenhydramine \u00b7 A shop" in person.reads().splitlines()
    person.press("remedies.0.change")
    assert person.chosen("remedies.contains.0", "diphenhydramine")


def test_a_row_whose_last_tick_goes_asks_again(person):
    person.enter("remedies.name.0", "Restwell")
    tick(person, "diphenhydramine")
    person.choose("remedies.from.0", "shop")
    tick(person, "diphenhydramine")
    person.press("remedies.0.done")
    assert person.offered("remedies.kind.0.other")
    assert "Please answer this" in person.reads()


# What follows ------------------------------------------------------------------------------------


@pytest.mark.parametrize("ticked", [True, False])
def test_a_caution_comes_only_after_the_tick(person, ticked):
    person.enter("remedies.name.0", "Restwell")
    if ticked:
        tick(person, "diphenhydramine")
    else:
        person.choose("remedies.kind.0", "other")
    person.choose("remedies.from.0", "shop")
    person.go_to("Your result")
    assert ("Ask a pharmacist about Restwell." in person.reads()) == ticked


def test_a_change_on_the_review_leads_back_to_the_ticks(person):
    person.enter("remedies.name.0", "Restwell")
    tick(person, "diphenhydramine")
    person.choose("remedies.from.0", "shop")
    person.go_to("Is everything right?")
    assert "Contains: diphenhydramine; Where is it from?: A shop" in person.reads()
    person.press("remedies.change")
    person.press("remedies.0.change")
    assert person.chosen("remedies.contains.0", "diphenhydramine")


# With keys ---------------------------------------------------------------------------------------


def test_keys_are_enough(person, type_on, remedies, qtbot):
    type_on("difenhydramin")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert focused() == "remedies.contains.0.diphenhydramine"
    assert "remedies.contains" not in remedies()[0]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert remedies()[0]["remedies.contains"] == ("diphenhydramine",)
    assert focused() == "remedies.contains.0.diphenhydramine"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert focused() == "remedies.from.0.doctor"


def test_a_screen_reader_hears_what_is_proposed(person, type_on, window):
    type_on("Painawak")
    ticks = window.findChild(QAbstractButton, "remedies.contains.0.paracetamol+diphenhydramine")
    told = QAccessible.queryAccessibleInterface(ticks)
    words = "Painawake (Another country): contains paracetamol, diphenhydramine?"
    assert told.text(QAccessible.Text.Name) == words
    box = QAccessible.queryAccessibleInterface(window.findChild(QWidget, "remedies.contains.0"))
    assert box.text(QAccessible.Text.Name) == ASKED


def test_proposals_are_announced_once(person, type_on, monkeypatch):
    said = []
    monkeypatch.setattr(
        "rls_wizard.ui.answers.found.QAccessible.updateAccessibility",
        lambda event: said.append(event.message()),
    )
    type_on("diphenhydra")
    assert said == [f"{ASKED} {DIPHENHYDRAMINE}"]
    type_on("zzzzzzzz")
    assert said[-1] == UNKNOWN


# What is on the screen ---------------------------------------------------------------------------


def test_proposals_move_neither_the_focus_nor_the_field(person, type_on, window, qtbot):
    person.press("larger")
    person.press("larger")
    window.resize(1024, 600)
    field = window.findChild(QWidget, NAME)
    area = window.findChild(QScrollArea)
    QApplication.processEvents()  # larger text lays the page out more than once
    area.ensureWidgetVisible(field)
    type_on("di")
    place = field.mapTo(window, QPoint(0, 0))
    for letter in "phenhydraminxxxxx":
        type_on(letter)
        assert focused() == NAME
        assert window.findChild(QWidget, NAME).mapTo(window, QPoint(0, 0)) == place
    assert not field.visibleRegion().isEmpty()


def test_ticks_are_used_again(person, type_on, window):
    type_on("diphenhydramine")
    first = window.findChild(QAbstractButton, "remedies.contains.0.diphenhydramine")
    person.enter("remedies.name.0", "paracetamol")
    assert window.findChild(QAbstractButton, "remedies.contains.0.paracetamol") is first


@pytest.mark.parametrize("name", ["difenhydramin", "Zzyzx", "Restwell"])
def test_another_text_size_loses_nothing(person, type_on, name):
    type_on(name)
    before = person.reads().split("\n")
    person.press("larger")
    # The step may be said in another place: beside larger buttons it has no room.
    assert sorted(filter(None, person.reads().split("\n"))) == sorted(filter(None, before))
    assert person.entered("remedies.name.0") == name


def test_another_language_loses_no_tick(person, type_on, wizard, speaking):
    type_on("Restwel")
    tick(person, "diphenhydramine")
    wizard.set_content(*speaking("qps"))
    wizard.rebuild()
    assert person.entered("remedies.name.0") == "Restwel"
    assert person.chosen("remedies.contains.0", "diphenhydramine")


def test_rows_that_are_folded_are_not_looked_for(person, window, monkeypatch):
    person.enter("remedies.name.0", "diphenhydramine")
    tick(person, "diphenhydramine")
    person.choose("remedies.from.0", "shop")
    looked = []
    monkeypatch.setattr(
        "rls_wizard.content.medicines.Finder.find",
        lambda _self, typed, _country: looked.append(typed) or (),
    )
    person.press("remedies.add")
    person.press("larger")
    assert looked == []
    person.press("remedies.0.change")
    assert looked == ["diphenhydramine"]


# Forgotten ---------------------------------------------------------------------------------------


def test_no_name_can_be_reached_once_it_is_forgotten(person, type_on):
    type_on(CANARY)
    assert holders_of(CANARY)
    person.go_to("Your summary")
    person.press("done")
    person.press("done.yes")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert holders_of(CANARY) == []


def focused():
    return QApplication.focusWidget().objectName()
