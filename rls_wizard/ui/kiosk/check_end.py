"""The end of the check: all that was found, and the sheet to print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rls_wizard.handover.printing.talk import Act, Order, Printers
from rls_wizard.report.acceptance import in_words
from rls_wizard.ui.kiosk.check_page import CheckPage
from rls_wizard.ui.kiosk.printer import beside
from rls_wizard.ui.printing.system import system_service
from rls_wizard.ui.printing.words import wrong
from rls_wizard.ui.words import button

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from rls_wizard.handover.printing.talk import News
    from rls_wizard.i18n import Catalogue
    from rls_wizard.kiosk.site import Site
    from rls_wizard.report.acceptance import Finding
    from rls_wizard.ui.printing.service import MakeService, Service


class EndPage(CheckPage):
    """All that was found, and the sheet to print."""

    def __init__(
        self,
        catalogue: Catalogue,
        findings: Iterable[Finding],
        site: Site | None,
        make: Callable[[], bytes],
        make_service: MakeService = system_service,
    ) -> None:
        """Show every finding; `make` makes the sheet."""
        _ = catalogue
        texts = (f"{one.title}: {in_words(one.outcome, _)}. {one.told}" for one in findings)
        super().__init__(_, _("What was found"), texts)
        self._site, self._make, self._make_service = site, make, make_service
        self._sent = False
        self._service: Service | None = None
        if site is not None and site.printing.on:
            self.column.addWidget(button(_("Print the sheet"), "check.sheet", self._print))
        self.close_column()

    def stop(self) -> None:
        """Give up what is not printed."""
        if self._service is not None:
            self._service.stop()
            self._service = None

    def _print(self) -> None:
        self.stop()
        self.say(self._catalogue("Looking for the printer."))
        self._sent = False
        self._service = self._make_service(self)
        self._service.told.connect(self._hear)
        self._service.take(Order(Act.LOOK))

    def _hear(self, news: News) -> None:
        if isinstance(news, Printers):
            if not self._sent:
                self._send(news)
        elif news.trouble is not None:
            self.say(wrong(news.trouble, self._catalogue))
        elif news.over:
            self.say(self._catalogue("The sheet is printed."))

    def _send(self, news: Printers) -> None:
        if self._service is None or self._site is None:
            return
        set_up = self._site.printing
        found = beside(set_up, news)
        if found.path:
            self._sent = True
            self._service.take(Order(Act.PRINT, found.path, 0, self._make(), set_up.paper))
        elif found.trouble is not None:
            self.say(wrong(found.trouble, self._catalogue))
