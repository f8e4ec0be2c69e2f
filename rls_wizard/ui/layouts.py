"""How things stand on a page: below each other, side by side, with a thin line between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QBoxLayout


def column_in(widget: QWidget, spacing: int) -> QVBoxLayout:
    """Return a layout that fills a widget from top to bottom, to its very edges."""
    column = QVBoxLayout(widget)
    _fill(column, spacing)
    return column


def row_in(widget: QWidget, spacing: int) -> QHBoxLayout:
    """Return a layout that fills a widget from side to side, to its very edges."""
    row = QHBoxLayout(widget)
    _fill(row, spacing)
    return row


def divider(height: int = 1) -> QFrame:
    """Return a thin line between two things, in the middle of its height."""
    made = QFrame()
    made.setFrameShape(QFrame.Shape.HLine)
    made.setForegroundRole(QPalette.ColorRole.Midlight)
    made.setFixedHeight(height)
    return made


def put_in_place(layout: QBoxLayout, old: QWidget, new: QWidget, stretch: int = 0) -> None:
    """Put a widget in place of another.

    Not by `replaceWidget`: it hands out the item of the old one, which nobody ever deletes.
    """
    place = layout.indexOf(old)
    layout.removeWidget(old)
    layout.insertWidget(place, new, stretch)


def inside(widget: QWidget) -> Iterator[QWidget]:
    """Yield what stands in a widget: in the order of its layouts, or as it was made."""
    children = [child for child in widget.children() if isinstance(child, QWidget)]
    layout = widget.layout()
    return iter(children) if layout is None else _laid_out(layout, children)


def _laid_out(layout: QLayout, widgets: list[QWidget]) -> Iterator[QWidget]:
    """Yield those of the widgets that stand in a layout, or in one that stands in it.

    Never by `itemAt`: PySide keeps what that returns beyond its end, and the program crashes when
    something else comes to stand at the same place of its memory.
    """
    parts: list[QWidget | QLayout] = [one for one in widgets if layout.indexOf(one) >= 0]
    parts += [one for one in layout.children() if isinstance(one, QLayout)]
    for part in sorted(parts, key=layout.indexOf):
        if isinstance(part, QLayout):
            yield from _laid_out(part, widgets)
        else:
            yield part


def _fill(layout: QVBoxLayout | QHBoxLayout, spacing: int) -> None:
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
