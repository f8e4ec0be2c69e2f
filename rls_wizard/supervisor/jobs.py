"""What a visit left with the printing service."""

from __future__ import annotations

import os
from contextlib import suppress
from queue import SimpleQueue
from threading import Thread

from rls_wizard.handover.printing.cups import Cups, CupsError
from rls_wizard.handover.printing.defaults import service


class Sweep:
    """Removes every print job of ours, beside the start of the next visit.

    What the service takes seconds for keeps nobody waiting: nobody prints so soon.
    """

    def __init__(self) -> None:
        """Wait for the first order, in a thread."""
        self._orders: SimpleQueue[bool] = SimpleQueue()
        self._thread = Thread(target=self._work, daemon=True)
        self._thread.start()

    def order(self) -> None:
        """Have it done, soon."""
        self._orders.put(True)

    def finish(self) -> None:
        """Wait until all that was ordered is done."""
        self._orders.put(False)
        self._thread.join()

    def _work(self) -> None:
        while self._orders.get():
            sweep()


def sweep() -> None:
    """Remove our jobs, printed or not, with their documents."""
    try:
        import pwd  # noqa: PLC0415 - there is none on Windows, and no such service
    except ImportError:
        return
    cups = Cups(service(os.environ), pwd.getpwuid(os.getuid()).pw_name)
    with suppress(CupsError):
        for job in cups.mine():
            with suppress(CupsError):
                cups.forget(job)
