"""Every answer on one page, each with a way to change it."""

from __future__ import annotations

from functools import partial
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rls_wizard.domain.fixed import PERMISSION
from rls_wizard.report.model import Check
from rls_wizard.ui import marks, style, who
from rls_wizard.ui.card import Card
from rls_wizard.ui.chapters import marked, stacked
from rls_wizard.ui.layouts import column_in, row_in
from rls_wizard.ui.link import Disclosure, LinkRow
from rls_wizard.ui.locked import PRIVATE, LockedLine
from rls_wizard.ui.points import pointed
from rls_wizard.ui.push import LightButton
from rls_wizard.ui.words import alert, heading, label, quiet, subheading

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rls_wizard.i18n import Catalogue
    from rls_wizard.report.model import Answer, Checks, Report

ANSWERED_BY = "answered_by"


class RoomReview(NamedTuple):
    """What is otherwise on a kiosk."""

    neutral: Mapping[str, str]
    """The few words of private questions, by link id."""
    short: bool
    """Whether this was the short way."""


class ReviewPage(QWidget):
    """The answers by section: first what is missing, last what was left open."""

    personal = True
    """It repeats what the person told: see `aloud.said`."""
    change = Signal(str)
    """The question whose answer is to be changed; `answered_by` for who answers."""

    more = Signal()
    """The person wants to answer the questions that the short way leaves out."""

    def __init__(
        self, report: Report, catalogue: Catalogue, room: RoomReview | None = None
    ) -> None:
        """Show every answer; `room` says what is otherwise on a kiosk."""
        super().__init__()
        _ = self._catalogue = catalogue
        self._room = room
        self._review = report.review
        self._then_on = report.then_on
        self._column = column_in(self, style.NORMAL)
        self._column.addWidget(heading(_("Check your answers")))
        self._column.addWidget(label(_("Is everything right? You can still change each answer.")))
        if report.you_means:
            self._column.addWidget(quiet(report.you_means, style.BODY))
        self._gaps()
        self._rest()
        first: tuple[Check, ...] = (self._who(),)
        for section in self._review.sections:
            self._section(section, first)
            first = ()
        self._skipped()
        self._column.addStretch()

    def _gaps(self) -> None:
        if not self._review.gaps:
            return
        card = Card(QPalette.ColorRole.BrightText)
        card.setObjectName("gaps")
        card.add(alert(self._catalogue("Still to be answered"), style.TITLE))
        card.add(self._links(self._review.gaps, "missing"))
        self._column.addSpacing(style.TIGHT)
        self._column.addWidget(card)

    def _rest(self) -> None:
        """Offer the questions that the short way leaves out."""
        if self._room is None or not self._room.short:
            return
        row = LinkRow(self._catalogue("Answer the other questions, too"))
        row.setObjectName("more")
        row.clicked.connect(self.more)
        self._column.addSpacing(style.TIGHT)
        self._column.addWidget(row)

    def _asked(self, told: Check | Answer) -> str:
        """Return a question, in a room with few words if it is private."""
        few = self._room.neutral.get(told.link_id) if self._room else None
        return few or told.question

    def _section(self, section: Checks, first: tuple[Check, ...]) -> None:
        card = stacked(self._row(check) for check in (*first, *section.checks))
        if card is not None:
            self._column.addSpacing(style.NORMAL)
            self._column.addWidget(subheading(section.title))
            self._column.addWidget(card)

    def _who(self) -> Check:
        _ = self._catalogue
        told = who.answers(_)[self._review.answered_by]
        return Check(ANSWERED_BY, who.question(_), (told,))

    def _row(self, check: Check) -> QWidget:
        made = QWidget()
        row = (column_in if style.NARROW else row_in)(made, style.NORMAL)
        told = self._told(check)
        if check.alarming:
            told = marked(marks.warning, told, style.BODY, QPalette.ColorRole.BrightText)
        row.addWidget(told, 1)
        side = QVBoxLayout()
        side.addWidget(self._change(check))
        side.addStretch()
        row.addLayout(side)
        return made

    def _told(self, check: Check) -> QWidget:
        made = QWidget()
        column = column_in(made, style.HAIR)
        column.addWidget(quiet(self._asked(check)))
        if self._room is not None and check.private:
            column.addWidget(self._covered(check))
        else:
            column.addWidget(self._answers(check))
        if check.carried:
            text = self._catalogue("As in your summary of {day}")
            column.addWidget(quiet(text.format(day=self._then_on)))
        if check.private and self._review.allowed is not None:
            column.addWidget(self._locked(check))
        return made

    def _covered(self, check: Check) -> QWidget:
        """Return a line behind which the answer stands: strangers may look on."""
        title = self._catalogue("Answered: show it")
        return Disclosure(title, f"{check.link_id}.show", partial(self._uncovered, check))

    def _uncovered(self, check: Check) -> QWidget:
        made = QWidget()
        column = column_in(made, style.HAIR)
        if self._asked(check) != check.question:
            column.addWidget(quiet(check.question))
        column.addWidget(self._answers(check))
        return made

    def _answers(self, check: Check) -> QWidget:
        told = QWidget()
        told.setProperty(PRIVATE, check.private)
        lines = column_in(told, style.HAIR)
        for line in self._denied(check) if check.denied else _answers(check):
            lines.addWidget(line)
        return told

    def _denied(self, check: Check) -> Iterable[QWidget]:
        yield label(self._catalogue("You told us none of these:"), bold=True)
        yield from (pointed(quiet(text)) for text in check.answers)

    def _change(self, check: Check) -> QWidget:
        _ = self._catalogue
        made = LightButton(_("Change"))
        made.setObjectName(f"{check.link_id}.change")
        made.setAccessibleName(_("Change: {question}").format(question=self._asked(check)))
        made.clicked.connect(partial(self.change.emit, check.link_id))
        return made

    def _locked(self, check: Check) -> QWidget:
        _ = self._catalogue
        here = _("Private: on your paper, as you allowed")
        made = LockedLine(here if self._review.allowed else _("Private: not on your paper"))
        made.setObjectName(f"{check.link_id}.private")
        made.clicked.connect(partial(self.change.emit, PERMISSION))
        return made

    def _skipped(self) -> None:
        skipped = self._review.skipped
        if not skipped:
            return
        _ = self._catalogue
        names = "; ".join(map(self._asked, skipped))
        title = _("Not answered: {questions}").format(questions=names)
        card = Card()
        card.add(Disclosure(title, "skipped", partial(self._links, skipped, "change")))
        self._column.addSpacing(style.NORMAL)
        self._column.addWidget(card)

    def _links(self, answers: tuple[Answer, ...], suffix: str) -> QWidget:
        made = QWidget()
        column = column_in(made, style.TIGHT)
        for answer in answers:
            row = LinkRow(self._asked(answer), framed=False)
            row.setObjectName(f"{answer.link_id}.{suffix}")
            row.clicked.connect(partial(self.change.emit, answer.link_id))
            column.addWidget(row)
        return made


def _answers(check: Check) -> Iterable[QWidget]:
    """Yield the answer, or each of several; of a list, each entry with what was told of it."""
    if len(check.answers) > 1 and not check.details:
        yield from (pointed(label(text, bold=True)) for text in check.answers)
        return
    for name, details in zip_longest(check.answers, check.details, fillvalue=""):
        yield label(name, bold=True)
        if details:
            yield quiet(details)
