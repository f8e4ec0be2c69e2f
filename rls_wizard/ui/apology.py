"""Tells a person of faults of the program: calmly, one at a time, and not for ever."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from rls_wizard.crash import say
from rls_wizard.crash.report import report
from rls_wizard.crash.trail import trail
from rls_wizard.settings import YES
from rls_wizard.ui.announce import announce
from rls_wizard.ui.facts import facts
from rls_wizard.ui.last_word import show_last_word
from rls_wizard.ui.report_box import ReportBox
from rls_wizard.ui.report_page import ApologyPage, apology, apology_in_a_room

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
_BY_ITSELF = 2
"""What comes so often while the person reads of a fault was not pressed for."""


class _Told(NamedTuple):
    """What the person is told of a fault."""

    said: str
    """The report."""
    place: str
    """Where it lies, empty if nowhere."""
    again: bool = False
    """Whether they were told of one before."""
    stuck: bool = False
    """Whether the page where they were fails, too."""


class Apology:
    """Takes every fault: keeps a report of it, and tells the person if it is of any use to them.

    What fails again and again while the person reads of a fault was not pressed for: it fails by
    itself, and will go on to. They are not told of it any more.
    """

    def __init__(
        self,
        window: WizardWindow,
        display: Display,
        reports: Reports | None,
        find_visit: Callable[[], Visit | None],
        end: Callable[[], None] | None = None,
    ) -> None:
        """Take the folder of reports, None where nothing may be kept, and how to get the visit.

        There is none before the questions are there. `end` is what ends the program where nobody
        can close it: there, reports go to standard error only.
        """
        self._window = window
        self._display = display
        self._reports = reports
        self._find_visit = find_visit
        self._end = end
        self._places: dict[str, str] = {}
        """Where the report of each fault lies, empty if nowhere."""
        self._meanwhile: Counter[str] = Counter()
        """How often each came while the person read of one."""
        self._times = 0

    def take(self, fault: Fault) -> None:
        """Keep a report, and tell the person, in the thread of the window."""
        # Whatever fails here would come back as a fault, without end.
        try:
            self._take(fault)
        except Exception as error:
            say(trail(error))
            if self._end is not None:
                self._end()
            elif not self._is_told:
                show_last_word(self._window, self._window.catalogue)

    def _take(self, fault: Fault) -> None:
        if self._meanwhile[fault.trail] >= _BY_ITSELF:
            return
        said = report(facts(self._display, self._find_visit()), fault.trail)
        if fault.trail not in self._places and len(self._places) < _MOST_REPORTS:
            self._places[fault.trail] = self._keep(said)
        if self._is_told:
            self._meanwhile[fault.trail] += 1
        elif fault.felt and self._times < _MOST_TIMES:
            self._times += 1
            place = self._places.get(fault.trail, "")
            self._tell(_Told(said, place, again=self._times > 1))

    @property
    def _is_told(self) -> bool:
        return isinstance(self._window.page, ApologyPage)

    def _keep(self, said: str) -> str:
        """Keep a report; return where it lies, empty if it could not be kept."""
        if self._end is not None:
            say(said)
        reports = self._reports
        return str(reports.folder) if reports and reports.keep(said) else ""

    # What is said --------------------------------------------------------------------------------

    def _tell(self, told: _Told) -> None:
        visit = self._find_visit()
        if visit is None and self._end is not None:
            self._end()
            return
        if visit is None:
            # Its buttons need a visit.
            self._window.header.hide()
            self._window.show_page(self._make_page(None, told), back=False)
        else:
            visit.open_aside(partial(self._make_page, visit, told))
        if isinstance(page := self._window.page, ApologyPage):
            announce(self._window, f"{page.words.title}. {page.words.happened}")

    def _make_page(self, visit: Visit | None, told: _Told) -> QWidget:
        _ = self._window.catalogue
        kept = self._reports is not None and self._display.settings.keep == YES
        if self._end is None:
            words = apology(answers=visit is not None, kept=kept, again=told.again, _=_)
            box = ReportBox(told.said, told.place, _)
        else:
            words, box = apology_in_a_room(again=told.again, _=_), None
        page = ApologyPage(words, self._ways(visit, told), box)
        page.rearranged.connect(self._window.reorder)
        return page

    def _ways(self, visit: Visit | None, told: _Told) -> tuple[Way, ...]:
        _ = self._window.catalogue
        close: Way = ("fault.close", _("Close the program"), self._window.close)
        if self._end is not None:
            close = ("fault.end", _("Delete my answers and end"), self._end)
        if visit is None:
            return (close,)
        if told.stuck:
            return ("fault.back", _("Go back a page"), visit.retreat), close
        return (("fault.go_on", _("Go on"), partial(self._go_on, visit, told)),)

    def _go_on(self, visit: Visit, told: _Told) -> None:
        """Go back to where the person was; if that page fails, offer the one before."""
        try:
            visit.close_aside()
        except Exception as error:
            self._meanwhile[trail(error)] = _BY_ITSELF
            if self._is_told:
                stuck = told._replace(again=True, stuck=True)
                visit.open_aside(partial(self._make_page, visit, stuck))
            raise
