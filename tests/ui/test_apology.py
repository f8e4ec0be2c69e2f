"""A person is told of a fault of the program: calmly, in the window, and not for ever."""

import errno
import os
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from rls_wizard.crash import Fault
from rls_wizard.crash.trail import trail
from rls_wizard.handover import save
from rls_wizard.handover.reports import Reports
from rls_wizard.settings import NO
from rls_wizard.ui import apology as apology_
from rls_wizard.ui import style
from rls_wizard.ui.apology import Apology
from rls_wizard.ui.facts import facts
from rls_wizard.ui.last_word import show_last_word
from rls_wizard.ui.pages import Pages
from rls_wizard.ui.words import Heading
from tests.ui.test_faults import broken

NUMBERS = "How much does it bother you?"
TITLE = "Something went wrong"
LAST_WORD = "Something went wrong in the program. If it happens again"
FAULT = Fault("RuntimeError at\n  rls_wizard/ui/visit.py:7 in record\n", felt=True)
OTHER = Fault("ValueError at\n  rls_wizard/ui/visit.py:8 in record\n", felt=True)
QUIET = Fault("KeyError at\n  rls_wizard/ui/visit.py:9 in __del__\n", felt=False)


@pytest.fixture
def reports(tmp_path):
    return Reports(tmp_path / "data" / "reports")


@pytest.fixture
def apology(wizard, display, reports):
    """Tells the person at the window of faults."""
    return Apology(wizard.parent(), display, reports, lambda: wizard)


@pytest.fixture
def heard(monkeypatch):
    """Return what was said to who cannot see."""
    said = []
    monkeypatch.setattr(apology_, "announce", lambda _, text: said.append(text))
    return said


# What is said ------------------------------------------------------------------------------------


def test_it_is_told_on_a_page_and_one_goes_on_where_one_was(person, apology, heard, answers):
    person.begin()
    person.choose("urge", "no")
    apology.take(FAULT)
    read = person.reads()
    assert TITLE in read
    assert "Your answers are still here. You can go on." in read
    assert "If it happens again, close the program and start it again." in read
    assert "It holds no answer and no name." in read
    assert heard == [f"{TITLE}. Your answers are still here. You can go on."]
    person.press("fault.go_on")
    assert person.chosen("urge", "no")
    assert answers() == {"urge": "no"}


def test_what_looks_chosen_afterwards_was_written_down(person, wizard, apology, monkeypatch, qtbot):
    person.begin()
    with monkeypatch.context() as patch, qtbot.capture_exceptions() as caught:
        patch.setattr(type(wizard), "_write", broken)
        person.choose("urge", "no")
    assert person.chosen("urge", "no")
    apology.take(Fault(trail(caught[0][1]), felt=True))
    person.press("fault.go_on")
    assert not person.chosen("urge", "no")


def test_what_is_half_typed_is_there_again(at, apology):
    person = at(NUMBERS)
    person.enter("age", "4x")
    apology.take(FAULT)
    person.press("back")
    assert person.entered("age") == "4x"


def test_the_report_can_be_read_and_copied_and_lies_where_the_page_says(person, apology, reports):
    person.begin()
    person.choose("urge", "no")
    apology.take(FAULT)
    [kept] = reports.kept()
    assert str(reports.folder) in person.reads().replace("\u200b", "")
    person.press("report.copy")
    assert "Copied. You can now paste it." in person.reads()
    person.press("report.show")
    shown = apology._window.page.findChild(QPlainTextEdit)  # noqa: SLF001
    assert shown.toPlainText() == kept.text == QGuiApplication.clipboard().text()
    assert shown.accessibleName() == "Show the report"
    assert "part: on the way" in kept.text
    assert FAULT.trail in kept.text


@pytest.mark.parametrize("keep", [True, False])
def test_it_says_whether_answers_are_kept(person, apology, display, keep):
    if not keep:
        display.change(keep=NO)
    apology.take(FAULT)
    assert ("are offered to you then" in person.reads()) is keep
    assert ("Save your summary first" in person.reads()) is not keep


