"""Shows how many small mistakes in the domain its tests would notice.

Usage: python -m tests.mutants.run [--file NAME] [--sample N] [--workers N]. Prints a table by file,
then what survived. Exit code 1 if fewer than 90 of 100 are killed, in all or in a file that has
over 20, or if `equal.toml` tells what is not so.

An own runner: mutmut 3 leaves out functions with decorators, of which the domain is full, and
cosmic-ray starts an interpreter for each mutant, which here takes longer than the tests.
"""

import argparse
import os
import random
import sys
import time
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from tests.mutants.killing import KILLED, LATE, SURVIVED, Killers
from tests.mutants.mutate import all_mutants

ROOT = Path(__file__).parents[2]
DOMAIN = ROOT / "rls_wizard" / "domain"
EQUAL = Path(__file__).parent / "equal.toml"
KILLERS = (
    "tests/domain",
    "tests/content/test_cases.py",
    "tests/content/test_tables.py",
    "tests/content/test_check.py",
    "tests/content/test_codebook.py",
    "tests/content/test_countries.py",
    "tests/content/test_glossary.py",
    "tests/content/test_timeline.py",
    "tests/content/test_units.py",
)
ENOUGH = 0.90
FEW = 20
_SEED = 1


class Runner:
    """A plugin of pytest: in place of running the tests, it runs them against mutants."""

    def __init__(self, mutants, workers, folder):
        """Take the mutants of the files in a folder, and how many to run at a time."""
        self._mutants, self._workers, self._folder = mutants, workers, folder
        self.ends = {}

    def pytest_runtestloop(self, session):
        """Learn which test reaches what, then try each mutant."""
        killers = Killers(session, self._folder)
        killers.learn()
        for mutant, end in killers.kill(self._mutants, self._workers):
            self.ends[mutant.key] = end
            sys.stderr.write("." if end != SURVIVED else f"\n{told(mutant)}\n")
        return True


def ends_of(mutants, files, folder=DOMAIN, workers=1):
    """Return how each mutant ends, by key. Raises SystemExit if the tests themselves fail."""
    runner = Runner(mutants, workers, folder)
    code = pytest.main(["-q", "-p", "no:cacheprovider", *map(str, files)], plugins=[runner])
    if set(runner.ends) != {mutant.key for mutant in mutants}:
        raise SystemExit(f"The tests do not pass as they are ({code}): run them first.")
    return runner.ends


def told(mutant):
    """Return where a mutant is, and the line that it changes, as it was and is."""
    place = f"{mutant.file}:{mutant.line} {mutant.function}"
    return f"{place}\n  - {mutant.before}\n  + {mutant.after}"


def chosen(file, sample):
    """Return the mutants to kill."""
    found = all_mutants(DOMAIN, file)
    return random.Random(_SEED).sample(found, sample) if 0 < sample < len(found) else found


def equals():
    """Return why a mutant does the same as the program, by its key."""
    found = tomllib.loads(EQUAL.read_text(encoding="utf-8"))["equal"]
    return {one["mutant"]: one["why"] for one in found}


def _say(*words):
    print(*words, flush=True)


def table(mutants, ends, known):
    """Print a line a file; return whether enough were killed."""
    counts = {}
    for mutant in mutants:
        end = ends[mutant.key]
        told = "equal" if end == SURVIVED and mutant.key in known else end
        counts.setdefault(mutant.file, Counter())[told] += 1
    columns = (KILLED, LATE, SURVIVED, "equal")
    _say(f"\n{'file':20}{'mutants':>9}", *(f"{column:>9}" for column in columns), "   share")
    enough = True
    for file, count in [*counts.items(), ("all", sum(counts.values(), Counter()))]:
        dead = count[KILLED] + count[LATE]
        counted = dead + count[SURVIVED]
        share = dead / counted if counted else 1
        enough &= share >= ENOUGH or (counted <= FEW and file != "all")
        shown = (f"{count[column]:>9}" for column in columns)
        _say(f"{file:20}{sum(count.values()):>9}", *shown, f"{share:>8.1%}")
    return enough


def wrong(known, ends, whole):
    """Yield what is wrong with the list of equal mutants; `whole` if every mutant was tried."""
    for key in known:
        if key in ends and ends[key] != SURVIVED:
            yield f"{key}: is killed, so it is not equal"
        elif whole and key not in ends:
            yield f"{key}: is no mutant any more"


def main():
    """Kill mutants and tell what became of them."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutants.run")
    parser.add_argument("--file", default="", help="only this file of the domain, such as flow.py")
    parser.add_argument("--sample", type=int, default=0, help="only so many, chosen by chance")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    given = parser.parse_args()
    os.nice(19)
    start, mutants, known = time.monotonic(), chosen(given.file, given.sample), equals()
    ends = ends_of(mutants, (ROOT / name for name in KILLERS), workers=given.workers)
    enough = table(mutants, ends, known)
    _say(f"\n{len(mutants)} mutants in {time.monotonic() - start:.0f} s")
    for mutant in mutants:
        if ends[mutant.key] == SURVIVED and mutant.key not in known:
            _say(told(mutant))
    faults = list(wrong(known, ends, whole=not given.file and not given.sample))
    for fault in faults:
        _say(f"equal.toml: {fault}")
    return 0 if enough and not faults else 1


if __name__ == "__main__":
    sys.exit(main())
