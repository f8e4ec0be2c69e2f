"""Saving the summary: ask where, let the child make it, write the file, say how it went."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QWidget

from rls_wizard.handover.answer_file import write
from rls_wizard.handover.child import summary_command
from rls_wizard.handover.save import SaveError, save
from rls_wizard.i18n import Catalogue
from rls_wizard.ui.pdf_job import PdfJob

if TYPE_CHECKING:
    from datetime import date

    from rls_wizard.domain.response import Response
    from rls_wizard.ui.summary_page import SummaryPage

ChooseFile = Callable[[QWidget, Catalogue, str], str]


class Saving(QObject):
    """One attempt to save. It ends when the file is there, when it fails, or when cancelled."""

    def __init__(
        self, page: SummaryPage, catalogue: Catalogue, choose_file: ChooseFile, parent: QObject
    ) -> None:
        """Take the page that shows how it goes."""
        super().__init__(parent)
        self._page = page
        self._catalogue = catalogue
        self._choose_file = choose_file
        self._path = Path()
        self._job = PdfJob(summary_command(), catalogue, self)
        self._job.made.connect(self._made)
        self._job.failed.connect(page.show_fault)

    def start(self, response: Response) -> None:
        """Ask where to save, then begin."""
        chosen = self._choose_file(self._page, self._catalogue, _suggestion(response.answered_on))
        if chosen:
            self._path = _with_ending(Path(chosen))
            self._page.show_working(working=True)
            self._job.start(write(response))

    def cancel(self) -> None:
        """Stop; the page is as before."""
        self._job.cancel()
        self._page.show_working(working=False)

    def _made(self, pdf: bytes) -> None:
        try:
            save(self._path, pdf)
        except SaveError as error:
            self._page.show_fault(str(error))
        else:
            self._page.show_saved(str(self._path))


def _suggestion(day: date) -> str:
    """Return a name that tells nothing about the person."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return str(Path(folder) / f"rls-summary-{day.isoformat()}.pdf")


def _with_ending(path: Path) -> Path:
    return path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")
