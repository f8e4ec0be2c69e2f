"""What every answer widget does: ask, tell of a new answer, and say what is wrong."""

from __future__ import annotations

from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rls_wizard.domain.flow import wording
from rls_wizard.ui import brush, style
from rls_wizard.ui.answers.unsure import absences
from rls_wizard.ui.link import Disclosures
from rls_wizard.ui.meanings import meanings, texts_of
from rls_wizard.ui.words import QuestionBox, alert, label, quiet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QLabel

    from rls_wizard.content.medicines import Proposal
    from rls_wizard.domain.conditions import Logic
    from rls_wizard.domain.glossary import Term
    from rls_wizard.domain.item import Item
    from rls_wizard.domain.reference import Dates
    from rls_wizard.domain.response import Value
    from rls_wizard.i18n import Catalogue
    from rls_wizard.ui.link import Shown


class Asking(NamedTuple):
    """What a widget needs in order to ask."""

    catalogue: Catalogue
    today: date
    value: Callable[[str], Value | None]
    """The answers given before."""
    logic: Logic
    """Which items apply, and in which words."""
    dates: Dates
    """How dates are said."""
    suffix: str = ""
    """Tells the rows of a group apart, in the names of widgets."""
    row: Callable[[], str] | None = None
    """What the row of a group is called, in which this is asked."""
    size: float | None = None
    """Of the words of the question, where it is not that of all questions."""
    offered: Mapping[str, str] = MappingProxyType({})
    """The one likely answer of a folded choice, by link id: shown first, never chosen silently."""
    find: Callable[[str], tuple[Proposal, ...]] = lambda _typed: ()
    """What a name may stand for."""
    then: Callable[[Item], str] = lambda _item: ""
    """What is said beside a question of its answer at the visit before."""
    terms: Callable[[Iterable[str]], tuple[Term, ...]] = lambda _texts: ()
    """The words of some texts that are explained beside them."""
    fill: Callable[[str], str] = str
    """Puts the numbers of the person's country into a text."""
    keypad: bool = False
    """Whether number keys are open at first, as where there is no keyboard."""
    in_a_room: bool = False
    """Whether strangers may look on: private questions have few words then, and paper is a way."""


