"""The power fails between two steps of writing a file: the old one is there, or the new one."""

import json
import os
import subprocess
import sys

import pytest

from rls_wizard.handover.keeper import Keeper
from rls_wizard.handover.save import save
from rls_wizard.handover.slot import Slot
from rls_wizard.ui.keeping import _FULL
from tests.faults.disk import fill, limited_files, small_disk

STOP = """
import json, os, sys
from pathlib import Path
from rls_wizard.handover.save import save
from rls_wizard.handover.slot import Slot
folder, kind = Path(sys.argv[1]), sys.argv[2]
OLD, NEW = b"old" * 1_000, b"new" * 50_000
NAMES = ["open", "fdopen", "fsync", "link", "chmod", "replace", "close"]
left_to_do = 0
def stopping(real):
    def call(*given, **named):
        global left_to_do
        left_to_do -= 1
        if left_to_do < 0:
            os._exit(9)
        return real(*given, **named)
    return call
def write(data):
    if kind == "visit":
        slot.write(data)
    else:
        save(folder / "out.pdf", data)
if kind == "visit":
    slot = Slot.free(folder)
    file = slot.file
else:
    file = folder / "out.pdf"
found = []
for number in range(100):
    write(OLD)
    child = os.fork()
    if child == 0:
        left_to_do = number
        for name in NAMES:
            setattr(os, name, stopping(getattr(os, name)))
        write(NEW)
        os._exit(0)
    ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    found.append({OLD: "old", NEW: "new"}.get(file.read_bytes(), "broken"))
    if ended == 0:
        break
write(NEW)
if kind == "visit":
    slot.release()
    for again in Slot.left(folder):
        again.release()
print(json.dumps([found, sorted(os.listdir(folder))]))
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="what is stopped is forked")
@pytest.mark.parametrize(("kind", "name"), [("visit", "visit-1.json"), ("summary", "out.pdf")])
def test_wherever_it_stops_there_is_one_whole_file(tmp_path, kind, name):
    result = subprocess.run(
        [sys.executable, "-c", STOP, str(tmp_path), kind],
        capture_output=True,
        check=False,
        timeout=60,
    )
    found, left = json.loads(result.stdout)
    assert set(found) == {"old", "new"}
    assert found == sorted(found, reverse=True), "once it is the new one, it stays that"
    assert found[-1] == "new"
    assert left == [name]


@pytest.mark.parametrize("kind", ["visit", "summary"])
def test_all_is_safe_on_the_disk_before_it_takes_the_place_of_the_old(tmp_path, monkeypatch, kind):
    steps = []
    for name in ("fsync", "replace"):
        real = getattr(os, name)

        def note(*given, name=name, real=real):
            is_folder = name == "fsync" and os.path.isdir(f"/proc/self/fd/{given[0]}")
            steps.append("fsync of the folder" if is_folder else name)
            return real(*given)

        monkeypatch.setattr(os, name, note)
    if kind == "visit":
        Slot.free(tmp_path).write(b"answers")
    else:
        save(tmp_path / "out.pdf", b"answers")
    assert steps == ["fsync", "replace", "fsync of the folder"]


# A full disk --------------------------------------------------------------------------------------


class Told:
    """What a keeper tells, as errno; 0 once it is well again."""

    def __init__(self):
        self.news = []

    def __call__(self, error):
        self.news.append(error.errno if error else 0)


def keeps(keeper, data):
    keeper.keep(lambda: data)
    assert keeper.finish()


@pytest.mark.parametrize("way", ["a limit", "a small disk"])
def test_on_a_full_disk_the_old_visit_stays_and_keeping_goes_on_once_there_is_room(tmp_path, way):
    folder = tmp_path / "kept"
    folder.mkdir()
    told = Told()
    if way == "a limit":
        _fill_and_make_room(folder, told, limited_files())
    else:
        with small_disk(folder):
            _fill_and_make_room(folder, told, _Filled(folder))


def _fill_and_make_room(folder, told, full):
    keeper, file = Keeper(folder, told), folder / "visit-1.json"
    keeps(keeper, b"old" * 100)
    with full:
        keeps(keeper, b"new" * 20_000)
        assert file.read_bytes() == b"old" * 100
        assert {path.name for path in folder.iterdir()} - {"fill"} == {file.name, "visit-1.lock"}
    keeps(keeper, b"newest" * 10_000)
    assert file.read_bytes() == b"newest" * 10_000
    keeper.end()
    assert told.news[0] in _FULL
    assert told.news[1:] == [0]


class _Filled:
    def __init__(self, folder):
        self._folder = folder

    def __enter__(self):
        fill(self._folder)

    def __exit__(self, *_):
        (self._folder / "fill").unlink()
