"""Runs the tools that make installers."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from typing import TYPE_CHECKING

from installers.about import epoch

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def run(
    *command: str | Path, cwd: Path | None = None, more: Mapping[str, str] | None = None
) -> str:
    """Run a command and return what it printed; if it fails, show that and end with its name.

    `more` is added to its environment, which fixes time, hash order, zone and locale: two builds
    of one commit are to be equal.
    """
    words = [str(word) for word in command]
    fixed = {
        "SOURCE_DATE_EPOCH": str(epoch()),
        "PYTHONHASHSEED": "0",
        "TZ": "UTC",
        "LC_ALL": "C.UTF-8",
    }
    done = subprocess.run(
        words,
        check=False,
        cwd=cwd,
        env={**os.environ, **fixed, **(more or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    if done.returncode:
        sys.exit(f"{done.stdout}\nThis failed, with {done.returncode}: {shlex.join(words)}")
    return done.stdout
