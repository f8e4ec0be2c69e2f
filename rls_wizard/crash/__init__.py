"""What happens when the program has a fault: it is noticed, and nothing of an answer with it.

Imported before the first picture; what describes a fault is imported at the first one.
"""

from __future__ import annotations

import faulthandler
import sys
import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

STARTED = time.monotonic()
NO_STDERR = (AttributeError, OSError, RuntimeError, ValueError)
"""What comes of a windowed program, which has no standard error, or of one that is closed."""
_NO_TRAIL = "An exception at\n"


class Fault(NamedTuple):
    """Something that went wrong."""

    trail: str
    """What kind of fault it was, and where it came from: see `trail`."""
    felt: bool
    """Whether something that a person may wait for has not happened."""


def install(take: Callable[[Fault], None]) -> None:
    """Notice every exception that nothing catches; `take` gets it, in the thread where it was.

    PySide calls the hook for exceptions in slots and goes on.
    """
    with suppress(*NO_STDERR):
        faulthandler.enable()
    watch = _Watch(take)
    sys.excepthook = watch.uncaught
    sys.unraisablehook = watch.unraisable
    threading.excepthook = watch.in_thread


def say(trail: str) -> None:
    """Write a trail to standard error, if anybody can hear it."""
    with suppress(*NO_STDERR):
        sys.stderr.write(trail)


class _Watch:
    """The three places where Python takes what nothing else does."""

    def __init__(self, take: Callable[[Fault], None]) -> None:
        self._take = take
        self._said: set[str] = set()

    def uncaught(
        self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        self._note(error, felt=True)

    def in_thread(self, said: threading.ExceptHookArgs) -> None:
        self._note(said.exc_value, felt=True)

    def unraisable(self, said: sys.UnraisableHookArgs) -> None:
        self._note(said.exc_value, felt=False)

    def _note(self, error: BaseException | None, *, felt: bool) -> None:
        found = _trail(error)
        # A timer that fails a hundred times a second would fill a log.
        if found not in self._said:
            self._said.add(found)
            say(found)
        # All others are how somebody ends the program, or a thread of it.
        if isinstance(error, Exception):
            try:
                self._take(Fault(found, felt))
            except Exception as further:
                # To be told of it, too, could go on for ever.
                say(_trail(further))


def _trail(error: BaseException | None) -> str:
    """Return the trail of an error; if this failed, Python would print it with its message."""
    try:
        from rls_wizard.crash.trail import trail  # noqa: PLC0415

        return trail(error) if error is not None else _NO_TRAIL
    except Exception:
        return _NO_TRAIL
