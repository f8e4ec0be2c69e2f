"""Saving the summary, and what can go wrong."""

import errno
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QDir, QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QProgressBar,
    QScrollArea,
    QWidget,
)

from rls_wizard import i18n
from rls_wizard.handover import save
from rls_wizard.ui import ending, saving
from rls_wizard.ui.ending import Ending
from rls_wizard.ui.pdf_job import PdfJob
from rls_wizard.ui.picture import Picture
from rls_wizard.ui.picture_job import PictureJob
from rls_wizard.ui.progress import Progress, Stage
from rls_wizard.ui.summary_page import SummaryPage, choose_file

ECHO = "import sys; sys.stdout.buffer.write(b'%PDF ' + sys.stdin.buffer.read())"
BREAK = "import sys; sys.stdin.read(); sys.exit({code})"
HANG = "import sys; sys.stdin.read(); import time; time.sleep(60)"
WAIT = """
import os, sys, time
answers = sys.stdin.buffer.read()
while not os.path.exists({flag!r}):
    time.sleep(0.01)
sys.stdout.buffer.write(b'%PDF ' + answers)
"""


@pytest.fixture
def reach(person, child):
    """Bring the person to the summary, which a child makes that runs this code."""

    def go(code):
        child(code)
        person.begin()
        person.go_to("Save the summary")
        return person

    return go


@pytest.fixture
def shown(qtbot, window):
    """Wait until a message is shown."""

    def wait(name):
        label = window.findChild(QLabel, name)
        qtbot.waitUntil(label.isVisible, timeout=10_000)

    return wait


def test_the_summary_is_saved(reach, shown, tmp_path):
    person = reach(ECHO)
    person.press("done")
    assert person.offered("done.yes")
    person.press("save")
    shown("message")
    assert '"urge": "no"' in (tmp_path / "summary.pdf").read_text()
    assert not person.offered("done.yes")
    assert "Saved as summary.pdf" in person.reads()


def test_it_is_made_before_anybody_asks(reach, qtbot):
    person = reach(ECHO)
    qtbot.waitUntil(lambda: not person.offered("cancel"), timeout=10_000)
    person.press("save")
    assert "Saved as summary.pdf" in person.reads()


def test_saving_while_it_is_made_waits_for_it(reach, shown, tmp_path):
    flag = tmp_path / "go"
    person = reach(WAIT.format(flag=str(flag)))
    person.press("save")
    assert "It will be saved as soon as it is made." in person.reads()
    assert not (tmp_path / "summary.pdf").exists()
    flag.touch()
    shown("message")
    assert (tmp_path / "summary.pdf").exists()
    assert "as soon as" not in person.reads()


def test_control_and_s_saves(reach, shown, window, qtbot):
    reach(ECHO)
    qtbot.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    shown("message")


def test_after_saving_done_asks_nothing(reach, shown):
    person = reach(ECHO)
    person.press("save")
    shown("message")
    person.press("done")
    assert "Your answers are forgotten." in person.reads()


def test_done_can_be_taken_back(reach, wizard):
    person = reach(HANG)
    person.press("done")
    person.press("done.no")
    assert person.offered("done")
    assert not person.offered("done.yes")
    assert dict(wizard.response.answers) != {}


def test_who_waits_reads_what_is_done_and_sees_nothing_move(reach, window):
    person = reach(HANG)
    assert "Your summary is being made." in person.reads()
    assert "You can wait, or cancel: your answers stay." in person.reads()
    assert person.offered("cancel")
    assert window.findChild(QWidget, "waiting").findChild(Picture).name == "hourglass"
    assert window.findChildren(QProgressBar) == []


def test_a_child_that_fails_is_told(reach, shown, tmp_path):
    person = reach(BREAK.format(code=1))
    shown("not_made")
    assert "The summary could not be made." in person.reads()
    assert "Your answers are still here." in person.reads()
    person.press("save")
    shown("save.fault")
    assert "Nothing was saved." in person.reads()
    assert not (tmp_path / "summary.pdf").exists()


def test_trying_again_can_help(reach, shown, child):
    person = reach(BREAK.format(code=1))
    shown("not_made")
    child(ECHO)
    person.press("again")
    assert not person.offered("again")
    person.press("save")
    shown("message")


def test_trying_again_is_offered_only_where_it_can_help(reach, shown):
    person = reach(BREAK.format(code=2))
    shown("not_made")
    assert "The summary could not be made from these answers." in person.reads()
    assert not person.offered("again")


