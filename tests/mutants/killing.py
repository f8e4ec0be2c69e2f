"""Runs the tests that reach a function against each of its mutants, in copies of one process.

Everything is imported and every long-lived fixture is made once. A copy by `fork` puts the mutant in
place of the function, forgets what was remembered, and runs the tests, the fastest first, until one
fails. So a mutant costs as little as the first test that kills it.
"""

import gc
import os
import signal
import sys
import time
from collections import defaultdict
from functools import cached_property
from types import FunctionType

from _pytest.runner import runtestprotocol

KILLED, SURVIVED, LATE = "killed", "survived", "late"
_ENDS = {0: SURVIVED, 1: KILLED}
_SPARE = 10
"""Seconds that a mutant may take beside what the tests take without it."""


class Killers:
    """The tests of a session, and which functions each of them reaches."""

    def __init__(self, session, folder):
        """Take a session of pytest whose tests are collected."""
        self._items = session.items
        self._folder = str(folder)
        self.seconds = {}
        self.reached = defaultdict(list)
        """By file and name of a function: the tests that call it."""

    def learn(self):
        """Run every test once as it is; raises AssertionError if one fails."""
        for number, item in enumerate(self._items):
            following = self._items[min(number + 1, len(self._items) - 1)]
            called, start = set(), time.perf_counter()
            sys.setprofile(self._note(called))
            try:
                passed = _passes(item, following)
            finally:
                sys.setprofile(None)
            assert passed, f"{item.nodeid} fails without any mutant"
            self.seconds[item] = time.perf_counter() - start
            for function in called:
                self.reached[function].append(item)
        for items in self.reached.values():
            items.sort(key=self.seconds.__getitem__)

    def _note(self, called):
        def note(frame, event, _):
            code = frame.f_code
            if event == "call" and code.co_filename.startswith(self._folder):
                called.add((os.path.basename(code.co_filename), code.co_qualname))

        return note

    def tests_of(self, mutant):
        """Return the tests that reach the function of a mutant, or what is inside it."""
        name = mutant.function
        found = dict.fromkeys(self.reached.get((mutant.file, name), ()))
        for (file, other), items in self.reached.items():
            if file == mutant.file and other.startswith(f"{name}.<locals>"):
                found |= dict.fromkeys(items)
        return sorted(found, key=self.seconds.__getitem__)

    def kill(self, mutant):
        """Return how a mutant ends."""
        items = self.tests_of(mutant)
        if not items:
            return SURVIVED
        child = os.fork()
        if child == 0:
            self._try(mutant, items)
        _, status = os.waitpid(child, 0)
        # A signal: it ran too long, or broke the process itself.
        return _ENDS.get(os.waitstatus_to_exitcode(status), LATE)

    def _try(self, mutant, items):
        code = 1
        try:
            null = os.open(os.devnull, os.O_RDWR)
            for stream in (0, 1, 2):
                os.dup2(null, stream)
            signal.signal(signal.SIGALRM, signal.SIG_DFL)
            signal.alarm(int(_SPARE + 5 * sum(self.seconds[item] for item in items)))
            put(mutant, self._folder)
            code = 0 if all(_passes(item, item) for item in items) else 1
        finally:
            os._exit(code)


def _passes(item, following):
    return all(report.passed or report.skipped for report in runtestprotocol(item, False, following))


def put(mutant, folder):
    """Put a mutant in place of the function that lives in this process."""
    file = os.path.join(folder, mutant.file)
    for function in [f for f in gc.get_objects() if isinstance(f, FunctionType)]:
        code = function.__code__
        if code.co_filename == file and code.co_qualname == mutant.function:
            function.__code__ = mutant.code
    forget(file)


def forget(file):
    """Forget what functions and properties of a module remember: it may be another now."""
    for thing in gc.get_objects():
        if hasattr(type(thing), "cache_clear") and hasattr(thing, "__wrapped__"):
            thing.cache_clear()
    for kind in [k for k in gc.get_objects() if isinstance(k, type)]:
        names = [n for n, v in vars(kind).items() if isinstance(v, cached_property)]
        if names and any(vars(kind)[n].func.__code__.co_filename == file for n in names):
            for thing in gc.get_referrers(kind):
                if type(thing) is kind:
                    for name in names:
                        vars(thing).pop(name, None)
