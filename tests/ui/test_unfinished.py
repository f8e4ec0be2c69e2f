"""A visit that is broken off is there at the next start, until the person is done with it."""

import errno
import json
import os
import stat
from datetime import date, datetime

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from rls_wizard import i18n
from rls_wizard.handover import slot, unfinished
from rls_wizard.handover.unfinished import unpack
from rls_wizard.ui.route import Stop
from tests.ui.conftest import TODAY

LEGS = "Do you need to move your legs?"


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "data" / "rls-wizard"


@pytest.fixture
def start(open_visit, little, meet, folder):
    """Start the program; return who sits before it and the visit."""
    begun = []

    def begin(content=little, **how):
        visit = open_visit(content, folder=folder, **how)
        begun.append(visit)
        return meet(visit), visit

    yield begin
    for visit in begun:
        visit.parent().closing.emit()


@pytest.fixture
def kept(folder, little, qtbot):
    """Return what stands on the disk, once it is what is awaited."""

    def read(awaited):
        def stands():
            (file,) = folder.glob("visit-*.json")
            found = unpack(file.read_bytes(), little, TODAY, i18n.load("en"))
            assert awaited(found)
            return True

        qtbot.waitUntil(lambda: list(folder.glob("visit-*.json")) != [])
        qtbot.waitUntil(stands)
        return next(folder.glob("visit-*.json"))

    return read


def files(folder):
    return sorted(path.name for path in folder.glob("visit-*.json"))


def answered(link_id, value):
    return lambda found: found.response.get(link_id) == value


def crash(visit, folder):
    """End the program as if it was killed: what is on the disk stays as it is."""
    left = {file: file.read_bytes() for file in folder.glob("visit-*.json")}
    visit.restart()
    visit.parent().closing.emit()
    visit.parent().hide()
    for file, raw in left.items():
        file.write_bytes(raw)


@pytest.fixture
def broken_off(start, kept, folder):
    """Answer two pages and be cut off on the third."""
    person, visit = start()
    person.begin()
    person.choose("urge", "yes")
    told = dict(visit.response.answers)
    kept(answered("urge", "yes"))
    crash(visit, folder)
    return told


def test_every_answer_is_on_the_disk_and_nobody_else_can_read_it(start, kept, folder):
    person, _ = start()
    person.begin()
    person.choose("urge", "yes")
    file = kept(answered("urge", "yes"))
    person.choose("urge", "no")
    assert kept(answered("urge", "no")) == file
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {path.name for path in folder.iterdir()} == {"visit-1.json", "visit-1.lock"}


def test_nothing_is_written_before_there_is_an_answer(start, folder):
    person, _ = start()
    person.choose("answered_by", "self")
    person.opens("settings")
    assert not folder.exists()


def test_the_next_start_offers_to_go_on_where_it_was(start, broken_off):
    person, visit = start()
    read = person.reads()
    assert "There is an unfinished visit" in read
    assert f"{datetime.now():%Y, %H:}" in read
    person.press("unfinished.go_on")
    assert LEGS in person.reads()
    assert dict(visit.response.answers) == broken_off
    assert person.chosen("urge", "yes")


def test_what_goes_on_is_kept_in_the_same_place(start, broken_off, kept, folder):
    person, visit = start()
    person.press("unfinished.go_on")
    person.choose("urge", "no")
    kept(answered("urge", "no"))
    assert visit.response.get("urge") == "no"


def test_it_can_be_deleted(start, broken_off, folder):
    person, visit = start()
    person.press("unfinished.delete")
    person.press("unfinished.sure")
    assert list(folder.iterdir()) == []
    assert dict(visit.response.answers) == {}
    assert "unfinished visit" not in person.reads()
    assert person.offered("answered_by.self")


def test_a_slip_deletes_nothing(start, broken_off, folder):
    person, visit = start()
    person.press("unfinished.delete")
    assert "This cannot be undone." in person.reads()
    person.press("unfinished.stay")
    person.press("unfinished.go_on")
    assert dict(visit.response.answers) == broken_off


def test_keeping_can_be_switched_off_there_by_one_press(start, broken_off, folder, display):
    person, _ = start()
    person.press("unfinished.never")
    person.press("unfinished.sure")
    assert list(folder.iterdir()) == []
    assert display.settings.keep == "no"
    person.begin()
    person.choose("urge", "yes")
    assert list(folder.iterdir()) == []


