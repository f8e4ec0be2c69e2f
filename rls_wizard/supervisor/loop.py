"""One child after another."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from rls_wizard.kiosk.codes import Ended
from rls_wizard.kiosk.pin import Tries
from rls_wizard.kiosk.talk import Begin, Closed, pack_begin, pack_gate, unpack_said

if TYPE_CHECKING:
    from rls_wizard.kiosk.site import Site


class Supervisor:
    """Starts a clean process for each visit, and says what the next one is to be."""

    def __init__(self, site: Site | None, faults: tuple[str, ...] = ()) -> None:
        """Take what the site sets, or what is wrong with that."""
        self._site, self._faults = site, faults
        self._tries = Tries(site.pin_hash) if site is not None else None

    def run(self) -> int:
        """Go on until staff leave; return the exit code."""
        begin = Begin(self._site)
        if self._site is None:
            begin = Begin(None, Closed.SETUP, faults=self._faults)
        while True:
            match self._visit(begin):
                case Ended.STAFF:
                    return 0
                case Ended.EXPIRED:
                    begin = Begin(self._site, Closed.EXPIRED)
                case Ended.SETUP:
                    return Ended.SETUP
                case _:
                    pass

    def _visit(self, begin: Begin) -> int:
        """Run one child to its end; return how it ended."""
        child = subprocess.Popen(
            [sys.executable, "-m", "rls_wizard", "kiosk-visit"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(pack_begin(begin))
        child.stdin.flush()
        for line in child.stdout:
            pin = unpack_said(line)
            if pin is not None and self._tries is not None:
                child.stdin.write(pack_gate(self._tries.take(pin)))
                child.stdin.flush()
        return child.wait()
