"""The line to the supervisor, as the window uses it."""

from __future__ import annotations

import sys
from io import FileIO
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from rls_wizard.kiosk.talk import ALIVE_EVERY, Said, pack_said, unpack_gate

if TYPE_CHECKING:
    from rls_wizard.kiosk.talk import Gate


class Line(QObject):
    """Tells the supervisor that the window lives, and asks it about PINs."""

    gate = Signal(object)
    """The answer to a PIN: a Gate."""
    cut = Signal()
    """The supervisor is gone: nobody would start the next visit, or count tries."""

    def __init__(self, parent: QObject) -> None:
        """Begin to listen and to give signs of life."""
        super().__init__(parent)
        # A thread: on Windows, Qt cannot wait for a pipe.
        Thread(target=self._listen, daemon=True).start()
        beat = QTimer(self, interval=round(ALIVE_EVERY * 1_000))
        beat.timeout.connect(self._live)
        beat.start()
        self._live()

    def ask(self, pin: str) -> None:
        """Have a PIN looked at; `gate` tells the answer."""
        self._say(Said(pin=pin))

    def _live(self) -> None:
        self._say(Said())

    def _say(self, said: Said) -> None:
        try:
            sys.stdout.buffer.write(pack_said(said))
            sys.stdout.buffer.flush()
        except OSError:
            self.cut.emit()

    def _listen(self) -> None:
        # Not by `sys.stdin`: Python aborts at its end while a thread holds the buffer of that.
        for line in FileIO(sys.stdin.fileno(), closefd=False):
            try:
                self._hear(unpack_gate(line))
            except ValueError:
                continue
        self.cut.emit()

    def _hear(self, gate: Gate) -> None:
        self.gate.emit(gate)
