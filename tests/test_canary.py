"""No answer reaches a log, the settings, a temporary file or a file name."""

import json
import os
import stat
import subprocess
import sys

from rls_wizard.handover.answer_file import write
from rls_wizard.settings import Settings

CANARY = "canary-7391"
WALK = """
import sys
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from rls_wizard.app import Program
canary, file = sys.argv[1:]
seen = set()

def look():
    for thing in program.window.findChildren(QObject) + program.qt.topLevelWidgets():
        seen.add(thing.objectName())
        if isinstance(thing, QWidget):
            seen.add(thing.windowTitle())

def fill(window):
    for field in window.page.findChildren(QPlainTextEdit):
        field.setPlainText(canary)
    real(window)
    look()

def end(fault, pages):
    from rls_wizard.ui.visit import Visit
    look()
    answers = program.window.findChild(Visit).response.answers
    print(fault or program.fault, answers.get("own_words") == canary, canary in " ".join(seen))
    program.window.close()

def begin():
    global real
    from rls_wizard.ui import selftest
    real, selftest.fill_window = selftest.fill_window, fill
    walk = selftest.Walk(program.window)
    walk.finished.connect(end)
    walk.start()

program = Program()
program.run(begin, lambda *_: file)
"""

BROKEN_OFF = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from rls_wizard.app import Program
from rls_wizard.ui.places import own_data
from rls_wizard.ui.press import press
canary, deed = sys.argv[1:]
program = Program()
timer = QTimer()

def begin():
    timer.timeout.connect(answer if deed == "answer" else delete)
    timer.start(10)

def answer():
    from rls_wizard.ui.visit import Visit
    program.window.findChild(Visit).record({"own_words": canary})
    kept = own_data() / "visit-1.json"
    if kept.exists() and canary in kept.read_text():
        os._exit(9)

def delete():
    if press(program.window, "unfinished.sure"):
        timer.stop()
        print("deleted", flush=True)
        program.window.close()
    else:
        press(program.window, "unfinished.delete")

program.run(begin)
"""


def test_a_summary_leaves_no_trace(visit, tmp_path):
    home, temporary = tmp_path / "home", tmp_path / "tmp"
    home.mkdir()
    temporary.mkdir()
    response = visit({"own_words": CANARY, "wishes_words": CANARY})
    result = subprocess.run(
        [sys.executable, "-m", "rls_wizard", "summary", "-", "-o", "-"],
        input=write(response),
        capture_output=True,
        check=True,
        env={**os.environ, "HOME": str(home), "TMPDIR": str(temporary)},
    )
    assert result.stderr == b""
    assert list(home.rglob("*")) == []
    assert list(temporary.rglob("*")) == []
    assert CANARY.encode() not in result.stdout.split(b"stream")[0]


def test_a_fault_does_not_repeat_long_answers(tmp_path):
    file = tmp_path / "answers.json"
    file.write_text(json.dumps({"format": 1, "answers": {"own_words": [CANARY] * 100}}))
    result = subprocess.run(
        [sys.executable, "-m", "rls_wizard", "assess", str(file)], capture_output=True, check=False
    )
    assert result.returncode == 2
    assert CANARY.encode() not in result.stderr


def test_a_visit_in_the_window_leaves_only_the_summary(tmp_path):
    home, temporary, out = folders = [tmp_path / name for name in ("home", "tmp", "out")]
    for folder in folders:
        folder.mkdir()
    kept = {key: value for key, value in os.environ.items() if not key.startswith("XDG_")}
    result = subprocess.run(
        [sys.executable, "-c", WALK, CANARY, str(out / "summary.pdf")],
        capture_output=True,
        check=False,
        text=True,
        timeout=120,
        env={**kept, "HOME": str(home), "TMPDIR": str(temporary), "QT_QPA_PLATFORM": "offscreen"},
    )
    assert result.stdout == " True False\n", result.stderr
    assert CANARY not in result.stderr
    assert [file.name for file in out.iterdir()] == ["summary.pdf"]
    (kept_settings,) = left_in(home)
    assert kept_settings.name == "rls-wizard.ini"
    assert settings_in(kept_settings) <= set(Settings._fields)
    assert CANARY not in kept_settings.read_text()
    assert left_in(temporary) == []


def test_an_unfinished_visit_is_in_one_file_and_deleting_it_leaves_nothing(tmp_path):
    home, temporary = folders = [tmp_path / name for name in ("home", "tmp")]
    for folder in folders:
        folder.mkdir()
    assert broken_off(folders, "answer").returncode == 9
    with_it = [path for path in left_in(tmp_path) if CANARY in path.read_text(errors="replace")]
    # It may have been broken off while the next state was being written.
    assert {path.name for path in with_it} - {"visit-1.json.new"} == {"visit-1.json"}
    assert {stat.S_IMODE(path.stat().st_mode) for path in with_it} == {0o600}
    ended = broken_off(folders, "delete")
    assert (ended.returncode, ended.stdout) == (0, "deleted\n"), ended.stderr
    assert CANARY not in ended.stderr
    assert [path.name for path in left_in(home)] == ["rls-wizard.ini"]
    assert left_in(temporary) == []


def broken_off(folders, deed):
    """Start the program, and break off a visit, or delete the one that was broken off."""
    home, temporary = map(str, folders)
    kept = {key: value for key, value in os.environ.items() if not key.startswith("XDG_")}
    return subprocess.run(
        [sys.executable, "-c", BROKEN_OFF, CANARY, deed],
        capture_output=True,
        check=False,
        text=True,
        timeout=120,
        env={**kept, "HOME": home, "TMPDIR": temporary, "QT_QPA_PLATFORM": "offscreen"},
    )


def settings_in(file):
    return {line.partition("=")[0] for line in file.read_text().splitlines() if "=" in line}


def left_in(folder):
    """Return the files that are not the caches of Qt and of the system's fonts."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    own = ("fontconfig", "mesa_shader_cache", "qtshadercache")
    return [path for path in files if not any(part.startswith(own) for part in path.parts)]
