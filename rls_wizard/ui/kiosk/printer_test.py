"""A test page, for staff: whether the printer beside the kiosk prints all of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from rls_wizard.handover.printing.talk import PAPERS, Act, Job, Order, Printers
from rls_wizard.report.pdf.test_page import make_test_page
from rls_wizard.ui.kiosk.printer import beside
from rls_wizard.ui.printing.system import system_service
from rls_wizard.ui.printing.words import wrong

if TYPE_CHECKING:
    from collections.abc import Callable

    from rls_wizard.handover.printing.talk import News
    from rls_wizard.handover.printing.trouble import Trouble
    from rls_wizard.i18n import Catalogue
    from rls_wizard.kiosk.site import Site
    from rls_wizard.ui.printing.service import MakeService


class PrinterTest(QObject):
    """Prints one page, and tells how far that is. Stop it when nobody looks any more."""

    told = Signal(str, bool)
    """What is to be shown, and whether it is over: printed, or given up."""

    def __init__(
        self,
        site: Site,
        catalogue: Catalogue,
        parent: QObject,
        make_service: MakeService = system_service,
    ) -> None:
        """Take whose printer it is."""
        super().__init__(parent)
        self._site, self._catalogue = site, catalogue
        self.printed = False
        """Whether the printer says that it is done."""
        self._sent = False
        self._service = make_service(self)
        self._service.told.connect(self._hear)
        # Once its owner listens.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._begin)
        self._soon.start()

    def stop(self) -> None:
        """Give up what is not printed; nothing is told any more."""
        self.blockSignals(True)
        self._soon.stop()
        self._service.stop()
        self.deleteLater()

    def _begin(self) -> None:
        self.told.emit(self._catalogue("Looking for the printer."), False)
        self._service.take(Order(Act.LOOK))

    def _hear(self, news: News) -> None:
        if isinstance(news, Printers) and not self._sent:
            found = beside(self._site.printing, news)
            if found.path:
                self._print(found.path)
            else:
                self._tell(found.trouble, over=True)
        elif isinstance(news, Job) and self._sent:
            self.printed = news.over and news.trouble is None
            self._tell(news.trouble, over=news.over)

    def _print(self, path: str) -> None:
        self._sent = True
        self.told.emit(self._catalogue("The test page is being printed."), False)
        paper = self._site.printing.paper
        page = page_to_test(self._site, self._catalogue)
        self._service.take(Order(Act.PRINT, path, 0, page, paper))

    def _tell(self, trouble: Trouble | None, *, over: bool) -> None:
        _ = self._catalogue
        if trouble is not None:
            self.told.emit(wrong(trouble, _), over)
        elif over:
            self.told.emit(
                _("The test page is printed. Are all four corners on it, and is it straight?"), True
            )
        else:
            self.told.emit(_("The test page is being printed."), False)


def print_test_page(
    site: Site,
    catalogue: Catalogue,
    parent: QObject,
    tell: Callable[[str, bool], object],
    make_service: MakeService = system_service,
) -> PrinterTest:
    """Print a test page; `tell` gets what to show, and whether it is over."""
    made = PrinterTest(site, catalogue, parent, make_service)
    made.told.connect(tell)
    return made


def page_to_test(site: Site, catalogue: Catalogue) -> bytes:
    """Return the page itself: nothing about anybody."""
    _, paper = catalogue, site.printing.paper
    lines = (
        site.clinic.name,
        date.today().isoformat(),
        _("Paper: {size}").format(size=paper),
        _("You should see the marks of all four corners."),
        _("Nothing about any person is on this page."),
    )
    ruler = _("This line is 10 cm long.")
    return make_test_page(_("Test page"), [*filter(None, lines)], ruler, PAPERS[paper])
