"""Tells a person of faults of the program: calmly, one at a time, and not for ever."""

from __future__ import annotations

import platform
import time
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSysInfo, qVersion
from PySide6.QtGui import QGuiApplication

from rls_wizard import __version__
from rls_wizard.crash import STARTED, say
from rls_wizard.crash.report import PARTS, Facts, report
from rls_wizard.crash.trail import trail
from rls_wizard.settings import YES
from rls_wizard.ui.announce import announce
from rls_wizard.ui.last_word import show_last_word
from rls_wizard.ui.report_box import ReportBox
from rls_wizard.ui.report_page import ApologyPage, apology
from rls_wizard.ui.route import Stop

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from rls_wizard.crash import Fault
    from rls_wizard.handover.reports import Reports
    from rls_wizard.ui.display import Display
    from rls_wizard.ui.report_page import Way
    from rls_wizard.ui.visit import Visit
    from rls_wizard.ui.window import WizardWindow

_MOST_REPORTS = 5
"""So many different ones are written in one run."""
_MOST_TIMES = 5
"""So often the person is told in one run."""


class Apology:
    """Takes every fault: keeps a report of it, and tells the person if it is of any use to them.

    What fails while the person reads of a fault was not pressed for: it fails by itself, and will
    go on to. They are not told of it again.
    """

    def __init__(
        self,
        window: WizardWindow,
        display: Display,
        reports: Reports | None,
        find_visit: Callable[[], Visit | None],
    ) -> None:
        """Take the folder of reports, None where nothing may be kept, and how to get the visit.

        There is none before the questions are there.
        """
        self._window = window
        self._display = display
        self._reports = reports
        self._find_visit = find_visit
        self._place = ""
        self._written: set[str] = set()
        self._not_told: set[str] = set()
        self._times = 0

    def take(self, fault: Fault) -> None:
        """Keep a report, and tell the person, in the thread of the window."""
        # Whatever fails here would come back as a fault, without end.
        try:
            self._take(fault)
        except Exception as error:
            say(trail(error))
            if not self._is_told:
                show_last_word(self._window, self._window.catalogue)

    def _take(self, fault: Fault) -> None:
        if fault.trail in self._not_told:
            return
        said = report(self.facts(), fault.trail)
        self._keep(fault.trail, said)
        if self._is_told:
            self._not_told.add(fault.trail)
        elif fault.felt and self._times < _MOST_TIMES:
            self._times += 1
            self._tell(said)

    @property
    def _is_told(self) -> bool:
        return isinstance(self._window.page, ApologyPage)

    def _keep(self, known_by: str, said: str) -> None:
        """Keep a report, once for each fault, and no more of them than anybody would read."""
        if known_by in self._written or len(self._written) >= _MOST_REPORTS:
            return
        self._written.add(known_by)
        kept = self._reports is not None and self._reports.keep(said) is not None
        self._place = str(self._reports.folder) if kept and self._reports is not None else ""

    # What is said --------------------------------------------------------------------------------

    def _tell(self, said: str) -> None:
        visit, again = self._find_visit(), self._times > 1
        make = partial(self._make_page, visit, said, again=again)
        if visit is None:
            # Its buttons need a visit.
            self._window.header.hide()
            self._window.show_page(make(), back=False)
        else:
            visit.open_aside(make)
        if isinstance(page := self._window.page, ApologyPage):
            announce(self._window, f"{page.words.title}. {page.words.happened}")

    def _make_page(
        self, visit: Visit | None, said: str, *, again: bool = False, stuck: bool = False
    ) -> QWidget:
        _ = self._window.catalogue
        kept = self._reports is not None and self._display.settings.keep == YES
        page = ApologyPage(
            apology(answers=visit is not None, kept=kept, again=again, _=_),
            self._ways(visit, said, stuck=stuck),
            ReportBox(said, self._place, _),
        )
        page.rearranged.connect(self._window.reorder)
        return page

    def _ways(self, visit: Visit | None, said: str, *, stuck: bool) -> tuple[Way, ...]:
        _ = self._window.catalogue
        close = ("fault.close", _("Close the program"), self._window.close)
        if visit is None:
            return (close,)
        if stuck:
            return ("fault.back", _("Go back a page"), visit.retreat), close
        return (("fault.go_on", _("Go on"), partial(self._go_on, visit, said)),)

    def _go_on(self, visit: Visit, said: str) -> None:
        """Go back to where the person was; if that page fails, offer the one before."""
        try:
            visit.close_aside()
        except Exception as error:
            self._not_told.add(trail(error))
            if self._is_told:
                visit.open_aside(partial(self._make_page, visit, said, again=True, stuck=True))
            raise

    # What a report says --------------------------------------------------------------------------

    def facts(self) -> Facts:
        """Return what a report says of the program as it is now."""
        settings = self._display.settings
        return Facts(
            program=__version__,
            content=self._content(),
            python=platform.python_version(),
            qt=qVersion(),
            system=f"{QSysInfo.prettyProductName()}, {QSysInfo.currentCpuArchitecture()}",
            windows=QGuiApplication.platformName(),
            language=settings.language,
            theme=self._display.theme,
            text_size=str(settings.text_size),
            part=self._part(),
            minutes=str(round((time.monotonic() - STARTED) / 60)),
        )

    def _content(self) -> str:
        visit = self._find_visit()
        if visit is None:
            return ""
        # It reads the files of the content, which may be on a stick that is not there any more.
        with suppress(OSError):
            return visit.pages.content.edition
        return ""

    def _part(self) -> str:
        first, way, end, beside = PARTS
        visit = self._find_visit()
        if visit is None:
            return first
        if visit.is_aside:
            return beside
        stop = visit.place.stop
        return first if stop is Stop.WELCOME else end if stop >= Stop.REVIEW else way