class AnswerWidget(QuestionBox):
    """Shows one item; tells of a new answer and otherwise knows nothing of the wizard."""

    answered = Signal(object)
    """A mapping of link ids to new answers; None takes one back."""
    rearranged = Signal()
    """Controls came or went, so that the order of tabs is another."""
    wanted = Signal(QWidget)
    """Something inside that is to be brought into view and focused."""

    def __init__(self, item: Item, asking: Asking) -> None:
        """Show the item with the answer given before, if any."""
        super().__init__()
        self.item = item
        self.asking = asking
        self.name = item.link_id + asking.suffix
        self.setObjectName(self.name)
        self.column = QVBoxLayout(self)
        self.column.setSpacing(style.TIGHT)
        self.words = self._worded(asking.logic)
        self._words = self.heading()
        self.freedom = self._may_be_left_out()
        self._then = asking.then(item)
        self._add_head()
        self._explanations = None if style.LOW else self._explain()
        self._fault = alert("")
        self._fault.setObjectName(f"{self.name}.fault")
        self.show_fault("")
        self.column.addWidget(self._fault)
        self.build(asking.value(item.link_id))
        if style.LOW:  # the question and its first answer are to be seen together
            self._explanations = self._explain()
        self.setTitle(self.words)
        self.setContentsMargins(0, 0, 0, 0)
        self.column.setContentsMargins(0, 0, 0, 0)

    def heading(self) -> QLabel:
        """Return the label that shows the question."""
        return label(self.words, self.asking.size or style.QUESTION, bold=True)

    def called(self) -> str:
        """Return the question as it is named in a list, with the row that it stands in."""
        return f"{self.asking.row()}: {self.words}" if self.asking.row else self.words

    def build(self, value: Value | None) -> None:
        """Create the controls."""
        raise NotImplementedError

    def follow(self, logic: Logic) -> None:
        """Take up what other answers changed: whether the question applies, and its words."""
        self.setVisible(self.applies(logic))
        words = self._worded(logic)
        if words != self.words:
            self.words = words
            self._words.setText(style.breakable(words))
            self.setTitle(words)

    def _worded(self, logic: Logic) -> str:
        few = self.item.neutral if self._is_short() else None
        return self.asking.fill(few or wording(self.item, logic))

    def _is_short(self) -> bool:
        return self.asking.in_a_room and self.item.neutral is not None

    def applies(self, logic: Logic) -> bool:
        """Tell whether the question is to be asked; not where its answer follows from another."""
        known = logic.facts.get(self.item.link_id)
        return known is not None and not known.follows

    def fault(self) -> str:
        """Return why what stands here cannot be used; empty if it can, or if nothing does."""
        return ""

    def unanswered(self) -> bool:
        """Tell whether the question has no answer."""
        return self.asking.value(self.item.link_id) is None

    def widgets_for(self, link_id: str) -> list[AnswerWidget]:
        """Return the widgets that ask this question: itself, or those inside."""
        return [self] if link_id == self.item.link_id else []

    def show_fault(self, text: str) -> None:
        """Say next to the question what is wrong; nothing hides it again."""
        self._fault.setText(f"\u26a0 {text}" if text else "")
        self._fault.setVisible(bool(text))
        said = (self.freedom, self._then)
        self.setAccessibleDescription(text or " ".join(filter(None, said)))
        side = style.BAR + style.NORMAL if text else 0
        mirrored = self.isRightToLeft()
        self.column.setContentsMargins(0 if mirrored else side, 0, side if mirrored else 0, 0)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a bar beside a question at fault."""
        super().paintEvent(event)
        if not self._fault.text():
            return
        with QPainter(self) as painter:
            brush.bar(painter, self, QPalette.ColorRole.BrightText)

    def request(self) -> str:
        """Return what to say where an answer is missing."""
        _ = self.asking.catalogue
        if absences(self.item, self.asking):
            return _("Please answer this. If you do not know, choose \u201cNot sure\u201d.")
        return _("Please answer this.")

    def draft(self) -> object | None:
        """Return what would be lost if the page were built anew; None if nothing would.

        That is what was typed and cannot be used as it is, and what the person opened.
        """
        opened = self._explanations.opened() if self._explanations else ()
        unfinished = self.unfinished()
        return (opened, unfinished) if opened or unfinished is not None else None

    def restore(self, draft: object) -> None:
        """Take up a draft; an answer given since then is not touched."""
        opened, unfinished = cast("tuple[tuple[str, ...], object]", draft)
        if self._explanations:
            self._explanations.open(opened)
        if unfinished is not None:
            self.resume(unfinished)

    def unfinished(self) -> object | None:
        """Return what stands in the controls and is no answer; None if nothing does."""
        return None

    def resume(self, state: object) -> None:
        """Put back what `unfinished` returned."""

    def tell(self, value: Value | None) -> None:
        """Announce a new answer; None takes it back."""
        self.answered.emit({self.item.link_id: value})

    def _may_be_left_out(self) -> str:
        optional = self.item.asks and not (self.item.required or self.item.preset)
        return self.asking.catalogue("You can leave this out.") if optional else ""

    def _add_head(self) -> None:
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(self._words)
        if self.freedom:
            head.addWidget(quiet(self.freedom))
        if self._then:
            told = quiet(self._then)
            told.setObjectName(f"{self.name}.then")
            head.addWidget(told)
        self.column.addLayout(head)

    def _explain(self) -> Disclosures | None:
        _ = self.asking.catalogue
        whole = wording(self.item, self.asking.logic)
        texts = (
            (whole if self._is_short() else None, _("Show the whole question"), "whole"),
            (self.item.help, _("What does this mean?"), "help"),
            (self.item.why, _("Why do you ask?"), "why"),
        )
        entries: list[Shown] = [
            (title, f"{self.name}.{part}", partial(label, text))
            for text, title, part in texts
            if text
        ]
        entries += meanings(self.asking.terms(texts_of(self.item)), self.name, _)
        if not entries:
            return None
        made = Disclosures(entries)
        made.toggled.connect(self.rearranged)
        self.column.addWidget(made)
        return made
