"""The person's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPlainTextEdit

from rls_wizard.domain.questionnaire import Absent
from rls_wizard.domain.values import LONGEST_TEXT, MOST_LINES, AnswerError, accept
from rls_wizard.ui import style
from rls_wizard.ui.answers.base import AnswerWidget
from rls_wizard.ui.answers.field import FieldAnswer
from rls_wizard.ui.answers.unsure import AbsenceTicks

if TYPE_CHECKING:
    from rls_wizard.domain.questionnaire import Item
    from rls_wizard.domain.response import Value
    from rls_wizard.i18n import Catalogue

_LINES = 4


class LineAnswer(FieldAnswer):
    """A few words in one line, as in the rows of a group."""

    def build(self, value: Value | None) -> None:
        """Create the line, no longer than an answer may be."""
        super().build(value)
        self._field.setMaxLength(_longest(self.item))

    def complaint(self) -> str:
        """Say what is wrong with the text."""
        return _complaint(self.item, self._field.text().strip(), self.asking.catalogue)


class TextAnswer(AnswerWidget):
    """A few lines to write in."""

    def build(self, value: Value | None) -> None:
        """Create the field."""
        self._field = QPlainTextEdit()
        self._field.setObjectName(f"{self.name}.value")
        self._field.setTabChangesFocus(True)
        self._field.setFixedHeight(
            self._field.fontMetrics().lineSpacing() * _LINES + 2 * style.NORMAL
        )
        self._field.setAccessibleName(self.words)
        self._words.setBuddy(self._field)
        self.column.addWidget(self._field)
        self._ticks = AbsenceTicks(self.item, self.name, self.asking.catalogue, self)
        self._ticks.add_to(self.column)
        self._ticks.show(value)
        if isinstance(value, str) and not isinstance(value, Absent):
            self._field.setPlainText(value)
        self._field.textChanged.connect(self._edited)
        self._ticks.ticked.connect(self._ticked)

    def fault(self) -> str:
        """Say what is wrong with the text, most often that it is too long."""
        text = self._field.toPlainText()
        if not text.strip():
            return ""
        try:
            accept(self.item, text, self.asking.today)
        except AnswerError:
            return _complaint(self.item, text, self.asking.catalogue)
        return ""

    def _edited(self) -> None:
        text = self._field.toPlainText()
        if text:
            self._ticks.show(None)
        fault = self.fault()
        self.show_fault(fault)
        self.tell(text if text.strip() and not fault else None)

    def _ticked(self, value: Absent | None) -> None:
        self._field.blockSignals(True)
        self._field.clear()
        self._field.blockSignals(False)
        self.show_fault("")
        self.tell(value)


def _longest(item: Item) -> int:
    return item.maximum or LONGEST_TEXT


def _complaint(item: Item, text: str, catalogue: Catalogue) -> str:
    """Return in the user's words why `accept` refuses a text."""
    if len(text) > _longest(item):
        return catalogue("Please make this shorter: at most {number} characters.").format(
            number=_longest(item)
        )
    if len(text.splitlines()) > MOST_LINES:
        return catalogue("Please make this shorter: at most {number} lines.").format(
            number=MOST_LINES
        )
    return catalogue("This cannot be used. Please write it in other words.")