def test_not_now_leaves_it_for_later(start, broken_off, folder, qtbot):
    person, visit = start()
    person.press("unfinished.leave")
    person.press("unfinished")
    assert "There is an unfinished visit" in person.reads()
    assert "Those answers will be forgotten." not in person.reads()
    person.press("back")
    person.begin()
    person.choose("urge", "no")
    person.press("back")
    person.press("unfinished")
    assert "Those answers will be forgotten." in person.reads()
    qtbot.waitUntil(lambda: len(files(folder)) == 2)
    visit.restart()
    assert files(folder) == ["visit-1.json"]


def test_whoever_looks_at_the_menu_first_finds_it_again(start, broken_off):
    person, _ = start()
    person.opens("settings")
    person.press("back")
    person.press("unfinished")
    person.press("unfinished.go_on")
    assert LEGS in person.reads()


def test_done_removes_it(start, kept, folder):
    person, visit = start()
    person.begin()
    person.choose("urge", "yes")
    kept(answered("urge", "yes"))
    visit.pages.done.emit()
    assert list(folder.iterdir()) == []
    assert "Your answers are forgotten." in person.reads()


def test_what_cannot_be_deleted_is_told_with_its_file(start, kept, monkeypatch, qtbot):
    person, visit = start()
    person.begin()
    person.choose("urge", "yes")
    file = kept(answered("urge", "yes"))

    def refuse(_place):
        raise PermissionError

    with monkeypatch.context() as patch:
        patch.setattr(slot.Slot, "clear", refuse)
        visit.pages.done.emit()
        told = f"Delete this file: {file}"
        qtbot.waitUntil(lambda: told in person.reads().replace("\u200b", ""))


def test_delete_my_answers_removes_it(start, kept, folder):
    person, _ = start()
    person.begin()
    person.choose("urge", "yes")
    kept(answered("urge", "yes"))
    person.opens("restart")
    person.press("restart")
    assert list(folder.iterdir()) == []
    assert "Your answers are deleted." in person.reads()


def test_the_first_page_says_so_and_switches_it_off(start, folder, display):
    person, _ = start()
    assert "Your answers stay on this computer until you are done" in person.reads()
    person.press("keep")
    assert display.settings.keep == "no"
    assert "are forgotten when you close it" in person.reads()
    person.press("keep")
    assert "Your answers stay on this computer until you are done" in person.reads()


def test_the_settings_switch_it_off_in_the_middle(start, kept, folder):
    person, visit = start()
    person.begin()
    person.choose("urge", "yes")
    kept(answered("urge", "yes"))
    person.opens("settings")
    person.choose("settings.keep", "no")
    assert list(folder.iterdir()) == []
    person.choose("settings.keep", "yes")
    kept(answered("urge", "yes"))
    assert visit.response.get("urge") == "yes"


def test_where_nothing_may_stay_behind_nothing_is_asked_or_kept(person, tmp_path):
    assert not person.offered("keep")
    assert "are forgotten when you close it" in person.reads()
    person.opens("settings")
    assert not person.offered("settings.keep.no")


def test_closing_keeps_it_and_says_so(start, kept, folder):
    person, visit = start()
    person.begin()
    person.choose("urge", "yes")
    kept(answered("urge", "yes"))
    visit.parent().close()
    assert "Your answers are kept on this computer." in person.reads()
    person.press("leave")
    assert not visit.parent().isVisible()
    assert [path.name for path in folder.iterdir()] == ["visit-1.json"]
    person, _ = start()
    assert "There is an unfinished visit" in person.reads()


def test_closing_can_delete_it(start, kept, folder):
    person, visit = start()
    person.begin()
    person.choose("urge", "yes")
    kept(answered("urge", "yes"))
    visit.parent().close()
    person.press("leave.delete")
    assert not visit.parent().isVisible()
    assert list(folder.iterdir()) == []


def test_the_computer_can_be_shut_down_without_a_question(start, kept, folder):
    person, visit = start()
    person.begin()
    person.choose("urge", "yes")
    QGuiApplication.instance().commitDataRequest.emit(None)
    assert visit.parent().close()
    kept(answered("urge", "yes"))


def test_two_programs_at_once_keep_two_visits(start, kept, folder):
    one, first = start()
    one.begin()
    one.choose("urge", "yes")
    kept(answered("urge", "yes"))
    two, second = start()
    assert "unfinished" not in two.reads()
    two.begin()
    two.choose("urge", "no")
    first.restart()
    kept(answered("urge", "no"))
    assert second.response.get("urge") == "no"


