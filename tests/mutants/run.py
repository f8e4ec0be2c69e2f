"""Shows how many small mistakes in the domain its tests would notice.

Usage: python -m tests.mutants.run [--file NAME] [--sample N] [--all]. Prints a table by file, then what
survived. Exit code 1 if fewer than 90 of 100 are killed, in all or in a file that has over 20.
"""

import argparse
import multiprocessing
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
KILLERS = ("tests/domain", "tests/content", "tests/handover")
SLOW = ("tests/content/test_check.py",)
ENOUGH = 0.90
FEW = 20
_SEED = 1


class Runner:
    """A plugin of pytest: in place of running the tests, it runs them against mutants."""

    def __init__(self, mutants, workers, number):
        self._mutants, self._workers, self._number = mutants, workers, number
        self.ends = {}

    def pytest_runtestloop(self, session):
        """Learn which test reaches what, then kill this worker's share."""
        killers = Killers(session, DOMAIN)
        killers.learn()
        for mutant in self._mutants[self._number :: self._workers]:
            self.ends[mutant.key] = killers.kill(mutant)
        return True


def work(wanted, workers, number, results):
    """Kill a share of the mutants in a process of its own."""
    os.nice(19)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    runner = Runner(chosen(*wanted), workers, number)
    files = [str(ROOT / name) for name in KILLERS]
    ignored = [f"--ignore={ROOT / name}" for name in SLOW]
    code = pytest.main(["-q", "-p", "no:cacheprovider", *ignored, *files], plugins=[runner])
    results.put((int(code), runner.ends))


def chosen(file, sample):
    """Return the mutants to kill."""
    found = all_mutants(DOMAIN, file)
    if sample and sample < len(found):
        found = random.Random(_SEED).sample(found, sample)
    return found


def equals():
    """Return why a mutant does the same as the program, by its key."""
    if not EQUAL.exists():
        return {}
    found = tomllib.loads(EQUAL.read_text(encoding="utf-8")).get("equal", [])
    return {one["mutant"]: one["why"] for one in found}


def table(mutants, ends, known):
    """Print a line a file; return whether enough were killed, and what survived."""
    counts, survivors = {}, []
    for mutant in mutants:
        end = ends[mutant.key]
        if end == SURVIVED and mutant.key in known:
            end = "equal"
        elif end == SURVIVED:
            survivors.append(mutant)
        counts.setdefault(mutant.file, Counter())[end] += 1
    print(f"{'file':20}{'mutants':>9}{'killed':>8}{'survived':>10}{'equal':>7}{'share':>8}")
    enough = True
    for file, count in [*counts.items(), ("all", sum(counts.values(), Counter()))]:
        killed = count[KILLED] + count[LATE]
        counted = killed + count[SURVIVED]
        share = killed / counted if counted else 1
        enough &= share >= ENOUGH or (counted <= FEW and file != "all")
        shown = (killed, count[SURVIVED], count["equal"])
        print(f"{file:20}{sum(shown):>9}{shown[0]:>8}{shown[1]:>10}{shown[2]:>7}{share:>8.1%}")
    return enough, survivors


def main():
    """Kill mutants and tell what became of them."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutants.run")
    parser.add_argument("--file", default="", help="only this file of the domain, such as flow.py")
    parser.add_argument("--sample", type=int, default=0, help="only so many, chosen by chance")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    given = parser.parse_args()
    start, wanted = time.monotonic(), (given.file, given.sample)
    results = multiprocessing.Queue()
    workers = [
        multiprocessing.Process(target=work, args=(wanted, given.workers, number, results))
        for number in range(given.workers)
    ]
    for worker in workers:
        worker.start()
    ends = {}
    for _ in workers:
        code, found = results.get()
        if code not in {0, 5}:
            raise SystemExit("The tests themselves do not pass: run them first.")
        ends |= found
    known, mutants = equals(), chosen(*wanted)
    enough, survivors = table(mutants, ends, known)
    print(f"\n{len(mutants)} mutants in {time.monotonic() - start:.0f} s")
    for mutant in survivors:
        print(f"  {mutant.file}:{mutant.line} {mutant.function}: {mutant.before}  ->  {mutant.after}")
    gone = [key for key in known if not wanted[1] and key not in ends and known_file(key, given.file)]
    dead = [key for key in known if ends.get(key) in {KILLED, LATE}]
    for key in gone + dead:
        print(f"  equal.toml: {key}: {'is gone' if key in gone else 'is killed, so it is not equal'}")
    return 0 if enough and not gone + dead else 1


def known_file(key, file):
    """Tell whether a key is of the file that is looked at."""
    return not file or key.startswith(f"{file} ")


if __name__ == "__main__":
    sys.exit(main())
