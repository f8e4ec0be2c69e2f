"""What a visit left with the printing service."""

from __future__ import annotations

import os
from contextlib import suppress
from threading import Thread

from rls_wizard.handover.printing.cups import Cups, CupsError
from rls_wizard.handover.printing.defaults import service


class Sweep:
    """Removes every print job of ours, beside the start of the next visit.

    What the service takes seconds for does not keep people waiting: nobody comes to print so soon.
    """

    def __init__(self) -> None:
        """There is nothing to do yet."""
        self._thread: Thread | None = None

    def begin(self) -> None:
        """Begin, once the sweep before is done."""
        self.finish()
        self._thread = Thread(target=sweep, daemon=True)
        self._thread.start()

    def finish(self) -> None:
        """Wait until it is done."""
        if self._thread is not None:
            self._thread.join()


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
