"""Other processes that work for the window, so that it never stands still."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QTimer

_SECONDS = 60
_END_WITHIN = 2_000


class Child(QObject):
    """A process that never outlives what it works for, however that goes."""

    def __init__(self, command: list[str], parent: QObject) -> None:
        """Take the program to run and its arguments."""
        super().__init__(parent)
        self.process = QProcess(self)
        self.process.setProgram(command[0])
        self.process.setArguments(command[1:])
        parent.destroyed.connect(self.stop)
        if (app := QCoreApplication.instance()) is not None:
            # A program that is told to quit closes no window.
            app.aboutToQuit.connect(self.stop)

    @property
    def running(self) -> bool:
        """Whether the child is there."""
        return self.process.state() is not QProcess.ProcessState.NotRunning

    def stop(self) -> None:
        """End the child; nothing is told any more."""
        self.process.blockSignals(True)
        if self.running:
            self.process.kill()
            self.process.waitForFinished(_END_WITHIN)


class Errand(Child):
    """A child that gets all of its input at once, and brings back one thing before a deadline."""

    def __init__(self, command: list[str], parent: QObject) -> None:
        """Take the program to run and its arguments."""
        super().__init__(command, parent)
        self._input = b""
        self.process.started.connect(self._hand_over)
        self.process.finished.connect(self._finished)
        self.process.errorOccurred.connect(self._broken)
        self._deadline = QTimer(self, singleShot=True, interval=_SECONDS * 1_000)
        self._deadline.timeout.connect(self._too_slow)

    def start(self, given: bytes = b"") -> None:
        """Start the child on what it reads from its standard input, unless that is a file."""
        self._deadline.start()
        self._input = given
        self.process.start()

    def stop(self) -> None:
        """End the child, and forget what it was given."""
        self._deadline.stop()
        self._input = b""
        super().stop()

    def returned(self, code: int, printed: bytes, complaint: str) -> None:
        """Take the exit code, and what stands on standard output and on standard error."""
        raise NotImplementedError

    def failed_to_return(self) -> None:
        """Take it that the child did not start, was killed, or took too long."""
        raise NotImplementedError

    def _hand_over(self) -> None:
        given, self._input = self._input, b""
        if given:
            self.process.write(given)
            self.process.closeWriteChannel()

    def _finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._deadline.stop()
        printed = bytes(self.process.readAllStandardOutput().data())
        complaint = bytes(self.process.readAllStandardError().data()).decode(errors="replace")
        if status is QProcess.ExitStatus.NormalExit:
            self.returned(code, printed, complaint)
        else:
            self.failed_to_return()

    def _broken(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._deadline.stop()
            self.failed_to_return()

    def _too_slow(self) -> None:
        self.stop()
        self.failed_to_return()
