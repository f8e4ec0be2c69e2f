"""The file of an unfinished visit: whole at any moment, and one program's and one user's alone."""

import errno
import os
import stat
import subprocess
import sys

import pytest

from rls_wizard.handover import slot
from rls_wizard.handover.slot import Slot

HOLD = """
import sys
from pathlib import Path
from rls_wizard.handover.slot import Slot
held = Slot.free(Path(sys.argv[1]))
held.write(b"another's")
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "kept"


@pytest.fixture
def other(folder):
    """Another program that keeps a visit; it can be killed."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert process.stdout.readline() == b"held\n"
    yield process
    process.kill()
    process.communicate()


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_only_this_user_can_read_it(folder):
    kept = Slot.free(folder)
    kept.write(b"answers")
    assert kept.read() == b"answers"
    assert stat.S_IMODE(kept.file.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_place_that_another_program_holds_is_passed_by(folder, other):
    mine = Slot.free(folder)
    mine.write(b"mine")
    assert names(folder) == ["visit-1.json", "visit-1.lock", "visit-2.json", "visit-2.lock"]
    assert list(Slot.left(folder)) == []
    assert (folder / "visit-1.json").read_bytes() == b"another's"


def test_what_a_killed_program_left_is_found(folder, other):
    other.kill()
    other.wait()
    (found,) = Slot.left(folder)
    assert found.read() == b"another's"
    assert list(Slot.left(folder)) == []
    found.clear()
    found.release()
    assert names(folder) == []


def test_a_place_is_passed_by_while_a_visit_stands_in_it(folder):
    first = Slot.free(folder)
    first.write(b"first")
    first.release()
    assert Slot.free(folder).file.name == "visit-2.json"


def test_nothing_is_left_of_one_that_is_cleared(folder):
    kept = Slot.free(folder)
    kept.write(b"answers")
    kept.clear()
    kept.release()
    assert names(folder) == []


def test_what_was_being_written_when_the_power_failed_goes_and_the_old_one_stays(folder):
    kept = Slot.free(folder)
    kept.write(b"old")
    kept.release()
    (folder / "visit-1.json.new").write_bytes(b"half of the n")
    (found,) = Slot.left(folder)
    assert found.read() == b"old"
    assert names(folder) == ["visit-1.json", "visit-1.lock"]


def test_what_was_being_written_for_the_first_time_goes(folder):
    folder.mkdir()
    (folder / "visit-1.json.new").write_bytes(b"half")
    assert list(Slot.left(folder)) == []
    assert names(folder) == []


@pytest.mark.parametrize("step", ["open", "fsync", "replace"])
def test_a_write_that_fails_leaves_the_old_one(folder, monkeypatch, step):
    kept = Slot.free(folder)
    kept.write(b"old")

    def fail(*_, **__):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(slot.os, step, fail)
        with pytest.raises(OSError, match="No space"):
            kept.write(b"new")
    assert kept.read() == b"old"
    assert names(folder) == ["visit-1.json", "visit-1.lock"]
    kept.write(b"new")
    assert kept.read() == b"new"


def test_a_link_in_its_place_is_not_followed(folder, tmp_path):
    target = tmp_path / "target"
    target.write_bytes(b"mine")
    kept = Slot.free(folder)
    (folder / "visit-1.json.new").symlink_to(target)
    with pytest.raises(OSError, match=os.strerror(errno.ELOOP)):
        kept.write(b"answers")
    assert target.read_bytes() == b"mine"
    kept.write(b"answers")
    assert target.read_bytes() == b"mine"


def test_the_lock_of_a_program_that_was_killed_before_it_wrote_goes(folder):
    folder.mkdir()
    (folder / "visit-7.lock").write_bytes(b"")
    assert list(Slot.left(folder)) == []
    assert names(folder) == []


def test_other_files_are_none_of_ours(folder):
    folder.mkdir()
    (folder / "visit-abc.json").write_bytes(b"{}")
    assert list(Slot.left(folder)) == []
    assert names(folder) == ["visit-abc.json"]


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OSError, match=r"file|directory"):
        Slot.free(tmp_path / "file")
    assert list(Slot.left(tmp_path / "file")) == []
