"""Runs one of the scripts here at a desk of its own, and returns what it found."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
LISTENER = "/usr/bin/python3"
"""The system's Python, which has the bindings for AT-SPI."""


def missing():
    """Return what is needed and is not there; packaging/linux/access-for-tests.sh installs it."""
    tools = [tool for tool in ("Xvfb", "dbus-run-session", "jwm") if not shutil.which(tool)]
    if subprocess.run([LISTENER, "-c", "import gi; gi.require_version('Atspi', '2.0')"],
                      check=False, capture_output=True).returncode:  # fmt: skip
        tools.append("Atspi")
    return tools


def run(home, script, *arguments, deadline=60, python=sys.executable):
    """Return what a script printed; the program has an empty folder as its home.

    `python` starts the program, as `python -m rls_wizard`.
    """
    done = subprocess.run(
        [HERE / "desk.sh", LISTENER, HERE / script, python, *map(str, arguments)],
        env=os.environ | {"HOME": str(home), "PYTHONPATH": str(ROOT)},
        cwd=ROOT, timeout=deadline, check=False, capture_output=True, text=True,
    )  # fmt: skip
    if done.returncode:
        raise AssertionError(done.stderr[-3000:])
    return json.loads(done.stdout.splitlines()[-1])
