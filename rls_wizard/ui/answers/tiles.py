"""Tiles in one row, or in as many even rows as the width asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect

from rls_wizard.ui import style
from rls_wizard.ui.wrap import Wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QSize

    from rls_wizard.ui.tile import Tile


class Tiles(Wrap):
    """All of one width, in rows that are about as long."""

    def __init__(self, tiles: Sequence[Tile], like: Sequence[Tile] = ()) -> None:
        """Take the tiles, and others that are to be as wide."""
        super().__init__(tiles)
        self._widest = max(tile.sizeHint().width() for tile in (*tiles, *like))

    def sizeHint(self) -> QSize:
        """Return the size of one tile."""
        return self.widgets[-1].sizeHint()

    def boxes(self, width: int) -> list[QRect]:
        """Return where each tile stands."""
        per_row = self._per_row(width)
        room = width + style.HAIR
        high = self.widgets[0].sizeHint().height() + style.HAIR
        found = []
        for number in range(len(self.widgets)):
            row, column = divmod(number, per_row)
            left, right = column * room // per_row, (column + 1) * room // per_row
            found.append(QRect(left, row * high, right - left - style.HAIR, high - style.HAIR))
        return found

    def _per_row(self, width: int) -> int:
        most = max(1, (width + style.HAIR) // (self._widest + style.HAIR))
        rows = -(-len(self.widgets) // most)
        return -(-len(self.widgets) // rows)
