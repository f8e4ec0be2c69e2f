"""Real screens of an X server that come and go under the window."""

import json
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager

import pytest

NEEDED = ("Xvfb", "xrandr")
MISSING = [tool for tool in NEEDED if shutil.which(tool) is None]


@contextmanager
def display():
    """Give the name of the display of an X server of this test's own."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x1024x24", "-noreset"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


@pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")
def test_the_window_is_seen_whatever_becomes_of_the_screens():
    with display() as name:
        result = subprocess.run(
            [sys.executable, "-m", "tests.faults.screens"],
            env={**os.environ, "DISPLAY": name, "QT_QPA_PLATFORM": "xcb"},
            check=False,
            capture_output=True,
            timeout=120,
        )
    assert result.returncode == 0, result.stderr.decode()
    steps = ["two", "moved", "unplugged", "again", "whole", "none", "back", "small", "on"]
    assert json.loads(result.stdout) == [*steps, "QuestionPage"]
