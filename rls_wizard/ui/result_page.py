"""The result: what to do, and why, from the same report as the paper."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from rls_wizard.ui import style
from rls_wizard.ui.link import Disclosure, LinkRow
from rls_wizard.ui.words import alert, label

if TYPE_CHECKING:
    from rls_wizard.i18n import Catalogue
    from rls_wizard.report.model import Answer, Line, Report


class ResultPage(QWidget):
    """A heading for each part of the report, a card for each line."""

    change = Signal(str)
    """A question that is still to be answered."""

    def __init__(self, report: Report, catalogue: Catalogue) -> None:
        """Show the report; of an urgent one only what to do."""
        super().__init__()
        self._catalogue = catalogue
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(style.NORMAL)
        if report.urgent:
            self._urgent(report)
        else:
            self._calm(report)
        self._column.addStretch()

    def _urgent(self, report: Report) -> None:
        self._column.addWidget(alert(report.urgency_text, style.QUESTION))
        self._lines("", report.flags)

    def _calm(self, report: Report) -> None:
        _ = self._catalogue
        self._title(_("Your result"), style.QUESTION)
        self._sentences(report.origin.overdue, report.you_means)
        self._sentences(report.urgency_text, *report.appointments, bold=True)
        self._missing(report)
        self._lines(_("Please do this first"), report.flags)
        self._answers(_("The four points that doctors ask about"), report.points)
        self._answers(_("The answers that led to this"), report.stage_because)
        self._sentences(report.stage_intro, report.provisional)
        self._lines("", report.parts)
        self._lines(_("What you can do"), report.advice)
        self._lines(_("Things to tell your clinician"), report.cautions, report.causes_intro)
        self._lines(_("What to ask a clinician"), report.questions)
        self._lines(_("Good to know"), report.knowledge)
        self._lines(_("Left out for you, and why"), report.left_out)
        self._sentences(report.origin.self_reported, report.origin.review)

    def _sentences(self, *sentences: str, bold: bool = False) -> None:
        for sentence in filter(None, sentences):
            self._column.addWidget(label(sentence, bold=bold))

    def _missing(self, report: Report) -> None:
        if not report.missing:
            return
        self._title(self._catalogue("We still need an answer to this"))
        for answer in report.missing:
            row = LinkRow(answer.question)
            row.setObjectName(f"{answer.link_id}.missing")
            row.clicked.connect(partial(self.change.emit, answer.link_id))
            self._column.addWidget(row)

    def _title(self, text: str, share: float = style.TITLE) -> None:
        self._column.addSpacing(style.NORMAL)
        self._column.addWidget(label(text, share, bold=True))

    def _answers(self, title: str, answers: tuple[Answer, ...]) -> None:
        if answers:
            self._title(title)
            self._sentences("\n".join(f"\u2022 {a.question}: {a.answer}" for a in answers))

    def _lines(self, title: str, lines: tuple[Line, ...], intro: str = "") -> None:
        if lines and title:
            self._title(title)
            self._sentences(intro)
        for line in lines:
            self._column.addWidget(Card(line, self._catalogue))


class Card(QFrame):
    """One line of the report, with its reasons behind a toggle."""

    def __init__(self, line: Line, catalogue: Catalogue) -> None:
        """Show title and text."""
        super().__init__()
        self.setObjectName(f"line.{line.id}")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(style.NORMAL, style.NORMAL, style.NORMAL, style.HAIR)
        column.setSpacing(style.HAIR)
        if line.title:
            column.addWidget(label(line.title, bold=True))
        column.addWidget(label(line.text))
        reasons = Reasons(line, catalogue)
        if reasons.texts():
            title = catalogue("Why am I told this?")
            column.addWidget(Disclosure(title, f"line.{line.id}.why", reasons))


@dataclass(frozen=True, slots=True)
class Reasons:
    """Makes the widget that says why a line is there, when it is first asked for."""

    line: Line
    catalogue: Catalogue

    def __call__(self) -> QWidget:
        """Return the widget."""
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(style.WIDE, 0, 0, style.TIGHT)
        column.setSpacing(style.HAIR)
        for text in self.texts():
            column.addWidget(label(text))
        return made

    def texts(self) -> list[str]:
        """Return the answers that led to the line, and where it comes from."""
        _, line = self.catalogue, self.line
        found = []
        if line.because:
            found.append(_("Because you answered:"))
            found += [f"\u2022 {a.question}: {a.answer}" for a in line.because]
        if line.sources:
            found.append(_("Source: {sources}").format(sources="; ".join(line.sources)))
        if line.grade:
            found.append(_("How sure: {grade}").format(grade=line.grade))
        if line.reviewed_on:
            found.append(
                _("Last checked by the makers on {day}").format(day=line.reviewed_on.isoformat())
            )
        return found
