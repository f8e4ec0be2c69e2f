"""What every answer widget does: ask, tell of a new answer, and say what is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from rls_wizard.domain.flow import wording
from rls_wizard.ui import style
from rls_wizard.ui.link import Disclosure
from rls_wizard.ui.words import QuestionBox, alert, label

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtWidgets import QLabel

    from rls_wizard.domain.conditions import Logic
    from rls_wizard.domain.questionnaire import Item
    from rls_wizard.domain.response import Value
    from rls_wizard.i18n import Catalogue


@dataclass(frozen=True, slots=True)
class Asking:
    """What a widget needs in order to ask."""

    catalogue: Catalogue
    today: date
    value: Callable[[str], Value | None]
    """The answers given before."""
    logic: Logic
    """Which items apply, and in which words."""
    suffix: str = ""
    """Tells the rows of a group apart, in the names of widgets."""
    size: float = style.QUESTION
    """Of the words of the question."""


class AnswerWidget(QuestionBox):
    """Shows one item; tells of a new answer and otherwise knows nothing of the wizard."""

    answered = Signal(object)
    """A mapping of link ids to new answers; None takes one back."""
    rearranged = Signal()
    """Controls came or went, so that the order of tabs is another."""

    def __init__(self, item: Item, asking: Asking) -> None:
        """Show the item with the answer given before, if any."""
        super().__init__()
        self.item = item
        self.asking = asking
        self.name = item.link_id + asking.suffix
        self.setObjectName(self.name)
        self.column = QVBoxLayout(self)
        self.column.setSpacing(style.TIGHT)
        self.words = wording(item, asking.logic)
        self._words = self.heading()
        self.column.addWidget(self._words)
        self._explain()
        self._fault = alert("")
        self._fault.setObjectName(f"{self.name}.fault")
        self.show_fault("")
        self.column.addWidget(self._fault)
        self.build(asking.value(item.link_id))
        self.setTitle(self.words)
        self.setContentsMargins(0, 0, 0, 0)
        self.column.setContentsMargins(0, 0, 0, 0)

    def heading(self) -> QLabel:
        """Return the label that shows the question."""
        return label(self.words, self.asking.size, bold=True)

    def build(self, value: Value | None) -> None:
        """Create the controls."""
        raise NotImplementedError

    def follow(self, logic: Logic) -> None:
        """Take up what other answers changed: whether the question applies, and its words."""
        self.setVisible(self.item.link_id in logic.facts)
        words = wording(self.item, logic)
        if words != self.words:
            self.words = words
            self._words.setText(style.breakable(words))
            self.setTitle(words)

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

    def tell(self, value: Value | None) -> None:
        """Announce a new answer; None takes it back."""
        self.answered.emit({self.item.link_id: value})

    def _explain(self) -> None:
        _ = self.asking.catalogue
        for text, title, part in (
            (self.item.help, _("What does this mean?"), "help"),
            (self.item.why, _("Why do you ask?"), "why"),
        ):
            if text is not None:
                toggle = Disclosure(title, f"{self.name}.{part}", Paragraph(text))
                toggle.toggled.connect(self.rearranged)
                self.column.addWidget(toggle)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Makes a label when it is called."""

    text: str

    def __call__(self) -> QLabel:
        """Return the label."""
        return label(self.text)
