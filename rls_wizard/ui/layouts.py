"""How things stand on a page: below each other, side by side, with a thin line between them."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget


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


def _fill(layout: QVBoxLayout | QHBoxLayout, spacing: int) -> None:
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
