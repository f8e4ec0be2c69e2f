"""Every way by which the summary of one visit leaves the window: a file, paper, the clipboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from rls_wizard.report.build import build_paper
from rls_wizard.report.text import paragraphs, plain_text
from rls_wizard.ui.copying import Copying
from rls_wizard.ui.printing.way import Printing
from rls_wizard.ui.saving import Manner, Saving

if TYPE_CHECKING:
    from rls_wizard.content.load import Content
    from rls_wizard.domain.response import Response
    from rls_wizard.i18n import Catalogue
    from rls_wizard.report.model import Report
    from rls_wizard.ui.printing.service import MakeService
    from rls_wizard.ui.summary_page import SummaryPage


class Leaving(QObject):
    """It holds no page: one may be built anew, and takes over what is under way."""

    saving: Saving
    printing: Printing


class LeavingHome(Leaving):
    """On a computer of the person's own."""

    def __init__(
        self,
        response: Response,
        content: Content,
        catalogue: Catalogue,
        make_service: MakeService,
        *,
        large: bool,
    ) -> None:
        """Take the answers that the summary is about, and what it is made with."""
        super().__init__()

        def paper() -> Report:
            # For paper: what may not be there may not be copied or read aloud either.
            return build_paper(content, response, response.answered_on)

        self.saving = Saving(response, catalogue, self, Manner(content.folder, large))
        self.printing = Printing(self.saving, make_service)
        self.copying = Copying(lambda: plain_text(paper(), catalogue), self)
        self._said = lambda: paragraphs(paper(), catalogue)
        self.saving.ended.connect(self.copying.stop)

    def show_on(self, page: SummaryPage) -> None:
        """Let a page show how far all is, and take what is pressed on it."""
        self._show_saving(page, self.saving)
        page.preview.said = self._said
        self._show_printing(page, self.printing)
        if self.copying.done:
            page.copying.show_copied()
        self.copying.copied.connect(page.copying.show_copied)
        page.copying.copy.connect(self.copying.copy)

    @staticmethod
    def _show_saving(page: SummaryPage, saving: Saving) -> None:
        page.follow(saving.progress)
        page.preview.show_pages(saving.pictures.sizes)
        saving.changed.connect(page.follow)
        saving.ended.connect(page.preview.clear)
        saving.pictures.opened.connect(page.preview.show_pages)
        saving.pictures.drawn.connect(page.preview.put)
        page.preview.wanted.connect(saving.pictures.want)
        page.make.connect(saving.make)
        page.cancel.connect(saving.cancel)

    @staticmethod
    def _show_printing(page: SummaryPage, printing: Printing) -> None:
        page.follow_printing(printing.state)
        printing.changed.connect(page.follow_printing)
        box = page.printing
        box.begin.connect(printing.begin)
        box.printer.connect(printing.choose)
        box.pages.connect(printing.choose_pages)
        box.send.connect(printing.send)
        box.leave.connect(printing.leave)
        box.confirm.connect(printing.confirm)
