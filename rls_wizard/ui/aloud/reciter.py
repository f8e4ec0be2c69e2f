"""Says passages one after the other, by a voice that says one thing at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rls_wizard.ui.aloud.said import Passage
    from rls_wizard.ui.aloud.voice import Voice

_SLOWER = 0.3
"""How much slower what cannot wait is said."""


class Reciter(QObject):
    """Holds a page, and how far it is said; something said by the way leaves that as it is.

    To pause is to stop, and to go on with the whole passage once more: voices that can pause do it
    badly, and who was interrupted has lost the thread.
    """

    changed = Signal()

    def __init__(self, voice: Voice, rate: Callable[[], float]) -> None:
        """Take the voice, and how fast it is to speak at the moment."""
        super().__init__(voice)
        self._voice = voice
        self._rate = rate
        self._page: list[Passage] = []
        self._at = 0
        self._aside: list[Passage] = []
        """What is said by the way, and is still to be said."""
        self._last: list[Passage] = []
        """What was said by the way last; empty once the page is read again."""
        self._speaking = False
        voice.ended.connect(self._ended)

    @property
    def speaking(self) -> bool:
        """Whether anything is being said."""
        return self._speaking

    @property
    def now(self) -> Passage | None:
        """The passage of the page that is being said."""
        reading = self._speaking and not self._aside and self._at < len(self._page)
        return self._page[self._at] if reading else None

    @property
    def page(self) -> Sequence[Passage]:
        """What is read, or was read last."""
        return self._page

    def take(self, page: list[Passage]) -> None:
        """Take the same page, built anew or changed, and say nothing; it goes on where it was."""
        said = self._page[self._at].text if self._at < len(self._page) else ""
        texts = [passage.text for passage in page]
        self._at = texts.index(said) if said in texts else min(self._at, len(page))
        self._page = page

    def lay_out(self, page: list[Passage]) -> None:
        """Take another page, and say nothing."""
        self._page, self._at, self._last = page, 0, []

    def read(self, page: list[Passage]) -> None:
        """Say a page from its beginning."""
        self.lay_out(page)
        self._say()

    def say_aside(self, passages: list[Passage]) -> None:
        """Say something by the way; the page then waits."""
        self._aside, self._last = list(passages), list(passages)
        self._say()

    def go_on(self) -> None:
        """Go on with the page; from its beginning if it was all read."""
        self._aside, self._last = [], []
        if self._at >= len(self._page):
            self._at = 0
        self._say()

    def again(self) -> None:
        """Say again what was said last."""
        if self._last:
            self.say_aside(self._last)
        else:
            self.go_on()

    def hush(self) -> None:
        """Be silent."""
        if self._speaking:
            self._speaking, self._aside = False, []
            self._voice.hush()
            self.changed.emit()

    def _say(self) -> None:
        passage = self._aside[0] if self._aside else None
        if passage is None and not self._last and self._at < len(self._page):
            passage = self._page[self._at]
        self._speaking = passage is not None
        if passage is not None:
            rate = self._rate() - (_SLOWER if passage.slowly else 0)
            self._voice.say(passage.text, max(rate, -1.0))
        self.changed.emit()

    def _ended(self) -> None:
        if self._aside:
            self._aside.pop(0)
        else:
            self._at += 1
        self._say()
