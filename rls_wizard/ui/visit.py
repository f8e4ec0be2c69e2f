"""One person's way through the window, and the one place that holds the answers."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from rls_wizard.domain.again import begin_again, go_on
from rls_wizard.domain.fixed import COUNTRY, WAY, WELCOME
from rls_wizard.domain.flow import missing
from rls_wizard.domain.response import AnsweredBy, Response
from rls_wizard.domain.values import text_given
from rls_wizard.ui.announce import announce
from rls_wizard.ui.check_page import NO, YES, CheckPage
from rls_wizard.ui.guard import Guard, untick
from rls_wizard.ui.page_view import Spot
from rls_wizard.ui.pages import Desk, Pages, Situation
from rls_wizard.ui.question_page import QuestionPage
from rls_wizard.ui.route import (
    START,
    Place,
    Stop,
    after,
    before,
    first_gap,
    named,
    on_the_way,
    page_of,
    place_of,
    reached,
)
from rls_wizard.ui.welcome_page import WelcomePage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from rls_wizard.content.load import Content
    from rls_wizard.domain.assessment import Assessment
    from rls_wizard.domain.response import Value
    from rls_wizard.handover.unfinished import Unfinished
    from rls_wizard.i18n import Catalogue

    MakePage = Callable[[], QWidget]


class Kept(NamedTuple):
    """What of a page is not in the answers, to build the page anew and lose nothing."""

    spot: Spot = Spot()
    drafts: Mapping[str, object] = MappingProxyType({})
    complained: bool = False
    """Whether the page said what is missing."""


class Visit(QObject):
    """Takes the window from page to page, and keeps what no page does: answers and place."""

    give_up = Signal()
    """The person wants to be forgotten, and is to be asked once more."""
    read_advice = Signal()
    """The person wants to read instead of answering."""
    continue_earlier = Signal()
    """The person was here before, and has the summary of that visit."""
    continue_unfinished = Signal()
    """The person was here before, and broke off."""
    forgotten = Signal()
    """It is another person's visit now."""
    changed = Signal()
    """An answer, or where the person is, is another now."""
    printed = Signal(object)
    """How far a page is on its way to the printer: a Print."""
    left_aside = Signal()
    """The page beside the way is not shown any more."""

    def __init__(self, desk: Desk, content: Content, catalogue: Catalogue) -> None:
        """Start with the welcome page and no answers."""
        super().__init__(desk.window)
        self._desk = desk
        self._window = desk.window
        self._has_unfinished = False
        self._make_pages(content, catalogue)
        self._at = self._beginning()
        self._aside: MakePage | None = None
        self._kept = Kept()
        self._window.forward.connect(self._forward)
        self._window.back.connect(self._backward)
        self._window.closing.connect(self._stop)
        self._page: QWidget = self._window.page
        if isinstance(self._page, WelcomePage):
            self._pages.furnish(self._page, self._at.response)
            if who := self._page.choice():
                self._who_answers(who)
            self._window.reorder()
        else:
            self._go(START)

    @property
    def place(self) -> Place:
        """Where the person is."""
        return self._at.place

    @property
    def response(self) -> Response:
        """What has been answered so far."""
        return self._at.response

    @property
    def page(self) -> QWidget:
        """What is shown."""
        return self._page

    @property
    def pages(self) -> Pages:
        """What pages are made by."""
        return self._pages

    @property
    def has_been_urgent(self) -> bool:
        """Whether the urgent page was shown in this visit."""
        return self._at.guard.has_been_urgent

    @property
    def situation(self) -> Situation:
        """All that is known of the visit, to keep what of it is to last."""
        return self._at

    @property
    def has_begun(self) -> bool:
        """Whether more was answered than the first page asks."""
        first = (page_of(self._content, link_id) for link_id in self._at.response.answers)
        return any(page is None or page.id != WELCOME for page in first)

    @property
    def is_untouched(self) -> bool:
        """Whether nothing was told, and the first page is shown as at the beginning."""
        if self.is_aside or self._at.who or self._at.place != START:
            return False
        return self._at.response.answers == self._desk.preset

    @property
    def may_be_forgotten(self) -> bool:
        """Whether no answer would be lost that is not on a summary that was saved or printed."""
        kept = self._at.saved and not self._pages.is_printing
        return kept or self._at.response.answers == self._desk.preset

    def restart(self, *, note: str = "") -> None:
        """Forget everything: the next person sees an empty first page, with a note if any."""
        # First of all, so that nothing that fails below can keep an answer.
        self._at = self._beginning()
        self._kept = Kept()
        self._stop()
        self.forgotten.emit()
        self._go(START, note)

    def tell_unfinished(self, there_is: bool) -> None:
        """Let the first page lead to a visit that was broken off, or no more."""
        self._has_unfinished = self._pages.has_unfinished = there_is

    def take_up(self, earlier: Response) -> None:
        """Put the answers of an earlier visit in place of all that was told so far.

        If it is of today, who answers is known, and the way leads to what is missing. Which country
        this is counts as told now: numbers to call rest on it. So does how much is asked.
        """
        response = begin_again(self._content, earlier, self._desk.today())
        whole = response.answered_on == earlier.answered_on
        who = response.answered_by.value if whole else self._at.who
        response = self._spoken(response, answered_by=AnsweredBy(who or "self"))
        if (country := self._answer(COUNTRY)) is not None:
            response = response.record(COUNTRY, country)
        response = response.record(WAY, self._answer(WAY))
        # It is all on a summary that was saved: of this alone, nothing could be lost.
        self._at = Situation(START, response, who=who, reviewed=whole, saved=True)
        self._kept = Kept()
        day = self._content.about.dates.in_words(earlier.answered_on)
        note = self._catalogue("Your summary of {day} is taken over. Please go on here.")
        self._go(START, note.format(day=day))

    def go_on(self, kept: Unfinished) -> None:
        """Go on with a visit that was broken off, where it was or where an answer is missing.

        What is urgent in it is looked at again first: whether that was done is not kept.
        """
        response = self._spoken(go_on(self._content, kept.response, self._desk.today()))
        begins_again = response.then != kept.response.then
        guard = Guard(has_been_urgent=kept.has_been_urgent)
        self._at = Situation(
            START,
            response,
            guard=guard,
            who=response.answered_by.value if kept.who_told else "",
            reviewed=kept.reviewed and not begins_again,
        )
        self._kept = Kept()
        found = self._assess()
        place = named(kept.stop, kept.page)
        if guard.unchecked(self._content, found):
            self._go(Place(Stop.CHECK, on_the_way(place).page))
        else:
            self._go(reached(self._content, found.logic.facts, place))

    def _spoken(self, response: Response, **more: AnsweredBy) -> Response:
        """Return answers as given in this language, to this content."""
        spoken = {
            "language": self._catalogue.language,
            "content_version": self._content.about.version,
        }
        return response.model_copy(update=spoken | more)

    def set_content(self, content: Content, catalogue: Catalogue) -> None:
        """Use other words from now on, as in another language; `rebuild` is the caller's to do."""
        self._stop()
        # They know the answers.
        self._pages.deleteLater()
        self._make_pages(content, catalogue)
        self._at = replace(self._at, response=self._spoken(self._at.response))
        self._window.set_catalogue(catalogue)

    def _make_pages(self, content: Content, catalogue: Catalogue) -> None:
        self._content = content
        self._catalogue = catalogue
        pages = self._pages = Pages(self._desk, content, catalogue, self._answer)
        pages.has_unfinished = self._has_unfinished
        pages.setParent(self)
        pages.answered.connect(self.record)
        pages.who_answers.connect(self._who_answers)
        pages.change.connect(self._change)
        pages.more.connect(self._ask_more)
        pages.get_seen.connect(self._get_seen)
        pages.saved.connect(self._saved)
        pages.printed.connect(self.printed)
        pages.done.connect(self._done)
        pages.read_advice.connect(self.read_advice)
        pages.give_up.connect(self.give_up)
        pages.continue_earlier.connect(self.continue_earlier)
        pages.continue_unfinished.connect(self.continue_unfinished)
        pages.rearranged.connect(self._window.reorder)
        pages.wanted.connect(self._window.bring)

    # The answers ---------------------------------------------------------------------------------

    def _beginning(self) -> Situation:
        """Return where everybody starts: on the first page, with nothing told."""
        response = Response(
            answered_on=self._desk.today(),
            language=self._catalogue.language,
            content_version=self._content.about.version,
            answers=self._desk.preset,
        )
        return Situation(START, response)

    def record(self, answers: Mapping[str, Value | None]) -> None:
        """Write answers down, and let everything follow; None takes one back."""
        response = self._at.response
        for link_id, value in answers.items():
            response = self._at.guard.record(response, link_id, value)
        self._write(response)
        if country := text_given(answers.get(COUNTRY)):
            display = self._desk.display
            display.keep(display.settings._replace(country=country))

    def _who_answers(self, who: str) -> None:
        self._at = replace(self._at, who=who)
        self._write(self._at.response.model_copy(update={"answered_by": AnsweredBy(who)}))

    def _write(self, response: Response) -> None:
        self._at = replace(self._at, response=response, saved=False)
        # A summary that is being made or saved would be of other answers.
        self._stop()
        self.changed.emit()
        self._refresh()

    def _answer(self, link_id: str) -> Value | None:
        return self._at.response.get(link_id)

    def _assess(self) -> Assessment:
        return self._pages.assess(self._at.response)

    def _refresh(self) -> None:
        """Work everything out anew, and let the page and the window show it."""
        found = self._assess()
        text = ""
        said_by_page = self._at.place.stop in {Stop.URGENT, Stop.RESULT} and self._aside is None
        if not said_by_page and self._at.guard.urgent(self._content, found):
            text = self._pages.ending().urgent_in_short(self._at.response)
        if new := self._window.warn(self._catalogue("Urgent"), text):
            announce(self._window.strip, new, at_once=True)
        for page in self._questions_shown():
            page.follow(found.logic)

    def _questions_shown(self) -> Iterator[QuestionPage]:
        page: QWidget | None = self._page
        if isinstance(page, WelcomePage | CheckPage):
            page = page.questions
        if isinstance(page, QuestionPage) and self._aside is None:
            yield page

    # The way -------------------------------------------------------------------------------------

    def _forward(self) -> None:
        page = self._page
        if isinstance(page, WelcomePage):
            self._leave_welcome(page)
        elif isinstance(page, CheckPage):
            self._leave_check(page)
        elif isinstance(page, QuestionPage):
            self._leave_questions(page)
        elif self._at.place.stop is Stop.REVIEW and (gap := self._first_gap()):
            self._go(gap)
            self._forward()
        else:
            self._go_on()

    def _backward(self) -> None:
        if self._aside is not None:
            self.close_aside()
            return
        for page in self._questions_shown():
            drafts = {**self._at.drafts, self._at.place: page.drafts()}
            self._at = replace(self._at, drafts=drafts)
        if self._at.changing and self._at.place.stop in {Stop.WELCOME, Stop.QUESTIONS}:
            self._go(Place(Stop.REVIEW))
        else:
            self.retreat()

    def retreat(self) -> None:
        """Go to the page before, without a look at the one that is due: it may not be shown."""
        self._go(before(self._content, self._assess().logic.facts, self._at.place))

    def _go_on(self) -> None:
        """Go to what comes next: an answer to look at again, an urgent page, or the next page."""
        found = self._assess()
        here = on_the_way(self._at.place).page
        if self._at.guard.unchecked(self._content, found):
            self._go(Place(Stop.CHECK, here))
            return
        self._at.guard.pass_on(self._content, found)
        if self._at.guard.must_tell(found):
            self._at.guard.has_been_urgent = True
            self._go(Place(Stop.URGENT, here))
        elif self._at.reviewed and on_the_way(self._at.place).stop < Stop.REVIEW:
            self._go(self._first_gap() or Place(Stop.REVIEW))
        else:
            self._go(after(self._content, found.logic.facts, self._at.place))

    def _leave_welcome(self, page: WelcomePage) -> None:
        if not self._at.who:
            self._window.bring(page.complain())
            return
        if not self.has_begun:
            # The window may have stood open since yesterday.
            today = {"answered_on": self._desk.today()}
            response = self._at.response.model_copy(update=today)
            self._at = replace(self._at, response=response)
        if page.questions is None:
            self._go_on()
        else:
            self._leave_questions(page.questions)

    def _leave_questions(self, page: QuestionPage) -> None:
        if not self._complain(page):
            self._go_on()

    def _complain(self, page: QuestionPage) -> bool:
        """Show what keeps the page from being left; tell whether anything does."""
        if isinstance(self._page, CheckPage):
            unanswered = self._page.missing()
        else:
            unanswered = missing(page.definition, self._assess().logic.facts)
        if gaps := page.gaps(unanswered):
            page.show_gaps(gaps)
        return bool(gaps)

    def _leave_check(self, page: CheckPage) -> None:
        if self._complain(page.questions):
            return
        said = dict(self._at.guard.said)
        mistakes = [q for q, value in said.items() if (self._answer(q), value) == (YES, NO)]
        for link_id, value in said.items():
            if link_id in mistakes:
                self.record(untick(self._content, self._at.response, link_id))
            else:
                self.record({link_id: value})
                self._at.guard.confirm(link_id, value)
        if mistakes:
            self._change(mistakes[0])
        else:
            self._go_on()

    def _get_seen(self) -> None:
        self._at.guard.accept(self._assess())
        self._go_on()

    def _ask_more(self) -> None:
        """Lead to the first of the questions that are asked now, too."""
        self._go(self._first_gap() or Place(Stop.REVIEW))

    def _first_gap(self) -> Place | None:
        return first_gap(self._content, self._assess().logic.facts)

    def _change(self, link_id: str) -> None:
        page = page_of(self._content, link_id)
        changing = link_id if self._at.place.stop is Stop.REVIEW else self._at.changing
        self._go(place_of(page) if page else START)
        self._at = replace(self._at, changing=changing)
        for questions in self._questions_shown():
            if widget := questions.widget_for(link_id):
                self._window.bring(widget)

    def _show_changed(self) -> None:
        """Come back to the very line of the review that the person left."""
        changing = self._at.changing
        self._at = replace(self._at, changing="")
        if line := self._page.findChild(QWidget, f"{changing}.change"):
            self._window.bring(line)

    def _saved(self) -> None:
        self._at = replace(self._at, saved=True)

    def _done(self) -> None:
        self.restart(
            note=self._catalogue("Your answers are forgotten. The next person can start here.")
        )

    # The pages -----------------------------------------------------------------------------------

    def _go(self, place: Place, note: str = "") -> None:
        drafts = dict(self._at.drafts)
        begun = drafts.pop(place, {})
        at = replace(self._at, place=place, note=note, drafts=drafts)
        page = self._pages.build(at)
        # Not before the page is whole: if building it fails, everything stays as it was.
        if place.stop is not Stop.SUMMARY:
            # While the page that shows the saving still lives.
            self._stop()
        self._at = replace(at, note="", reviewed=at.reviewed or place.stop >= Stop.REVIEW)
        self._put_aside(None)
        self._at.guard.said.clear()
        self.changed.emit()
        self._show(page)
        for questions in self._questions_shown():
            questions.restore(begun)
        if place.stop is Stop.REVIEW and self._at.changing:
            self._show_changed()

    def _show(self, page: QWidget) -> None:
        self._page = page
        beside = self._aside is not None
        first = on_the_way(self._at.place) == START
        alone = beside or first or self._at.place.stop is Stop.URGENT
        self._window.show_page(
            page,
            back=beside or self._at.place != START or bool(self._at.changing),
            forward=None if beside else self._forward_text(),
            steps=None if alone else self._pages.steps(self._at),
        )
        self._refresh()

    def _forward_text(self) -> str | None:
        _ = self._catalogue
        match self._at.place.stop:
            case Stop.WELCOME:
                return _("Next") if self._at.reviewed else _("Start")
            case Stop.REVIEW:
                return _("Show result")
            case Stop.SUMMARY | Stop.URGENT:
                return None
            case _:
                return _("Next")

    def open_aside(self, make: MakePage) -> None:
        """Show a page beside the way; Back leads to where the person was."""
        if self._aside is None:
            self._kept = self._keep()
        page = make()
        self._put_aside(make)
        self._show(page)

    def _put_aside(self, make: MakePage | None) -> None:
        left, self._aside = self._aside, make
        if left not in (None, make):
            self.left_aside.emit()

    @property
    def is_aside(self) -> bool:
        """Whether a page beside the way is shown."""
        return self._aside is not None

    def close_aside(self) -> None:
        """Go back to the way, to the same spot."""
        page = self._pages.build(self._at)
        kept, self._kept = self._kept, Kept()
        self._put_aside(None)
        self._show(page)
        self._resume(kept)

    def rebuild(self) -> None:
        """Build what is shown anew, as after a change of text size, and lose nothing."""
        kept = self._keep()
        make = self._aside or (lambda: self._pages.build(self._at))
        self._show(make())
        self._resume(kept)

    def _keep(self) -> Kept:
        kept = Kept(self._window.spot())
        for page in self._questions_shown():
            kept = kept._replace(drafts=page.drafts(), complained=page.complained)
        return kept

    def _resume(self, kept: Kept) -> None:
        for page in self._questions_shown():
            page.restore(kept.drafts)
            if kept.complained:
                self._complain(page)
        self._window.resume(kept.spot)

    def _stop(self) -> None:
        self._pages.stop()