def test_a_child_that_does_not_start_is_told(person, shown, monkeypatch):
    monkeypatch.setattr(saving, "summary_command", lambda _: ["/no/such/program"])
    person.begin()
    person.go_to("Save the summary")
    shown("not_made")


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EACCES, "may not be changed"),
        (errno.ENOENT, "this place cannot be used"),
        (None, "this place cannot be used"),
    ],
)
def test_a_file_that_cannot_be_written_is_told(reach, shown, monkeypatch, code, told):
    def refuse(path, data):
        raise save.SaveError("secret/path could not be saved", code)

    monkeypatch.setattr(saving, "save", refuse)
    person = reach(ECHO)
    person.press("save")
    shown("save.fault")
    assert told in person.reads()
    assert "Your answers are still here." in person.reads()
    assert "secret" not in person.reads()
    assert person.offered("save")


def test_after_a_failed_save_another_place_can_be_chosen(reach, shown, monkeypatch):
    def refuse(path, data):
        raise save.SaveError("", errno.EACCES)

    with monkeypatch.context() as patch:
        patch.setattr(saving, "save", refuse)
        person = reach(ECHO)
        person.press("save")
        shown("save.fault")
    person.press("save")
    assert "Saved as summary.pdf" in person.reads()
    assert "may not be changed" not in person.reads()


def test_cancel_ends_the_child(reach, qtbot, wizard, tmp_path, child, shown):
    person = reach(HANG)
    qtbot.waitUntil(lambda: wizard.findChild(PdfJob) is not None)
    job = wizard.findChild(PdfJob)
    person.press("save")
    person.press("cancel")
    assert job.running is False
    assert not person.offered("cancel")
    assert "You stopped it." in person.reads()
    assert "as soon as" not in person.reads()
    child(ECHO)
    person.press("again")
    assert "You stopped it." not in person.reads()


def test_after_cancel_saving_makes_it_anew(reach, child, shown):
    person = reach(HANG)
    person.press("cancel")
    child(ECHO)
    person.press("save")
    shown("message")


def by_closing(person, wizard, speaking):
    wizard.parent().close()
    person.press("leave")


def by_going_back(person, wizard, speaking):
    person.press("back")


def by_done(person, wizard, speaking):
    person.press("done")
    person.press("done.yes")


def by_starting_again(person, wizard, speaking):
    command(wizard.parent(), "restart")
    person.press("restart")


def by_another_language(person, wizard, speaking):
    wizard.set_content(*speaking("en"))
    wizard.rebuild()


def by_another_answer(person, wizard, speaking):
    wizard.record({"urge": "yes"})
    wizard.rebuild()


LEAVING = [
    by_closing,
    by_going_back,
    by_done,
    by_starting_again,
    by_another_language,
    by_another_answer,
]


@pytest.mark.parametrize("leave", LEAVING)
def test_leaving_ends_both_children(reach, wizard, speaking, tmp_path, qtbot, leave):
    person = reach(HANG)
    person.press("save")
    qtbot.waitUntil(lambda: wizard.findChild(PictureJob).running, timeout=10_000)
    jobs = [wizard.findChild(PdfJob), wizard.findChild(PictureJob)]
    leave(person, wizard, speaking)
    assert [job.running for job in jobs] == [False, False]
    assert "as soon as" not in person.reads()


def test_no_child_outlives_what_it_belongs_to(wizard, child, qtbot, qtlog):
    child(HANG)
    owner = QObject()
    work = saving.Saving(wizard.response, i18n.load("en"), owner)
    work.start()
    qtbot.waitUntil(lambda: work.pictures.running and owner.findChild(PdfJob).running)
    owner.deleteLater()
    forget_old_pages()
    assert not [record for record in qtlog.records if "QProcess" in record.message]


# A page that is built anew -----------------------------------------------------------------------


def command(window, name):
    window.findChild(QAction, f"command.{name}").trigger()


def larger(person, window):
    person.press("larger")
    forget_old_pages()


def settings_and_back(person, window):
    command(window, "settings")
    forget_old_pages()
    person.press("back")
    forget_old_pages()


def forget_old_pages():
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(params=[larger, settings_and_back])
def anew(request, person, window):
    """Have the page built anew, in one way or another."""
    return lambda: request.param(person, window)


