"""Saving the summary: let the child make it, write the file, say how it went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from rls_wizard.handover.answer_file import write
from rls_wizard.handover.child import summary_command
from rls_wizard.handover.save import SaveError, save
from rls_wizard.ui.pdf_job import PdfJob

if TYPE_CHECKING:
    from pathlib import Path

    from rls_wizard.domain.response import Response
    from rls_wizard.i18n import Catalogue


class Saving(QObject):
    """One attempt to save. It ends when the file is there, when it fails, or when cancelled.

    It holds no page: the page may be gone before it ends.
    """

    saved = Signal(str)
    """The file that is there now."""
    failed = Signal(str)
    """Why, in the user's words."""

    def __init__(self, path: Path, catalogue: Catalogue, parent: QObject) -> None:
        """Take the file that the person chose."""
        super().__init__(parent)
        self._path = path
        self._job = PdfJob(summary_command(), catalogue, self)
        self._job.made.connect(self._made)
        self._job.failed.connect(self.failed)

    def start(self, response: Response) -> None:
        """Begin."""
        self._job.start(write(response))

    def cancel(self) -> None:
        """Stop; nothing is told any more."""
        self._job.cancel()

    def _made(self, pdf: bytes) -> None:
        try:
            save(self._path, pdf)
        except SaveError as error:
            self.failed.emit(str(error))
        else:
            self.saved.emit(str(self._path))
