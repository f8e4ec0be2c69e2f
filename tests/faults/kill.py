"""Kills the program at random moments, and looks at what is left of the unfinished visit.

    python -m tests.faults.kill [N] [SEED]

The program answers through the real window, faster than any person. What must hold after each kill:

- There is one visit at most, and the reader of the program takes it; a file is never half.
- Of the answers that were told as given at most the last one is missing. One that was given more
  than a second before is there, even if it is the last.
- What was told as deleted is gone, with every answer.
- After the next start nothing else stands in the folder, and nothing in that of the settings.
"""

import json
import os
import random
import select
import signal
import sys
import traceback
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from rls_wizard import app, i18n
from rls_wizard.content.load import load_content
from rls_wizard.handover.answer_file import as_object
from rls_wizard.handover.unfinished import UnfinishedError, unpack
from rls_wizard.paths import own_content
from tests.faults.victim import SLOWEST, Victim

_OURS = ("reports", "visit-1.json", "visit-1.lock")
_AT_START = 0.4
"""The longest time after its birth at which a program is killed that has told nothing, in s."""
_MOST_ANSWERS = 8
_MOST_WORKERS = 4
_SECOND = 1.0
_STUCK = "the program does not go on"
_LOST = "an answer was lost that was not the last"
_WITHIN = 20
"""How long a program may take for anything, in seconds."""


class Child:
    """A victim, and what it has told so far."""

    def __init__(self, home, start):
        self.given, self.started = [], None
        """The states of the answers, the last one last, each with the time at which it was told."""
        self.pending = self.deleting = False
        self._rest = b""
        self._pipe, out = os.pipe()
        self._pid = os.fork()
        if self._pid == 0:
            _be_born(home, out, start)
        os.close(out)

    def listen(self, seconds, until=lambda: False):
        """Take in what is told for so long, or until something holds."""
        deadline = monotonic() + seconds
        while not until() and (left := deadline - monotonic()) > 0:
            if select.select([self._pipe], [], [], left)[0]:
                told = os.read(self._pipe, 1 << 16)
                assert told, "the program has ended by itself"
                self._take(told)
        return until()

    def kill(self):
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        while told := os.read(self._pipe, 1 << 16):
            self._take(told)
        os.close(self._pipe)

    def _take(self, told):
        *lines, self._rest = (self._rest + told).split(b"\n")
        for line in lines:
            ((what, value),) = json.loads(line).items()
            self.pending = what == "next"
            if what == "started":
                self.started = value
            elif what == "given" and (not self.given or self.given[-1][0] != value):
                self.given.append((value, monotonic()))
            elif what in {"deleting", "deleted"}:
                self.deleting = what == "deleting"
                if what == "deleted":
                    self.given = [({}, monotonic())]


def _be_born(home, out, start):
    """Be the program, in the forked process; never return."""
    try:
        log = os.open(home.parent / "complaints", os.O_CREAT | os.O_WRONLY | os.O_APPEND)
        os.dup2(log, 2)
        os.write(2, b"born\n")
        start(out)
        os.write(2, b"over\n")
    except BaseException:  # what follows would end without a word
        os.write(2, traceback.format_exc().encode())
    finally:
        os._exit(1)


