"""Runs Python as a process of its own, and tells what it used."""

import json
import os
import subprocess
import sys
from pathlib import Path
from threading import Timer

ROOT = Path(__file__).parents[2]
DEADLINE = 120
# An installed program is compiled once; a session that writes no bytecode would compile every time.
ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}


def processor_ms(arguments, given):
    """Run Python once with an open file to read; return the milliseconds of processor time."""
    given.seek(0)
    process = subprocess.Popen(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=ENVIRONMENT,
        stdin=given,
        stderr=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )
    # A window that does not come up would wait for a person for ever.
    deadline = Timer(DEADLINE, process.kill)
    deadline.start()
    _, status, usage = os.wait4(process.pid, 0)
    deadline.cancel()
    if status:
        raise SystemExit(f"{arguments[-1]}: ended with status {status}")
    return (usage.ru_utime + usage.ru_stime) * 1000


def figures(*arguments, **environment):
    """Run Python once; return what it prints last, as JSON."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=ENVIRONMENT | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=DEADLINE,
    )
    if done.returncode:
        raise SystemExit(f"{arguments}: {done.stderr}")
    return json.loads(done.stdout)
