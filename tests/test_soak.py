"""A small soak: what one visit makes is gone when it is over. `make soak` is the whole one."""

import subprocess
import sys
from pathlib import Path

import pytest

VISITS = 12
"""Twice a summary is made, and three times somebody looks at all that is beside the way."""


@pytest.mark.skipif(sys.platform != "linux", reason="it looks into /proc")
def test_nothing_of_a_visit_stays_behind():
    command = [sys.executable, "-m", "tests.bench.soak", str(VISITS), "300"]
    done = subprocess.run(
        command, cwd=Path(__file__).parents[1], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "GROWS" not in done.stdout