def test_on_a_full_disk_it_says_that_nothing_is_kept_and_can_still_be_copied(
    person, apology, reports, monkeypatch
):
    def refuse(_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(save.os, "fsync", refuse)
    apology.take(FAULT)
    assert TITLE in person.reads()
    assert "It is not kept on this computer." in person.reads()
    person.press("report.copy")
    assert FAULT.trail in QGuiApplication.clipboard().text()
    assert reports.kept() == ()


def test_where_nothing_may_be_kept_nothing_is(person, wizard, display, tmp_path):
    Apology(wizard.parent(), display, None, lambda: wizard).take(FAULT)
    assert "It is not kept on this computer." in person.reads()
    assert list(tmp_path.iterdir()) == []


def test_before_there_are_questions_it_says_to_start_again(person, window, display, qtbot):
    Apology(window, display, None, lambda: None).take(FAULT)
    assert "Please close the program and start it again." in person.reads()
    assert not window.header.isVisible()
    with qtbot.waitSignal(window.closing):
        person.press("fault.close")


# It covers nothing, and stops nobody -------------------------------------------------------------


def test_what_is_urgent_stays_above_it(at, apology, window):
    person = at("Is any of this new?")
    person.choose("rf.01", "yes")
    person.press("next")
    person.choose("rf.01", "yes")
    person.press("next")
    assert person.offered("go_on")
    assert not window.strip.isVisible()
    apology.take(FAULT)
    assert TITLE in person.reads()
    assert window.strip.isVisible()
    person.press("fault.go_on")
    assert person.offered("go_on")


def test_it_goes_by_keys(person, apology, window, qtbot):
    qtbot.waitActive(window)
    apology.take(FAULT)
    assert QApplication.focusWidget().text() == TITLE

    def key(which):
        QTest.keyClick(window.windowHandle(), which)
        return QApplication.focusWidget()

    assert key(Qt.Key.Key_Tab).objectName() == "fault.go_on"
    assert key(Qt.Key.Key_Tab).objectName() == "report.copy"
    assert key(Qt.Key.Key_Tab).objectName() == "report.show"
    key(Qt.Key.Key_Space)
    assert isinstance(key(Qt.Key.Key_Tab), QPlainTextEdit)
    key(Qt.Key.Key_Escape)
    key(Qt.Key.Key_Escape)
    assert person.offered("answered_by.self")


def test_it_stays_in_another_size_and_the_text_is_as_large(person, apology, window, display):
    apology.take(FAULT)
    display.change(text_size=300)
    assert TITLE in person.reads()
    heading = window.page.findChild(Heading)
    assert heading.font().pixelSize() > 2 * style.base_font().pixelSize()


def test_under_the_cover_nothing_is_seen_of_it(person, apology, window):
    window.hide_now()
    apology.take(FAULT)
    assert TITLE not in person.reads()
    window.lift_cover()
    assert TITLE in person.reads()


# Many faults -------------------------------------------------------------------------------------


def test_further_faults_do_not_pile_up(person, apology, reports, heard):
    apology.take(FAULT)
    page = apology._window.page  # noqa: SLF001
    apology.take(OTHER)
    apology.take(FAULT)
    assert apology._window.page is page  # noqa: SLF001
    assert len(heard) == 1
    assert len(reports.kept()) == 2
    person.press("fault.go_on")
    assert TITLE not in person.reads()
    apology.take(OTHER)
    assert TITLE in person.reads()


def test_what_fails_again_and_again_meanwhile_is_not_told_any_more(person, apology):
    for _ in range(3):
        apology.take(FAULT)
    person.press("fault.go_on")
    apology.take(FAULT)
    assert TITLE not in person.reads()


def test_the_second_time_it_says_so(person, apology):
    for _ in range(2):
        apology.take(FAULT)
        said = person.reads()
        person.press("fault.go_on")
    assert "It happened again." in said
    assert "Please close the program when you can, and start it again." in said


def test_a_storm_floods_neither_screen_nor_disk(person, apology, reports, heard):
    for number in range(2_000):
        apology.take(FAULT)
        apology.take(Fault(f"ValueError at\n  rls_wizard/a.py:{number} in f\n", felt=True))
        if person.offered("fault.go_on") and number % 100 == 99:
            person.press("fault.go_on")
    assert len(reports.kept()) == 5
    assert len(heard) == 5


def test_what_nobody_waits_for_is_written_and_not_told(person, apology, reports):
    apology.take(QUIET)
    assert TITLE not in person.reads()
    assert QUIET.trail in reports.kept()[0].text


def test_a_page_that_cannot_be_built_any_more_can_be_left(at, apology, monkeypatch, qtbot, answers):
    person = at(NUMBERS)
    before = answers()
    apology.take(FAULT)
    with monkeypatch.context() as patch, qtbot.capture_exceptions() as caught:
        patch.setattr(Pages, "build", broken)
        person.press("fault.go_on")
    assert len(caught) == 1
    assert "It happened again." in person.reads()
    apology.take(Fault(trail(caught[0][1]), felt=True))
    person.press("fault.back")
    assert TITLE not in person.reads()
    assert answers() == before
    person.press("next")
    assert NUMBERS in person.reads()


def test_where_the_page_itself_fails_one_sentence_is_said(person, apology, monkeypatch, capsys):
    monkeypatch.setattr(apology_, "ReportBox", broken)
    for _ in range(3):
        apology.take(FAULT)
    read = person.reads()
    assert read.count(LAST_WORD) == 1
    assert person.offered("answered_by.self")
    assert "planted" not in capsys.readouterr().err


def test_where_no_window_could_be_made_a_sentence_stands_alone(qtbot):
    label = show_last_word(None)
    qtbot.addWidget(label)
    assert "The program cannot start." in label.text()
    assert label.isVisible()


@pytest.mark.parametrize("place", ["first page", "on the way", "at the end", "beside the way"])
def test_a_report_says_in_which_part_one_was_and_not_on_which_page(at, wizard, display, place):
    if place == "on the way":
        at(NUMBERS)
    elif place == "at the end":
        at("Check your answers")
    elif place == "beside the way":
        at("Check your answers").opens("settings")
    assert facts(display, wizard).part == place


# On a kiosk, where nobody can close the program --------------------------------------------------


@pytest.fixture
def ended():
    """How often the process was to end."""
    return []


@pytest.fixture
def in_a_room(wizard, display, ended):
    """Tells the person at a kiosk of faults."""
    return Apology(wizard.parent(), display, None, lambda: wizard, partial(ended.append, "crash"))


def test_on_a_kiosk_one_goes_on_and_reads_no_report(person, in_a_room, answers, capsys):
    person.begin()
    person.choose("urge", "no")
    in_a_room.take(FAULT)
    read = person.reads()
    assert "Your answers are still here. You can go on." in read
    assert "If it happens again, please ask at the desk." in read
    assert "RuntimeError" not in read
    assert "close" not in read
    assert "RuntimeError at" in capsys.readouterr().err
    person.press("fault.go_on")
    assert answers() == {"urge": "no"}


def test_on_a_kiosk_a_page_that_cannot_be_built_can_be_left_or_the_visit_ended(
    at, in_a_room, monkeypatch, qtbot, ended
):
    person = at(NUMBERS)
    in_a_room.take(FAULT)
    with monkeypatch.context() as patch, qtbot.capture_exceptions():
        patch.setattr(Pages, "build", broken)
        person.press("fault.go_on")
    assert person.offered("fault.back")
    assert not person.offered("fault.close")
    assert ended == []
    person.press("fault.end")
    assert ended == ["crash"]


def test_on_a_kiosk_a_fault_before_there_is_a_visit_ends_the_process(wizard, display, ended):
    crash = partial(ended.append, "crash")
    Apology(wizard.parent(), display, None, lambda: None, crash).take(FAULT)
    assert ended == ["crash"]


def test_on_a_kiosk_a_fault_that_cannot_be_told_ends_the_process(in_a_room, monkeypatch, ended):
    monkeypatch.setattr(apology_, "ApologyPage", broken)
    in_a_room.take(FAULT)
    assert ended == ["crash"]
