"""Feeds a reader, and notes how that went."""

from __future__ import annotations

import signal
import sys
import time
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from tests.fuzz.target import FaultError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.fuzz.target import Target

_MOST_FAULTS = 5
"""More of one reader are mostly the same in other clothes."""


class SlowError(FaultError):
    """A reader took too long."""


@dataclass
class Tally:
    """How one reader did."""

    number: int = 0
    """The next input."""
    tried: int = 0
    accepted: int = 0
    refused: int = 0
    died: int = 0
    slowest: float = 0.0
    faults: dict[str, bytes] = field(default_factory=dict)
    """By what went wrong: the first input that showed it."""

    @property
    def figures(self) -> dict[str, int | float]:
        """All but the faults."""
        return {name: value for name, value in asdict(self).items() if name != "faults"}


_SOUND = 10
"""Every so many inputs one is as it should be."""


def inputs(target: Target, seed: int, number: int = 0) -> Iterator[bytes]:
    """Yield inputs without end from one of them on, always the same for a seed."""
    sound = target.sound()
    while True:
        dice = Random(f"{target.name} {seed} {number}")
        raw = dice.choice(sound)
        yield target.spoil(raw, dice) if number % _SOUND else raw
        number += 1


def fuzz(
    target: Target,
    seed: int,
    tally: Tally,
    *,
    most: int = sys.maxsize,
    until: float = float("inf"),
    note: Callable[[Tally, bytes], None] = lambda *_: None,
) -> None:
    """Feed so many inputs, or until a time, and count; `note` gets each before it is fed."""
    for raw in inputs(target, seed, tally.number):
        if tally.number >= most or time.time() > until or len(tally.faults) >= _MOST_FAULTS:
            return
        note(tally, raw)
        begun = time.perf_counter()
        accepted, fault = feed(target, raw)
        tally.slowest = max(tally.slowest, time.perf_counter() - begun)
        tally.number += 1
        tally.tried += 1
        tally.accepted += accepted
        tally.refused += not accepted and not fault
        if fault:
            tally.faults.setdefault(fault, raw)


def feed(target: Target, raw: bytes) -> tuple[bool, str]:
    """Return whether an input was accepted, and what went wrong with it; empty if nothing did."""
    try:
        with _alarm(target.slowest):
            return target.feed(raw), ""
    except Exception as error:
        return False, _told(error)


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    def ring(*_: object) -> None:
        raise SlowError(f"took more than {seconds} s")

    if not hasattr(signal, "setitimer"):  # on Windows nothing rings
        yield
        return
    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _told(error: BaseException) -> str:
    """Return what went wrong and where in the program."""
    trace, place = error.__traceback__, ""
    while trace is not None:
        code = trace.tb_frame.f_code
        if "rls_wizard" in code.co_filename:
            place = f" at {Path(code.co_filename).name}:{trace.tb_lineno} {code.co_name}"
        trace = trace.tb_next
    said = f": {error}"[:300] if isinstance(error, FaultError) else ""
    return f"{type(error).__name__}{place}{said}"
