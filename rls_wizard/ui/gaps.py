"""What keeps a page from being left, listed on top of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from rls_wizard.ui import style
from rls_wizard.ui.link import LinkRow
from rls_wizard.ui.words import alert

if TYPE_CHECKING:
    from rls_wizard.i18n import Catalogue
    from rls_wizard.ui.answers.base import AnswerWidget


@dataclass(frozen=True, slots=True)
class Gap:
    """A question that is not answered, or whose answer cannot be used, and what to do."""

    widget: AnswerWidget
    text: str


class GapSummary(QFrame):
    """A line for each gap, that leads to it."""

    wanted = Signal(QWidget)

    def __init__(self, gaps: list[Gap], catalogue: Catalogue) -> None:
        """Create the lines."""
        super().__init__()
        self.setObjectName("gaps")
        title = catalogue("Before you go on, please look at this:")
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.HAIR)
        column.addWidget(alert(title))
        for gap in gaps:
            line = LinkRow(gap.widget.words)
            line.setObjectName(f"{gap.widget.name}.gap")
            line.clicked.connect(partial(self.wanted.emit, gap.widget))
            column.addWidget(line)
