"""The PDF is made in another process, so that the window never stands still."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

if TYPE_CHECKING:
    from rls_wizard.i18n import Catalogue

_SECONDS = 60
_END_WITHIN = 2_000
_UNUSABLE = 2
"""The exit code of a command that cannot use what it was given."""


class PdfJob(QObject):
    """Hands answers to the child on its standard input and takes the PDF from its output."""

    made = Signal(bytes)
    failed = Signal(str, bool)
    """Why, in the user's words, and whether it may help to try again."""

    def __init__(self, command: list[str], catalogue: Catalogue, parent: QObject) -> None:
        """Take the program to run and its arguments."""
        super().__init__(parent)
        self._catalogue = catalogue
        self._process = QProcess(self)
        self._process.setProgram(command[0])
        self._process.setArguments(command[1:])
        self._answers = b""
        self._process.started.connect(self._hand_over)
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._broken)
        self._deadline = QTimer(self, singleShot=True, interval=_SECONDS * 1_000)
        self._deadline.timeout.connect(self._too_slow)
        # A child never outlives the window, however that goes.
        parent.destroyed.connect(self.cancel)

    @property
    def running(self) -> bool:
        """Whether the child is at work."""
        return self._process.state() is not QProcess.ProcessState.NotRunning

    def start(self, answers: bytes) -> None:
        """Start the child; made or failed tells of the end."""
        self._deadline.start()
        self._answers = answers
        self._process.start()

    def cancel(self) -> None:
        """End the child; nothing is told any more."""
        self._deadline.stop()
        self._answers = b""
        self._process.blockSignals(True)
        if self.running:
            self._process.kill()
            self._process.waitForFinished(_END_WITHIN)

    def _hand_over(self) -> None:
        answers, self._answers = self._answers, b""
        self._process.write(answers)
        self._process.closeWriteChannel()

    def _finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._deadline.stop()
        made = bytes(self._process.readAllStandardOutput().data())
        ended = status is QProcess.ExitStatus.NormalExit
        if ended and code == 0 and made.startswith(b"%PDF"):
            self.made.emit(made)
        elif ended and code == _UNUSABLE:
            text = self._catalogue("The summary could not be made from these answers.")
            self.failed.emit(text, False)
        else:
            self._fail()

    def _broken(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._deadline.stop()
            self._fail()

    def _too_slow(self) -> None:
        self.cancel()
        self._fail()

    def _fail(self) -> None:
        self.failed.emit(self._catalogue("The summary could not be made."), True)
