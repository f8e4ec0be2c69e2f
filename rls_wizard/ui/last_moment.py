"""On guard while the window is open: for the death of the program, and for what Qt calls critical.

Set up once the first question can be used.
"""

from __future__ import annotations

import inspect
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QtMsgType, qInstallMessageHandler

from rls_wizard.crash import NO_STDERR, Fault
from rls_wizard.crash.report import header
from rls_wizard.crash.trail import trail_to
from rls_wizard.handover.dumps import Dump, collect
from rls_wizard.ui.recall import Recall

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QMessageLogContext

    from rls_wizard.crash.report import Facts
    from rls_wizard.handover.reports import Reports
    from rls_wizard.ui.visit import Visit
    from rls_wizard.ui.window import WizardWindow


class LastMoment:
    """Collects what was left the last time, and begins anew."""

    def __init__(self, reports: Reports, facts: Facts, take: Callable[[Fault], None]) -> None:
        """Take the folder of reports, what a report says of the program, and who takes faults."""
        self._reports = reports
        self._take = take
        self._left = collect(reports)
        # These two will be others by then.
        facts = facts._replace(part="", minutes="")
        self._dump = Dump(reports.folder, header(facts))
        qInstallMessageHandler(self._hear)

    def tell_of_the_last_time(self, visit: Visit, window: WizardWindow) -> None:
        """Say on the first page that the program ended by itself, if it did."""
        if self._left:
            Recall(visit, window, self._reports, self._left[-1])

    def end(self) -> None:
        """Leave nothing behind: the program ends as it should."""
        # A message while Python goes would find nobody who takes it, and end in a crash.
        qInstallMessageHandler(None)
        self._dump.end()

    def _hear(self, kind: QtMsgType, _context: QMessageLogContext, text: str | None) -> None:
        """Let a message go where Qt would write it; of a critical one, keep where it came from.

        After a fatal one, Qt ends the program: that is what the dump is for.
        """
        with suppress(*NO_STDERR):
            sys.stderr.write(f"{text}\n")
        if kind is QtMsgType.QtCriticalMsg:
            # Its text may hold what is on the page.
            trail = trail_to("A message that Qt calls critical", inspect.currentframe())
            self._take(Fault(trail, felt=False))
