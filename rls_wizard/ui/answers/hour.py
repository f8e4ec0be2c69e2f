"""An hour of the day: around a clock, or in a row for each part of the day. One answer, one set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize

from rls_wizard.ui import style
from rls_wizard.ui.answers.dial import Face
from rls_wizard.ui.answers.scale import ScaleAnswer
from rls_wizard.ui.answers.tiles import in_rows
from rls_wizard.ui.link import Toggle
from rls_wizard.ui.tile import Tile
from rls_wizard.ui.words import quiet
from rls_wizard.ui.wrap import Wrap

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

_SIDE = 6
"""How many steps of an hour each side of the clock has: four sides make a day."""


class HourTile(Tile):
    """One of 24: in running text, for seven have to stand side by side."""

    pad = style.TIGHT

    def __init__(self, text: str, meaning: str) -> None:
        """Show the text; the meaning is for a screen reader."""
        super().__init__(text, meaning)
        self.setFont(style.font())


class HourAnswer(ScaleAnswer):
    """A button for each hour, the evening first: most people's legs begin then."""

    def parts(self) -> dict[str, range]:
        """Return the parts of the day."""
        _ = self.asking.catalogue
        return {
            _("Evening"): range(18, 24),
            _("Night"): range(6),
            _("Morning"): range(6, 12),
            _("Afternoon"): range(12, 18),
        }

    def make_tile(self, text: str, told: str) -> Tile:
        """Return the button for an hour."""
        return HourTile(text, told)

    def arrange(self) -> QWidget:
        """Return the hours, with a line that shows them as a list."""
        _ = self.asking.catalogue
        self._as_list = Toggle(_("Show the hours as a list"), f"{self.name}.list")
        face = Face(tuple(self.tiles.values()), _("Night"), _("Day"))
        return Hours(self.tiles, self.parts(), face, self._as_list)

    def unfinished(self) -> object | None:
        """Return whether the list was asked for."""
        return self._as_list.isChecked() or None

    def resume(self, state: object) -> None:
        """Show the list."""
        self._as_list.setChecked(state is True)


class Hours(Wrap):
    """The same buttons in either place; a list where the clock has no room, or if asked for."""

    def __init__(
        self, tiles: Mapping[int, Tile], parts: Mapping[str, range], face: Face, toggle: Toggle
    ) -> None:
        """Take the buttons in the order of the list, and what stands in the clock and below."""
        self._tiles, self._parts = tiles, parts
        self._titles = {title: quiet(title) for title in parts}
        self._face, self._toggle = face, toggle
        most = [tile.sizeHint() for tile in tiles.values()]
        self._least = QSize(max(s.width() for s in most), max(s.height() for s in most))
        order = [w for t, part in parts.items() for w in (self._titles[t], *map(tiles.get, part))]
        super().__init__([w for w in (*order, face, toggle) if w is not None])
        toggle.toggled.connect(self._turned)

    def sizeHint(self) -> QSize:
        """Return the size of one button."""
        return self._least

    def place(self) -> None:
        """Show what belongs to the clock, or what belongs to the list."""
        fits = self._fits(self.width())
        self._toggle.setVisible(fits)
        self._face.setVisible(fits and not self._toggle.isChecked())
        for title in self._titles.values():
            title.setVisible(not self._face.isVisibleTo(self))
        super().place()

    def boxes(self, width: int) -> list[QRect]:
        """Return where everything stands."""
        around = self._fits(width) and not self._toggle.isChecked()
        found = self._around(width) if around else self._in_list(width)
        if self._fits(width):
            low = max(box.bottom() for box in found.values()) + 1 + style.HAIR
            high = self._toggle.heightForWidth(width)
            found[self._toggle] = QRect(0, low, min(width, self._toggle.sizeHint().width()), high)
        return [found.get(widget, QRect()) for widget in self.widgets]

    def _turned(self) -> None:
        self.updateGeometry()
        self.place()

    def _fits(self, width: int) -> bool:
        return width + style.HAIR >= (_SIDE + 1) * (self._least.width() + style.HAIR)

    def _around(self, width: int) -> dict[QWidget, QRect]:
        """Return a ring, midnight at the top, with the face inside."""
        room, high = width + style.HAIR, self._least.height() + style.HAIR
        edges = [step * room // (_SIDE + 1) for step in range(_SIDE + 2)]
        found: dict[QWidget, QRect] = {}
        for hour, tile in self._tiles.items():
            column, row = _cell(hour)
            # A clock goes the same way round wherever it is read; the others are mirrored later.
            column = _SIDE - column if self.isRightToLeft() else column
            wide = edges[column + 1] - edges[column] - style.HAIR
            found[tile] = QRect(edges[column], row * high, wide, high - style.HAIR)
        inner = QRect(edges[1], high, edges[_SIDE] - edges[1], (_SIDE - 1) * high)
        found[self._face] = inner.adjusted(style.TIGHT, style.HAIR, -style.NORMAL, -style.TIGHT)
        return found

    def _in_list(self, width: int) -> dict[QWidget, QRect]:
        """Return a title and its rows for each part of the day."""
        found: dict[QWidget, QRect] = {}
        top = 0
        for title, part in self._parts.items():
            words = self._titles[title]
            high = words.heightForWidth(width)
            found[words] = QRect(0, top, width, high)
            top += high + style.HAIR
            boxes = in_rows(len(part), self._least, width)
            found |= {
                self._tiles[hour]: box.translated(0, top)
                for hour, box in zip(part, boxes, strict=True)
            }
            top += boxes[-1].bottom() + 1 + style.TIGHT
        return found


def _cell(hour: int) -> tuple[int, int]:
    """Return column and row of an hour: clockwise, midnight in the middle of the top."""
    side, along = divmod((hour + _SIDE // 2) % (4 * _SIDE), _SIDE)
    sides = (along, 0), (_SIDE, along), (_SIDE - along, _SIDE), (0, _SIDE - along)
    return sides[side]
