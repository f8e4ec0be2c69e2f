"""The real program, which has faults and dies: what the person sees of it, and what is left."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CANARY = "canary-7391"
BEGIN = f"""
import sys, threading
from PySide6.QtCore import QTimer, qCritical, qWarning
from PySide6.QtWidgets import QAbstractButton, QLabel
from rls_wizard import app, i18n
from rls_wizard.app import Program
from rls_wizard.ui.press import press
def fail(*_, **__):
    answer = {CANARY!r}
    raise ValueError(answer)
def reads():
    labels = [l.text() for l in program.window.findChildren(QLabel) if l.isVisible()]
    return " ".join(" ".join(labels).split()).replace(chr(0xA0), " ").replace(chr(0x200B), "")
def look_and_leave():
    print(reads())
    program.qt.exit()
def wait_and_look(then=look_and_leave):
    QTimer.singleShot(100, then)
"""
TITLE = "Something went wrong"


@pytest.fixture
def home(tmp_path):
    """A home folder with nothing in it."""
    made = tmp_path / f"a b \u65e5 {CANARY}"
    made.mkdir()
    return made


@pytest.fixture
def run(home):
    """Run a program in this home; return what has become of it."""

    def run_it(code, *arguments):
        env = {
            **os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen",
            "HOME": str(home), "XDG_CONFIG_HOME": str(home / "c"), "XDG_DATA_HOME": str(home / "d"),
        }  # fmt: skip
        ran = subprocess.run(
            [sys.executable, "-c", BEGIN + code, *arguments],
            capture_output=True, text=True, env=env, cwd=home, timeout=60, check=False,
        )  # fmt: skip
        assert CANARY not in ran.stderr
        return ran

    return run_it


def left(home):
    """Return all that lies among the reports."""
    files = sorted((home / "d").rglob("*.txt"))
    assert not any(CANARY in file.read_text() for file in files)
    return [file.read_text() for file in files]


# Faults ------------------------------------------------------------------------------------------


def test_before_the_first_picture(run):
    ran = run("""
from rls_wizard.ui import welcome_page, last_word
welcome_page.WelcomePage.__init__ = fail
shown = last_word.show_last_word
def show(*given):
    made = shown(*given)
    QTimer.singleShot(0, lambda: (print(made.isVisible(), made.text()), made.close()))
    return made
last_word.show_last_word = show
raise SystemExit(app.main([]))
""")
    assert ran.returncode == 1
    assert ran.stdout.startswith("True The program cannot start. You did nothing wrong")
    assert ran.stderr.startswith("ValueError at\n")


def test_while_it_loads(run, home):
    ran = run("""
from rls_wizard.content import load
load.load_content = fail
program = Program()
program.window.painted.connect(wait_and_look)
program.run()
""")
    assert TITLE in ran.stdout
    assert "Please close the program and start it again." in ran.stdout
    [report] = left(home)
    assert "part: first page" in report


FAULTS = {
    "a slot": ("QTimer.singleShot(0, fail)", "ValueError at\n  elsewhere\n"),
    "a page": (
        "from rls_wizard.ui.pages import Pages; was = Pages.build; Pages.build = fail\n"
        "    press(program.window, 'answered_by.self'); press(program.window, 'country.gb')\n"
        "    press(program.window, 'next'); Pages.build = was",
        "in _go\n",
    ),
    "a thread": (
        "t = threading.Thread(target=fail); t.start(); t.join()",
        "ValueError at\n  in Python\n  elsewhere\n",
    ),
}


@pytest.mark.parametrize("where", FAULTS)
def test_in(where, run, home):
    code, trail = FAULTS[where]
    ran = run(f"""
def begin():
    {code}
    wait_and_look()
program = Program()
program.run(lambda: QTimer.singleShot(100, begin))
""")
    assert TITLE in ran.stdout
    assert str(home / "d" / "rls-wizard" / "reports") in ran.stdout
    [report] = left(home)
    assert trail in report


def test_a_message_that_qt_calls_critical_is_kept_without_its_words(run, home):
    ran = run(f"""
def begin():
    qCritical({CANARY!r}[::-1])
    qWarning("a warning")
    wait_and_look()
