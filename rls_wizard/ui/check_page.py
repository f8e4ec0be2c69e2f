"""Looks at answers once more that call for help, or that were not sure.

It asks with the same widgets as every page. What is said here is no answer yet: the visit takes it
over when the page is left, so that nothing counts before it was checked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rls_wizard.domain.flow import wording
from rls_wizard.domain.item import AnswerOption, Item, ItemType
from rls_wizard.domain.questionnaire import Page
from rls_wizard.domain.response import Absent
from rls_wizard.ui.question_page import QuestionPage

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rls_wizard.domain.response import Value
    from rls_wizard.ui.answers.base import Asking

YES, NO = "yes", "no"


class CheckPage(QWidget):
    """Asks about each of these answers: is it so, or was it a mistake?"""

    personal = True
    """It repeats what the person told: see `aloud.said`."""
    wanted = Signal(QWidget)
    rearranged = Signal()

    def __init__(
        self, items: Iterable[Item], asking: Asking, said: dict[str, Value], note: str = ""
    ) -> None:
        """Take the questions; `asking` knows the answers; `note` says whom "you" means.

        What is said here is put into `said`.
        """
        super().__init__()
        self._catalogue = asking.catalogue
        self._logic = asking.logic
        self._said = said
        questions = tuple(self._question(item, asking) for item in items)
        page = Page(id="check", title=self._catalogue("Please look at this again"), items=questions)
        self.questions = QuestionPage(page, asking._replace(value=said.get), note)
        self.questions.answered.connect(self._take)
        self.questions.wanted.connect(self.wanted)
        self.questions.rearranged.connect(self.rearranged)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.questions)

    def missing(self) -> tuple[str, ...]:
        """Return the questions without an answer."""
        asked = (item.link_id for item in self.questions.definition.items)
        return tuple(link_id for link_id in asked if link_id not in self._said)

    def _question(self, item: Item, asking: Asking) -> Item:
        _ = self._catalogue
        unsure = asking.value(item.link_id) is Absent.UNKNOWN
        words = wording(item, asking.logic)
        if unsure:
            text = _("You were not sure about this: \u201c{words}\u201d Please think once more.")
            options = item.offered
        else:
            text = _("You said yes to this: \u201c{words}\u201d Is that right?")
            options = (
                AnswerOption(code=YES, text=_("Yes, that is right")),
                AnswerOption(code=NO, text=_("No, that was a mistake")),
            )
        return Item(
            link_id=item.link_id,
            type=ItemType.CHOICE,
            text=text.format(words=words),
            neutral=text.format(words=item.neutral) if item.neutral else None,
            help=item.help,
            required=True,
            may_be_unsure=item.may_be_unsure,
            private=item.private,
            own_options=options,
        )

    def _take(self, answers: Mapping[str, Value | None]) -> None:
        for link_id, value in answers.items():
            if value is None:
                self._said.pop(link_id, None)
            else:
                self._said[link_id] = value
        self.questions.follow(self._logic)
