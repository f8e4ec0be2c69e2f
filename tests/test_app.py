import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest

ROOT = Path(__file__).parent.parent
FIRST_PICTURE = """
import sys
from rls_wizard.app import Program
Program().run_until_painted()
import PySide6.QtCore
print([m for m in ("pydantic", "reportlab", "PySide6.QtSvg", "rls_wizard.domain",
                   "rls_wizard.content", "rls_wizard.ui.aloud", "PySide6.QtTextToSpeech")
       if m in sys.modules], "Qt" in vars(PySide6.QtCore))
"""
FIRST_QUESTION = """
import linecache
import sys
from rls_wizard.app import Program
program = Program(keep=False)
program.run(program.show_first_question)
print(type(program.window.page).__name__)
print([m for m in ("difflib", "rls_wizard.content.medicines", "reportlab", "importlib.metadata")
       if m in sys.modules])
print([file for file in linecache.cache if "pydantic" in file])
"""
A_PAPER = """
import sys
from rls_wizard.app import main
assert main(["summary", *sys.argv[1:]]) == 0
print([m for m in ("http.client", "ssl", "importlib.metadata", "PySide6") if m in sys.modules])
"""
NO_CHILD = """
import sys
from rls_wizard.handover import child
child.summary_command = lambda _: ["/no/such/program"]
from rls_wizard.app import main
sys.exit(main(["selftest"]))
"""
BROKEN_RESULT = """
import sys
from rls_wizard.ui import review_page
real = review_page.ReviewPage.__init__
def fail_once(self, *given):
    review_page.ReviewPage.__init__ = real
    raise RuntimeError("planted")
review_page.ReviewPage.__init__ = fail_once
from rls_wizard.app import main
sys.exit(main(["selftest"]))
"""
FAULT_IN_A_SLOT = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton
from rls_wizard.app import Program
from rls_wizard.ui.press import press
from rls_wizard.ui.visit import Visit
def fail(*_):
    raise RuntimeError("planted")
Visit.record = fail
def begin():
    press(program.window, "country.gb")
    print(chosen())
    QTimer.singleShot(0, lambda: QTimer.singleShot(0, look))
def look():
    press(program.window, "fault.go_on")
    print(chosen())
    program.qt.exit()
def chosen():
    return program.window.findChild(QAbstractButton, "country.gb").isChecked()
program = Program(keep=False)
program.run(begin)
"""
FOLDERS_LOOKED_INTO = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog
from rls_wizard.app import Program
from rls_wizard.ui.summary_page import choose_file
def begin():
    QTimer.singleShot(0, leave)
    print(choose_file(program.window, program.catalogue, "visit.pdf") != "")
    QTimer.singleShot(0, program.qt.exit)
def leave():
    QApplication.activeModalWidget().accept()
program = Program(keep=False)
program.run(begin)
"""
BAD_CONTENT = """
from rls_wizard.app import Program
from rls_wizard.content import load
from PySide6.QtWidgets import QLabel
def refuse(*_):
    raise load.ContentError(["age.toml: item 'age' text: is missing"])
load.load_content = refuse
program = Program()
program.load()
print([label.text() for label in program.window.findChildren(QLabel)])
"""
ANOTHER_FOLDER = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel
from rls_wizard.app import Program
from rls_wizard.ui.press import press
from rls_wizard.ui.selftest import Walk
folder, pdf = sys.argv[1:]
program = Program(keep=False, folder=folder)
def begin():
    print("offered", any("cannot be used" in label.text() for label in labels()))
    press(program.window, "use_own")
    print("welcome", any("from another folder" in label.text() for label in labels()))
    walk = Walk(program.window)
    walk.finished.connect(end)
    walk.start()
def labels():
    return program.window.findChildren(QLabel)
def end(fault, pages):
    print("ended", repr(program.fault or fault))
    program.qt.exit()
QTimer.singleShot(60_000, program.qt.exit)
program.run(begin, lambda *_: pdf)
"""
NO_WAY_OUT = """
import sys
from PySide6.QtWidgets import QAbstractButton
from rls_wizard import paths
from rls_wizard.app import Program
from pathlib import Path
import rls_wizard.paths
rls_wizard.paths.own_content = lambda: Path(sys.argv[1])
program = Program(keep=False, folder=sys.argv[1])
program.load()
print([b.objectName() for b in program.window.page.findChildren(QAbstractButton)])
"""
OVERDUE = """
import sys
from PySide6.QtWidgets import QAbstractButton, QLabel
from rls_wizard.app import Program
program = Program(folder=sys.argv[1])
def look():
    program.qt.processEvents()
    seen = [l.text() for l in program.window.findChildren(QLabel) if l.isVisible()]
    print(" ".join(seen).replace(chr(0xA0), " ").replace(chr(0x200B), ""))
    print([b.objectName() for b in program.window.findChildren(QAbstractButton) if b.isVisible()])
    print(program.fault)
    program.qt.exit()
