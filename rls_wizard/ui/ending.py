"""What comes after the questions: review, result, summary.

A part of its own, so that the first question is on the screen before all this is imported.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from textwrap import shorten
from typing import TYPE_CHECKING, TypeVar, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from rls_wizard.domain.fixed import COUNTRY, SHORT, WAY
from rls_wizard.i18n import Catalogue
from rls_wizard.report.build import build_report
from rls_wizard.report.then import LastTime
from rls_wizard.ui.leaving import Leaving, LeavingHome
from rls_wizard.ui.places import documents, path_of
from rls_wizard.ui.printing.system import system_service
from rls_wizard.ui.printing.way import Print, Step
from rls_wizard.ui.result_page import ResultPage
from rls_wizard.ui.review_page import ReviewPage, RoomReview
from rls_wizard.ui.summary_page import SummaryPage
from rls_wizard.ui.urgent_page import UrgentPage, whom_to_call

if TYPE_CHECKING:
    from datetime import date

    from rls_wizard.content.load import Content
    from rls_wizard.domain.item import Item
    from rls_wizard.domain.reference import Country
    from rls_wizard.domain.response import Response
    from rls_wizard.kiosk.site import Site
    from rls_wizard.report.model import Report
    from rls_wizard.ui.kiosk.summary_page import RoomSummaryPage
    from rls_wizard.ui.printing.service import MakeService

_Kind = TypeVar("_Kind", bound=Leaving)
_LONG = 600
"""How much is said beside a question of a long answer, in characters."""
ChooseFile = Callable[[QWidget, Catalogue, str], str]


class Ending(QObject):
    """Makes the last pages from a response, and saves the summary."""

    change = Signal(str)
    """The question whose answer is to be changed."""
    printed = Signal(object)
    """How far a page is on its way to the printer: a Print."""
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

    @property
    def large_in_print(self) -> bool | None:
        """Whether what was given to a printer is in large print; None before there is any."""
        if self._leaving is None or self._leaving.printing.state.step is Step.NONE:
            return None
        return self._leaving.saving.large

    def report(self, response: Response) -> Report:
        """Return what the answers amount to, in words."""
        # The day on which the visit began: nothing that is said changes at midnight.
        return build_report(self._content, response, response.answered_on)

    def beside(self, response: Response) -> Callable[[Item], str]:
        """Return what tells, beside a question, how it was answered at the visit before."""
        return partial(_beside, LastTime(self._content, response), self._catalogue)

    def review(self, response: Response, *, in_a_room: bool = False) -> ReviewPage:
        """Return the page with every answer; in a room strangers may look on."""
        questions = self._content.questionnaire.by_id.values()
        neutral = {item.link_id: item.neutral for item in questions if item.neutral}
        room = RoomReview(neutral, short=response.get(WAY) == SHORT) if in_a_room else None
        page = ReviewPage(self.report(response), self._catalogue, room)
        page.change.connect(self.change)
        return page

    def urgent(self, response: Response, *, in_a_room: bool = False) -> UrgentPage:
        """Return the page that says what cannot wait; in a room there are staff, and strangers."""
        questions = self._content.questionnaire.by_id.values()
        private = frozenset(item.link_id for item in questions if item.private)
        return UrgentPage(
            self.report(response),
            self._country(response),
            self._catalogue,
            private if in_a_room else None,
        )

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

    def summary(
        self, response: Response, *, saved: bool = False, large: bool = False
    ) -> SummaryPage:
        """Return the page that shows and saves the summary of this response.

        A page that is built anew for the same response and print takes over what is under way.
        """
        page = SummaryPage(self._catalogue, saved=saved, large=large)
        self._leaving_of(response, LeavingHome, self._make_service, large=large).show_on(page)
        page.save.connect(partial(self._save, page, _suggestion(response.answered_on)))
        page.done.connect(self.done)
        return page

    def summary_in_a_room(
        self, response: Response, site: Site, *, saved: bool = False, large: bool = False
    ) -> RoomSummaryPage:
        """Return the page that prints it on a kiosk."""
        from rls_wizard.ui.kiosk.leaving import LeavingRoom  # noqa: PLC0415
        from rls_wizard.ui.kiosk.printing import RoomPrinting  # noqa: PLC0415
        from rls_wizard.ui.kiosk.summary_page import RoomSummaryPage  # noqa: PLC0415

        page = RoomSummaryPage(self._catalogue, site.printing, saved=saved, large=large)
        printing = partial(RoomPrinting, self._make_service, site.printing)
        self._leaving_of(response, LeavingRoom, printing, large=large).show_on(page)
        page.done.connect(self.done)
        return page

    def _leaving_of(
        self,
        response: Response,
        make: Callable[..., _Kind],
        how: Callable[..., object],
        *,
        large: bool,
    ) -> _Kind:
        """Return what is under way for these answers; where there is nothing, it begins."""
        leaving = self._leaving
        if leaving is not None and leaving.saving.is_about(response, large=large):
            return cast("_Kind", leaving)
        self.stop()
        made = make(response, self._content, self._catalogue, how, large=large)
        made.setParent(self)
        made.saving.saved.connect(self.saved)
        made.printing.came_out.connect(self.saved)
        made.printing.changed.connect(self.printed)
        made.saving.start()
        self._leaving = made
        return made

    def stop(self) -> None:
        """End what is under way for the summary, and forget it."""
        leaving, self._leaving = self._leaving, None
        if leaving is not None:
            leaving.saving.stop()
            leaving.deleteLater()
            self.printed.emit(Print())

    def _save(self, page: SummaryPage, name: str) -> None:
        leaving = self._leaving
        chosen = self._choose_file(page, self._catalogue, name)
        # The visit may have ended while the dialog was open.
        if chosen and leaving is not None and leaving is self._leaving:
            leaving.saving.save_as(path_of(chosen))


def _beside(last_time: LastTime, catalogue: Catalogue, item: Item) -> str:
    _, told = catalogue, last_time.answer(item.link_id)
    if item.link_id in last_time.carried:
        text = _("Filled in from your summary of {day}. Is it still so?")
        return text.format(day=last_time.day)
    told = shorten(told, _LONG, placeholder=" \u2026")
    return _("Last time ({day}): {answer}").format(day=last_time.day, answer=told) if told else ""


def _suggestion(day: date) -> str:
    """Return a name that tells nothing about the person."""
    return str(documents() / f"rls-summary-{day.isoformat()}.pdf")
