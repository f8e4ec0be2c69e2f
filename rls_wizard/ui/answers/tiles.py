"""Tiles in one row, or in as many even rows as the width asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from rls_wizard.ui import style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QSize
    from PySide6.QtGui import QResizeEvent

    from rls_wizard.ui.tile import Tile


class Tiles(QWidget):
    """All of one width, in rows that are about as long.

    Placed by hand: a layout inside would answer for the height in place of `heightForWidth`.
    """

    def __init__(self, tiles: Sequence[Tile], like: Sequence[Tile] = ()) -> None:
        """Take the tiles, and others that are to be as wide."""
        super().__init__()
        self._tiles = tiles
        self._widest = max(tile.sizeHint().width() for tile in (*tiles, *like))
        for tile in tiles:
            tile.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Tell the layout that the row wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows."""
        rows = -(-len(self._tiles) // self._per_row(width))
        return rows * (self._tiles[0].sizeHint().height() + style.HAIR) - style.HAIR

    def sizeHint(self) -> QSize:
        """Return the size of one tile."""
        return self._tiles[-1].sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the tiles."""
        super().resizeEvent(event)
        per_row = self._per_row(self.width())
        room = self.width() + style.HAIR
        high = self._tiles[0].sizeHint().height() + style.HAIR
        for number, tile in enumerate(self._tiles):
            row, column = divmod(number, per_row)
            left, right = column * room // per_row, (column + 1) * room // per_row
            box = QRect(left, row * high, right - left - style.HAIR, high - style.HAIR)
            tile.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), box))

    def _per_row(self, width: int) -> int:
        most = max(1, (width + style.HAIR) // (self._widest + style.HAIR))
        rows = -(-len(self._tiles) // most)
        return -(-len(self._tiles) // rows)
