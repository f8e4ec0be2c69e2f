"""The same questions again and again, one row for each thing they are about."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rls_wizard.domain.values import MOST_ROWS
from rls_wizard.ui import style
from rls_wizard.ui.answers.base import AnswerWidget
from rls_wizard.ui.answers.row import GroupRow, RowState, title_of
from rls_wizard.ui.answers.summary import name_of
from rls_wizard.ui.answers.undo import Undo
from rls_wizard.ui.answers.unsure import AbsenceTicks
from rls_wizard.ui.layouts import column_in, divider
from rls_wizard.ui.option import CheckOption
from rls_wizard.ui.words import button, discard

if TYPE_CHECKING:
    from collections.abc import Callable

    from rls_wizard.domain.conditions import Logic
    from rls_wizard.domain.item import Item
    from rls_wizard.domain.response import Value
    from rls_wizard.ui.answers.base import Asking

    Make = Callable[[Item, Asking], AnswerWidget]
    Removed = list[tuple[int, RowState]]


class GroupAnswer(AnswerWidget):
    """Rows to fill in, with a button for one more; a complete row is folded to one line."""

    def __init__(self, item: Item, asking: Asking, make: Make) -> None:
        """Take the function that makes widgets of the questions in a row."""
        self._make = make
        super().__init__(item, asking)

    def build(self, value: Value | None) -> None:
        """Create the rows that were filled in before, and the button."""
        _ = self.asking.catalogue
        self._rows: list[GroupRow] = []
        self._removed: Removed = []
        self._place = QVBoxLayout()
        self._place.setSpacing(style.NORMAL)
        self.column.addLayout(self._place)
        self._undo = Undo(f"{self.name}.undo", _)
        self._undo.pressed.connect(self._put_back)
        self._place.addWidget(self._undo)
        self._more = button(_("Add one"), f"{self.name}.add", self._add)
        self.column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeading)
        self._instead = self._make_instead()
        self.column.addWidget(self._instead)
        self._logic = self.asking.logic
        self._show_rows([RowState(answers) for answers in _answers(value)])
        self._mark(value)

    def _make_instead(self) -> QWidget:
        """Return the ways to add no row.

        They are gone while there are rows: "none" could be read as "no more", and take all away.
        """
        made = QWidget()
        column = column_in(made, style.TIGHT)
        column.addWidget(divider(style.NORMAL))
        self._none = CheckOption(self.asking.catalogue("None"), quiet=True)
        self._none.setObjectName(f"{self.name}.none")
        self._none.clicked.connect(self._none_ticked)
        column.addWidget(self._none)
        self._ticks = AbsenceTicks(self.item, self.name, self.asking, self)
        self._ticks.add_to(column)
        self._ticks.ticked.connect(self._ticked)
        return made

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

    def unfinished(self) -> object | None:
        """Return which rows are open, and what can still be put back."""
        opened = tuple(number for number, row in enumerate(self._rows) if not row.folded)
        return (opened, self._removed) if opened or self._removed else None

    def resume(self, state: object) -> None:
        """Open these rows, and offer again what can be put back."""
        opened, self._removed = cast("tuple[tuple[int, ...], Removed]", state)
        for number in opened:
            if number < len(self._rows):
                self._rows[number].unfold()
        self._offer_undo()

    def _add(self) -> None:
        states = [row.state()._replace(open=False) for row in self._rows]
        self._replace([*states, RowState({}, open=True)])
        self.wanted.emit(self._rows[-1])
        self._rows[-1].focus()

    def _remove(self, number: int) -> None:
        row = self._rows[number]
        # What is below a folded row stays where it is.
        self._undo.setMinimumHeight(row.height() if row.folded else 0)
        states = [row.state() for row in self._rows]
        self._removed.append((number, states.pop(number)))
        self._replace(states)
        self._undo.focus()

    def _put_back(self) -> None:
        states = [row.state() for row in self._rows]
        number, state = self._removed.pop()
        states.insert(number, state)
        self._replace(states[:MOST_ROWS])
        self._rows[min(number, len(self._rows) - 1)].focus()

    def _replace(self, rows: list[RowState]) -> None:
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
        self._ticked(() if checked else None)

    def _ticked(self, value: Value | None) -> None:
        self._mark(value)
        self.tell(value)

    def _show_rows(self, rows: list[RowState]) -> None:
        for old in self._rows:
            discard(old)
        self._rows = [self._row(number, state) for number, state in enumerate(rows)]
        for row in self._rows:
            self._place.addWidget(row)
            row.show()
        self._more.setHidden(len(rows) >= MOST_ROWS)
        _ = self.asking.catalogue
        self._more.setText(_("Add another") if rows else _("Add one"))
        self._instead.setVisible(not rows)
        self._offer_undo()

    def _row(self, number: int, state: RowState) -> GroupRow:
        row = GroupRow(number, state, self.item, self.asking, self._make)
        row.changed.connect(self._tell_rows)
        row.removed.connect(partial(self._remove, number))
        # Not the method of Qt itself: of each connection to one, PySide leaves a text behind.
        row.done.connect(lambda: self._more.setFocus())  # noqa: PLW0108
        row.rearranged.connect(self.rearranged)
        row.wanted.connect(self.wanted)
        return row

    def _offer_undo(self) -> None:
        if not self._removed:
            self._undo.hide()
            return
        number, state = self._removed[-1]
        # Where the row was: nothing else that can be removed moves there.
        self._place.insertWidget(min(number, len(self._rows)), self._undo)
        self._undo.offer(self._named(number, state))

    def _named(self, number: int, state: RowState) -> str:
        own = name_of(self.item, state.answers)
        return own or title_of(number, self.item, self.asking.catalogue)


def _answers(value: Value | None) -> list[dict[str, object]]:
    if not isinstance(value, tuple):
        return []
    return [dict(row) for row in value if isinstance(row, Mapping)]
