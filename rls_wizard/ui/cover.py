"""What lies over everything: while the screen is hidden from others, and where nobody may act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from rls_wizard.ui import style
from rls_wizard.ui.scroll_bar import ScrollBar
from rls_wizard.ui.words import button, heading, label

if TYPE_CHECKING:
    from rls_wizard.i18n import Catalogue


class Cover(QWidget):
    """A column in the middle of the window, with a heading. It says nothing about the person."""

    ends_itself = False
    """Whether it goes, or ends the visit, in its own time: nobody is asked meanwhile whether they
    are still there."""

    def __init__(self, title: str) -> None:
        """Take what it is called."""
        super().__init__()
        self.setAccessibleName(title)
        self.heading = heading(title)
        self.begins_at: QWidget = self.heading
        """What gets the focus."""
        middle, ground = QWidget(), QWidget()
        middle.setMaximumWidth(style.column_width())
        self.column = QVBoxLayout(middle)
        self.column.setSpacing(style.WIDE)
        self.column.addStretch()
        self.column.addWidget(self.heading)
        row = QHBoxLayout(ground)
        row.addStretch(1)
        row.addWidget(middle, 1_000)
        row.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self.area = _scrolled(ground)
        """Very large text finds no room on a small screen."""
        whole.addWidget(self.area)


class Pause(Cover):
    """One button to go on."""

    lifted = Signal()

    def __init__(self, _: Catalogue) -> None:
        """Create it."""
        super().__init__(_("Pause"))
        self.begins_at = button(_("Go on"), "lift", self.lifted, primary=True)
        self.column.addWidget(label(_("Nothing is lost.")))
        self.column.addWidget(self.begins_at)
        self.column.addStretch()


def _scrolled(ground: QWidget) -> QScrollArea:
    """Return what lets all of a widget be reached."""
    made = QScrollArea()
    made.setFrameShape(QScrollArea.Shape.NoFrame)
    made.setWidgetResizable(True)
    # NoFocus, and never a bar across, as numbers: see `page_view`.
    made.setProperty("focusPolicy", 0)
    made.setProperty("horizontalScrollBarPolicy", 1)
    made.setVerticalScrollBar(ScrollBar())
    made.setWidget(ground)
    return made
