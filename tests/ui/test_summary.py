"""Saving the summary, and what can go wrong."""

import sys

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QMessageBox

from rls_wizard.handover import save
from rls_wizard.ui import saving
from rls_wizard.ui.ending import Ending
from rls_wizard.ui.pdf_job import PdfJob
from rls_wizard.ui.summary_page import choose_file

ECHO = "import sys; sys.stdout.buffer.write(b'%PDF ' + sys.stdin.buffer.read())"
BREAK = "import sys; sys.stdin.read(); sys.exit(2)"
HANG = "import sys; sys.stdin.read(); import time; time.sleep(60)"


@pytest.fixture
def child(monkeypatch):
    """Put a few lines of Python in place of the child that makes the PDF."""

    def run(code):
        monkeypatch.setattr(saving, "summary_command", lambda: [sys.executable, "-c", code])

    return run


@pytest.fixture
def person(at):
    person = at("Check your answers")
    person.go_to("Your summary")
    return person


def test_the_summary_is_saved(person, child, shown, tmp_path):
    child(ECHO)
    person.press("done")
    assert person.offered("done.yes")
    person.press("save")
    shown("message")
    assert '"urge": "no"' in (tmp_path / "summary.pdf").read_text()
    assert not person.offered("done.yes")
    assert "Saved as" in person.reads()


def test_after_saving_done_asks_nothing(person, child, shown):
    child(ECHO)
    person.press("save")
    shown("message")
    person.press("done")
    assert "Your answers are forgotten." in person.reads()


def test_a_child_that_fails_is_told(person, child, shown, tmp_path):
    child(BREAK)
    person.press("save")
    shown("save.fault")
    assert "The summary could not be made" in person.reads()
    assert not (tmp_path / "summary.pdf").exists()


def test_trying_again_is_offered_only_where_it_can_help(person, child, shown):
    child(BREAK.replace("2", "1"))
    person.press("save")
    shown("save.fault")
    assert "Please try again." in person.reads()
    child(BREAK)
    person.press("save")
    shown("save.fault")
    assert "The summary could not be made from these answers." in person.reads()
    assert "try again" not in person.reads()


def test_a_child_that_does_not_start_is_told(person, shown, monkeypatch):
    monkeypatch.setattr(saving, "summary_command", lambda: ["/no/such/program"])
    person.press("save")
    shown("save.fault")


def test_a_file_that_cannot_be_written_is_told(person, child, shown, monkeypatch):
    def refuse(path, data):
        raise save.SaveError("The disk is full.")

    child(ECHO)
    monkeypatch.setattr(saving, "save", refuse)
    person.press("save")
    shown("save.fault")
    assert "The disk is full." in person.reads()


def test_cancel_ends_the_child(person, child, wizard, tmp_path):
    child(HANG)
    person.press("save")
    assert person.offered("cancel")
    person.press("cancel")
    assert not person.offered("cancel")
    assert wizard.findChild(PdfJob).running is False
    person.press("save")


def test_closing_the_window_ends_the_child(person, child, wizard, window):
    child(HANG)
    person.press("save")
    job = wizard.findChild(PdfJob)
    window.close()
    assert job.running is False


@pytest.fixture
def at_dialog(open_visit, little, meet, qtbot):
    """Press save, and do something to the dialog that opens."""

    def press_save(act):
        person = meet(open_visit(little, choose_file=choose_file))
        person.begin()
        person.go_to("Your summary")
        QTimer.singleShot(0, lambda: act(QApplication.activeModalWidget()))
        person.press("save")
        return person

    return press_save


def test_choosing_no_file_changes_nothing(at_dialog):
    assert not at_dialog(QFileDialog.reject).offered("cancel")


def test_the_suggested_name_tells_nothing(at_dialog):
    asked = []

    def look(dialog):
        asked.extend(dialog.selectedFiles())
        dialog.reject()

    at_dialog(look)
    assert asked[0].endswith("rls-summary-2026-11-22.pdf")


def test_no_file_is_replaced_unasked(at_dialog, tmp_path):
    (tmp_path / "visit.pdf").write_text("before")
    asked = []

    def refuse(dialog):
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            asked.append(box.text())
            box.reject()
        dialog.reject()

    def accept(dialog):
        dialog.setDirectory(str(tmp_path))
        dialog.findChild(QLineEdit, "fileNameEdit").setText("visit")
        QTimer.singleShot(0, lambda: refuse(dialog))
        dialog.accept()

    at_dialog(accept)
    assert "visit.pdf already exists" in asked[0]
    assert (tmp_path / "visit.pdf").read_text() == "before"


@pytest.fixture
def shown(qtbot, window):
    """Wait until a message is shown."""

    def wait(name):
        label = window.findChild(QLabel, name)
        qtbot.waitUntil(label.isVisible, timeout=10_000)

    return wait


@pytest.mark.parametrize("waits", [True, False])
def test_after_going_back_and_forth_answers_are_still_forgotten(
    person, child, shown, wizard, waits
):
    child(ECHO if waits else HANG)
    person.press("save")
    if waits:
        shown("message")
    back_and_forth(person)
    person.press("done")
    person.press("done.yes")
    assert dict(wizard.response.answers) == {}
    assert "Your answers are forgotten." in person.reads()


def test_it_can_be_saved_again_after_going_back_and_forth(person, child, shown, tmp_path):
    child(ECHO)
    person.press("save")
    shown("message")
    (tmp_path / "summary.pdf").unlink()
    back_and_forth(person)
    person.press("save")
    shown("message")
    assert (tmp_path / "summary.pdf").exists()


def back_and_forth(person):
    for way in ("back", "next"):
        person.press(way)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_going_back_ends_the_child(person, child, wizard, window, qtbot):
    child(HANG)
    person.press("save")
    job = wizard.findChild(PdfJob)
    person.press("back")
    assert job.running is False
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    window.close()


def test_answers_are_forgotten_even_if_the_saving_cannot_be_ended(person, wizard, monkeypatch):
    def fail(self):
        raise RuntimeError("planted")

    with monkeypatch.context() as patch:
        patch.setattr(Ending, "stop", fail)
        with pytest.raises(RuntimeError):
            wizard.restart()
    assert dict(wizard.response.answers) == {}
