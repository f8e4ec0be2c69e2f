"""The result: what to do, and why, from the same report as the paper."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rls_wizard.domain.rules import Urgency
from rls_wizard.report.topics import headed
from rls_wizard.ui import marks, style
from rls_wizard.ui.card import Card
from rls_wizard.ui.chapters import ChapterPage, Entry, entries, marked, stacked, under
from rls_wizard.ui.layouts import row_in
from rls_wizard.ui.link import Disclosure, LinkRow
from rls_wizard.ui.reasons import Small, because
from rls_wizard.ui.then_and_now import then_and_now
from rls_wizard.ui.timeline import TimelineView
from rls_wizard.ui.urgent_page import UrgentAction
from rls_wizard.ui.words import heading, label, quiet, subheading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rls_wizard.i18n import Catalogue
    from rls_wizard.report.model import Answer, Line, Report

_ACCENT, _ALERT = QPalette.ColorRole.Highlight, QPalette.ColorRole.BrightText


class ResultPage(ChapterPage):
    """How soon to see somebody comes first; the rest is listed, and stands in chapters below."""

    personal = True
    """It repeats what the person told: see `aloud.said`."""
    change = Signal(str)
    """A question that is still to be answered."""

    def __init__(self, report: Report, catalogue: Catalogue) -> None:
        """Show the report; of an urgent one only what to do."""
        super().__init__(catalogue)
        self._report = report
        if report.urgent:
            self._urgent()
        else:
            self._first()
            self._all()
        self.column.addStretch()

    def _urgent(self) -> None:
        _ = self.catalogue
        waits = _(
            "Other advice waits until this has been looked at. Your answers are in your summary."
        )
        head = self._head()
        head.addWidget(UrgentAction(self._report, _))
        # In an emergency one call is for everything; beside it, less urgent words would weaken it.
        if self._report.urgency is Urgency.SAME_DAY:
            for flag in self._report.flags[1:]:
                head.addWidget(_also(flag))
        head.addSpacing(style.TIGHT)
        head.addWidget(label(waits))
        if self._report.origin.overdue:
            head.addWidget(label(self._report.origin.overdue))

    def _head(self) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setSpacing(style.NORMAL)
        head.addWidget(heading(self.catalogue("Your result")))
        self.column.addLayout(head)
        return head

    # What matters most ---------------------------------------------------------------------------

    def _first(self) -> None:
        _, report = self.catalogue, self._report
        head = self._head()
        for sentence in filter(None, (report.you_means, report.origin.overdue)):
            head.addWidget(label(sentence))
        head.addWidget(self._how_soon())
        if report.flags:
            head.addSpacing(style.NORMAL)
            head.addWidget(subheading(_("Please do this first")))
        for flag in report.flags:
            head.addWidget(_standing_out(flag, self.catalogue, marks.warning, _ALERT))

    def _how_soon(self) -> QWidget:
        report = self._report
        soon = report.urgency is Urgency.SOON
        role = _ALERT if soon else _ACCENT
        texts = QWidget()
        texts.setObjectName("how_soon")
        column = QVBoxLayout(texts)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(subheading(self._how_soon_text(), style.QUESTION))
        for appointment in report.appointments:
            column.addWidget(label(appointment, style.TITLE))
        card = Card(role)
        card.add(marked(marks.of_urgency(report.urgency), texts, style.QUESTION, role))
        return card

    def _how_soon_text(self) -> str:
        if self._untold:
            return self.catalogue("We cannot tell yet. Some answers are missing.")
        return self._report.urgency_text

    @property
    def _untold(self) -> bool:
        """Tell whether an answer is missing that might yet ask to see somebody."""
        return self._report.urgency is Urgency.NONE and bool(self._report.missing)

    # The chapters --------------------------------------------------------------------------------

    def _all(self) -> None:
        if self._untold:  # it is the first thing to do
            self._still()
        self.begin_contents()
        if not self._untold:
            self._still()
        self._chapters()
        self._origin()

    def _still(self) -> None:
        self.chapter("missing", self.catalogue("Still to be answered"), [self._missing()])

    def _chapters(self) -> None:
        _, report = self.catalogue, self._report
        self.chapter("points", _("The four points that doctors ask about"), [self._points()])
        fits = _("The part of our text that fits")
        self.chapter("part", fits if report.stage.fits else _("What we can say"), self._part())
        self._lines("do", _("What you can do now"), report.advice)
        self._tell()
        self.chapter("timeline", _("What happened when"), self._timeline())
        self.chapter("then", _("Then and now"), [then_and_now(report)])
        self._lines("ask", _("What to ask a clinician"), report.questions)
        self._lines("left_out", _("Left out for you, and why"), _untitled(report.left_out))
        self._lines("know", _("Good to know"), report.knowledge[:-1])
        for safety in report.knowledge[-1:]:
            text = safety._replace(title="")
            standing = _standing_out(text, self.catalogue, marks.information, _ACCENT)
            self.chapter("safety", safety.title, [standing])

    def _lines(self, name: str, title: str, lines: tuple[Line, ...]) -> None:
        self.chapter(name, title, [entries(lines, self.catalogue)])

    def _tell(self) -> None:
        report = self._report
        if report.cautions:
            cards = (
                under(heading, entries(lines, self.catalogue))
                for heading, lines in headed(report.cautions)
            )
            told = [label(report.causes_intro), *cards]
            self.chapter("tell", self.catalogue("Things to tell your clinician"), told)

    def _timeline(self) -> Iterable[QWidget]:
        told = self._report.timeline
        if told.moments:
            card = Card()
            card.add(TimelineView(told.moments))
            card.add(quiet(told.note))
            yield card

    def _missing(self) -> QWidget | None:
        card: Card | None = None
        for answer in self._report.missing:
            if card is None:
                card = Card(_ALERT)
            row = LinkRow(answer.question, framed=False)
            row.setObjectName(f"{answer.link_id}.missing")
            row.clicked.connect(partial(self.change.emit, answer.link_id))
            card.add(row)
        return card

    def _points(self) -> QWidget | None:
        return stacked(_point(answer) for answer in self._report.points)

    def _part(self) -> Iterable[QWidget | None]:
        report = self._report
        for sentence in filter(None, (report.stage_intro, report.provisional)):
            yield label(sentence)
        yield entries(report.parts, self.catalogue)
        yield self._led_to()

    def _led_to(self) -> Disclosure | None:
        """Return the answers that decided, unless a part of the text names them itself."""
        report = self._report
        if any(line.because == report.stage_because for line in report.parts):
            return None
        texts = because(report.stage_because, self.catalogue)
        told = self.catalogue("Why am I told this?")
        return Disclosure(told, "stage.why", Small(tuple(texts))) if texts else None

    def _origin(self) -> None:
        _, origin = self.catalogue, self._report.origin
        review = _("Review of our text: {review}.").format(review=origin.review)
        self.column.addWidget(quiet(f"{origin.self_reported}\n{review}"))


def _also(flag: Line) -> Card:
    """Return what to do about another flag of an urgent result."""
    card = Card(_ALERT)
    card.add(subheading(flag.title, style.BODY))
    card.add(label(flag.text))
    if flag.overdue:
        card.add(label(flag.overdue, style.SMALL, bold=True))
    return card


def _standing_out(
    line: Line, catalogue: Catalogue, draw: marks.Draw, role: QPalette.ColorRole
) -> Card:
    card = Card(role)
    entry = Entry(line, catalogue, share=style.TITLE)
    card.add(marked(draw, entry, style.TITLE, role))
    return card


def _point(answer: Answer) -> QWidget:
    made = QWidget()
    row = row_in(made, style.WIDE)
    row.addWidget(label(answer.question), 2)
    row.addWidget(label(answer.answer, bold=True), 1)
    return made


def _untitled(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return lines whose text says all that their title does."""
    return tuple(line._replace(title="") for line in lines)
