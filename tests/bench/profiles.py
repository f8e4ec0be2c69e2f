"""Where the time of a row goes: its dearest functions, or imports."""

import pstats
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from rls_wizard.handover.answer_file import write
from tests.bench.processes import DEADLINE, ENVIRONMENT, ROOT
from tests.bench.sample import sample

SHOWN = 10


def imports(arguments):
    """Yield the imports that cost a process most by themselves."""
    found = []
    for line in _run("-X", "importtime", *arguments).splitlines():
        own, bar, rest = line.removeprefix("import time:").partition("|")
        if bar and own.strip().isdigit():
            found.append((int(own) / 1000, rest.partition("|")[2].strip()))
    for own, name in sorted(found, reverse=True)[:SHOWN]:
        yield f"{own:9.1f} ms  import {name}"


def functions(module, *arguments):
    """Yield the functions that cost a module, run as a program, most by themselves."""
    with TemporaryDirectory() as folder:
        file = str(Path(folder) / "profile")
        _run("-m", "cProfile", "-o", file, "-m", module, *arguments)
        found = pstats.Stats(file).stats
    whole = sum(entry[2] for entry in found.values())
    for where, entry in sorted(found.items(), key=lambda one: -one[1][2])[:SHOWN]:
        calls, own = entry[1], entry[2]
        yield f"{own / whole:9.1%}  {calls:>8} x  {_named(where)}"


def _named(where):
    file, line, name = where
    return name if file == "~" else f"{'/'.join(Path(file).parts[-2:])}:{line} {name}"


def _run(*arguments):
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=ENVIRONMENT,
        input=write(sample()),
        capture_output=True,
        check=True,
        timeout=4 * DEADLINE,
    )
    return done.stderr.decode()
