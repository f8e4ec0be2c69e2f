"""Prints how fast the program is: python -m tests.bench.run [ROUNDS].

Processor time, as ratios to what the machine can do in the same minutes; whole processes take
turns, so that a busy minute slows all of them alike. Ends with 1 if a number is not reached.
"""

import os
import sys
from collections.abc import Iterator

if "DISPLAY" not in os.environ:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.bench import (
    assessment,
    finder,
    gap,
    keeping,
    kiosk,
    length,
    memory,
    page,
    paper,
    printing,
    start,
)
from tests.bench.table import HEAD, Row, Unmeasured

ROUNDS = 11
PROFILED = 3


def rows(rounds) -> Iterator[Row | Unmeasured]:
    """Yield every row, in the order of the design."""
    yield from start.rows(rounds)
    yield from page.rows()
    yield from assessment.rows()
    yield from finder.rows()
    yield from paper.rows()
    yield from gap.rows()
    yield from memory.rows()
    yield from printing.rows()
    yield from kiosk.rows()
    yield from length.rows()
    yield from keeping.rows()


def profile(found):
    """Print where the time of the slowest rows goes: those nearest to their targets."""
    slowest = sorted((row for row in found if row.profile), key=lambda row: -row.near)
    for row in slowest[:PROFILED]:
        print(f"\n{row.what} ({row.near:.0%} of its target): what costs most by itself")
        for line in row.profile():
            print(line)


def main():
    """Measure everything, print it, return the exit code."""
    found = []
    print(HEAD)
    for row in rows(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS):
        found.append(row)
        print(row, flush=True)
    print("\n".join(["", *length.others()]))
    profile(found)
    missed = [row.what for row in found if not row.well]
    if missed:
        print(f"\nMISSED: {', '.join(missed)}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
