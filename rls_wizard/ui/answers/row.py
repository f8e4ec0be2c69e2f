"""One row of a repeating group: a card that folds to one line when it is complete."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rls_wizard.ui import style
from rls_wizard.ui.answers.beside import Beside
from rls_wizard.ui.answers.summary import details, name_of
from rls_wizard.ui.card import Card
from rls_wizard.ui.order import controls
from rls_wizard.ui.words import QuestionBox, button, label, quiet

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from rls_wizard.domain.conditions import Logic
    from rls_wizard.domain.item import Item
    from rls_wizard.domain.response import Value
    from rls_wizard.i18n import Catalogue
    from rls_wizard.ui.answers.base import AnswerWidget, Asking

    Make = Callable[[Item, Asking], AnswerWidget]


class RowState(NamedTuple):
    """What a row is built from: its answers, whether it is open, and what is half typed in it."""

    answers: dict[str, Any]
    open: bool = False
    drafts: Mapping[str, object] = MappingProxyType({})


class GroupRow(QuestionBox):
    """The answers of a row, the widgets that change them, and buttons to fold and remove it."""

    changed = Signal()
    removed = Signal()
    done = Signal()
    """It was folded, and the focus has to go somewhere."""
    rearranged = Signal()
    wanted = Signal(QWidget)

    def __init__(
        self, number: int, state: RowState, group: Item, asking: Asking, make: Make
    ) -> None:
        """Build the row; it unfolds by itself if something is missing in it."""
        super().__init__()
        self.answers = dict(state.answers)
        self._group, self._asking, self._catalogue = group, asking, asking.catalogue
        self._title = title_of(number, group, asking.catalogue)
        self._name = f"{group.link_id}{asking.suffix}.{number}"
        self.setTitle(self._title)
        self._build_head()
        asking = asking._replace(
            value=self.answers.get,
            row=self.called,
            suffix=f"{asking.suffix}.{number}",
            size=style.TITLE,
        )
        self._widgets = [make(item, asking) for item in group.items]
        self._build_body()
        card = Card()
        card.add(self._head)
        card.add(self._body)
        column = QVBoxLayout(self)
        self.setContentsMargins(0, 0, 0, 0)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        for widget in self._widgets:
            if draft := state.drafts.get(widget.item.link_id):
                widget.restore(draft)
        self._set_folded(not state.open)

    @property
    def folded(self) -> bool:
        """Whether only one line of it is shown."""
        return self._body.isHidden()

    def state(self) -> RowState:
        """Return what the row can be built from again."""
        drafts = {w.item.link_id: draft for w in self._widgets if (draft := w.draft())}
        return RowState(dict(self.answers), not self.folded, drafts)

    def called(self) -> str:
        """Return the name of what the row is about, or which one it is."""
        return name_of(self._group, self.answers) or self._title

    def unfold(self) -> None:
        """Show the questions."""
        self._set_folded(False)

    def focus(self) -> None:
        """Put the focus on the first question, or on the first button of a folded row."""
        next(controls(self._head if self.folded else self._body), self).setFocus()

    def follow(self, logic: Logic) -> None:
        """Hand on what changed; a row that lacks something is not folded."""
        for widget in self._widgets:
            widget.follow(logic)
        if self.folded and self._lacking():
            self._set_folded(False)
        self._show_details()

    def widgets_for(self, link_id: str) -> list[AnswerWidget]:
        """Return the widgets that ask this question."""
        return [w for widget in self._widgets for w in widget.widgets_for(link_id)]

    def _build_head(self) -> None:
        _ = self._catalogue
        self._words = label(self._title, style.TITLE, bold=True)
        self._details = quiet("")
        self._change = button(_("Change"), f"{self._name}.change", self._open)
        self._remove = button(_("Remove"), f"{self._name}.remove", self.removed)
        self._head = Beside([self._words, self._details], [self._change, self._remove])

    def _build_body(self) -> None:
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, style.TIGHT, 0, style.TIGHT)
        column.setSpacing(style.WIDE)
        for widget in self._widgets:
            widget.answered.connect(self._answered)
            widget.rearranged.connect(self.rearranged)
            widget.wanted.connect(self.wanted)
            column.addWidget(widget)
        done = button(self._catalogue("Done"), f"{self._name}.done", self._done)
        done.setAccessibleName(f"{self._catalogue('Done')}: {self._title}")
        column.addWidget(done, 0, Qt.AlignmentFlag.AlignLeading)

    def _set_folded(self, folded: bool) -> None:
        name = self.called()
        self._words.setText(style.breakable(name if folded else self._title))
        self._body.setVisible(not folded)
        self._change.setVisible(folded)
        for made in (self._change, self._remove):
            made.setAccessibleName(f"{made.text()}: {name}")
        self._show_details()

    def _show_details(self) -> None:
        """Say in a line what was told, without answers to what is no longer asked."""
        gone = {widget.item.link_id for widget in self._widgets if widget.isHidden()}
        told = {link_id: value for link_id, value in self.answers.items() if link_id not in gone}
        text = details(self._group, told, self._asking)
        self._details.setText(style.breakable(text))
        self._details.setVisible(self.folded and bool(text))

    def _open(self) -> None:
        self._set_folded(False)
        self.rearranged.emit()
        self.wanted.emit(self._body)

    def _done(self) -> None:
        """Fold, or say what is missing."""
        lacking = self._lacking()
        if not lacking:
            self._set_folded(True)
            self.rearranged.emit()
            self.done.emit()
            return
        for widget in lacking:
            widget.show_fault(widget.fault() or widget.request())
        self.wanted.emit(lacking[0])

    def _lacking(self) -> list[AnswerWidget]:
        return [
            widget
            for widget in self._widgets
            if not widget.isHidden()
            and (widget.fault() or (widget.item.required and widget.unanswered()))
        ]

    def _answered(self, answers: Mapping[str, Value | None]) -> None:
        for link_id, value in answers.items():
            if value is None:
                self.answers.pop(link_id, None)
            else:
                self.answers[link_id] = value
        for widget in self._widgets:
            if answers.get(widget.item.link_id) is not None:
                widget.show_fault("")
        self.changed.emit()


def title_of(number: int, group: Item, catalogue: Catalogue) -> str:
    """Return what a row is called before it has a name of its own."""
    return (group.row or catalogue("Number {number}")).format(number=number + 1)
