"""The part of the window that scrolls: the page in a column, and what is said above it."""

from __future__ import annotations

from typing import NamedTuple

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from rls_wizard.ui import style
from rls_wizard.ui.layouts import put_in_place
from rls_wizard.ui.scroll_bar import ScrollBar
from rls_wizard.ui.words import discard, quiet

_LAYERS = 6
"""How many layouts may lie within each other: one learns of another's size only afterwards."""
_STEP = 0.8
"""How much of what can be seen a key scrolls on."""


class Spot(NamedTuple):
    """A place on a page, by name: pixels are others at another text size."""

    name: str = ""
    """Of what stands at the top of what can be seen; empty at the top of the page."""
    below: int = 0
    """How far below the edge it stands."""
    focused: str = ""


class PageView(QScrollArea):
    """Shows one page at a time."""

    def __init__(self) -> None:
        """Create an empty one."""
        super().__init__()
        self.page = QWidget()
        self._note: QWidget | None = None
        self._content = QWidget()
        column = self.column = QVBoxLayout(self._content)
        column.setContentsMargins(style.WIDE, style.WIDE, style.WIDE, style.WIDE)
        column.setSpacing(style.NORMAL)
        self._notes = _middle_of(column)
        self._where = quiet("")
        self._where.hide()
        column.addWidget(self._where)
        self._middle = _middle_of(column, 1)
        self._middle.insertWidget(1, self.page, 1_000)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        # NoFocus, as a number, because naming `Qt` costs a tenth of the time to the first picture.
        self.setProperty("focusPolicy", 0)
        # Always there, so that no text moves sideways from one page to the next.
        self.setProperty("verticalScrollBarPolicy", 2)
        self.setVerticalScrollBar(ScrollBar())
        self.setWidget(self._content)

    def put(self, page: QWidget) -> QWidget:
        """Put a page in place of the one before, which is returned; it begins at its top.

        A page that has an attribute `wide` takes all the width.
        """
        old, self.page = self.page, page
        if not getattr(page, "wide", False):
            page.setMaximumWidth(style.column_width())
        put_in_place(self._middle, old, page, 1_000)
        page.show()
        self.verticalScrollBar().setValue(0)
        return old

    def put_note(self, note: QWidget | None) -> None:
        """Put a note above every page, in place of the one before; None if there is none."""
        old, self._note = self._note, note
        if old is not None:
            discard(old)
        if note is not None:
            note.setMaximumWidth(style.column_width())
            self._notes.insertWidget(1, note, 1_000)

    def say_where(self, words: str) -> None:
        """Say above the page where one is on the way; nothing if there are no words."""
        self._where.setText(words)
        self._where.setVisible(bool(words))

    def restyle(self) -> None:
        """Take up another text size."""
        self._where.setFont(style.font(style.SMALL))

    # Where it is scrolled to ---------------------------------------------------------------------

    def spot(self, focused: str) -> Spot:
        """Return what stands at the top of what can be seen of the page."""
        scrolled = self.verticalScrollBar().value()
        named = (w for w in self.page.findChildren(QWidget) if w.objectName() and w.isVisible())
        tops = {w.objectName(): self._top(w) for w in named}
        below = {name: top - scrolled for name, top in tops.items() if top >= scrolled > 0}
        name = min(below, key=lambda name: below[name], default="")
        return Spot(name, below.get(name, 0), focused)

    def settle(self) -> None:
        """Give its place at once to a page that was just put here."""
        self._middle.activate()
        self._content.adjustSize()

    def resume(self, spot: Spot) -> None:
        """Scroll to where a page was that was built anew."""
        top = self.page.findChild(QWidget, spot.name) if spot.name else None
        self.verticalScrollBar().setValue(self._top(top) - spot.below if top else 0)

    def scroll_to(self, widget: QWidget) -> None:
        """Scroll until something on the page stands at the top."""
        self.verticalScrollBar().setValue(self._top(widget) - style.WIDE)

    def reveal(self, widget: QWidget, question: QWidget) -> None:
        """Scroll as little as shows something on the page, and its question if both have room."""
        self.lay_out()
        bar = self.verticalScrollBar()
        top, bottom = self._reach(widget)
        whole = min(top, self._reach(question)[0])
        view = self.viewport().height()
        if bottom - whole <= view:
            top = whole
        if top < bar.value() or bottom - top > view:
            bar.setValue(top)
        elif bottom > bar.value() + view:
            bar.setValue(bottom - view)

    def read_on(self, target: QWidget, way: int) -> bool:
        """Scroll a step if text on the way to a thing would never be seen; tell whether it did."""
        self.lay_out()
        bar = self.verticalScrollBar()
        view = self.viewport().height()
        step = round(_STEP * view)
        if self.page.isAncestorOf(target):
            top, bottom = self._reach(target)
            ahead = (bottom - bar.value() - view if way > 0 else bar.value() - top) - step
        else:
            ahead = (bar.maximum() - bar.value() if way > 0 else bar.value()) - style.WIDE
        if ahead > 0:
            bar.setValue(bar.value() + way * step)
        return ahead > 0

    def lay_out(self) -> None:
        """Give its place at once to what was just added: else the page is too short to scroll."""
        for _ in range(_LAYERS):
            QtCore.QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    def _reach(self, widget: QWidget) -> tuple[int, int]:
        """Return from where to where something on the page reaches, with some room around it."""
        top = self._top(widget)
        return top - style.WIDE, top + widget.height() + style.WIDE

    def _top(self, widget: QWidget) -> int:
        return widget.mapTo(self._content, QPoint(0, 0)).y()


def _middle_of(column: QVBoxLayout, stretch: int = 0) -> QHBoxLayout:
    """Return a row of a column in which something of limited width stands in the middle."""
    row = QHBoxLayout()
    row.addStretch()
    row.addStretch()
    column.addLayout(row, stretch)
    return row
