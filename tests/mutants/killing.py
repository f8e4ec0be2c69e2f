"""Runs the tests that reach a function against each of its mutants, in copies of one process.

Everything is imported and every long-lived fixture is made once. A copy by `fork` puts the mutant
in place of the function, forgets what was remembered, and runs the tests, the fastest first, until
one fails. So a mutant costs as little as the first test that kills it.
"""

import gc
import os
import resource
import sys
import time
from collections import defaultdict
from functools import cached_property
from itertools import accumulate
from types import FunctionType

import pytest
from _pytest.runner import runtestprotocol

KILLED, SURVIVED, LATE = "killed", "survived", "late"
_ALIVE, _DEAD, _UNTRIED = 0, 1, 3
_SPARE = 10
"""Seconds of the processor that a mutant may take beside what the tests take without it."""
_LONG = 5
"""Seconds of tests, by the processor, that each mutant is put to."""
_MEMORY = 4 << 30
"""Bytes: what a mutant that never ends may fill."""


class Killers:
    """The tests of a session, and which functions each of them reaches."""

    def __init__(self, session, folder):
        """Take a session of pytest whose tests are collected, and the folder of the program."""
        self._session = session
        self._folder = f"{folder}{os.sep}"
        self._making = False
        self._made = set()
        self.seconds = {}
        self.reached = defaultdict(list)
        """By file and name of a function: the tests that call it."""

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef):
        """Note what makes the fixtures that live as long as the session."""
        before, self._making = self._making, self._making or fixturedef.scope == "session"
        try:
            return (yield)
        finally:
            self._making = before

    def learn(self):
        """Run every test once as it is; raises AssertionError if one fails."""
        items = self._session.items
        self._session.config.pluginmanager.register(self)
        for item, following in zip(items, [*items[1:], *items[:1]], strict=True):
            called, start = set(), time.process_time()
            sys.settrace(self._note(called))
            try:
                passed = _passes(item, following)
            finally:
                sys.settrace(None)
            assert passed, f"{item.nodeid} fails without any mutant"
            self.seconds[item] = time.process_time() - start
            for function in self._ours(called):
                self.reached[function].append(item)
        for reaching in self.reached.values():
            reaching.sort(key=self.seconds.__getitem__)
        self._remember()

    def _note(self, called):
        def note(frame, _event, _):
            called.add(frame.f_code)
            if self._making:
                self._made.add(frame.f_code)

        return note

    def _ours(self, codes):
        """Return the functions of the program among these, by file and name, each once."""
        ours = (code for code in codes if code.co_filename.startswith(self._folder))
        return {(os.path.basename(c.co_filename), _outermost(c.co_qualname)) for c in ours}

    def _remember(self):
        """Look up once what every copy of the process has to change."""
        self._made = self._ours(self._made)
        self._functions, self._caches, self._kept = defaultdict(list), [], []
        kinds = defaultdict(list)
        for thing in gc.get_objects():
            if isinstance(thing, FunctionType):
                code = thing.__code__
                if code.co_filename.startswith(self._folder):
                    file = os.path.basename(code.co_filename)
                    self._functions[file, code.co_qualname].append(thing)
            elif isinstance(thing, type) and thing.__module__.startswith("rls_wizard"):
                kinds[thing] = [n for n, v in vars(thing).items() if isinstance(v, cached_property)]
            elif hasattr(type(thing), "cache_clear"):
                self._caches.append(thing)
        for thing in gc.get_objects():
            if names := kinds.get(type(thing)):
                self._kept.append((thing, names))
        gc.freeze()

    def tests_of(self, mutant):
        """Return the tests that reach the function of a mutant, the fastest first, to a limit."""
        items = self.reached.get((mutant.file, mutant.function), [])
        sums = accumulate(self.seconds[item] for item in items)
        return [item for item, seconds in zip(items, sums, strict=True) if seconds <= _LONG]

    def kill(self, mutants, workers):
        """Yield each mutant and how it ends, some at the same time."""
        running, waiting = {}, list(reversed(mutants))
        while waiting or running:
            while waiting and len(running) < workers:
                mutant = waiting.pop()
                if self.tests_of(mutant):
                    running[self._begin(mutant)] = mutant
                else:
                    yield mutant, SURVIVED
            if running:
                child, status = os.wait()
                yield self._end(running.pop(child), os.waitstatus_to_exitcode(status))

    def _end(self, mutant, code):
        if code == _UNTRIED:
            raise RuntimeError(f"{mutant.key} cannot be tried")
        # A signal: it ran too long, or broke the process itself.
        return mutant, {_ALIVE: SURVIVED, _DEAD: KILLED}.get(code, LATE)

    def _begin(self, mutant):
        child = os.fork()
        if child:
            return child
        code, items = _UNTRIED, self.tests_of(mutant)
        try:
            null = os.open(os.devnull, os.O_RDWR)
            for stream in (0, 1, 2):
                os.dup2(null, stream)
            seconds = int(_SPARE + 5 * sum(self.seconds[item] for item in items))
            resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
            resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
            self._put(mutant)
            code = _DEAD
            following = [*items[1:], items[0]]
            code = _ALIVE if all(map(_passes, items, following)) else _DEAD
        finally:
            os._exit(code)

    def _put(self, mutant):
        """Put a mutant in place of the function that lives in this process."""
        functions = self._functions[mutant.file, mutant.function]
        if not functions:
            raise LookupError(mutant.function)
        for function in functions:
            function.__code__ = mutant.code
        for cache in self._caches:
            cache.cache_clear()
        for thing, names in self._kept:
            for name in names:
                vars(thing).pop(name, None)
        if (mutant.file, mutant.function) in self._made:
            self._session._setupstate.teardown_exact(None)  # noqa: SLF001


def _outermost(name):
    """Return the function or method that something stands in."""
    return name.split(".<locals>")[0]


def _passes(item, following):
    return all(
        report.passed or report.skipped for report in runtestprotocol(item, False, following)
    )
