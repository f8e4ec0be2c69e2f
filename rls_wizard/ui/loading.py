"""An earlier summary, read in another process: a file that the person chose, or a scanned code."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from rls_wizard.handover.answer_file import AnswerFileError
from rls_wizard.handover.child import earlier_command
from rls_wizard.handover.earlier import Earlier, unpack
from rls_wizard.ui.child import Errand
from rls_wizard.ui.pdf_job import UNUSABLE

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from rls_wizard.content.load import Content
    from rls_wizard.i18n import Catalogue

_NAMES = ("rls-wizard: ", "-: ")
"""What a command says before its complaint: its own name, and that of what it read."""


class Stage(Enum):
    """How far it is."""

    WAITING = auto()
    READING = auto()
    FOUND = auto()


@dataclass(frozen=True, slots=True)
class Progress:
    """All that a page has to know to show it, also when it is built anew."""

    stage: Stage = Stage.WAITING
    trouble: str = ""
    """Why what was read cannot be used, and what to do, in the user's words."""
    found: Earlier | None = None


class Loading(QObject):
    """Reads one thing at a time, and holds what was found until it is used or forgotten."""

    changed = Signal(object)
    """How far it is now: a Progress."""

    def __init__(
        self,
        content: Content,
        catalogue: Catalogue,
        today: Callable[[], date],
        parent: QObject,
    ) -> None:
        """Take the content that answers are read for, and what day it is, midnight or not."""
        super().__init__(parent)
        self._content = content
        self._catalogue = catalogue
        self._today = today
        self._job: _Reading | None = None
        self.progress = Progress()

    def read_file(self, path: str) -> None:
        """Read a PDF; the child opens it, so that nothing of it comes into this process."""
        job = self._begin()
        job.process.setStandardInputFile(path)
        job.start()

    def read_code(self, typed: str) -> None:
        """Read what a scanner typed."""
        self._begin(code=True).start(typed.encode())

    def cancel(self) -> None:
        """Stop reading."""
        self._end_job()
        self._tell(Progress())

    def stop(self) -> None:
        """End and forget everything; nothing is told any more."""
        self._end_job()
        self.progress = Progress()

    def _begin(self, *, code: bool = False) -> _Reading:
        self._end_job()
        command = earlier_command(self._content.folder, self._catalogue.language, code=code)
        self._job = job = _Reading(command, self)
        job.printed.connect(self._take)
        job.refused.connect(self._refuse)
        self._tell(Progress(Stage.READING))
        return job

    def _end_job(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.stop()
            job.deleteLater()

    def _take(self, printed: bytes) -> None:
        self._end_job()
        try:
            found = unpack(printed, self._content, self._today())
        except AnswerFileError:
            self._refuse("")
        else:
            self._tell(Progress(Stage.FOUND, found=found))

    def _refuse(self, why: str) -> None:
        self._end_job()
        again = self._catalogue("It could not be read. Please try again.")
        self._tell(Progress(trouble=why or again))

    def _tell(self, progress: Progress) -> None:
        self.progress = progress
        self.changed.emit(progress)


class _Reading(Errand):
    """The child that reads."""

    printed = Signal(bytes)
    refused = Signal(str)
    """Why, in the user's words; empty where that is not known."""

    def returned(self, code: int, printed: bytes, complaint: str) -> None:
        """Pass on what it found, or why it found nothing."""
        if code == 0:
            self.printed.emit(printed)
        else:
            self.refused.emit(_without_names(complaint) if code == UNUSABLE else "")

    def failed_to_return(self) -> None:
        """Tell that it could not be read."""
        self.refused.emit("")


def _without_names(complaint: str) -> str:
    said = complaint.strip()
    for name in _NAMES:
        said = said.removeprefix(name)
    return said
