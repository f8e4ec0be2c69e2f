"""Hands the PDF to CUPS, by a child process that keeps the job: see `handover.printing.keeper`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess

from rls_wizard.handover.printing.talk import (
    Act,
    Job,
    Printers,
    pack_order,
    unpack_news,
)
from rls_wizard.handover.printing.trouble import Trouble
from rls_wizard.ui.printing.service import Service

if TYPE_CHECKING:
    from rls_wizard.handover.printing.talk import Order

_END_WITHIN = 3_000
"""Milliseconds for the child to have a job removed; as a rule it takes a hundredth of that."""


class Child(Service):
    """Starts the child with the first order, and again if it broke."""

    def __init__(self, command: list[str], parent: QObject) -> None:
        """Take the program to run and its arguments."""
        super().__init__(parent)
        self._act = Act.CANCEL
        self._process = QProcess(self)
        self._process.setProgram(command[0])
        self._process.setArguments(command[1:])
        self._process.readyReadStandardOutput.connect(self._arrived)
        self._process.finished.connect(self._broken)
        self._process.errorOccurred.connect(self._not_started)
        # A child never outlives the window, however that goes.
        parent.destroyed.connect(self.stop)

    @property
    def running(self) -> bool:
        """Whether the child is there."""
        return self._process.state() is not QProcess.ProcessState.NotRunning

    def take(self, order: Order) -> None:
        """Hand over an order."""
        self._act = order.act
        if not self.running:
            self._process.start()
        self._process.write(pack_order(order))

    def stop(self) -> None:
        """Let the child give up its job, and end."""
        self._process.blockSignals(True)
        if self.running:
            # Not by force: the job would stay.
            self._process.closeWriteChannel()
            if not self._process.waitForFinished(_END_WITHIN):
                self._process.kill()
                self._process.waitForFinished(_END_WITHIN)

    def _arrived(self) -> None:
        while self._process.canReadLine():
            line = bytes(self._process.readLine().data())
            try:
                news = unpack_news(line)
            except ValueError:
                # How it goes cannot be known any more: at the end of its input it gives up its job.
                self._process.closeWriteChannel()
                return
            self.told.emit(news)

    def _not_started(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._broken()

    def _broken(self) -> None:
        if self._act is Act.LOOK:
            self.told.emit(Printers(trouble=Trouble.NO_SERVICE))
        elif self._act is Act.PRINT:
            self.told.emit(Job(over=True, trouble=Trouble.FAILED))
