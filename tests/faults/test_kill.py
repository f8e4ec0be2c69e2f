"""Twenty kills; `python -m tests.faults.kill` does a thousand."""

import os
import subprocess
import sys

import pytest


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the programs to kill are forked")
def test_a_program_that_is_killed_loses_at_most_the_last_answer():
    # Forked programs need a process without Qt.
    result = subprocess.run(
        [sys.executable, "-m", "tests.faults.kill", "20"],
        capture_output=True,
        check=False,
        timeout=300,
        text=True,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    assert "0 kinds of fault" in result.stdout
