"""The process that speaks: it takes orders on standard input, and ends when that does.

Only it imports Qt's speech. The voice of the computer is not ours, and may hang or break.
"""

from __future__ import annotations

import os
import sys
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Signal
from PySide6.QtTextToSpeech import QTextToSpeech

from rls_wizard.ui.aloud.talk import ENDED, READY, Order, Trouble, unpack

if TYPE_CHECKING:
    from collections.abc import Iterable

_MOCK = "mock"
"""Qt's imitation of a voice, for tests: it says nothing at all."""
_STATE, _AT_ONCE = QTextToSpeech.State, QTextToSpeech.BoundaryHint.Immediate


class Speaker(QObject):
    """Says one thing at a time, and tells when it was said to its end."""

    ordered = Signal(str)
    left = Signal()
    """There is nobody any more to speak for."""

    def __init__(self, language: str, engine: str = "") -> None:
        """Look for a voice; this may take seconds."""
        super().__init__()
        self._saying = 0
        self._ready = False
        self._language = language
        self._engine = engine
        self.ordered.connect(self._take)
        self._speech = QTextToSpeech(engine) if engine else QTextToSpeech()
        self._speech.stateChanged.connect(self._changed)
        self._changed(self._speech.state())

    def stop(self) -> None:
        """Be silent at once."""
        self._saying = 0
        if self._ready and self._speech.state() is not _STATE.Ready:
            self._speech.stop(_AT_ONCE)

    def _take(self, line: str) -> None:
        self.stop()
        order = unpack(line)
        if order.text and self._ready:
            self._say(order)

    def _say(self, order: Order) -> None:
        self._speech.setRate(order.rate)
        self._speech.setVolume(order.volume)
        self._saying = order.number
        self._speech.say(order.text)

    def _changed(self, state: QTextToSpeech.State) -> None:
        if state is _STATE.Error:
            _tell(Trouble.BROKEN if self._ready else Trouble.NO_VOICE)
        elif not self._ready:
            self._begin()
        elif state is _STATE.Ready and self._saying:
            said, self._saying = self._saying, 0
            _tell(f"{ENDED}{said}")

    def _begin(self) -> None:
        """Take a voice of the language, once there are any."""
        if not self._engine and self._speech.engine() in {"", _MOCK}:
            _tell(Trouble.NO_VOICE)
            return
        spoken = choose_locale(self._speech.availableLocales(), self._language)
        if spoken is None:
            _tell(Trouble.NO_LANGUAGE)
            return
        self._speech.setLocale(spoken)
        self._ready = True
        _tell(READY)


def choose_locale(available: Iterable[QLocale], language: str) -> QLocale | None:
    """Return the language as it is spoken where the computer stands, or anywhere."""
    wanted = QLocale(language).language()
    if wanted is QLocale.Language.C:  # Qt does not know it
        return None
    there = QLocale.system().territory()
    speaking = [locale for locale in available if locale.language() is wanted]
    return next((locale for locale in speaking if locale.territory() is there), None) or next(
        iter(speaking), None
    )


def speak(language: str, engine: str = "") -> int:
    """Speak until standard input ends; return the exit code. Only tests name an engine."""
    # On macOS voices answer to a loop that programs without a window do not have by themselves.
    os.environ["QT_EVENT_DISPATCHER_CORE_FOUNDATION"] = "1"
    app = QCoreApplication(sys.argv[:1])
    speaker = Speaker(language, engine)
    speaker.left.connect(speaker.stop)
    speaker.left.connect(app.quit)
    # Windows tells no event loop of what comes through a pipe.
    reader = Thread(target=_read, args=(speaker,), daemon=True)
    reader.start()
    code = app.exec()
    # It may still be on its way out of Qt: were Python to end then, the process would break.
    reader.join()
    return code


def _read(speaker: Speaker) -> None:
    for line in sys.stdin:
        speaker.ordered.emit(line)
    speaker.left.emit()


def _tell(word: str) -> None:
    print(word, flush=True)  # noqa: T201