program = Program()
program.run(lambda: QTimer.singleShot(100, begin))
""")
    assert TITLE not in ran.stdout
    assert "a warning\n" in ran.stderr
    [report] = left(home)
    assert "A message that Qt calls critical at\n" in report
    assert CANARY[::-1] not in report


def test_a_timer_that_fails_a_hundred_times_a_second(run, home):
    ran = run("""
def begin():
    program.timer = QTimer(interval=10)
    program.timer.timeout.connect(fail)
    program.timer.start()
    wait_and_look(go_on)
def go_on():
    press(program.window, "fault.go_on")
    wait_and_look()
program = Program()
program.run(lambda: QTimer.singleShot(100, begin))
""")
    assert "Who is answering?" in ran.stdout
    assert ran.stderr.count("ValueError") == 1
    assert len(left(home)) == 1


def test_where_the_page_itself_cannot_be_had_a_sentence_is_said_once(run):
    ran = run("""
def begin():
    sys.modules["rls_wizard.ui.report_page"] = None
    QTimer.singleShot(0, fail)
    QTimer.singleShot(0, fail)
    wait_and_look()
program = Program(keep=False)
program.run(lambda: QTimer.singleShot(100, begin))
""")
    assert ran.stdout.count("Something went wrong in the program. If it happens again") == 1
    assert "Who is answering?" in ran.stdout
    assert ran.returncode == 0


def test_a_self_test_keeps_nothing(run, home):
    run("""
def begin():
    QTimer.singleShot(0, fail)
    wait_and_look()
program = Program(keep=False)
program.run(lambda: QTimer.singleShot(100, begin))
""")
    assert list(home.iterdir()) == []


# Deaths ------------------------------------------------------------------------------------------

DIE = """
from rls_wizard.ui.visit import Visit
Visit._forward = lambda self: {}
def begin():
    press(program.window, "answered_by.self")
    {}
    QTimer.singleShot(500, lambda: press(program.window, "next"))
program = Program()
program.run(lambda: QTimer.singleShot(100, begin))
"""
DEATHS = {
    "__import__('faulthandler')._sigsegv()": ("Segmentation fault at\n", "", "Who is answering?"),
    "__import__('PySide6.QtCore').QtCore.qFatal('x')": (
        "Aborted at\n",
        "press(program.window, 'country.gb')",
        "There is an unfinished visit",
    ),
}
"""Ways to die: what the report says, what was answered before, and with what the next begins."""
NEXT_START = """
def begin():
    print(reads())
    press(program.window, "crashed")
    look_and_leave()
program = Program()
program.run(lambda: QTimer.singleShot(100, begin))
"""
CLOSED = """
program = Program()
program.run(lambda: wait_and_look())
"""


@pytest.mark.parametrize("way", DEATHS)
def test_the_next_start_tells_of_a_death_and_has_a_report(way, run, home):
    death, answer, begins = DEATHS[way]
    assert run(DIE.format(way, answer)).returncode < 0
    ran = run(NEXT_START)
    first, page, _ = ran.stdout.split("\n")
    assert begins in first
    assert page.startswith("The program ended by itself")
    assert "Who is answering?" not in page
    [report] = left(home)
    assert death in report
    assert report.startswith("program: ")
    assert "content: 20" in report
    assert "part: not known" in report
    assert "  rls_wizard/app.py:" in report


def test_after_a_clean_end_nothing_is_told_and_nothing_left(run, home):
    for _ in range(2):
        ran = run(CLOSED)
        assert ran.returncode == 0, ran.stderr
        assert "Who is answering?" in ran.stdout
        assert "ended by itself" not in ran.stdout
    assert left(home) == []


def test_in_a_home_that_cannot_be_written_to_it_runs_all_the_same(run, home):
    (home / "d").write_text("a file in the place of the folder")
    ran = run("""
def begin():
    QTimer.singleShot(0, fail)
    wait_and_look()
program = Program()
program.run(lambda: QTimer.singleShot(100, begin))
""")
    assert TITLE in ran.stdout
    assert "It is not kept on this computer." in ran.stdout
    assert ran.returncode == 0, ran.stderr
