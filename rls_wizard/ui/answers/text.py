"""The person's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from rls_wizard.domain.values import LONGEST_TEXT, MOST_LINES, AnswerError, accept, text_given
from rls_wizard.ui import style
from rls_wizard.ui.answers.base import AnswerWidget
from rls_wizard.ui.answers.field import FieldAnswer
from rls_wizard.ui.answers.framed import Framed
from rls_wizard.ui.answers.unsure import AbsenceTicks
from rls_wizard.ui.words import quiet

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from rls_wizard.domain.conditions import Logic
    from rls_wizard.domain.item import Item
    from rls_wizard.domain.response import Absent, Value
    from rls_wizard.i18n import Catalogue

_LINES, _LOW_LINES = 4, 2


class LineAnswer(FieldAnswer):
    """A few words in one line, as in the rows of a group."""

    def build(self, value: Value | None) -> None:
        """Create the line, no longer than an answer may be."""
        super().build(value)
        self._field.setMaxLength(_longest(self.item))
        self._limit = quiet("")
        self._limit.hide()
        self.column.addWidget(self._limit)
        self._field.textChanged.connect(self._measure)
        self._measure()

    def hint(self) -> str:
        """Say that the line is full: no more can be typed."""
        if not self._field.text() or len(self._field.text()) < self._field.maxLength():
            return ""
        return self.asking.catalogue("At most {number} characters.").format(
            number=self._field.maxLength()
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Enter: what comes next stands right below, and not on the next page."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)

    def complaint(self) -> str:
        """Say what is wrong with the text."""
        return _complaint(self.item, self._field.text().strip(), self.asking.catalogue)

    def _measure(self) -> None:
        hint = self.hint()
        self._limit.setText(hint)
        self._limit.setVisible(bool(hint))


class TextAnswer(AnswerWidget):
    """A few lines to write in."""

    _frame: Framed | None = None

    def build(self, value: Value | None) -> None:
        """Create the field."""
        self._field = QPlainTextEdit()
        self._field.setObjectName(f"{self.name}.value")
        self._field.setTabChangesFocus(True)
        lines = _LOW_LINES if style.LOW else _LINES
        self._field.setFixedHeight(
            self._field.fontMetrics().lineSpacing() * lines + 2 * style.NORMAL
        )
        self._field.setAccessibleName(self.words)
        self._field.setAccessibleDescription(self.freedom)
        self._frame = Framed(self._field)
        self.column.addWidget(self._frame)
        self._ticks = AbsenceTicks(self.item, self.name, self.asking, self)
        self._ticks.add_to(self.column)
        self._ticks.show(value)
        self._field.setPlainText(text_given(value))
        self._field.textChanged.connect(self._edited)
        self._ticks.ticked.connect(self._ticked)

    def follow(self, logic: Logic) -> None:
        """Name the field by the question: its frame keeps a buddy from doing that."""
        super().follow(logic)
        self._field.setAccessibleName(self.words)

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

    def show_fault(self, text: str) -> None:
        """Say it next to the question, and show and tell it at the field."""
        super().show_fault(text)
        if self._frame is not None:
            self._frame.set_wrong(bool(text))
            self._field.setAccessibleDescription(text or self.freedom)

    def unfinished(self) -> object | None:
        """Return a text that is refused."""
        return self._field.toPlainText() if self.fault() else None

    def resume(self, state: object) -> None:
        """Put it back, with what is wrong with it."""
        self._write(str(state))
        self.show_fault(self.fault())

    def _edited(self) -> None:
        text = self._field.toPlainText()
        if text:
            self._ticks.show(None)
        fault = self.fault()
        self.show_fault(fault)
        self.tell(text if text.strip() and not fault else None)

    def _ticked(self, value: Absent | None) -> None:
        self._write("")
        self.show_fault("")
        self.tell(value)

    def _write(self, text: str) -> None:
        self._field.blockSignals(True)
        self._field.setPlainText(text)
        self._field.blockSignals(False)


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
