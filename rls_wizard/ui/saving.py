"""The PDF of one visit: made once, shown, and saved as often as the person wants."""

from __future__ import annotations

import errno
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from rls_wizard.handover.answer_file import write
from rls_wizard.handover.child import (
    begun_on,
    draw_command,
    in_large_print,
    on_a_kiosk,
    summary_command,
)
from rls_wizard.handover.save import SaveError, save
from rls_wizard.ui.pdf_job import PdfJob
from rls_wizard.ui.picture_job import PictureJob
from rls_wizard.ui.progress import Progress, Stage

if TYPE_CHECKING:
    from pathlib import Path

    from rls_wizard.domain.response import Response
    from rls_wizard.i18n import Catalogue

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NOT_ALLOWED = {errno.EACCES, errno.EPERM, errno.EROFS}


class Manner(NamedTuple):
    """How a summary is made."""

    folder: str = ""
    """Of the content, if one was chosen."""
    large: bool = False
    """Whether the person's pages are in large print."""
    kiosk: bool = False
    """Where it is only printed: no picture of it is drawn, for others would see that."""


class Saving(QObject):
    """What is saved are the very bytes that are shown.

    It holds no page: the page may be gone before it ends, and another take its place.
    """

    changed = Signal(object)
    """How far it is now: a Progress."""
    saved = Signal()
    """It is in a file now."""
    ended = Signal()
    """It is all forgotten; pictures of it are to go, too."""

    def __init__(
        self,
        response: Response,
        catalogue: Catalogue,
        parent: QObject,
        manner: Manner = Manner(),  # noqa: B008
    ) -> None:
        """Take the answers that the summary is about, and how it is made."""
        super().__init__(parent)
        self._answers = write(response)
        self._day = response.answered_on
        self._catalogue = catalogue
        self._folder, self.large, self._kiosk = manner
        self._job: PdfJob | None = None
        self._pdf = b""
        self._progress = Progress()
        self.pictures = PictureJob(draw_command(), self)
        self.pictures.failed.connect(self._no_pictures)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._begin)
        if (app := QCoreApplication.instance()) is not None:
            # A program that is told to quit closes no window.
            app.aboutToQuit.connect(self.stop)

    @property
    def progress(self) -> Progress:
        """How far it is."""
        return self._progress

    @property
    def pdf(self) -> bytes:
        """The summary; empty while there is none."""
        return self._pdf

    def is_about(self, response: Response, *, large: bool) -> bool:
        """Tell whether the summary is made from these answers, in this print."""
        return self._answers == write(response) and self.large is large

    def start(self) -> None:
        """Begin as soon as the page is painted."""
        self._soon.start()

    def make(self) -> None:
        """Have the PDF made, from the beginning."""
        self._end_job()
        command = begun_on(summary_command(self._folder), self._day)
        command = in_large_print(command) if self.large else command
        command = on_a_kiosk(command) if self._kiosk else command
        self._job = PdfJob(command, self._catalogue, self)
        self._job.made.connect(self._made)
        self._job.failed.connect(self._not_made)
        self._job.start(self._answers)
        self._tell(Progress(wanted=self._progress.wanted))

    def save_as(self, path: Path) -> None:
        """Write the file, at once or when the PDF is there."""
        if self._pdf:
            self._write(path)
            return
        self._tell(replace(self._progress, wanted=path, fault=""))
        if self._job is None:
            self.make()

    def cancel(self) -> None:
        """Stop making the PDF, and save nothing."""
        self._end_job()
        text = self._catalogue("You stopped it. Your summary is not made yet.")
        self._tell(Progress(Stage.FAILED, text, again=True))

    def stop(self) -> None:
        """End and forget everything; nothing is told any more."""
        self._soon.stop()
        self._end_job()
        self.pictures.stop()
        self._pdf = self._answers = b""
        self._progress = Progress()
        self.ended.emit()

    def _begin(self) -> None:
        self.make()
        if not self._kiosk:
            self.pictures.start()

    def _end_job(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.stop()
            job.deleteLater()

    def _made(self, pdf: bytes) -> None:
        self._end_job()
        self._pdf = pdf
        self._tell(replace(self._progress, stage=Stage.MADE))
        if not self._kiosk:
            self.pictures.open(pdf)
        if self._progress.wanted is not None:
            self._write(self._progress.wanted)

    def _not_made(self, reason: str, again: bool) -> None:
        self._end_job()
        waited = self._progress.wanted is not None
        fault = self._catalogue("Nothing was saved.") if waited else ""
        self._tell(Progress(Stage.FAILED, reason, again, fault=fault))

    def _no_pictures(self) -> None:
        _ = self._catalogue
        text = _("The preview cannot be shown. You can still save the summary, and open the file.")
        self._tell(replace(self._progress, stage=Stage.FAILED, trouble=text))

    def _write(self, path: Path) -> None:
        # First of all, so that the same news is told anew.
        self._tell(replace(self._progress, wanted=None, file=None, fault=""))
        try:
            save(path, self._pdf)
        except SaveError as error:
            self._tell(replace(self._progress, fault=_advice(error, self._catalogue)))
        else:
            self._tell(replace(self._progress, file=path))
            self.saved.emit()

    def _tell(self, progress: Progress) -> None:
        self._progress = progress
        self.changed.emit(progress)


def _advice(error: SaveError, catalogue: Catalogue) -> str:
    """Return what went wrong and what to do, without the system's words."""
    _ = catalogue
    if error.code in _FULL:
        return _("Nothing was saved: the disk is full. Choose another place.")
    if error.code in _NOT_ALLOWED:
        return _(
            "Nothing was saved: this place or file may not be changed. Choose another folder, or "
            "close the file if another program shows it."
        )
    return _("Nothing was saved: this place cannot be used. Choose another folder.")