def test_one_after_another_is_offered_the_newest_first(start, folder, qtbot):
    for number, code in enumerate(("yes", "no"), 1):
        person, visit = start()
        if person.offered("unfinished.leave"):
            person.press("unfinished.leave")
        person.begin()
        person.choose("urge", code)
        qtbot.waitUntil(lambda number=number: len(files(folder)) == number)
        crash(visit, folder)
    os.utime(folder / "visit-1.json", (0, 0))
    person, visit = start()
    person.press("unfinished.delete")
    person.press("unfinished.sure")
    assert "There is an unfinished visit" in person.reads()
    assert files(folder) == ["visit-1.json"]
    person.press("unfinished.go_on")
    assert visit.response.get("urge") == "yes"


def test_what_is_urgent_is_looked_at_again(start, content, folder, visit, qtbot):
    speak = lambda language: (content, i18n.load(language))  # noqa: E731
    person, first = start(content, speak=speak)
    urgent = visit({"rf.01": "yes"}, answered_on=TODAY)
    person.begin()
    first.record(urgent.answers)
    qtbot.waitUntil(lambda: b'"rf.01":"yes"' in (folder / "visit-1.json").read_bytes())
    told = first.response.answers
    crash(first, folder)
    person, second = start(content, speak=speak)
    person.press("unfinished.go_on")
    assert second.place.stop is Stop.CHECK
    assert second.response.answers == told


def test_a_later_day_asks_for_the_signs_again(start, broken_off, days):
    days.append(date(2026, 11, 23))
    person, visit = start()
    assert "The questions about warning signs are asked again" in person.reads()
    person.press("unfinished.go_on")
    assert visit.response.answered_on == date(2026, 11, 23)


def test_after_a_week_it_begins_again(start, broken_off, days):
    days.append(date(2026, 12, 20))
    person, visit = start()
    assert "most questions are asked again" in person.reads()
    person.press("unfinished.go_on")
    assert visit.response.then is not None


def test_a_clock_that_was_set_back_is_told_and_loses_nothing(start, broken_off, days):
    days.append(date(2020, 1, 1))
    person, visit = start()
    assert "this computer says that today is 1 January 2020" in person.reads()
    person.press("unfinished.go_on")
    assert dict(visit.response.answers) == broken_off


def test_one_that_was_cut_says_so_and_hurts_nobody(start, broken_off, folder):
    file = folder / "visit-1.json"
    file.write_bytes(file.read_bytes()[:-40])
    person, visit = start()
    read = person.reads()
    assert "It was cut short or changed" in read
    assert str(file) in read.replace("\u200b", "")
    assert not person.offered("unfinished.go_on")
    person.press("unfinished.leave")
    person.begin()
    assert file.exists()
    visit.parent().closing.emit()
    person, _ = start()
    person.press("unfinished.delete")
    person.press("unfinished.sure")
    assert not file.exists()


def test_one_of_a_newer_program_says_so(start, broken_off, folder):
    file = folder / "visit-1.json"
    found = json.loads(file.read_bytes())["kept"] | {"format": 2}
    file.write_bytes(json.dumps({"kept": found, "sum": unfinished.sum_of(found)}).encode())
    person, _ = start()
    assert "It is from a newer program than this one." in person.reads()


def full(*_):
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_is_told_and_the_old_file_is_whole(start, kept, folder, monkeypatch, qtbot):
    person, visit = start()
    person.begin()
    person.choose("urge", "yes")
    file = kept(answered("urge", "yes"))
    before = file.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(slot.os, "fsync", full)
        person.choose("urge", "no")
        qtbot.waitUntil(lambda: "The disk of this computer is full." in person.reads())
    assert file.read_bytes() == before
    assert {path.name for path in folder.iterdir()} == {"visit-1.json", "visit-1.lock"}
    visit.parent().close()
    assert "your answers are forgotten" in person.reads()
    person.press("stay")
    person.choose("urge", "yes")
    kept(answered("urge", "yes"))
    qtbot.waitUntil(lambda: "The disk of this computer is full." not in person.reads())


def test_a_folder_that_cannot_be_written_is_told(start, folder, qtbot):
    folder.parent.mkdir()
    folder.write_text("no folder")
    person, _ = start()
    person.begin()
    person.choose("urge", "yes")
    qtbot.waitUntil(lambda: "This program cannot write to" in person.reads())
    assert str(folder) in person.reads().replace("\u200b", "")
    assert "save your summary before you close the program" in person.reads()


def test_nothing_of_it_is_in_the_window(start, broken_off):
    person, visit = start()
    assert not any(person.offered(name) for name in ("urge.yes", "review"))
    names = [w.objectName() for w in visit.parent().findChildren(QWidget)]
    assert "urge" not in " ".join(names)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert visit.place.stop is Stop.WELCOME
