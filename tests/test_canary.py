"""No answer reaches a log, the settings, a temporary file or a file name."""

import json
import os
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


def settings_in(file):
    return {line.partition("=")[0] for line in file.read_text().splitlines() if "=" in line}


def left_in(folder):
    """Return the files that are not the caches of Qt and of the system's fonts."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    own = ("fontconfig", "mesa_shader_cache", "qtshadercache")
    return [path for path in files if not any(part.startswith(own) for part in path.parts)]