class Killer:
    """Kills again and again, and counts what was found."""

    def __init__(self, root, seed):
        self.found = Counter()
        self.examples = {}
        self._dice = random.Random(seed)
        self._home = root / "home"
        self._home.mkdir()
        self._data = self._home / ".local" / "share" / "rls-wizard"
        self._settings = self._home / ".config" / "rls-wizard"
        os.environ |= {"HOME": str(self._home), "QT_QPA_PLATFORM": "offscreen"}
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
            os.environ.pop(name, None)
        self._words = i18n.load("en")
        self._content = load_content(own_content(), self._words)
        app._speak = lambda *_: (self._content, self._words)  # noqa: SLF001
        self._before = {}
        """The answers that were left by the kill before."""

    def round(self, number):
        """Start, kill and look once."""
        delete = self._dice.random() < 0.15
        seed = self._dice.random()

        def start(out):
            Victim(out, self._data, seed, delete=delete).run()

        child = Child(self._home, start)
        how = self._wait(child, delete=delete)
        killed = monotonic()
        child.kill()
        self.found[f"killed {how}"] += 1
        for fault in self._faults(child, killed):
            self.found[fault] += 1
            self.examples.setdefault(fault, f"kill {number}, {how}")

    def _wait(self, child, *, delete):
        """Wait for a random moment; return what it is called."""
        if self._dice.random() < 0.15:
            child.listen(self._dice.uniform(0, _AT_START))
            return "at the start"
        if delete and self._before:
            assert child.listen(_WITHIN, lambda: child.deleting or child.given), _STUCK
            child.listen(self._dice.uniform(0, 0.02))
            return "while deleting"
        answers = self._dice.randint(1, _MOST_ANSWERS)
        done = child.listen(_WITHIN, lambda: len(child.given) > answers or child.deleting)
        assert done, _STUCK
        # Writing takes a few milliseconds: half of the kills are to hit it.
        child.listen(self._dice.choice((0.02, SLOWEST)) * self._dice.random())
        return "while answering"

    def _faults(self, child, killed):
        """Yield what is not as it must be, and remember what is left."""
        if child.started is not None and not set(child.started) <= set(_OURS):
            yield f"after the next start there was {sorted(set(child.started) - set(_OURS))}"
        if child.started is not None and child.given:
            yield from (f"a settings file is left: {name}" for name in self._strange_settings())
        visits = sorted(self._data.glob("visit-*.json"))
        if len(visits) > 1:
            yield "there are two visits"
        try:
            kept = self._read(visits[0]) if visits else {}
        except UnfinishedError:
            self._before = {}
            yield "a file is corrupt"
            return
        yield from self._lost(child, kept, killed)
        self._before = kept

    def _lost(self, child, kept, killed):
        states = child.given or [(self._before, killed)]
        if child.deleting and not kept:
            return
        missing = _missing(kept, [state for state, _ in states])
        if child.given and states[0][0] == {} and self._before and not child.deleting:
            missing = min(missing, len(states) - 1)
        self.found["answers given"] += max(len(states) - 1, 0)
        self.found["the last was lost"] += missing == 1
        if missing > 1:
            yield _LOST
        elif missing and killed - states[-1][1] > _SECOND:
            yield "an answer was lost that was a second old"

    def _strange_settings(self):
        names = {path.name for path in self._settings.glob("*")}
        return names - {"rls-wizard.ini"}

    def _read(self, file):
        visit = unpack(file.read_bytes(), self._content, date.today(), self._words)
        return as_object(visit.response)["answers"]


def _missing(kept, states):
    """Return how many states are newer than what is kept; it may be newer than all of them."""
    for number, state in enumerate(reversed(states)):
        last = states[-1]
        if all(kept.get(name) == value or last.get(name) != value for name, value in state.items()):
            return number
    return len(states)


def _kill(count, seed):
    """Kill so many times; return what was found how often, and where it was found first."""
    with TemporaryDirectory() as folder:
        killer = Killer(Path(folder), seed)
        try:
            for number in range(count):
                killer.round(number)
        except AssertionError as error:
            killer.examples[str(error)] = f"kill {number}"
        with suppress(FileNotFoundError):
            complaints = (Path(folder) / "complaints").read_text()
            if " at\n" in complaints or "Traceback" in complaints or "Fatal" in complaints:
                killer.examples["the program had a fault"] = complaints
    return killer.found, killer.examples


def main():
    """Kill so many times; print what was found, and return the exit code."""
    count = int(sys.argv[1]) if sys.argv[1:] else 1_000
    seed = int(sys.argv[2]) if sys.argv[2:] else random.randrange(1 << 32)
    workers = min(os.cpu_count() or 1, _MOST_WORKERS)
    sys.stdout.write(f"seed {seed}\n")
    # Not forked: each is to fork programs of its own.
    with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
        parts = [pool.submit(_kill, count // workers, seed + number) for number in range(workers)]
        done = [part.result() for part in parts]
    found = sum((counted for counted, _ in done), Counter())
    for what, times in sorted(found.items()):
        sys.stdout.write(f"{times:6} {what}\n")
    examples = [example for _, examples in done for example in examples.items()]
    for what, where in examples:
        sys.stdout.write(f"FAULT {what}: {where}\n")
    sys.stdout.write(f"{len(examples)} kinds of fault\n")
    return 1 if examples else 0


if __name__ == "__main__":
    sys.exit(main())
