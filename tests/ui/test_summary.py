"""Saving the summary, and what can go wrong."""

import sys

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel

from rls_wizard.handover import save
from rls_wizard.ui import saving
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
    assert "The summary could not be made." in person.reads()
    assert not (tmp_path / "summary.pdf").exists()


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


def test_choosing_no_file_changes_nothing(open_visit, little, meet, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    person = meet(open_visit(little, choose_file=choose_file))
    person.begin()
    person.go_to("Your summary")
    person.press("save")
    assert not person.offered("cancel")


def test_the_suggested_name_tells_nothing(open_visit, little, meet, monkeypatch):
    asked = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *all: asked.append(all) or ("", ""))
    person = meet(open_visit(little, choose_file=choose_file))
    person.begin()
    person.go_to("Your summary")
    person.press("save")
    assert asked[0][2].endswith("rls-summary-2026-11-22.pdf")


@pytest.fixture
def shown(qtbot, window):
    """Wait until a message is shown."""

    def wait(name):
        label = window.findChild(QLabel, name)
        qtbot.waitUntil(label.isVisible, timeout=10_000)

    return wait
