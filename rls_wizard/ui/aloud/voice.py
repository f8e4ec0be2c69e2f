"""The voice, as the window knows it: somebody who is told what to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from rls_wizard.ui.aloud.talk import ENDED, READY, Order, Trouble, pack
from rls_wizard.ui.child import Child

if TYPE_CHECKING:
    from collections.abc import Callable

    MakeVoice = Callable[[str, QObject], "Voice"]

_LOOKS_FOR = 15
"""Seconds until a voice is given up that does not come; they were seen to take five and a half."""
_MOST = 10, 0.4
"""Seconds until it is given up in the middle: always, and for each letter."""


class Voice(QObject):
    """Says one thing at a time."""

    volume = 1.0
    """Of what is said from now on, from 0 to 1."""
    ready = Signal()
    ended = Signal()
    """What was to be said was said to its end."""
    failed = Signal(Trouble)

    def start(self) -> None:
        """Look for a voice; `ready` or `failed` tells how that went."""
        raise NotImplementedError

    def say(self, text: str, rate: float) -> None:
        """Say this in place of what is being said."""
        raise NotImplementedError

    def hush(self) -> None:
        """Be silent at once, and wait."""
        raise NotImplementedError

    def stop(self) -> None:
        """Be silent at once, and for ever."""
        raise NotImplementedError


class ChildVoice(Voice):
    """A voice in a process of its own."""

    def __init__(self, command: list[str], parent: QObject) -> None:
        """Take the program to run and its arguments."""
        super().__init__(parent)
        self._child = _Speaker(command, parent)
        self._process = self._child.process
        # What it logs is of no use here, and unread it would fill up.
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.readyReadStandardOutput.connect(self._arrived)
        self._process.finished.connect(self._broken)
        self._process.errorOccurred.connect(self._broken)
        self._said = 0
        self._deadline = QTimer(self, singleShot=True)
        self._deadline.timeout.connect(self._waited_in_vain)

    @property
    def running(self) -> bool:
        """Whether the process is there."""
        return self._child.running

    def start(self) -> None:
        """Start the process."""
        self._deadline.start(round(_LOOKS_FOR * 1_000))
        self._process.start()

    def say(self, text: str, rate: float) -> None:
        """Hand over what to say."""
        self._said += 1
        always, each = _MOST
        self._deadline.start(round((always + each * len(text)) * 1_000))
        self._process.write(pack(Order(text, rate, self._said, self.volume)))

    def hush(self) -> None:
        """Hand over the wish for silence."""
        self._deadline.stop()
        # That something was said to its end may be on its way: it counts for nothing now.
        self._said += 1
        self._process.write(pack(Order()))

    def stop(self) -> None:
        """End the process."""
        self._deadline.stop()
        self._child.stop()

    def _arrived(self) -> None:
        while self._process.canReadLine():
            # What the system's voice itself writes there is in no code that we know.
            self._told(bytes(self._process.readLine().data()).decode(errors="replace").strip())

    def _told(self, word: str) -> None:
        if word == READY:
            self._deadline.stop()
            self.ready.emit()
        elif word == f"{ENDED}{self._said}":
            self._deadline.stop()
            self.ended.emit()
        elif word in set(Trouble):
            self._fail(Trouble(word))

    def _waited_in_vain(self) -> None:
        # Where nothing speaks, Qt's search for speech-dispatcher does not end by itself.
        self._fail(Trouble.BROKEN if self._said else Trouble.NO_VOICE)

    def _broken(self) -> None:
        self._fail(Trouble.BROKEN)

    def _fail(self, trouble: Trouble) -> None:
        self.stop()
        self.failed.emit(trouble)


class _Speaker(Child):
    """A process that falls silent when its input ends, and then ends by itself."""

    def stop(self) -> None:
        """End it: not by force if it can be helped, for the system's voice would speak on."""
        self.process.blockSignals(True)
        if self.running:
            self.process.closeWriteChannel()
            self.process.waitForFinished(_END_WITHIN)
        super().stop()


_END_WITHIN = 500
"""Milliseconds for it to fall silent; one that still looks for a voice says nothing anyway."""
