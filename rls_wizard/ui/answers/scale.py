"""A whole number as a row of buttons, such as 0 to 10."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QStyle, QWidget

from rls_wizard.ui import style
from rls_wizard.ui.answers.base import AnswerWidget
from rls_wizard.ui.answers.unsure import AbsenceTicks
from rls_wizard.ui.tile import Tile
from rls_wizard.ui.words import label

if TYPE_CHECKING:
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QResizeEvent

    from rls_wizard.domain.questionnaire import Absent
    from rls_wizard.domain.response import Value


class ScaleAnswer(AnswerWidget):
    """A button for each number."""

    def build(self, value: Value | None) -> None:
        """Create the buttons and the ticks for not answering."""
        first, last = self.item.minimum or 0, self.item.maximum or 0
        self._buttons = QButtonGroup(self)
        tiles = []
        for number in range(first, last + 1):
            tile = Tile(number)
            tile.setObjectName(f"{self.name}.{number}")
            tile.setChecked(value == number and not isinstance(value, str))
            self._buttons.addButton(tile, number)
            tiles.append(tile)
        self.column.addWidget(_Tiles(tiles))
        if self.item.unit:
            self.column.addWidget(label(self.item.unit))
        self._ticks = AbsenceTicks(self.item, self.name, self.asking.catalogue, self)
        self._ticks.add_to(self.column)
        self._ticks.show(value)
        self._buttons.idClicked.connect(self._chosen)
        self._ticks.ticked.connect(self._ticked)

    def _chosen(self, number: int) -> None:
        self._ticks.show(None)
        self.tell(number)

    def _ticked(self, value: Absent | None) -> None:
        # An exclusive group keeps its last button pressed; so lift that rule for a moment.
        self._buttons.setExclusive(False)
        for button in self._buttons.buttons():
            button.setChecked(False)
        self._buttons.setExclusive(True)
        self.tell(value)


class _Tiles(QWidget):
    """Tiles in one row, or in as many as the width asks for.

    Placed by hand: a layout inside would answer for the height in place of `heightForWidth`.
    """

    def __init__(self, tiles: list[Tile]) -> None:
        super().__init__()
        self._tiles = tiles
        for tile in tiles:
            tile.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = -(-len(self._tiles) // self._per_row(width))
        return rows * (self._tiles[0].sizeHint().height() + style.HAIR) - style.HAIR

    def sizeHint(self) -> QSize:
        return self._tiles[-1].sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        per_row = self._per_row(self.width())
        wide = (self.width() + style.HAIR) // per_row
        high = self._tiles[0].sizeHint().height() + style.HAIR
        for number, tile in enumerate(self._tiles):
            row, column = divmod(number, per_row)
            box = QRect(column * wide, row * high, wide - style.HAIR, high - style.HAIR)
            tile.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), box))

    def _per_row(self, width: int) -> int:
        """Return how many tiles go into a row, if the rows are to be about as long."""
        widest = max(tile.sizeHint().width() for tile in self._tiles) + style.HAIR
        most = max(1, (width + style.HAIR) // widest)
        rows = -(-len(self._tiles) // most)
        return -(-len(self._tiles) // rows)
