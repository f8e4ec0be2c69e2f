"""What comes after the questions: review, result, summary.

A part of its own, so that the first question is on the screen before all this is imported.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QWidget

from rls_wizard.i18n import Catalogue
from rls_wizard.report.build import build_report
from rls_wizard.ui.result_page import ResultPage
from rls_wizard.ui.review_page import ReviewPage
from rls_wizard.ui.saving import Saving
from rls_wizard.ui.summary_page import SummaryPage

if TYPE_CHECKING:
    from datetime import date

    from rls_wizard.content.load import Content
    from rls_wizard.domain.response import Response
    from rls_wizard.report.model import Report

ChooseFile = Callable[[QWidget, Catalogue, str], str]


class Ending(QObject):
    """Makes the last pages from a response, and saves the summary."""

    change = Signal(str)
    """The question whose answer is to be changed."""
    done = Signal()
    """The person wants to be forgotten."""

    def __init__(self, content: Content, catalogue: Catalogue, choose_file: ChooseFile) -> None:
        """Take what a report is made from, and how to ask for a file."""
        super().__init__()
        self._content = content
        self._catalogue = catalogue
        self._choose_file = choose_file
        self._saving: Saving | None = None

    def report(self, response: Response) -> Report:
        """Return what the answers amount to, in words."""
        return build_report(self._content, response, response.answered_on)

    def review(self, response: Response) -> ReviewPage:
        """Return the page with every answer."""
        page = ReviewPage(self.report(response), self._catalogue)
        page.change.connect(self.change)
        return page

    def result(self, response: Response) -> ResultPage:
        """Return the page with flags, advice and reasons."""
        page = ResultPage(self.report(response), self._catalogue)
        page.change.connect(self.change)
        return page

    def summary(self, response: Response) -> SummaryPage:
        """Return the page that saves the summary of this response."""
        page = SummaryPage(self._catalogue)
        page.save.connect(partial(self._save, page, response))
        page.cancel.connect(self.stop)
        page.done.connect(self.done)
        return page

    def stop(self) -> None:
        """End the saving that is under way, if any."""
        saving, self._saving = self._saving, None
        if saving is not None:
            saving.cancel()
            saving.deleteLater()

    def _save(self, page: SummaryPage, response: Response) -> None:
        self.stop()
        name = _suggestion(response.answered_on)
        if chosen := self._choose_file(page, self._catalogue, name):
            page.show_working()
            self._saving = Saving(Path(chosen), self._catalogue, self)
            self._saving.saved.connect(page.show_saved)
            self._saving.failed.connect(page.show_fault)
            self._saving.start(response)


def _suggestion(day: date) -> str:
    """Return a name that tells nothing about the person."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return str(Path(folder) / f"rls-summary-{day.isoformat()}.pdf")
