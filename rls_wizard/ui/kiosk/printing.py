"""Printing on the one printer beside a kiosk: nothing to choose, and one more try."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rls_wizard.ui.kiosk.printer import beside
from rls_wizard.ui.printing.way import Printing, Step

if TYPE_CHECKING:
    from rls_wizard.handover.printing.talk import Printers
    from rls_wizard.kiosk import site
    from rls_wizard.ui.printing.service import MakeService
    from rls_wizard.ui.saving import Saving


class RoomPrinting(Printing):
    """Looks for the printer, prints as soon as it is there, and asks whether the page came out."""

    def __init__(self, make_service: MakeService, set_up: site.Printing, saving: Saving) -> None:
        """Take what prints, what the clinic set, and what makes the summary."""
        super().__init__(saving, make_service, set_up.paper)
        self._set_up = set_up
        self.choose_pages(set_up.pages)
        self._once_more = True

    def deny(self) -> None:
        """Take it that nothing came out: print it again, but only once, for the printer is slow."""
        if self._once_more:
            self._once_more = False
            self.send()
        else:
            self._tell(replace(self.state, step=Step.LOST))

    def _found(self, news: Printers) -> None:
        found = beside(self._set_up, news)
        if found.path:
            self.choose(found.path)
            self.send()
        else:
            # The service looks again and again: as soon as the printer is there, it prints.
            self._tell(replace(self.state, trouble=found.trouble))
