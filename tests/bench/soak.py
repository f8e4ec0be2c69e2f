"""What a program that runs for long gathers: python -m tests.bench.soak [VISITS] [ASSESSMENTS].

One home program, in folders of its own, is used by one person after another through the real
window; then many responses are assessed. Nothing may grow. Prints a table, and ends with 1 if
something does.
"""

import argparse
import json
import os
import statistics
import sys
import time
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

VISITS, ASSESSMENTS = 1_000, 10_000
WARM = 100
"""Of so many visits, at most, memory is no matter: all that is loaded once is loaded by then."""
MOST_KB = 1.0
"""A visit, and a hundred assessments."""
KEPT = Path(__file__).parents[2] / "build" / "soak.json"
EVERY = 5
"""Visits between two looks, if there are many."""


class Seen:
    """What was held, look by look."""

    def __init__(self, visits):
        self._warm = min(WARM, visits // 2)
        self._every = EVERY if visits > WARM else 1
        self.memory, self.counts = [], []

    def look(self, visit):
        """Look, after a visit, whether it is time."""
        from tests.bench import alive

        if visit % self._every == 0 and visit >= self._warm:
            self.memory.append((visit, alive.memory()))
            self.counts.append(alive.count())

    def rows(self):
        """Yield kind, first, last, growth in words, whether that is as it should be."""
        for kind in self.counts[0]:
            numbers = [counts[kind] for counts in self.counts]
            third = max(1, len(numbers) // 3)
            # The least: what a child or a timer of the moment adds is no growth.
            first, last = min(numbers[:third]), min(numbers[-third:])
            yield kind, first, last, f"{last - first:+d}", last <= first
        yield self._memory()

    def keep(self):
        """Leave the growth of memory to the table of the bench, if it was a whole soak."""
        if self.memory[-1][0] >= VISITS:
            KEPT.parent.mkdir(exist_ok=True)
            KEPT.write_text(json.dumps({"growth": slope(self.memory)}))

    def _memory(self):
        growth = slope(self.memory)
        first, last = self.memory[0][1], self.memory[-1][1]
        # Over few visits it says nothing: the allocator takes more at a time.
        well = growth <= MOST_KB or self.memory[-1][0] < VISITS // 2
        return "kB of memory", first, last, f"{growth:+.2f} kB a visit", well


def slope(points):
    """Return the median growth over all pairs of points: a single step does not move it."""
    rises = [(b - a) / (y - x) for (x, a), (y, b) in combinations(points, 2)]
    return statistics.median(rises) if rises else 0.0


def run_program(folder, number, left, **guests):
    """Let so many people use one program; `left` is called after each; return what went wrong."""
    from rls_wizard.app import Program

    faults = []
    program = Program()
    file = str(folder / "summary.pdf")

    def begin():
        from tests.bench.guests import Guests

        come = Guests(program.window, number, **guests)
        come.left.connect(left)
        come.finished.connect(end)
        come.start()

    def end(fault):
        faults.extend(said for said in (fault, program.fault) if said)
        program.qt.exit()

    program.run(begin, lambda *_: file)
    return faults


def assessments(number):
    """Assess the worked cases again and again; return the growth in kB a hundred."""
    from rls_wizard import i18n
    from rls_wizard.content.cases import read_cases, response_of
    from rls_wizard.content.load import load_content
    from rls_wizard.content.reader import Reader
    from rls_wizard.domain.assessment import assess
    from rls_wizard.paths import own_content
    from tests.bench import alive

    words = i18n.load("en")
    content = load_content(own_content(), words)
    cases = {case.name: case for case in read_cases(Reader(own_content(), words))}
    responses = [response_of(case, cases, content) for case in cases.values()]
    # The first round fills what is looked up once: it may take memory.
    for response in responses:
        assess(content, response)
    held = []
    for done in range(number):
        assess(content, responses[done % len(responses)])
        if done % len(responses) == 0:
            held.append((done / 100, alive.memory()))
    return slope(held)


def at_home(folder):
    """Let the program find an empty home, so that nothing of this computer's user is touched."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "HOME"):
        place = folder / name.lower()
        place.mkdir()
        os.environ[name] = str(place)


def main():
    """Run both, print the table, return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.partition(":")[0])
    parser.add_argument("visits", nargs="?", type=int, default=VISITS)
    parser.add_argument("assessments", nargs="?", type=int, default=ASSESSMENTS)
    given = parser.parse_args()
    begun, seen = time.monotonic(), Seen(given.visits)
    with TemporaryDirectory(prefix="soak-") as name:
        at_home(Path(name))
        faults = run_program(Path(name), given.visits, seen.look)
    for fault in faults:
        print(f"FAULT: {fault}")
    if faults:
        return 1
    from tests.bench import alive

    print(f"{given.visits} visits; looked at after visit {seen.memory[0][0]}, and the last one")
    print(f"{'what':24}{'first':>10}{'last':>10}{'growth':>20}")
    bad = 0
    seen.keep()
    for kind, first, last, growth, well in seen.rows():
        print(f"{kind:24}{first:>10}{last:>10}{growth:>20}  {'ok' if well else 'GROWS'}")
        bad += not well
    now, most = alive.resident()
    print(f"in memory with all libraries: {now} kB, at most {most} kB")
    grown = assessments(given.assessments)
    # Over few it says nothing: memory comes in pages of 4 kB.
    grows = grown > MOST_KB and given.assessments >= ASSESSMENTS // 2
    bad += grows
    said = "GROWS" if grows else "ok"
    print(f"{given.assessments} assessments: {grown:+.2f} kB a hundred  {said}")
    print(f"{(time.monotonic() - begun) / 60:.1f} minutes")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
