"""The PDF of one visit: made once, shown, and saved as often as the person wants."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from rls_wizard.handover.answer_file import write
from rls_wizard.handover.child import draw_command, summary_command
from rls_wizard.handover.save import SaveError, save
from rls_wizard.ui.pdf_job import PdfJob
from rls_wizard.ui.picture_job import PictureJob

if TYPE_CHECKING:
    from pathlib import Path

    from rls_wizard.domain.response import Response
    from rls_wizard.i18n import Catalogue

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NOT_ALLOWED = {errno.EACCES, errno.EPERM, errno.EROFS}


class Saving(QObject):
    """What is saved are the very bytes that are shown.

    It holds no page: the page may be gone before it ends.
    """

    making = Signal()
    """The PDF is being made."""
    made = Signal()
    """It is there, and will be shown."""
    not_made = Signal(str, bool)
    """Why, in the user's words, and whether it may help to try again."""
    saved = Signal(str)
    """The file that is there now."""
    not_saved = Signal(str)
    """Why, in the user's words."""

    ended = Signal()
    """It is all forgotten; pictures of it are to go, too."""

    def __init__(self, response: Response, catalogue: Catalogue, parent: QObject) -> None:
        """Take the answers that the summary is about."""
        super().__init__(parent)
        self._answers = write(response)
        self._catalogue = catalogue
        self._job: PdfJob | None = None
        self._pdf = b""
        self._path: Path | None = None
        self.pictures = PictureJob(draw_command(), self)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._begin)
        if (app := QCoreApplication.instance()) is not None:
            # A program that is told to quit closes no window.
            app.aboutToQuit.connect(self.stop)

    def start(self) -> None:
        """Begin as soon as the page is painted."""
        self._soon.start()

    def make(self) -> None:
        """Have the PDF made, from the beginning."""
        self._end_job()
        self._job = PdfJob(summary_command(), self._catalogue, self)
        self._job.made.connect(self._made)
        self._job.failed.connect(self._not_made)
        self._job.start(self._answers)
        self.making.emit()

    def save_as(self, path: Path) -> None:
        """Write the file, at once or when the PDF is there."""
        self._path = path
        if self._pdf:
            self._write(path)
        elif self._job is None:
            self.make()

    def cancel(self) -> None:
        """Stop making the PDF, and save nothing."""
        self._end_job()
        self._path = None

    def stop(self) -> None:
        """End and forget everything; nothing is told any more."""
        self._soon.stop()
        self.cancel()
        self.pictures.stop()
        self._pdf = self._answers = b""
        self.ended.emit()

    def _begin(self) -> None:
        self.make()
        self.pictures.start()

    def _end_job(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.cancel()
            job.deleteLater()

    def _made(self, pdf: bytes) -> None:
        self._end_job()
        self._pdf = pdf
        self.made.emit()
        self.pictures.open(pdf)
        if self._path is not None:
            self._write(self._path)

    def _not_made(self, reason: str, again: bool) -> None:
        self._end_job()
        wanted, self._path = self._path, None
        self.not_made.emit(reason, again)
        if wanted is not None:
            self.not_saved.emit(self._catalogue("Nothing was saved."))

    def _write(self, path: Path) -> None:
        self._path = None
        try:
            save(path, self._pdf)
        except SaveError as error:
            self.not_saved.emit(_advice(error, self._catalogue))
        else:
            self.saved.emit(str(path))


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
