"""One person's way through the window, and the one place that holds the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from rls_wizard.domain.assessment import assess
from rls_wizard.domain.flow import missing
from rls_wizard.domain.response import AnsweredBy, Response
from rls_wizard.ui.answers.base import Asking
from rls_wizard.ui.question_page import QuestionPage
from rls_wizard.ui.route import START, Place, Stop, after, before, first_gap, number_of, page_of
from rls_wizard.ui.welcome_page import WelcomePage

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from rls_wizard.content.load import Content
    from rls_wizard.domain.assessment import Assessment
    from rls_wizard.domain.questionnaire import Page
    from rls_wizard.domain.response import Value
    from rls_wizard.i18n import Catalogue
    from rls_wizard.ui.ending import Ending
    from rls_wizard.ui.window import WizardWindow

    MakeEnding = Callable[[Content, Catalogue], Ending]


class Visit(QObject):
    """Takes the window from page to page. It keeps the answers and the place, nothing else."""

    def __init__(
        self,
        window: WizardWindow,
        content: Content,
        catalogue: Catalogue,
        today: Callable[[], date],
        make_ending: MakeEnding,
    ) -> None:
        """Start with the welcome page and no answers; the ending is made when it is needed."""
        super().__init__(window)
        self._window = window
        self._content = content
        self._catalogue = catalogue
        self._today = today
        self._make_ending = make_ending
        self._made_ending: Ending | None = None
        self._response = self._no_answers()
        self._place = START
        self._reviewed = False
        window.forward.connect(self._forward)
        window.back.connect(self._backward)
        window.closing.connect(self._stop)
        self._page: QWidget = window.page
        if not isinstance(self._page, WelcomePage):
            self._go(START)

    @property
    def place(self) -> Place:
        """Where the person is."""
        return self._place

    @property
    def response(self) -> Response:
        """What has been answered so far."""
        return self._response

    def restart(self, note: str = "") -> None:
        """Forget everything: the next person sees an empty first page, with a note if any."""
        # First of all, so that nothing that fails below can keep an answer.
        self._response = self._no_answers()
        self._place = START
        self._reviewed = False
        self._go(START, note)

    def set_content(self, content: Content, catalogue: Catalogue) -> None:
        """Show the same answers in other words, as after a change of language."""
        self._stop()
        self._made_ending = None
        self._content = content
        self._catalogue = catalogue
        self._response = self._response.model_copy(update={"language": catalogue.language})
        self._window.set_catalogue(catalogue)
        self._go(self._place)

    # The answers ---------------------------------------------------------------------------------

    def _no_answers(self) -> Response:
        return Response(
            answered_on=self._today(),
            language=self._catalogue.language,
            content_version=self._content.about.version,
        )

    def _record(self, answers: Mapping[str, Value | None]) -> None:
        response = self._response
        for link_id, value in answers.items():
            response = response.record(link_id, value)
        self._response = response
        self._refresh()

    def _answer(self, link_id: str) -> Value | None:
        return self._response.get(link_id)

    def _assess(self) -> Assessment:
        return assess(self._content, self._response)

    def _refresh(self) -> None:
        """Work everything out anew, and let the page and the window show it."""
        assessment = self._assess()
        urgent = assessment.urgency.urgent
        report = self._ending().report(self._response) if urgent else None
        self._window.strip.say(self._catalogue("Urgent"), report.urgent_action if report else "")
        if isinstance(self._page, QuestionPage):
            self._page.follow(assessment.logic)
            self._page.warn(report.flags if report else ())

    # The way -------------------------------------------------------------------------------------

    def _forward(self) -> None:
        page = self._page
        if isinstance(page, WelcomePage):
            self._leave_welcome(page)
        elif isinstance(page, QuestionPage):
            self._leave_questions(page)
        elif self._place.stop is Stop.REVIEW and (gap := self._first_gap()):
            self._go(gap)
            self._forward()
        else:
            self._go(after(self._content, self._assess().logic.facts, self._place))

    def _backward(self) -> None:
        self._go(before(self._content, self._assess().logic.facts, self._place))

    def _leave_welcome(self, page: WelcomePage) -> None:
        if not page.choice():
            self._window.bring(page.complain())
            return
        header: dict[str, object] = {"answered_by": AnsweredBy(page.choice())}
        if not self._response.answers:
            # The window may have stood open since yesterday.
            header["answered_on"] = self._today()
        self._response = self._response.model_copy(update=header)
        self._go(after(self._content, self._assess().logic.facts, START))

    def _leave_questions(self, page: QuestionPage) -> None:
        facts = self._assess().logic.facts
        if gaps := page.gaps(missing(self._definition(self._place), facts)):
            page.show_gaps(gaps)
        elif self._reviewed:
            self._go(self._first_gap() or Place(Stop.REVIEW))
        else:
            self._go(after(self._content, facts, self._place))

    def _first_gap(self) -> Place | None:
        return first_gap(self._content, self._assess().logic.facts)

    def _change(self, link_id: str) -> None:
        page = page_of(self._content, link_id)
        if page is None:
            self._go(START)
            return
        self._go(Place(Stop.QUESTIONS, page.id))
        if isinstance(self._page, QuestionPage) and (widget := self._page.widget_for(link_id)):
            self._window.bring(widget)

    def _go(self, place: Place, note: str = "") -> None:
        # While the page that shows the saving still lives.
        self._stop()
        page = self._build(place, note)
        # Not before the page is whole: if building it fails, everything stays as it was.
        self._place = place
        self._page = page
        self._reviewed = place.stop is Stop.REVIEW or (
            self._reviewed and place.stop is Stop.QUESTIONS
        )
        self._window.show_page(page, back=place != START, forward=self._forward_text(place))
        self._refresh()

    def _forward_text(self, place: Place) -> str | None:
        _ = self._catalogue
        if place == START:
            return _("Start")
        if place.stop is Stop.REVIEW:
            return _("Show result")
        return None if place.stop is Stop.SUMMARY else _("Next")

    # The pages -----------------------------------------------------------------------------------

    def _build(self, place: Place, note: str) -> QWidget:
        match place.stop:
            case Stop.WELCOME:
                begun = bool(self._response.answers) or self._place != START
                who = str(self._response.answered_by) if begun else ""
                return WelcomePage(self._catalogue, who, note)
            case Stop.QUESTIONS:
                return self._questions(place)
            case Stop.REVIEW:
                return self._ending().review(self._response)
            case Stop.RESULT:
                return self._ending().result(self._response)
            case Stop.SUMMARY:
                return self._ending().summary(self._response)

    def _questions(self, place: Place) -> QuestionPage:
        _ = self._catalogue
        logic = self._assess().logic
        number, total = number_of(self._content, logic.facts, place)
        asking = Asking(_, self._response.answered_on, self._answer, logic)
        progress = _("Part {number} of {total}").format(number=number, total=total)
        whom = self._content.about.whom(self._response.answered_by)
        page = QuestionPage(self._definition(place), asking, (progress, whom))
        page.follow(logic)
        page.answered.connect(self._record)
        page.rearranged.connect(self._window.reorder)
        page.wanted.connect(self._window.bring)
        return page

    def _definition(self, place: Place) -> Page:
        return next(page for page in self._content.pages if page.id == place.page)

    def _ending(self) -> Ending:
        if self._made_ending is None:
            self._made_ending = self._make_ending(self._content, self._catalogue)
            self._made_ending.setParent(self)
            self._made_ending.change.connect(self._change)
            self._made_ending.done.connect(self._done)
        return self._made_ending

    def _stop(self) -> None:
        if self._made_ending is not None:
            self._made_ending.stop()

    def _done(self) -> None:
        self.restart(self._catalogue("Your answers are forgotten. The next person can start here."))