def test_who_waits_for_the_file_gets_it_after_all(reach, shown, anew, tmp_path):
    flag = tmp_path / "go"
    person = reach(WAIT.format(flag=str(flag)))
    person.press("save")
    anew()
    assert person.offered("cancel")
    assert "It will be saved as soon as it is made." in person.reads()
    flag.touch()
    shown("message")
    assert (tmp_path / "summary.pdf").exists()
    assert "as soon as" not in person.reads()


def test_what_is_saved_is_still_told(reach, shown, anew):
    person = reach(ECHO)
    person.press("save")
    shown("message")
    anew()
    assert "Saved as summary.pdf" in person.reads()


def test_a_file_that_was_not_saved_is_still_told(reach, shown, anew):
    person = reach(BREAK.format(code=1))
    person.press("save")
    shown("save.fault")
    anew()
    assert "Nothing was saved." in person.reads()
    assert "The summary could not be made." in person.reads()
    assert person.offered("again")


def test_what_was_stopped_stays_stopped(reach, shown, anew, child):
    person = reach(HANG)
    person.press("cancel")
    anew()
    assert "You stopped it." in person.reads()
    child(ECHO)
    person.press("save")
    shown("message")


def test_the_summary_is_made_once(reach, anew, qtbot, tmp_path):
    runs = tmp_path / "runs"
    person = reach(f"open({str(runs)!r}, 'a').write('x')\n{ECHO}")
    qtbot.waitUntil(lambda: not person.offered("cancel"), timeout=10_000)
    anew()
    assert not person.offered("cancel")
    person.press("save")
    assert "Saved as summary.pdf" in person.reads()
    assert runs.read_text() == "x"


def test_it_is_saved_while_the_settings_are_open(reach, wizard, window, qtbot, tmp_path):
    flag = tmp_path / "go"
    person = reach(WAIT.format(flag=str(flag)))
    person.press("save")
    command(window, "settings")
    flag.touch()
    qtbot.waitUntil(lambda: wizard.may_be_forgotten, timeout=10_000)
    person.press("back")
    assert "Saved as summary.pdf" in person.reads()


def test_the_page_may_be_built_anew_under_the_dialog(open_visit, little, meet, child, tmp_path):
    def choose(page, *_):
        wizard.rebuild()
        forget_old_pages()
        return str(tmp_path / "summary.pdf")

    child(HANG)
    wizard = open_visit(little, choose_file=choose)
    person = meet(wizard)
    person.begin()
    person.go_to("Save the summary")
    person.press("save")
    assert "It will be saved as soon as it is made." in person.reads()


def test_a_page_before_that_cannot_be_built_leaves_the_saving(
    reach, shown, monkeypatch, qtbot, tmp_path
):
    flag = tmp_path / "go"
    person = reach(WAIT.format(flag=str(flag)))
    with monkeypatch.context() as patch, qtbot.capture_exceptions() as caught:
        patch.setattr(ending, "ResultPage", None)
        person.press("back")
    assert len(caught) == 1
    flag.touch()
    person.press("save")
    shown("message")


# The file ----------------------------------------------------------------------------------------


@pytest.fixture
def at_dialog(open_visit, little, meet, child):
    """Press save, and do something to the dialog that opens."""

    def press_save(act):
        child(HANG)
        person = meet(open_visit(little, choose_file=choose_file))
        person.begin()
        person.go_to("Save the summary")
        QTimer.singleShot(0, lambda: act(QApplication.activeModalWidget()))
        person.press("save")
        return person

    return press_save


def test_choosing_no_file_changes_nothing(at_dialog):
    assert "It will be saved" not in at_dialog(QFileDialog.reject).reads()


def test_the_suggested_name_tells_nothing(at_dialog):
    asked = []

    def look(dialog):
        asked.extend(dialog.selectedFiles())
        dialog.reject()

    at_dialog(look)
    assert asked[0].endswith("rls-summary-2026-11-22.pdf")


@pytest.mark.parametrize("documents", ["Documents", "no such folder"])
def test_the_suggested_folder_is_there(at_dialog, documents, tmp_path, monkeypatch):
    (tmp_path / "Documents").mkdir()
    places = {
        "QStandardPaths.writableLocation": str(tmp_path / documents),
        "QDir.homePath": str(tmp_path),
    }
    for name, place in places.items():
        monkeypatch.setattr(f"rls_wizard.ui.places.{name}", lambda *_, place=place: place)
    asked = []

    def look(dialog):
        asked.extend(dialog.selectedFiles())
        dialog.reject()

    at_dialog(look)
    folder = tmp_path / "Documents" if documents == "Documents" else tmp_path
    assert Path(asked[0]).parent == folder


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