program.run(look)
"""
BROKEN_LOAD = """
import gc
from rls_wizard.app import Program
from rls_wizard.content import load
def fail(*_):
    raise RuntimeError
load.load_content = fail
program = Program()
try:
    program.load()
except RuntimeError:
    print(gc.isenabled())
"""


def run(*arguments, **environment):
    env = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen", **environment}
    known = {key: value for key, value in env.items() if value is not None}
    return subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        text=True,
        env=known,
        cwd=environment.get("HOME"),
        timeout=150,
        check=False,
    )


def test_the_first_picture_needs_neither_content_nor_pdf():
    assert run("-c", FIRST_PICTURE).stdout == "[] False\n"


def test_the_first_question_needs_no_finder_no_plugins_and_no_source_code():
    assert run("-c", FIRST_QUESTION).stdout == "QuestionPage\n[]\n[]\n"


def test_a_paper_is_made_without_anything_for_the_web_or_the_window(tmp_path):
    answers = tmp_path / "answers.json"
    answers.write_text('{"format": 1, "answered_by": "self", "answers": {}}')
    paper = tmp_path / "summary.pdf"
    assert run("-c", A_PAPER, str(answers), "-o", str(paper)).stdout == "[]\n"
    assert len(pypdfium2.PdfDocument(paper)) > 1


def test_the_selftest_makes_a_pdf_through_the_real_window(tmp_path):
    out = tmp_path / "out.json"
    result = run("-m", "rls_wizard", "selftest", "--out", str(out))
    assert result.returncode == 0, result.stderr
    assert "still running" not in result.stderr
    outcome = json.loads(out.read_text())
    assert outcome["fault"] == ""
    assert outcome["bytes"] > 1000


def test_a_selftest_that_fails_says_so_in_one_line():
    result = run("-c", NO_CHILD)
    assert result.returncode == 1
    assert "selftest: the summary could not be saved\n" in result.stderr


def test_a_selftest_that_cannot_write_its_outcome_fails(tmp_path):
    result = run("-m", "rls_wizard", "selftest", "--out", str(tmp_path / "no" / "out.json"))
    assert result.returncode == 1
    assert "could not be saved" in result.stderr


def test_a_selftest_fails_when_anything_went_wrong_on_the_way():
    result = run("-c", BROKEN_RESULT)
    assert result.returncode == 1
    assert "selftest: " in result.stderr
    assert "planted" not in result.stderr


def test_after_a_fault_nothing_looks_chosen_that_was_not_written_down():
    assert run("-c", FAULT_IN_A_SLOT).stdout == "True\nFalse\n"


def test_no_folder_that_was_looked_into_is_kept(tmp_path):
    result = run("-c", FOLDERS_LOOKED_INTO, HOME=str(tmp_path), XDG_CONFIG_HOME=str(tmp_path))
    assert result.stdout == "True\n", result.stderr
    assert list(tmp_path.rglob("*.conf")) == []


def test_content_that_cannot_be_read_is_shown(tmp_path):
    assert "age.toml: item 'age' text: is missing" in run("-c", BAD_CONTENT).stdout


def test_a_selftest_without_questions_fails_at_once():
    patch = BAD_CONTENT.partition("program =")[0]
    result = run(
        "-c", patch + "from rls_wizard.app import main; raise SystemExit(main(['selftest']))"
    )
    assert result.returncode == 1
    said = "selftest: the questions cannot be read: age.toml: item 'age' text: is missing\n"
    assert said in result.stderr


@pytest.fixture
def copy(tmp_path):
    """Return a copy of the content, with a title that the program's own does not have."""
    folder = Path(shutil.copytree(ROOT / "resources" / "content", tmp_path / "content"))
    plant(folder, "questionnaire/00-welcome.toml", "Before you begin", "A clinic of our own")
    return folder


def plant(folder, name, old, new):
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")


def words_of(pdf):
    pages = pypdfium2.PdfDocument(pdf)
    return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pages)


def test_a_visit_with_another_folder_ends_in_a_pdf_of_that_folder(copy, tmp_path):
    result = run("-c", ANOTHER_FOLDER, str(copy), str(tmp_path / "out.pdf"))
    assert result.stdout == "offered False\nwelcome True\nended ''\n", result.stderr
    paper = words_of(tmp_path / "out.pdf")
    assert "A clinic of our own" in paper
    assert "This content is from another folder. It did not come with the program." in paper


