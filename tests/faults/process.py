"""Starts the driver as a process of its own."""

import ctypes
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.faults.disk import limit_files

ROOT = Path(__file__).parents[2]
_PASSES_PERMISSIONS = (1, 2)
"""What lets root pass by all permissions: CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH."""
_DROP = 24  # PR_CAPBSET_DROP
_LIBC = ctypes.CDLL(None)


def _obey(most):
    """Let permissions hold for root, too, in the program that is started next; and a limit."""
    if most is not None:
        limit_files(most)
    if os.getuid() == 0:
        for capability in _PASSES_PERMISSIONS:
            _LIBC.prctl(_DROP, capability, 0, 0, 0)


@dataclass(frozen=True)
class Start:
    """How one start of the program went."""

    code: int
    said: dict
    """What the driver saw."""
    complaints: str
    """What stands on standard error."""


def start(out, changes, most=None):
    """Drive the program in an environment; a change to None takes a variable away.

    No file can get more than so many bytes.
    """
    kept = {key: value for key, value in os.environ.items() if not key.startswith("XDG_")}
    wanted = {**kept, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), **changes}
    result = subprocess.run(
        [sys.executable, "-m", "tests.faults.driver", str(out)],
        capture_output=True,
        check=False,
        cwd=wanted["PYTHONPATH"],
        timeout=120,
        preexec_fn=partial(_obey, most),
        env={key: value for key, value in wanted.items() if value is not None},
    )
    said = json.loads(result.stdout or b"{}")
    return Start(result.returncode, said, result.stderr.decode(errors="replace"))
