"""Reports of faults stay on this computer, for this user; nothing about keeping them can fail."""

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from rls_wizard.crash.report import Facts, header
from rls_wizard.handover import reports as reports_
from rls_wizard.handover import save
from rls_wizard.handover.dumps import Dump, collect
from rls_wizard.handover.reports import MOST, Reports

HEADER = header(Facts(program="1.2"))
ROOT = Path(__file__).parents[2]
DIE = """
import faulthandler, os, signal, sys
from pathlib import Path
from rls_wizard.handover.dumps import Dump
dump = Dump(Path(sys.argv[1]), "program: 1.2\\n")
print("ready", flush=True)
sys.stdin.readline()
{}
"""
WAYS = {
    "Segmentation fault": "faulthandler._sigsegv()",
    "Aborted": "os.abort()",
    "Bus error": "os.kill(os.getpid(), signal.SIGBUS)",
}


@pytest.fixture
def reports(tmp_path):
    return Reports(tmp_path / "rls-wizard" / "reports")


def names(reports):
    return sorted(file.name for file in reports.folder.iterdir())


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def start(reports):
    """Start a program that dies, if it is told to, in some way."""
    started = []

    def run(way=""):
        process = subprocess.Popen(
            [sys.executable, "-c", DIE.format(way), str(reports.folder)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": str(ROOT)}, text=True,
        )  # fmt: skip
        started.append(process)
        assert process.stdout.readline() == "ready\n"
        return process

    yield run
    for process in started:
        process.kill()
        process.communicate()


# Reports -----------------------------------------------------------------------------------------


def test_a_report_can_be_read_by_this_user_only(reports):
    file = reports.keep("a report")
    assert mode(file) == 0o600
    assert mode(reports.folder) == mode(reports.folder.parent) == 0o700
    assert file.read_text() == "a report"


def test_a_folder_that_others_can_look_into_is_closed(reports):
    reports.folder.mkdir(parents=True)
    reports.folder.chmod(0o755)
    reports.keep("a report")
    assert mode(reports.folder) == 0o700


def test_the_last_five_are_kept_the_newest_first(reports):
    for number in range(MOST + 3):
        reports.keep(str(number))
    assert [one.text for one in reports.kept()] == ["7", "6", "5", "4", "3"]
    assert len(names(reports)) == MOST


def test_a_report_is_kept_where_the_clock_was_set_back(reports, monkeypatch):
    for year in (2028, 2027, 2026, 2025, 2024, 2023, 2022):
        monkeypatch.setattr(reports_.time, "time_ns", lambda year=year: year)
        file = reports.keep(str(year))
        assert file.read_text() == str(year)
    assert len(names(reports)) == MOST


def test_what_is_not_ours_in_the_folder_stays(reports):
    reports.keep("a report")
    (reports.folder / "letter.txt").write_text("mine")
    assert reports.forget()
    assert names(reports) == ["letter.txt"]


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_a_disk_that_takes_nothing_has_no_report_and_no_part_of_one(reports, monkeypatch, code):
    def refuse(_):
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(save.os, "fsync", refuse)
    assert reports.keep("a report") is None
    assert reports.kept() == ()
    assert names(reports) == []


def test_where_no_folder_can_be_made_there_is_no_report(tmp_path):
    (tmp_path / "file").write_text("")
    reports = Reports(tmp_path / "file" / "reports")
    assert reports.keep("a report") is None
    assert reports.kept() == ()
    assert reports.forget()
    assert collect(reports) == []
    Dump(reports.folder, HEADER).end()


def test_a_file_that_is_too_large_is_none_of_ours(reports):
    file = reports.keep("a report")
    file.write_bytes(b"x" * (reports_._LARGEST + 1))  # noqa: SLF001
    assert reports.kept() == ()


def test_bytes_that_are_no_text_are_shown_all_the_same(reports):
    reports.keep("a report").write_bytes(b"\xff\x00a")
    assert reports.kept()[0].text == "\ufffd\x00a"


# What is left when the program dies --------------------------------------------------------------


@pytest.mark.parametrize("how", WAYS)
def test_a_program_that_dies_leaves_a_report_for_the_next_start(how, reports, start):
    process = start(WAYS[how])
    process.communicate("\n")
    assert process.returncode < 0
    assert mode(next(reports.folder.iterdir())) == 0o600
    text = collect(reports)[-1]
    assert text.splitlines()[0] == "program: 1.2"
    assert f"{how} at\n" in text
    assert "<string>" not in text
    assert [one.text for one in reports.kept()] == [text]
    assert len(names(reports)) == 1
    assert collect(reports) == []


def test_a_clean_end_leaves_nothing(reports):
    Dump(reports.folder, HEADER).end()
    assert names(reports) == []


def test_a_program_that_was_killed_leaves_no_report_and_its_file_goes(reports, start):
    process = start()
    assert len(names(reports)) == 1
    process.kill()
    process.wait()
    assert collect(reports) == []
    assert names(reports) == []


def test_two_programs_at_once_do_not_share_a_file_nor_take_it_from_each_other(reports, start):
    first, second = start(WAYS["Aborted"]), start(WAYS["Segmentation fault"])
    assert len(names(reports)) == 2
    assert collect(reports) == []
    assert len(names(reports)) == 2
    second.communicate("\n")
    assert "Segmentation fault" in collect(reports)[0]
    first.communicate("\n")
    assert "Aborted" in collect(reports)[0]
    assert len(reports.kept()) == 2


def test_a_file_that_cannot_be_deleted_is_not_told_of_at_every_start(reports, start, monkeypatch):
    start(WAYS["Aborted"]).communicate("\n")

    def refuse(_):
        raise PermissionError

    monkeypatch.setattr(Path, "unlink", refuse)
    assert collect(reports) == []


def test_a_file_that_was_tampered_with_says_nothing_of_its_own(reports):
    reports.folder.mkdir(parents=True)
    (reports.folder / "running-1-1.txt").write_bytes(
        b"program: 1.2\npart: <b>canary</b>\nname: canary\n\xff\xfe\x00Fatal Python error: canary\n"
        b'Fatal Python error: Aborted\n  File "/home/canary/a.py", line 1 in canary\n' * 3
    )
    text = collect(reports)[0]
    assert "Aborted at\n  elsewhere\n" in text
    assert "canary" not in text
