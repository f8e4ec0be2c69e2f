"""Lets somebody who was here before continue from the summary of that visit."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from rls_wizard.domain.again import begin_again
from rls_wizard.i18n import Catalogue
from rls_wizard.ui.earlier_page import EarlierPage
from rls_wizard.ui.found_page import Found, FoundPage
from rls_wizard.ui.loading import Loading, Progress

if TYPE_CHECKING:
    from datetime import date

    from rls_wizard.domain.response import Response
    from rls_wizard.handover.earlier import Earlier
    from rls_wizard.ui.visit import Visit

OpenFile = Callable[[QWidget, Catalogue], str]
"""Asks for a file; empty for none."""


class Again(QObject):
    """Shows its pages beside the way. Nothing of a visit changes before the person says so."""

    def __init__(
        self, visit: Visit, today: Callable[[], date], open_file: OpenFile | None = None
    ) -> None:
        """Take a visit, and how to ask for a file: nohow where nobody has any, as on a kiosk."""
        super().__init__(visit)
        self._visit = visit
        self._today = today
        self._open_file = open_file
        self._loading: Loading | None = None
        visit.continue_earlier.connect(self.begin)
        visit.left_aside.connect(self._forget)

    def begin(self) -> None:
        """Show the page, and be ready for a file or a scanner."""
        pages = self._visit.pages
        self._loading = Loading(pages.content, pages.catalogue, self._today, self)
        self._loading.changed.connect(self._follow)
        self._visit.open_aside(self._make)

    def _forget(self) -> None:
        loading, self._loading = self._loading, None
        if loading is not None:
            loading.stop()
            loading.deleteLater()

    def _follow(self, progress: Progress) -> None:
        if progress.found is not None:
            self._visit.open_aside(self._make)

    def _make(self) -> QWidget:
        loading = self._loading
        progress = loading.progress if loading else Progress()
        if progress.found is not None:
            return self._found_page(progress.found)
        page = EarlierPage(self._visit.pages.catalogue, files=self._open_file is not None)
        page.follow(progress)
        page.open_file.connect(self._choose)
        if loading is not None:
            loading.changed.connect(page.follow)
            page.dropped.connect(loading.read_file)
            page.scanned.connect(loading.read_code)
            page.cancel.connect(loading.cancel)
        return page

    def _choose(self) -> None:
        if self._open_file is None or (loading := self._loading) is None:
            return
        chosen = self._open_file(self._visit.page, self._visit.pages.catalogue)
        # The visit may have ended while the dialog was open.
        if chosen and loading is self._loading:
            loading.read_file(chosen)

    # What was found ------------------------------------------------------------------------------

    def _found_page(self, earlier: Earlier) -> FoundPage:
        content = self._visit.pages.content
        about, then = content.about, earlier.response
        found = Found(
            day=about.dates.in_words(then.answered_on),
            answered_by=about.answered_by[then.answered_by.value],
            whole=then.answered_on >= self._today(),
            filled=self._filled(begin_again(content, then, self._today())),
            lost=earlier.lost,
            replaces=self._visit.has_begun,
        )
        page = FoundPage(found, self._visit.pages.catalogue)
        page.use.connect(self._use)
        page.leave.connect(self._visit.close_aside)
        return page

    def _filled(self, response: Response) -> tuple[str, ...]:
        questions = self._visit.pages.content.questionnaire
        return tuple(
            item.label
            for item in questions.asked
            if item.link_id in response.answers and item.link_id not in questions.told_inside
        )

    def _use(self) -> None:
        loading = self._loading
        if loading is not None and (found := loading.progress.found) is not None:
            self._visit.take_up(found.response)
