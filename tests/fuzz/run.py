"""Fuzzes every reader of foreign bytes: python -m tests.fuzz.run [SECONDS] [--seed N] [READER ...]

Prints a table, and exits with 1 if there was a fault. The input that shows it is kept in
build/fuzz/, as small as it can be made; once it is mended, it moves to tests/fuzz/found/, and is
read by every `make test`.

Each reader runs in a process of its own, with little memory, and each input is on the disk before
it is read: so what kills the process, or never comes back, is known, too.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path
from typing import Any

from tests.fuzz.every import every
from tests.fuzz.fuzzing import Tally

OUT = Path("build/fuzz")
_STUCK = 60
"""Seconds beyond its time after which a process is ended."""
_HEAD = ("reader", "tried", "accepted", "refused", "slowest ms", "faults")


def main() -> int:
    """Fuzz, print the table, return the exit code."""
    parser = argparse.ArgumentParser(description="Fuzzes every reader of foreign bytes.")
    parser.add_argument("seconds", nargs="?", type=float, default=60, help="for all readers")
    parser.add_argument("readers", nargs="*", help="only these")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    given = parser.parse_args()
    names = [name for name in every() if not given.readers or name in given.readers]
    OUT.mkdir(parents=True, exist_ok=True)
    _print(f"seed {given.seed}, {given.seconds / len(names):.0f} seconds a reader")
    _print("{:<20}{:>10}{:>10}{:>10}{:>12}{:>8}".format(*_HEAD))
    tallies = {name: _fuzzed(name, given.seconds / len(names), given.seed) for name in names}
    kept = [line for name, tally in tallies.items() for line in _kept(name, tally)]
    _print("\n".join(kept) or "No faults.")
    return 1 if kept else 0


def _print(line: str) -> None:
    print(line, flush=True)  # noqa: T201


def _fuzzed(name: str, seconds: float, seed: int) -> Tally:
    """Return how a reader did in its own processes, one after another if one dies."""
    tally, target, until = Tally(), every()[name], time.time() + seconds
    while time.time() < until:
        order = {"name": name, "seed": seed, "until": until, "figures": tally.figures}
        end = _child(order, until - time.time() + _STUCK)
        tally = _read(tally)
        if end:
            _died(tally, end, may_die=target.may_die)
        if not end or tally.faults:
            break
    died = f"  ({tally.died} ended the child)" if tally.died else ""
    _print(
        f"{name:<20}{tally.tried:>10,}{tally.accepted:>10,}{tally.refused:>10,}"
        f"{tally.slowest * 1000:>12.0f}{len(tally.faults):>8}{died}"
    )
    return tally


def _read(before: Tally) -> Tally:
    """Return what the process left behind."""
    try:
        figures = json.loads((OUT / "figures").read_bytes())
        faults = json.loads((OUT / "faults").read_bytes())
    except OSError:  # it did not get as far as its first input
        return before
    return Tally(**figures, faults={told: bytes.fromhex(raw) for told, raw in faults.items()})


def _died(tally: Tally, end: str, *, may_die: bool) -> None:
    tally.number += 1
    tally.tried += 1
    tally.died += 1
    if not may_die or "never" in end:
        tally.faults[end] = (OUT / "input").read_bytes()


def _kept(name: str, tally: Tally) -> list[str]:
    """Keep the inputs that show the faults, made small; return a line for each."""
    lines = []
    for told, raw in tally.faults.items():
        (OUT / "input").write_bytes(raw)
        _child({"name": name, "shrink": told}, _STUCK)
        small = (OUT / "input").read_bytes()
        file = OUT / f"{name.replace(' ', '_')}-{sha256(small).hexdigest()[:8]}"
        file.write_bytes(small)
        lines.append(f"{name}: {told}\n    {file}, {len(small)} bytes")
    return lines


def _child(order: dict[str, Any], seconds: float) -> str:
    """Have something done in another process; return how it ended, empty if well."""
    command = [sys.executable, "-m", "tests.fuzz.one", json.dumps(order), str(OUT)]
    try:
        done = subprocess.run(command, timeout=seconds, check=False)
    except subprocess.TimeoutExpired:
        return "it never comes back"
    if done.returncode > 0:
        raise SystemExit(f"{order}: the fuzzing itself has a fault")
    return f"the process died ({done.returncode})" if done.returncode else ""


if __name__ == "__main__":
    sys.exit(main())
