"""Builds the page for a place from the answers. Every page is built anew; none is kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtWidgets import QWidget

from rls_wizard.domain.assessment import Assessment, assess
from rls_wizard.domain.fixed import COUNTRY, SHORT, WAY, WELCOME, WHOLE
from rls_wizard.domain.values import text_given
from rls_wizard.settings import NO, YES
from rls_wizard.ui.answers.base import Asking
from rls_wizard.ui.check_page import CheckPage
from rls_wizard.ui.clock import told_wrong
from rls_wizard.ui.guard import Guard
from rls_wizard.ui.question_page import QuestionPage
from rls_wizard.ui.route import Place, Stop, steps
from rls_wizard.ui.welcome_page import WelcomePage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date
    from pathlib import Path

    from rls_wizard.content.load import Content
    from rls_wizard.content.medicines import Finder, Proposal
    from rls_wizard.domain.glossary import Term
    from rls_wizard.domain.item import Item
    from rls_wizard.domain.medicines import Medicines
    from rls_wizard.domain.questionnaire import Page
    from rls_wizard.domain.response import Response, Value
    from rls_wizard.i18n import Catalogue
    from rls_wizard.kiosk.site import Site
    from rls_wizard.ui.display import Display
    from rls_wizard.ui.ending import Ending
    from rls_wizard.ui.kiosk.summary_page import RoomSummaryPage
    from rls_wizard.ui.steps import Steps
    from rls_wizard.ui.summary_page import SummaryPage
    from rls_wizard.ui.welcome_page import Greeting
    from rls_wizard.ui.window import WizardWindow

    Recall = Callable[[str], Value | None]


class Desk(NamedTuple):
    """What a visit works with; nothing of it is about the person."""

    window: WizardWindow
    display: Display
    today: Callable[[], date]
    make_ending: Callable[[Content, Catalogue], Ending]
    make_finder: Callable[[Medicines], Finder]
    folder: Path | None = None
    """Of what stays from start to start; None where nothing may stay behind, as on a kiosk."""
    site: Site | None = None
    """What the clinic sets, on its kiosk; None at home."""
    greet: Callable[[Catalogue], Greeting | None] = lambda _: None
    """Returns what a kiosk says on its first page."""

    @property
    def keeps(self) -> bool:
        """Whether the answers are kept until the person is done."""
        return self.folder is not None and self.display.settings.keep == YES

    @property
    def in_a_room(self) -> bool:
        """Whether this is a clinic's kiosk, among strangers."""
        return self.site is not None

    @property
    def preset(self) -> Mapping[str, str]:
        """What is answered before anybody comes."""
        return {} if self.site is None else {WAY: SHORT, COUNTRY: self.site.country}


@dataclass(frozen=True, slots=True)
class Situation:
    """Where a person is, and all that is known of the visit: what a page is built from."""

    place: Place
    response: Response
    guard: Guard = field(default_factory=Guard)
    who: str = ""
    """Who answers; empty before that is chosen."""
    reviewed: bool = False
    """Whether the person has been at the review."""
    changing: str = ""
    """The answer that the person left the review for, until the review is shown again."""
    saved: bool = False
    """Whether these answers are on a summary that was saved."""
    note: str = ""
    """Said on top of the welcome page."""
    drafts: Mapping[Place, Mapping[str, object]] = field(default_factory=dict)
    """What was begun on pages that the person went back from, and is no answer yet."""


