"""What keeps a page from being left, listed on top of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from rls_wizard.ui import style
from rls_wizard.ui.link import LinkRow
from rls_wizard.ui.words import alert

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from rls_wizard.i18n import Catalogue


@dataclass(frozen=True, slots=True)
class Gap:
    """A question that is not answered, or whose answer cannot be used, and what to do."""

    name: str
    """Of the widget: a name outlives the rows of a group, which come and go."""
    words: str
    text: str


class GapSummary(QFrame):
    """A line for each gap, that leads to it."""

    wanted = Signal(str)
    """The name of the widget that asks the question."""

    def __init__(self, gaps: list[Gap], catalogue: Catalogue) -> None:
        """Create the lines."""
        super().__init__()
        self.setObjectName("gaps")
        title = catalogue("Before you go on, please look at this:")
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.HAIR)
        self._title = alert(title)
        _keep_room(self._title)
        column.addWidget(self._title)
        self._lines: dict[str, LinkRow] = {}
        for gap in gaps:
            line = LinkRow(gap.words)
            line.setObjectName(f"{gap.name}.gap")
            line.clicked.connect(partial(self.wanted.emit, gap.name))
            _keep_room(line)
            column.addWidget(line)
            self._lines[gap.name] = line

    def close_gap(self, name: str) -> None:
        """Take a line away."""
        if line := self._lines.pop(name, None):
            line.hide()
        self._title.setVisible(bool(self._lines))


def _keep_room(widget: QWidget) -> None:
    """Let nothing below move when this goes: it would slip away under the finger."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    widget.setSizePolicy(policy)
