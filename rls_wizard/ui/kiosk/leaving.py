"""Every way by which the summary leaves a kiosk: paper, and a code that a phone takes along."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from rls_wizard.handover.memory import memory
from rls_wizard.report.build import build_paper
from rls_wizard.report.text import paragraphs
from rls_wizard.ui.leaving import Leaving
from rls_wizard.ui.saving import Manner, Saving

if TYPE_CHECKING:
    from collections.abc import Callable

    from rls_wizard.content.load import Content
    from rls_wizard.domain.response import Response
    from rls_wizard.i18n import Catalogue
    from rls_wizard.ui.kiosk.printing import RoomPrinting
    from rls_wizard.ui.kiosk.summary_page import RoomSummaryPage


class LeavingRoom(Leaving):
    """On a computer that belongs to nobody who uses it."""

    def __init__(
        self,
        response: Response,
        content: Content,
        catalogue: Catalogue,
        make_printing: Callable[[Saving], RoomPrinting],
        *,
        large: bool,
    ) -> None:
        """Take the answers that the summary is about, and what it is made with."""
        super().__init__()
        manner = Manner(content.folder, large, kiosk=True)
        self.saving = Saving(response, catalogue, self, manner)
        self.printing = self._printing = make_printing(self.saving)
        self._digits = memory(content, response, kiosk=True).digits
        self._said = partial(_said, content, response, catalogue)

    def show_on(self, page: RoomSummaryPage) -> None:
        """Let a page show how far all is, and take what is pressed on it."""
        page.take_code(self._digits)
        page.paper.told = self._said
        page.follow(self.saving.progress)
        page.follow_printing(self.printing.state)
        self.saving.changed.connect(page.follow)
        self.printing.changed.connect(page.follow_printing)
        page.make.connect(self.saving.make)
        box, printing = page.printing, self._printing
        box.begin.connect(printing.begin)
        box.send.connect(printing.send)
        box.leave.connect(printing.leave)
        box.confirm.connect(printing.confirm)
        box.deny.connect(printing.deny)


def _said(content: Content, response: Response, catalogue: Catalogue) -> list[str]:
    return paragraphs(build_paper(content, response, response.answered_on), catalogue)