def test_a_visit_that_ends_under_the_dialog_saves_nothing(
    open_visit, little, meet, child, tmp_path
):
    def choose(page, *_):
        wizard.restart()
        return str(tmp_path / "summary.pdf")

    child(ECHO)
    wizard = open_visit(little, choose_file=choose)
    person = meet(wizard)
    person.begin()
    person.go_to("Save the summary")
    person.press("save")
    assert not (tmp_path / "summary.pdf").exists()


@pytest.mark.parametrize("waits", [True, False])
def test_after_going_back_and_forth_answers_are_still_forgotten(reach, shown, wizard, waits):
    person = reach(ECHO if waits else HANG)
    person.press("save")
    if waits:
        shown("message")
    back_and_forth(person)
    person.press("done")
    if not waits:  # what was saved need not be asked about
        person.press("done.yes")
    assert dict(wizard.response.answers) == {}
    assert "Your answers are forgotten." in person.reads()


def test_it_can_be_saved_again_after_going_back_and_forth(reach, shown, tmp_path):
    person = reach(ECHO)
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
        forget_old_pages()


def test_answers_are_forgotten_even_if_the_saving_cannot_be_ended(reach, wizard, monkeypatch):
    def fail(self):
        raise RuntimeError("planted")

    reach(HANG)
    with monkeypatch.context() as patch:
        patch.setattr(Ending, "stop", fail)
        with pytest.raises(RuntimeError):
            wizard.restart()
    assert dict(wizard.response.answers) == {}


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("{home}/a.pdf", "Saved as a.pdf in your home folder."),
        ("{home}/Documents/Legs/a.pdf", "Saved as a.pdf in the folder Documents \u203a Legs."),
        ("/media/stick/a.pdf", "Saved as a.pdf in the folder /media/stick."),
    ],
)
def test_the_folder_is_told_without_the_name_of_its_owner(qtbot, file, told):
    page = SummaryPage(i18n.load("en"))
    qtbot.addWidget(page)
    page.follow(Progress(Stage.MADE, file=Path(file.format(home=QDir.homePath()))))
    assert page.findChild(QLabel, "message").text().replace("\u200b", "") == told


def test_a_page_built_anew_knows_that_all_is_saved(qtbot):
    page = SummaryPage(i18n.load("en"), saved=True)
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.done):
        page.findChild(QAbstractButton, "done").click()


def test_save_and_the_top_of_the_preview_are_seen_at_once(reach, window):
    reach(HANG)
    window.resize(1024, 600)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    for name in ("save", "cancel"):
        widget = window.findChild(QWidget, name)
        assert widget.visibleRegion().boundingRect() == widget.rect()


SIZES = [
    (1024, 600, 0),
    (1280, 800, 0),
    (1024, 600, 2),
    (1024, 600, 4),
    (1024, 600, 6),
    (700, 900, 0),
]


@pytest.fixture
def sized(reach, window):
    """Bring the person to the summary in a window of a size, with text so many steps larger."""

    def go(width, height, steps):
        person = reach(HANG)
        window.resize(width, height)
        for _ in range(steps):
            person.press("larger")
        lay_out()
        return person

    return go


def lay_out():
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


@pytest.mark.parametrize("size", SIZES)
def test_yes_is_not_where_done_was(sized, window, size):
    sized(*size)
    area, done = window.findChild(QScrollArea), window.findChild(QWidget, "done")
    area.ensureWidgetVisible(done)
    width, middle = done.width(), done.height() // 2
    spots = [done.mapTo(window, QPoint(x, middle)) for x in (2, width // 2, width - 2)]
    done.click()
    lay_out()
    lay_out()
    under = {window.childAt(spot).objectName() for spot in spots}
    assert "done.yes" not in under
    no, yes = (window.findChild(QWidget, name) for name in ("done.no", "done.yes"))
    assert no.visibleRegion().boundingRect() == no.rect()
    assert not no.geometry().intersects(yes.geometry())


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_below_the_preview(sized, window, size):
    sized(*size)
    done, shown = window.findChild(QWidget, "done"), window.findChild(QWidget, "waiting")
    (left, low), end = shown.mapTo(window, QPoint()).toTuple(), done.rect().bottomRight()
    right, bottom = done.mapTo(window, end).toTuple()
    assert left > right or low > bottom
