"""A real visit, begun as the supervisor begins one, for staff to try what holds people in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QProcess, Signal

from rls_wizard.handover.child import visit_command
from rls_wizard.kiosk.pin import Tries
from rls_wizard.kiosk.talk import Begin, pack_begin, pack_gate, unpack_said
from rls_wizard.ui.child import Child

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from rls_wizard.kiosk.site import Site

QUIET, WARNING = 30, 20
"""The shortest times that a site can set, in seconds: nobody wants to wait for the usual ones."""


class Trial(Child):
    """One visit with short times; tells how it ended."""

    ended = Signal(int)
    """Its exit code; -1 if it crashed, or did not even start."""

    def __init__(self, site: Site, parent: QObject, command: Sequence[str] = ()) -> None:
        """Take what the site sets."""
        super().__init__(list(command or visit_command()), parent)
        times = site.times.model_copy(update={"quiet": QUIET, "warning": WARNING})
        self._site = site.model_copy(update={"times": times})
        self._tries = Tries(site.pin_hash)
        self.process.setStandardErrorFile(QProcess.nullDevice())
        self.process.readyReadStandardOutput.connect(self._arrived)
        self.process.finished.connect(self._finished)
        self.process.errorOccurred.connect(self._broken)

    def start(self) -> None:
        """Begin the visit."""
        self.process.start()
        self.process.write(pack_begin(Begin(self._site)))

    def _arrived(self) -> None:
        while self.process.canReadLine():
            try:
                said = unpack_said(bytes(self.process.readLine().data()))
            except ValueError:
                continue
            if said.pin is not None:
                self.process.write(pack_gate(self._tries.take(said.pin)))

    def _finished(self, code: int, how: QProcess.ExitStatus) -> None:
        self.ended.emit(code if how is QProcess.ExitStatus.NormalExit else -1)

    def _broken(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self.ended.emit(-1)
