"""A whole number as a button to press, as from 0 to 10."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from rls_wizard.ui import style
from rls_wizard.ui.answers.base import AnswerWidget
from rls_wizard.ui.answers.single import Single
from rls_wizard.ui.answers.tiles import Tiles
from rls_wizard.ui.answers.unsure import AbsenceTicks
from rls_wizard.ui.tile import Tile
from rls_wizard.ui.words import quiet

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from rls_wizard.domain.response import Absent, Value


class ScaleAnswer(AnswerWidget):
    """A button for each number."""

    def build(self, value: Value | None) -> None:
        """Create the buttons and the ticks for not answering."""
        self._group = Single(self, firm=self.item.required)
        self.tiles = {n: self._tile(n, t) for t, part in self.parts().items() for n in part}
        self.column.addWidget(self.arrange())
        self._add_ends()
        self._group.take(value if isinstance(value, int) else None)
        self._ticks = AbsenceTicks(self.item, self.name, self.asking, self)
        self._ticks.add_to(self.column)
        self._ticks.show(value)
        self._group.picked.connect(self._picked)
        self._ticks.ticked.connect(self._ticked)

    def parts(self) -> dict[str, range]:
        """Return the numbers in the order in which they stand, by the title of their part."""
        return {"": range(self._least(), (self.item.maximum or 0) + 1)}

    def make_tile(self, text: str, told: str) -> Tile:
        """Return the button for a number."""
        return Tile(text, told)

    def arrange(self) -> QWidget:
        """Return what the buttons stand in."""
        return Tiles(tuple(self.tiles.values()))

    def _least(self) -> int:
        return self.item.minimum or 0

    def _tile(self, number: int, title: str) -> Tile:
        text = self.item.names[number - self._least()] if self.item.names else str(number)
        means = {self._least(): self.item.low, self.item.maximum: self.item.high}
        told = ", ".join(filter(None, (text, title, means.get(number))))
        tile = self.make_tile(text, told)
        tile.setObjectName(f"{self.name}.{number}")
        self._group.addButton(tile, number)
        return tile

    def _add_ends(self) -> None:
        """Say below the tiles what they are counted in, or what the first and the last mean."""
        low, high = self.item.low, self.item.high
        if low is None or high is None:
            if self.item.unit:
                self.column.addWidget(quiet(self.item.unit))
            return
        row = QHBoxLayout()
        row.setSpacing(style.WIDE)
        first = quiet(f"{self._least()}: {low}")
        last = quiet(f"{self.item.maximum}: {high}")
        last.setAlignment(Qt.AlignmentFlag.AlignTrailing)
        row.addWidget(first, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(last, 1, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)

    def _picked(self, number: int | None) -> None:
        self._ticks.show(None)
        self.tell(number)

    def _ticked(self, value: Absent | None) -> None:
        self._group.take(None)
        self.tell(value)
