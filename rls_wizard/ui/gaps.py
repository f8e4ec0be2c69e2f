"""What keeps a page from being left, listed on top of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette

from rls_wizard.ui import style
from rls_wizard.ui.announce import announce
from rls_wizard.ui.card import Card
from rls_wizard.ui.link import LinkRow
from rls_wizard.ui.words import alert, discard

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from rls_wizard.i18n import Catalogue


class Gap(NamedTuple):
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
        self.column.setSpacing(style.TIGHT)
        self._title = alert(title)
        self.add(self._title)
        self._catalogue = catalogue
        self._lines: dict[str, LinkRow] = {}
        for gap in gaps:
            line = LinkRow(gap.words, framed=False)
            line.setObjectName(f"{gap.name}.gap")
            line.setAccessibleDescription(gap.text)
            line.clicked.connect(partial(self.wanted.emit, gap.name))
            _keep_room(line)
            self.add(line)
            self._lines[gap.name] = line

    def rename(self, name: str, words: str) -> None:
        """Say the question of a gap in other words: a row got a name, or another number."""
        if line := self._lines.get(name):
            line.set_up(words)
            line.updateGeometry()

    def close_gap(self, name: str) -> None:
        """Take a line away, and give thanks for the last one."""
        line = self._lines.pop(name, None)
        if line is None:
            return
        line.hide()
        if not self._lines:
            self._thank()

    def _thank(self) -> None:
        """Say that all is well, in the room of what was wrong."""
        thanks = self._catalogue("Thank you. You can go on.")
        self.setMinimumHeight(self.height())
        for line in self.findChildren(LinkRow):
            discard(line)
        self._title.setText(style.breakable(f"\u2713 {thanks}"))
        self._title.setForegroundRole(QPalette.ColorRole.Text)
        self.setAccessibleName(thanks)
        self._bar = None
        self.update()
        # The focus is elsewhere, so that a screen reader would pass it over.
        announce(self, thanks)


def _keep_room(widget: QWidget) -> None:
    """Let nothing below move when this goes: it would slip away under the finger."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    widget.setSizePolicy(policy)
