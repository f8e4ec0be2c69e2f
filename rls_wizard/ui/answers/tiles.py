"""Tiles in one row, or in as many even rows as the width asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize

from rls_wizard.ui import style
from rls_wizard.ui.wrap import Wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rls_wizard.ui.tile import Tile


class Tiles(Wrap):
    """All of one width, in rows that are about as long."""

    def __init__(self, tiles: Sequence[Tile]) -> None:
        """Take the tiles."""
        super().__init__(tiles)
        self._widest = max(tile.sizeHint().width() for tile in tiles)

    def sizeHint(self) -> QSize:
        """Return the size of one tile."""
        return self.widgets[-1].sizeHint()

    def boxes(self, width: int) -> list[QRect]:
        """Return where each tile stands."""
        least = QSize(self._widest, self.widgets[0].sizeHint().height())
        return in_rows(len(self.widgets), least, width)


def in_rows(number: int, least: QSize, width: int) -> list[QRect]:
    """Return boxes in as many even rows as the width asks for, each at least so large."""
    most = max(1, (width + style.HAIR) // (least.width() + style.HAIR))
    per_row = -(-number // -(-number // most))
    room, high = width + style.HAIR, least.height() + style.HAIR
    found = []
    for place in range(number):
        row, column = divmod(place, per_row)
        left, right = column * room // per_row, (column + 1) * room // per_row
        found.append(QRect(left, row * high, right - left - style.HAIR, high - style.HAIR))
    return found
