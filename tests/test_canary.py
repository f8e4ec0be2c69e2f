"""No answer reaches a log, the settings, a temporary file or a file name."""

import json
import os
import subprocess
import sys

from rls_wizard.handover.answer_file import write

CANARY = "canary-7391"


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