def test_a_broken_folder_leads_to_the_programs_own_content(copy, tmp_path):
    plant(copy, "sources.toml", "[[source]]", "[[source")
    result = run("-c", ANOTHER_FOLDER, str(copy), str(tmp_path / "out.pdf"))
    assert result.stdout == "offered True\nwelcome False\nended ''\n", result.stderr
    paper = words_of(tmp_path / "out.pdf")
    assert "A clinic of our own" not in paper
    assert "from another folder" not in paper


def test_where_nothing_can_be_used_nothing_is_offered(tmp_path):
    assert run("-c", NO_WAY_OUT, str(tmp_path)).stdout == "[]\n"


@pytest.mark.parametrize("where", [["--content={}", "selftest"], ["selftest", "--content", "{}"]])
def test_the_selftest_walks_through_another_folder(copy, where):
    assert run("-m", "rls_wizard", *(w.format(copy) for w in where)).returncode == 0
    shutil.rmtree(copy / "rules")
    result = run("-m", "rls_wizard", *(w.format(copy) for w in where))
    assert result.returncode == 1
    assert "selftest: the questions cannot be read: rules: cannot be read" in result.stderr


def test_another_folder_is_not_kept(copy, tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    code = (
        "import sys; from rls_wizard.app import Program; p = Program(folder=sys.argv[1])\n"
        "p.display.change(text_size=125); p.run(p.window.close)"
    )
    run("-c", code, str(copy), HOME=str(home), XDG_CONFIG_HOME=str(home))
    kept = [file.read_text() for file in home.rglob("*") if file.is_file()]
    assert any("125" in text for text in kept)
    assert not any(str(copy) in text for text in kept)


@pytest.fixture
def start(copy, tmp_path):
    """Start the program with a line in the settings file; return all that it shows."""

    def run_it(line):
        file = tmp_path / "rls-wizard" / "rls-wizard.ini"
        file.parent.mkdir()
        file.write_text(f"[General]\n{line}\n")
        result = run("-c", OVERDUE, str(copy), HOME=str(tmp_path), XDG_CONFIG_HOME=str(tmp_path))
        assert result.returncode == 0, result.stderr
        return result.stdout

    return run_it


def past_its_review(folder, name):
    """Let the first block of a file have had its day of review long ago."""
    file = folder / name
    text = re.sub(r"(?m)^next_review = .*\n", "", file.read_text(encoding="utf-8"))
    dated = "reviewed_on = 2020-01-01\nnext_review = 2021-02-03"
    file.write_text(re.sub(r"reviewed_on = \S+", dated, text, count=1), encoding="utf-8")


@pytest.mark.parametrize("name", ["about.toml", "rules/advice.toml"])
def test_a_kiosk_can_be_set_to_open_nothing_that_is_past_its_review(copy, start, name):
    past_its_review(copy, name)
    shown = start("overdue=refuse")
    assert "This program is closed for now" in shown
    assert "by 3 February 2021." in shown
    assert "Please ask the staff here" in shown
    assert "rls-wizard.ini" in shown
    assert "Who is answering?" not in shown
    assert "[]" in shown
    assert "the content is past its review: 2021-02-03" in shown


@pytest.mark.parametrize("line", ["", "overdue=say", "overdue=anything"])
def test_else_it_opens_and_says_that_it_is_past_its_review(copy, start, line):
    past_its_review(copy, "about.toml")
    shown = start(line)
    assert "These texts were due to be checked again by 3 February 2021." in shown
    assert "Who is answering?" in shown


def test_what_is_not_past_its_review_opens_wherever_it_is(start):
    assert "Who is answering?" in start("overdue=refuse")


def test_without_a_screen_a_sample_is_written(tmp_path):
    none = dict.fromkeys(("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"))
    result = run("-m", "rls_wizard", HOME=str(tmp_path), **none)
    assert result.returncode == 0, result.stderr
    assert result.stdout.startswith("There is no screen here")
    assert [f.suffix for f in tmp_path.iterdir()] == [".pdf"]


def test_other_commands_need_no_qt():
    code = "import sys; from rls_wizard.app import main; main(['check'])\n"
    assert run("-c", code + "print('PySide6.QtGui' in sys.modules)").stdout.endswith("False\n")


def test_a_start_that_fails_still_clears_up_memory():
    assert run("-c", BROKEN_LOAD).stdout == "True\n"
