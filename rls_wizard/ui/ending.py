"""What comes after the questions: review, result, summary.

A part of its own, so that the first question is on the screen before all this is imported.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QWidget

from rls_wizard.domain.fixed import COUNTRY
from rls_wizard.i18n import Catalogue
from rls_wizard.report.build import build_report
from rls_wizard.ui.leaving import Leaving
from rls_wizard.ui.printing.system import system_service
from rls_wizard.ui.result_page import ResultPage
from rls_wizard.ui.review_page import ReviewPage
from rls_wizard.ui.summary_page import SummaryPage
from rls_wizard.ui.urgent_page import UrgentPage, whom_to_call

if TYPE_CHECKING:
    from datetime import date

    from rls_wizard.content.load import Content
    from rls_wizard.domain.reference import Country
    from rls_wizard.domain.response import Response
    from rls_wizard.report.model import Report
    from rls_wizard.ui.printing.service import MakeService

ChooseFile = Callable[[QWidget, Catalogue, str], str]


class Ending(QObject):
    """Makes the last pages from a response, and saves the summary."""

    change = Signal(str)
    """The question whose answer is to be changed."""
    saved = Signal()
    """The summary is in a file or on paper now."""
    done = Signal()
    """The person wants to be forgotten."""

    def __init__(
        self,
        content: Content,
        catalogue: Catalogue,
        choose_file: ChooseFile,
        make_service: MakeService = system_service,
    ) -> None:
        """Take what a report is made from, how to ask for a file, and what prints."""
        super().__init__()
        self._content = content
        self._catalogue = catalogue
        self._choose_file = choose_file
        self._make_service = make_service
        self._leaving: Leaving | None = None

    @property
    def is_printing(self) -> bool:
        """Whether a page is on its way to the printer."""
        return self._leaving is not None and self._leaving.printing.state.busy

    def report(self, response: Response) -> Report:
        """Return what the answers amount to, in words."""
        # The day on which the visit began: nothing that is said changes at midnight.
        return build_report(self._content, response, response.answered_on)

    def review(self, response: Response) -> ReviewPage:
        """Return the page with every answer."""
        page = ReviewPage(self.report(response), self._catalogue)
        page.change.connect(self.change)
        return page

    def urgent(self, response: Response) -> UrgentPage:
        """Return the page that says what cannot wait."""
        return UrgentPage(self.report(response), self._country(response), self._catalogue)

    def urgent_in_short(self, response: Response) -> str:
        """Return whom to call, or what to do, as short as can be: it stands above every page."""
        report = self.report(response)
        flag = report.flags[0]
        number = whom_to_call(flag, self._country(response), self._catalogue)
        return (number or flag.action).rstrip(".") + "."

    def _country(self, response: Response) -> Country:
        return self._content.country(response.get(COUNTRY))

    def result(self, response: Response) -> ResultPage:
        """Return the page with flags, advice and reasons."""
        page = ResultPage(self.report(response), self._catalogue)
        page.change.connect(self.change)
        return page

    def summary(self, response: Response, *, saved: bool = False) -> SummaryPage:
        """Return the page that shows and saves the summary of this response.

        A page that is built anew for the same response takes over what is under way.
        """
        page = SummaryPage(self._catalogue, saved=saved)
        self._leaving_of(response).show_on(page)
        page.save.connect(partial(self._save, page, _suggestion(response.answered_on)))
        page.done.connect(self.done)
        return page

    def _leaving_of(self, response: Response) -> Leaving:
        if self._leaving is None or not self._leaving.saving.is_about(response):
            self.stop()
            leaving = Leaving(response, self._content, self._catalogue, self._make_service)
            leaving.setParent(self)
            leaving.saving.saved.connect(self.saved)
            leaving.printing.came_out.connect(self.saved)
            leaving.saving.start()
            self._leaving = leaving
        return self._leaving

    def stop(self) -> None:
        """End what is under way for the summary, and forget it."""
        leaving, self._leaving = self._leaving, None
        if leaving is not None:
            leaving.saving.stop()
            leaving.deleteLater()

    def _save(self, page: SummaryPage, name: str) -> None:
        leaving = self._leaving
        chosen = self._choose_file(page, self._catalogue, name)
        # The visit may have ended while the dialog was open.
        if chosen and leaving is not None and leaving is self._leaving:
            leaving.saving.save_as(Path(chosen))


def _suggestion(day: date) -> str:
    """Return a name that tells nothing about the person."""
    places = QStandardPaths.StandardLocation.DocumentsLocation
    folder = Path(QStandardPaths.writableLocation(places))
    # Qt names a folder that may not be there; the dialog would fall back on any folder.
    if not folder.is_dir():
        folder = Path(QDir.homePath())
    return str(folder / f"rls-summary-{day.isoformat()}.pdf")
