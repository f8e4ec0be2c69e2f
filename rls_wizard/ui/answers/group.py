"""The same questions again and again, one row for each thing they are about."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from rls_wizard.domain.values import MOST_ROWS
from rls_wizard.ui import style
from rls_wizard.ui.answers.base import AnswerWidget
from rls_wizard.ui.answers.unsure import AbsenceTicks
from rls_wizard.ui.option import CheckOption
from rls_wizard.ui.words import QuestionBox, button, discard, label

if TYPE_CHECKING:
    from collections.abc import Callable

    from rls_wizard.domain.conditions import Logic
    from rls_wizard.domain.questionnaire import Absent, Item
    from rls_wizard.domain.response import Value
    from rls_wizard.ui.answers.base import Asking

    Make = Callable[[Item, Asking], AnswerWidget]
    Answers = dict[str, Any]


class GroupAnswer(AnswerWidget):
    """Rows to fill in, with a button for one more."""

    def __init__(self, item: Item, asking: Asking, make: Make) -> None:
        """Take the function that makes widgets of the questions in a row."""
        self._make = make
        super().__init__(item, asking)

    def build(self, value: Value | None) -> None:
        """Create the rows that were filled in before, and the button."""
        _ = self.asking.catalogue
        self._rows: list[_Row] = []
        self._place = QVBoxLayout()
        self._place.setSpacing(style.WIDE)
        self.column.addLayout(self._place)
        self._more = button(_("Add one"), f"{self.name}.add", self._add)
        self.column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeading)
        self._none = CheckOption(_("Nothing to add"))
        self._none.setObjectName(f"{self.name}.none")
        self._none.clicked.connect(self._none_ticked)
        self.column.addWidget(self._none)
        self._ticks = AbsenceTicks(self.item, self.name, self.asking.catalogue, self)
        self._ticks.add_to(self.column)
        self._ticks.ticked.connect(self._ticked)
        self._logic = self.asking.logic
        self._show_rows(_rows(value))
        self._mark(value)

    def follow(self, logic: Logic) -> None:
        """Hand on to each row what changed in it."""
        super().follow(logic)
        self._logic = logic
        seen = logic.fact(self.item.link_id).rows
        for row, facts in zip(self._rows, seen, strict=False):
            row.follow(logic.among(ChainMap(dict(facts), dict(logic.facts))))

    def widgets_for(self, link_id: str) -> list[AnswerWidget]:
        """Return the widget of each row that asks this question."""
        inside = [w for row in self._rows for w in row.widgets_for(link_id)]
        return inside or super().widgets_for(link_id)

    def _add(self) -> None:
        self._replace([*(row.answers for row in self._rows), {}])
        self._rows[-1].setFocus()

    def _remove(self, number: int) -> None:
        self._replace([row.answers for n, row in enumerate(self._rows) if n != number])

    def _replace(self, rows: list[Answers]) -> None:
        self._show_rows(rows)
        self._tell_rows()
        self.rearranged.emit()

    def _tell_rows(self) -> None:
        value = tuple(dict(row.answers) for row in self._rows) or None
        self._mark(value)
        self.tell(value)

    def _mark(self, value: Value | None) -> None:
        self._none.setChecked(value == ())
        self._ticks.show(value)

    def _none_ticked(self, checked: bool) -> None:
        self._instead_of_rows(() if checked else None)

    def _ticked(self, value: Absent | None) -> None:
        self._instead_of_rows(value)

    def _instead_of_rows(self, value: Value | None) -> None:
        self._show_rows([])
        self._mark(value)
        self.tell(value)
        self.rearranged.emit()

    def _show_rows(self, rows: list[Answers]) -> None:
        for old in self._rows:
            discard(old)
        self._rows = [_Row(n, answers, self) for n, answers in enumerate(rows)]
        for number, row in enumerate(self._rows):
            row.changed.connect(self._tell_rows)
            row.removed.connect(partial(self._remove, number))
            self._place.addWidget(row)
            row.show()
        self._more.setHidden(len(rows) >= MOST_ROWS)

    def make_child(self, item: Item, asking: Asking) -> AnswerWidget:
        """Return the widget for one question of a row."""
        return self._make(item, asking)


class _Row(QuestionBox):
    """One row: its answers, the widgets that change them, and a button to take it out."""

    changed = Signal()
    removed = Signal()

    def __init__(self, number: int, answers: Answers, group: GroupAnswer) -> None:
        super().__init__()
        self.answers = dict(answers)
        _ = group.asking.catalogue
        title = _("Number {number}").format(number=number + 1)
        self.setTitle(title)
        column = QVBoxLayout(self)
        self.setContentsMargins(0, 0, 0, 0)
        column.setContentsMargins(style.WIDE, 0, 0, 0)
        column.setSpacing(style.WIDE)
        column.addWidget(label(title, style.QUESTION, bold=True))
        asking = replace(
            group.asking, value=self.answers.get, suffix=f".{number}", size=style.TITLE
        )
        self._widgets: list[AnswerWidget] = []
        for item in group.item.items:
            widget = group.make_child(item, asking)
            widget.answered.connect(self._answered)
            widget.rearranged.connect(group.rearranged)
            self._widgets.append(widget)
            column.addWidget(widget)
        name = f"{group.name}.{number}.remove"
        take_out = button(_("Remove number {number}").format(number=number + 1), name, self._out)
        column.addWidget(take_out, 0, Qt.AlignmentFlag.AlignLeading)

    def follow(self, logic: Logic) -> None:
        for widget in self._widgets:
            widget.follow(logic)

    def widgets_for(self, link_id: str) -> list[AnswerWidget]:
        return [w for widget in self._widgets for w in widget.widgets_for(link_id)]

    def _answered(self, answers: Mapping[str, Value | None]) -> None:
        for link_id, value in answers.items():
            if value is None:
                self.answers.pop(link_id, None)
            else:
                self.answers[link_id] = value
        self.changed.emit()

    def _out(self) -> None:
        self.removed.emit()


def _rows(value: Value | None) -> list[Answers]:
    if not isinstance(value, tuple):
        return []
    return [dict(row) for row in value if isinstance(row, Mapping)]
