"""The process of one visit, as the supervisor sees it: what it says, and how it ends."""

import json
import os
import re
import resource
import shutil
import subprocess
import sys

import pytest

from rls_wizard.kiosk.codes import Ended
from rls_wizard.kiosk.talk import Begin, Closed, pack_begin
from rls_wizard.paths import own_content
from rls_wizard.supervisor.child import Child
from tests.kiosk.rooms import SITE

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="uses limits of POSIX")
VISIT = [sys.executable, "-m", "rls_wizard"]
FAULT_AT_THE_START = """
import sys
from rls_wizard import app, i18n
def fail(*_):
    raise ValueError("a word of somebody")
i18n.load = fail
sys.exit(app.main(["kiosk-visit"]))
"""
FAULT_WHILE_LOADING = """
import sys
from rls_wizard import app
def fail(*_):
    raise ValueError("a word of somebody")
app._speak = fail
sys.exit(app.main(["kiosk-visit"]))
"""
GUARDED = """
import ctypes, resource
from rls_wizard import app
real = app.Program.run
def run(program):
    death = ctypes.c_int()
    ctypes.CDLL(None).prctl(2, ctypes.byref(death))
    dumpable = ctypes.CDLL(None).prctl(3)
    print([death.value, dumpable], flush=True)
    return 0
app.Program.run = run
app.main(["kiosk-visit"])
"""


def visit(begin, *command, folder=None):
    """Run the process of a visit to its end; the line to the supervisor stays open meanwhile."""
    content = [f"--content={folder}"] if folder else []
    with subprocess.Popen(
        [*(command or [*VISIT, *content, "kiosk-visit"])],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as child:
        child.stdin.write(pack_begin(begin))
        child.stdin.flush()
        child.wait(60)
        said = child.stdout.read().decode().splitlines()
        return child.returncode, said, child.stderr.read().decode()


@pytest.fixture
def copy(tmp_path):
    return shutil.copytree(own_content(), tmp_path / "content")


def test_content_past_its_review_ends_it(copy):
    about = copy / "about.toml"
    text = re.sub(r"(?m)^next_review = .*\n", "", about.read_text(encoding="utf-8"))
    dated = "reviewed_on = 2020-01-01\nnext_review = 2021-02-03"
    about.write_text(re.sub(r"reviewed_on = \S+", dated, text, count=1), encoding="utf-8")
    assert visit(Begin(SITE), folder=copy)[0] == Ended.EXPIRED


def test_broken_content_ends_it_and_the_supervisor_is_told_why(copy):
    (copy / "about.toml").write_text("nonsense = 1\n")
    code, said, _ = visit(Begin(SITE), folder=copy)
    assert code == Ended.SETUP
    assert any("about.toml" in fault for fault in json.loads(said[-1])["faults"])


def test_a_closed_page_lives_and_ends_after_its_time():
    code, said, _ = visit(Begin(None, Closed.SETUP, seconds=1, faults=("kiosk.toml: is missing",)))
    assert code == Ended.DONE
    assert json.loads(said[0]) == {"pin": None, "faults": []}


@pytest.mark.parametrize("program", [FAULT_AT_THE_START, FAULT_WHILE_LOADING])
def test_a_fault_before_there_is_a_visit_is_a_crash_and_tells_no_words(program):
    code, _, complaint = visit(Begin(SITE), sys.executable, "-c", program)
    assert code == 1
    assert "ValueError at" in complaint
    assert "a word of somebody" not in complaint


def test_without_a_supervisor_there_is_no_visit():
    done = subprocess.run([*VISIT, "kiosk-visit"], input=b"", capture_output=True, check=False)
    assert done.returncode == 1


@pytest.mark.skipif(sys.platform != "linux", reason="is asked of Linux")
def test_its_memory_is_hidden_and_it_dies_with_the_supervisor():
    _, said, complaint = visit(Begin(SITE), sys.executable, "-c", GUARDED)
    assert said[-1] == "[9, 0]", complaint


def test_no_process_of_a_kiosk_leaves_a_core(tmp_path):
    program = "import sys; sys.stdin.readline(); print(flush=True); import os; os.abort()"
    starts = f"""
import resource, sys
from rls_wizard.kiosk.guard import forbid_cores
from rls_wizard.kiosk.talk import Begin
from rls_wizard.supervisor.child import Child
resource.setrlimit(resource.RLIMIT_CORE, (resource.RLIM_INFINITY,) * 2)
if len(sys.argv) > 1:
    forbid_cores()
with Child([sys.executable, "-c", {program!r}], Begin(None), 20) as child:
    print(child.serve(lambda _: None, lambda: None))
"""
    hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
    left = []
    for guarded in (["guarded"], []):
        done = subprocess.run(
            [sys.executable, "-c", starts, *guarded],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(own_content().parents[1])},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.stdout == "-6\n", done.stderr
        left.append([file.name for file in tmp_path.iterdir() if file.name.startswith("core")])
    assert left[0] == []
    if hard == resource.RLIM_INFINITY and _writes_cores_here():
        assert left[1] != []


@pytest.mark.skipif(sys.platform != "linux", reason="is a limit of Linux")
def test_a_service_that_may_leave_no_core_anyway_starts_all_the_same():
    starts = """
import os, resource
from rls_wizard.kiosk.guard import forbid_cores
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
if os.getuid() == 0:
    os.setuid(65534)
forbid_cores()
print(resource.getrlimit(resource.RLIMIT_CORE))
"""
    done = subprocess.run(
        [sys.executable, "-c", starts], capture_output=True, text=True, check=False
    )
    assert done.stdout == "(0, 0)\n", done.stderr


def _writes_cores_here():
    with open("/proc/sys/kernel/core_pattern") as file:
        return file.read().startswith("core")


def test_what_the_child_is_told_and_says_survives_bad_lines(tmp_path):
    program = "import sys; print('{', flush=True); sys.stdin.readline(); sys.exit(7)"
    heard = []
    with Child([sys.executable, "-c", program], Begin(None), 20) as child:
        assert child.serve(heard.append, lambda: None) == 7
    assert heard == []
