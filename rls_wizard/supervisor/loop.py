"""One child after another."""

from __future__ import annotations

import signal
import sys
import time
from threading import Event
from typing import TYPE_CHECKING, NoReturn

from rls_wizard.handover.child import visit_command
from rls_wizard.kiosk.codes import Ended
from rls_wizard.kiosk.guard import adopt_orphans, forbid_cores
from rls_wizard.kiosk.pin import Tries
from rls_wizard.kiosk.talk import Begin, Closed
from rls_wizard.supervisor.child import TICK, Child, end_orphans
from rls_wizard.supervisor.jobs import Sweep
from rls_wizard.supervisor.rests import Rests
from rls_wizard.supervisor.say import say
from rls_wizard.supervisor.service import Service
from rls_wizard.supervisor.site_file import SiteError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rls_wizard.kiosk.site import Site
    from rls_wizard.kiosk.talk import Gate, Said

SILENT = 20.0
"""Seconds without a sign of life after which a visit is held for dead."""
_AGAIN = 60
"""After so many seconds it is looked whether settings and content can be used by now."""
_OVERDUE = 60 * 60
"""The same, where the content is past its review."""
_MOST_FAULTS = 20


class Supervisor:
    """Starts a clean process for each visit, and says what the next one is to be."""

    def __init__(
        self,
        read: Callable[[], Site],
        command: Sequence[str] = (),
        silent: float = SILENT,
    ) -> None:
        """Take what reads the settings, anew for each visit, and raises SiteError."""
        self._read = read
        self._command = command or visit_command()
        self._silent = silent
        self._tries: Tries | None = None
        self._site: Site | None = None
        self._faults: tuple[str, ...] = ()
        self._rests, self._sweep, self._service = Rests(), Sweep(), Service()
        self._ready = False

    def run(self) -> int:
        """Go on until staff leave, or the system ends this process; return the exit code."""
        forbid_cores()
        adopt_orphans()
        for ending in (signal.SIGTERM, signal.SIGINT, *_hang_up()):
            signal.signal(ending, _end)
        # Whatever ended an earlier supervisor may have left something.
        self._sweep.order()
        begin = self._open()
        try:
            while (how := self._visit(begin)) != Ended.STAFF:
                begin = self._next(begin, how)
        finally:
            end_orphans()
            self._sweep.finish()
        return 0

    def _open(self) -> Begin:
        """Return a visit as the settings are now, or why there can be none."""
        try:
            site = self._read()
        except SiteError as error:
            return self._closed_for(tuple(error.faults))
        self._faults = ()
        if self._site is None or site.pin_hash != self._site.pin_hash:
            self._tries = Tries(site.pin_hash)
        self._site = site
        return Begin(site)

    def _closed_for(self, faults: tuple[str, ...]) -> Begin:
        """Return a page that tells staff what is wrong; it is said on standard error, too, once."""
        faults = faults[:_MOST_FAULTS]
        if faults != self._faults:
            say(*faults)
        self._faults = faults
        return Begin(self._site, Closed.SETUP, _AGAIN, faults)

    def _visit(self, begin: Begin) -> int:
        """Run one child to its end; return how it ended."""
        said: list[str] = []

        def take(one: Said) -> Gate | None:
            self._ready = True
            said.extend(one.faults)
            return self._tries.take(one.pin) if one.pin is not None and self._tries else None

        started = time.monotonic()
        try:
            with Child(self._command, begin, self._silent) as child:
                how = child.serve(take, self._tick)
        finally:
            self._sweep.order()
        self._lived = time.monotonic() - started
        self._said = tuple(said)
        return how

    def _next(self, begin: Begin, how: int) -> Begin:
        """Return what comes after a child that ended so."""
        crashed = how not in set(Ended)
        if begin.closed:
            if crashed:
                # Not even that can be shown.
                self._wait((begin.seconds or _AGAIN) - self._lived)
            # What staff have closed, they open again.
            return begin if crashed and not begin.seconds else self._open()
        rest = self._rests.after(self._lived, crashed=crashed)
        if crashed:
            say(f"a visit ended with {how}; the next one begins in {rest} seconds")
        if rest:
            return Begin(self._site, Closed.CRASHED, rest)
        if how == Ended.PAUSED:
            return Begin(self._site, Closed.PAUSED)
        if how == Ended.EXPIRED:
            return Begin(self._site, Closed.EXPIRED, _OVERDUE)
        return self._closed_for(self._said) if how == Ended.SETUP else self._open()

    def _wait(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            self._tick()
            Event().wait(min(left, TICK))

    def _tick(self) -> None:
        self._service.lives(ready=self._ready)


def _hang_up() -> tuple[int, ...]:
    return (signal.SIGHUP,) if sys.platform != "win32" else ()


def _end(*_: object) -> NoReturn:
    """End this process, and the visit with it; nothing interrupts that."""
    for ending in (signal.SIGTERM, signal.SIGINT, *_hang_up()):
        signal.signal(ending, signal.SIG_IGN)
    raise SystemExit(0)
