"""What keeps a page from being left, listed on top of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette

from rls_wizard.ui import style
from rls_wizard.ui.card import Card
from rls_wizard.ui.link import LinkRow
from rls_wizard.ui.words import alert

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from rls_wizard.i18n import Catalogue


@dataclass(frozen=True, slots=True)
class Gap:
    """A question that is not answered, or whose answer cannot be used, and what to do."""

    name: str
    """Of the widget: a name outlives the rows of a group, which come and go."""
    words: str
    text: str


class GapSummary(Card):
    """A line for each gap, that leads to it."""

    wanted = Signal(str)
    """The name of the widget that asks the question."""

    def __init__(self, gaps: list[Gap], catalogue: Catalogue) -> None:
        """Create the lines."""
        super().__init__(QPalette.ColorRole.BrightText)
        self.setObjectName("gaps")
        title = catalogue("Before you go on, please look at this:")
        self.setAccessibleName(title)
        self.column.setSpacing(style.HAIR)
        self._title = alert(title)
        _keep_room(self._title)
        self.add(self._title)
        self._lines: dict[str, LinkRow] = {}
        for gap in gaps:
            line = LinkRow(gap.words, framed=False)
            line.setObjectName(f"{gap.name}.gap")
            line.clicked.connect(partial(self.wanted.emit, gap.name))
            _keep_room(line)
            self.add(line)
            self._lines[gap.name] = line

    def close_gap(self, name: str) -> None:
        """Take a line away."""
        if line := self._lines.pop(name, None):
            line.hide()
        self._title.setVisible(bool(self._lines))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card as long as there is a line on it."""
        if self._lines:
            super().paintEvent(event)


def _keep_room(widget: QWidget) -> None:
    """Let nothing below move when this goes: it would slip away under the finger."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    widget.setSizePolicy(policy)
