"""Things in a list: each behind a point, beside which its words wrap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from rls_wizard.ui import style
from rls_wizard.ui.layouts import row_in
from rls_wizard.ui.words import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel

BULLET = "\u2022 "


def paragraph(text: str, share: float = style.BODY) -> QWidget:
    """Return a line of text; one of a list hangs beside its point."""
    words = label(text.removeprefix(BULLET), share)
    return pointed(words) if text.startswith(BULLET) else words


def pointed(words: QLabel) -> QWidget:
    """Return words behind a point."""
    made = QWidget()
    row = row_in(made, style.TIGHT)
    point = label(BULLET.strip())
    point.setFont(words.font())
    point.setForegroundRole(words.foregroundRole())
    point.setWordWrap(False)
    side = QVBoxLayout()
    side.addWidget(point)
    side.addStretch()
    row.addLayout(side)
    row.addWidget(words, 1)
    return made
