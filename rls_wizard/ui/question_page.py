"""One page of questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rls_wizard.ui import style
from rls_wizard.ui.announce import announce, is_heard
from rls_wizard.ui.answers.base import AnswerWidget
from rls_wizard.ui.answers.make import make_answer
from rls_wizard.ui.gaps import Gap, GapSummary
from rls_wizard.ui.layouts import column_in
from rls_wizard.ui.words import discard, heading, label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rls_wizard.domain.conditions import Logic
    from rls_wizard.domain.questionnaire import Page
    from rls_wizard.ui.answers.base import Asking


class QuestionPage(QWidget):
    """All items of a page, the ones that do not apply hidden."""

    answered = Signal(object)
    """A mapping of link ids to new answers; None takes one back."""
    rearranged = Signal()
    wanted = Signal(QWidget)
    """Something on the page that is to be brought into view and focused."""

    def __init__(self, page: Page, asking: Asking, note: str = "", *, headed: bool = True) -> None:
        """Create a widget for each item; the note stands below the title."""
        super().__init__()
        self.definition = page
        self._catalogue = asking.catalogue
        self._complained: list[str] = []
        self._known: set[str] = set()
        """The questions that were on the page when Next was last pressed, or at first."""
        self._column = column_in(self, style.SECTION)
        if headed:
            self._column.addLayout(self._head(page, note))
        self._top = self._column.count()
        self._summary: GapSummary | None = None
        self._answers = [make_answer(i, asking) for i in page.items if i.calculated is None]
        for widget in self._answers:
            widget.answered.connect(self.answered)
            widget.rearranged.connect(self.rearranged)
            widget.wanted.connect(self.wanted)
            self._column.addWidget(widget)
        if headed:
            self._column.addStretch()

    def follow(self, logic: Logic) -> None:
        """Take up what an answer changed."""
        before = self._names() if is_heard() else set()
        for widget in self._answers:
            widget.follow(logic)
        for name in tuple(self._complained):
            self._look_again(name)
        self._known = self._known or self._names()
        if before:
            self._tell_of_new(len(self._names() - before))

    def _tell_of_new(self, number: int) -> None:
        """Say that an answer brought more questions: who sees the page sees them come."""
        _ = self._catalogue
        if number == 1:
            announce(self, _("One more question has come up below."))
        elif number:
            more = _("{number} more questions have come up below.")
            announce(self, more.format(number=number))

    def _names(self) -> set[str]:
        return {w.name for w in self.findChildren(AnswerWidget) if w.isVisibleTo(self)}

    def _look_again(self, name: str) -> None:
        """Complain no more of a question that was answered, or is gone."""
        asking = self._named(name)
        if asking is not None and self._lacks(asking):
            if self._summary is not None:
                self._summary.rename(name, asking.called())
            return
        if asking is not None:
            asking.show_fault("")
        self._complained.remove(name)
        if self._summary is not None:
            self._summary.close_gap(name)

    @property
    def complained(self) -> bool:
        """Whether something that is still missing was told."""
        return bool(self._complained)

    def gaps(self, missing: tuple[str, ...]) -> list[Gap]:
        """Return what keeps the page from being left: fields at fault, questions unanswered."""
        asking = self.findChildren(AnswerWidget)
        found = [
            Gap(widget.name, widget.called(), fault)
            for widget in asking
            if widget.isVisibleTo(self) and (fault := widget.fault())
        ]
        names = {gap.name for gap in found}
        for link_id in missing:
            for widget in self._asking_for(link_id):
                if widget.name not in names and self._lacks(widget):
                    names.add(widget.name)
                    found.append(Gap(widget.name, widget.called(), widget.request()))
        order = [widget.name for widget in asking]
        return sorted(found, key=lambda gap: order.index(gap.name))

    def show_gaps(self, gaps: list[Gap]) -> None:
        """List the gaps on top of the page, and say at each what is wanted.

        Where all of them came up just now, through the last answers, only lead to the first.
        """
        known, self._known = self._known, self._names()
        if not any(gap.name in known for gap in gaps) and not self._in_row(gaps[0].name):
            self._lead_to(gaps[0].name)
            return
        self._hide_summary()
        for gap in gaps:
            if widget := self._named(gap.name):
                widget.show_fault(gap.text)
        self._complained = [gap.name for gap in gaps]
        self._summary = GapSummary(gaps, self._catalogue)
        self._summary.wanted.connect(self._lead_to)
        self._column.insertWidget(self._top, self._summary)
        # At once, not at the next event: it is about to be scrolled to.
        self._summary.show()
        self.rearranged.emit()
        self.wanted.emit(self._summary)

    def _in_row(self, name: str) -> bool:
        """Tell whether a question stands in a row, which the person added and has seen."""
        widget = self._named(name)
        return widget is not None and bool(widget.asking.suffix)

    def _lead_to(self, name: str) -> None:
        if widget := self._named(name):
            self.wanted.emit(widget)

    def _named(self, name: str) -> AnswerWidget | None:
        return next((w for w in self.findChildren(AnswerWidget) if w.name == name), None)

    def _hide_summary(self) -> None:
        if self._summary is not None:
            discard(self._summary)
            self._summary = None

    def widget_for(self, link_id: str) -> QWidget | None:
        """Return the widget that asks a question, if it is on this page."""
        return next(iter(self._asking_for(link_id)), None)

    def _asking_for(self, link_id: str) -> list[AnswerWidget]:
        return [found for widget in self._answers for found in widget.widgets_for(link_id)]

    def _lacks(self, widget: AnswerWidget) -> bool:
        return widget.isVisibleTo(self) and (bool(widget.fault()) or widget.unanswered())

    @staticmethod
    def _head(page: Page, note: str) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setSpacing(style.TIGHT)
        head.addWidget(heading(page.title))
        if note:
            head.addWidget(label(note))
        if page.intro:
            head.addWidget(label(page.intro))
        return head

    def drafts(self) -> dict[str, object]:
        """Return what stands on the page and is no answer yet, by the name of the widget."""
        found = {w.name: w.draft() for w in self.findChildren(AnswerWidget)}
        return {name: draft for name, draft in found.items() if draft is not None}

    def restore(self, drafts: Mapping[str, object]) -> None:
        """Put such things back where they stood, on a page that was built anew."""
        for name, draft in drafts.items():
            if widget := self._named(name):
                widget.restore(draft)