class Pages(QObject):
    """Makes pages in one language, and passes on what is pressed on them."""

    answered = Signal(object)
    """A mapping of link ids to new answers; None takes one back."""
    who_answers = Signal(str)
    change = Signal(str)
    """The question whose answer is to be changed."""
    more = Signal()
    """Now all questions are asked: the person wants to answer the others, too."""
    get_seen = Signal()
    """The person will get seen today, and wants to go on."""
    saved = Signal()
    printed = Signal(object)
    """How far a page is on its way to the printer: a Print."""
    done = Signal()
    read_advice = Signal()
    give_up = Signal()
    """The person wants to go on with nothing, and be forgotten."""
    continue_earlier = Signal()
    continue_unfinished = Signal()
    """The person was here before, and broke off."""
    rearranged = Signal()
    wanted = Signal(QWidget)
    """Something on the page that is to be brought into view and focused."""

    def __init__(self, desk: Desk, content: Content, catalogue: Catalogue, value: Recall) -> None:
        """Take what pages are made from, and how to look up an answer as it is at the moment."""
        super().__init__()
        self.content = content
        self.catalogue = catalogue
        self._desk = desk
        self._value = value
        self.has_unfinished = False
        """Whether a visit is kept that was broken off."""
        self._made_ending: Ending | None = None
        self._made_finder: Finder | None = None
        self._assessed: tuple[Response | None, Assessment | None] = (None, None)

    def assess(self, response: Response) -> Assessment:
        """Return what the answers amount to; a page asks this several times in a row."""
        known, found = self._assessed
        if found is None or known is not response:
            found = assess(self.content, response)
            self._assessed = (response, found)
        return found

    def build(self, at: Situation) -> QWidget:
        """Return the page for a place."""
        builders = {
            Stop.WELCOME: self._welcome,
            Stop.QUESTIONS: self._question_page,
            Stop.CHECK: self._check,
            Stop.URGENT: self._urgent,
            Stop.REVIEW: self._review,
            Stop.RESULT: self._result,
            Stop.SUMMARY: self._summary,
        }
        return builders[at.place.stop](at)

    def steps(self, at: Situation) -> Steps:
        """Return the steps of the way, and where in them a place is."""
        _ = self.catalogue
        last = (_("Check your answers"), _("Your result"), _("Your summary"))
        return steps(
            self.content, self.assess(at.response).logic.facts, at.place, last, reviewed=at.reviewed
        )

    def furnish(self, welcome: WelcomePage, response: Response) -> None:
        """Let the welcome page ask its questions, now that they are loaded."""
        welcome.read_advice.connect(self.read_advice)
        welcome.continue_earlier.connect(self.continue_earlier)
        if self._desk.folder is not None:
            welcome.ask_to_keep(self._desk.keeps)
            welcome.keep.connect(self._keep)
        if self.has_unfinished:
            welcome.offer_unfinished(self.continue_unfinished)
        welcome.chosen.connect(self.who_answers)
        for page in self.content.pages:
            if page.id == WELCOME:
                _, about = self.catalogue, self.content.about
                told = _("Review of the texts: {review}").format(review=about.review)
                if self.content.folder:
                    told += "\n" + _("Questions and advice come from another folder.")
                today = self._desk.today()
                first = told_wrong(today, about, _) or about.told_overdue(about, today)
                welcome.ask(self._questions(page, response, headed=False), told, first)

    def _keep(self, wanted: bool) -> None:
        self._desk.display.change(keep=YES if wanted else NO)

    def asking(self, response: Response) -> Asking:
        """Return what widgets need in order to ask."""
        kept = self._desk.display.settings.country
        region = QLocale.territoryToCode(QLocale.system().territory())
        offered = kept or self.content.country_of(region)
        return Asking(
            self.catalogue,
            response.answered_on,
            self._value,
            self.assess(response).logic,
            offered={COUNTRY: offered} if offered else {},
            find=partial(self._find, text_given(response.get(COUNTRY))),
            then=self.ending().beside(response) if response.then else _nothing,
            terms=self._terms,
            fill=self.content.country(response.get(COUNTRY)).fill,
            dates=self.content.about.dates,
            keypad=self._desk.in_a_room,
            in_a_room=self._desk.in_a_room,
        )

    def _terms(self, texts: Iterable[str]) -> tuple[Term, ...]:
        """Return the words to explain beside texts."""
        return self.content.glossary.beside(texts)

    def _find(self, country: str, typed: str) -> tuple[Proposal, ...]:
        """Return what a name may stand for, with the country of a brand in words."""
        if self._made_finder is None:
            self._made_finder = self._desk.make_finder(self.content.medicines)
        found = self._made_finder.find(typed, country)
        return tuple(
            one._replace(country=one.country and self.content.country(one.country).name)
            for one in found
        )

    def ending(self) -> Ending:
        """Return the maker of the last pages."""
        if self._made_ending is None:
            self._made_ending = self._desk.make_ending(self.content, self.catalogue)
            self._made_ending.setParent(self)
            self._made_ending.change.connect(self.change)
            self._made_ending.saved.connect(self.saved)
            self._made_ending.printed.connect(self.printed)
            self._made_ending.done.connect(self.done)
        return self._made_ending

    @property
    def is_printing(self) -> bool:
        """Whether a page is on its way to the printer."""
        return self._made_ending is not None and self._made_ending.is_printing

    def stop(self) -> None:
        """End what a page is at work on."""
        if self._made_ending is not None:
            self._made_ending.stop()

    def _welcome(self, at: Situation) -> WelcomePage:
        greeting = self._desk.greet(self.catalogue)
        page = WelcomePage(
            self.catalogue, at.who, at.note, keeps=self._desk.keeps, greeting=greeting
        )
        self.furnish(page, at.response)
        return page

    def _question_page(self, at: Situation) -> QuestionPage:
        definition = next(page for page in self.content.pages if page.id == at.place.page)
        return self._questions(definition, at.response)

    def _questions(
        self, definition: Page, response: Response, *, headed: bool = True
    ) -> QuestionPage:
        asking = self.asking(response)
        note = self.content.about.whom(response.answered_by) if headed else ""
        page = QuestionPage(definition, asking, note, headed=headed)
        page.follow(asking.logic)
        page.answered.connect(self.answered)
        self._connect(page)
        return page

    def _check(self, at: Situation) -> CheckPage:
        links = at.guard.unchecked(self.content, self.assess(at.response))
        items = (self.content.questionnaire.by_id[link] for link in links)
        note = self.content.about.whom(at.response.answered_by)
        page = CheckPage(items, self.asking(at.response), at.guard.said, note)
        self._connect(page)
        return page

    def _connect(self, page: QuestionPage | CheckPage) -> None:
        page.rearranged.connect(self.rearranged)
        page.wanted.connect(self.wanted)

    def _urgent(self, at: Situation) -> QWidget:
        page = self.ending().urgent(at.response, in_a_room=self._desk.in_a_room)
        page.go_on.connect(self.get_seen)
        page.stop.connect(self.give_up)
        return page

    def _review(self, at: Situation) -> QWidget:
        page = self.ending().review(at.response, in_a_room=self._desk.in_a_room)
        page.more.connect(lambda: self.answered.emit({WAY: WHOLE}))
        page.more.connect(self.more)
        return page

    def _result(self, at: Situation) -> QWidget:
        page = self.ending().result(at.response)
        page.wanted.connect(self.wanted)
        return page

    def _summary(self, at: Situation) -> QWidget:
        settings = self._desk.display.settings
        large = self.ending().large_in_print
        # Larger text, to read what is wrong on the screen, shall take no page from the printer.
        if large is None or settings.large_print:
            large = settings.prints_large
        site, shown = self._desk.site, {"saved": at.saved, "large": large}
        page: SummaryPage | RoomSummaryPage
        if site is None:
            page = self.ending().summary(at.response, **shown)
        else:
            page = self.ending().summary_in_a_room(at.response, site, **shown)
        page.wanted.connect(self.wanted)
        page.large.clicked.connect(self._print_large)
        page.rearranged.connect(self.rearranged)
        return page

    def _print_large(self, large: bool) -> None:
        # Every page is built anew then, and this one with another summary.
        self._desk.display.change(large_print=YES if large else NO)


def _nothing(_item: Item) -> str:
    """Return what is said beside questions where no earlier visit is known."""
    return ""
