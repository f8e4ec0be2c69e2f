"""A full disk: the old file stays as it was, nothing partial is left, and it is said what to do."""

import os
import subprocess
import sys
from contextlib import contextmanager

import pytest

from rls_wizard import i18n
from rls_wizard.handover.answer_file import write
from rls_wizard.handover.printing.talk import Act, Job, Order
from rls_wizard.handover.printing.trouble import Trouble
from rls_wizard.handover.save import SaveError, save
from rls_wizard.ui.printing.words import to_do
from tests.faults.disk import fill, limit_files, limited_files, small_disk
from tests.printing.service import running_service
from tests.printing.window import Window

pytestmark = pytest.mark.skipif(os.name != "posix", reason="limits and disks of Unix")
OLD = b"%PDF the old one"
NEW = b"%PDF" + b"x" * 100_000


@pytest.fixture(params=["a limit", "a small disk"])
def full(request, tmp_path):
    """Return a folder with an old file on a disk without room, and what makes it so for a child."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if request.param == "a limit":
        (folder / "out.pdf").write_bytes(OLD)
        yield folder, limited_files, limit_files
        return
    with small_disk(folder):
        (folder / "out.pdf").write_bytes(OLD)
        fill(folder)
        yield folder, _as_it_is, None
        (folder / "fill").unlink()
        save(folder / "out.pdf", NEW)
        assert (folder / "out.pdf").read_bytes() == NEW, "it works again once there is room"


@contextmanager
def _as_it_is():
    yield


def left_in(folder):
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.name != "fill"}


def test_a_file_is_saved_whole_or_the_old_one_stays(full):
    folder, limited, _ = full
    with limited(), pytest.raises(SaveError, match=r"No space left|File too large"):
        save(folder / "out.pdf", NEW)
    with limited(), pytest.raises(SaveError):
        save(folder / "new.pdf", NEW)
    assert left_in(folder) == {"out.pdf": OLD}


def test_the_command_says_it_and_leaves_the_old_summary(full, visit):
    folder, _, limit = full
    result = subprocess.run(
        [sys.executable, "-m", "rls_wizard", "summary", "-", "-o", str(folder / "out.pdf")],
        input=write(visit()),
        capture_output=True,
        check=False,
        preexec_fn=limit,
    )
    said = result.stderr.decode()
    assert result.returncode == 2
    assert said.count("\n") == 1
    assert "out.pdf could not be saved: " in said
    assert left_in(folder) == {"out.pdf": OLD}


@pytest.fixture
def full_spool():
    """A printing service of this test's own that has no room for what is to be printed."""
    with running_service() as service:
        service.stop()
        spool = service.root / "spool"
        was = spool.stat()
        with small_disk(spool):
            os.chown(spool, was.st_uid, was.st_gid)
            spool.chmod(was.st_mode)
            fill(spool)
            service.start()
            yield service
            service.stop()


def test_where_the_spool_has_no_room_the_person_is_told_and_no_job_stays(full_spool):
    window = Window(full_spool.environment)
    news = window.wants(Order(Act.PRINT, "/printers/office", 0, NEW)).waits_for(_is_over)
    assert news.trouble is Trouble.NO_ROOM
    assert "save the summary in another place" in to_do(news.trouble, i18n.load("en"))
    assert window.close() == 0
    assert [name for name in full_spool.left if name != "fill"] == []


def _is_over(news):
    return isinstance(news, Job) and news.over
