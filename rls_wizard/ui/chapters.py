"""A long page in chapters: a list of them that leads there, and what they are made of."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rls_wizard.ui import style
from rls_wizard.ui.card import Card
from rls_wizard.ui.layouts import column_in, divider, row_in
from rls_wizard.ui.link import PlaceLink
from rls_wizard.ui.marks import Mark
from rls_wizard.ui.points import pointed
from rls_wizard.ui.reasons import why
from rls_wizard.ui.words import label, subheading
from rls_wizard.ui.wrap import Columns

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPalette

    from rls_wizard.i18n import Catalogue
    from rls_wizard.report.model import Line
    from rls_wizard.ui.marks import Draw


class ChapterPage(QWidget):
    """A page of chapters; each chapter is told to the list of contents, once that stands."""

    wanted = Signal(QWidget)
    """Something on the page that is to be brought into view and focused."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Create an empty page."""
        super().__init__()
        self.catalogue = catalogue
        self.column = column_in(self, style.SECTION)
        self._contents: Columns | None = None

    def begin_contents(self) -> None:
        """List from here on what comes on the page."""
        self._contents = Columns()
        card = Card()
        card.setObjectName("contents")
        card.column.setSpacing(0)
        card.add(subheading(self.catalogue("On this page"), style.BODY))
        card.add(self._contents)
        self.column.addWidget(card)

    def chapter(self, name: str, words: str, widgets: Iterable[QWidget | None]) -> QWidget | None:
        """Add a heading with what stands below it; nothing if nothing does."""
        inside = [widget for widget in widgets if widget is not None]
        if not inside:
            return None
        made = QWidget()
        made.setObjectName(f"chapter.{name}")
        column = column_in(made, style.NORMAL)
        column.addWidget(subheading(words, style.QUESTION))
        for widget in inside:
            column.addWidget(widget)
        self.column.addWidget(made)
        self._list(name, words, made)
        return made

    def _list(self, name: str, words: str, chapter: QWidget) -> None:
        if self._contents is not None:
            row = PlaceLink(words)
            row.setObjectName(f"contents.{name}")
            row.clicked.connect(partial(self.wanted.emit, chapter))
            self._contents.add(row)


class Entry(QWidget):
    """One line of the report: title, text, and its reasons behind a toggle."""

    def __init__(self, line: Line, catalogue: Catalogue, *, share: float = style.BODY) -> None:
        """Show title and text."""
        super().__init__()
        self.setObjectName(f"line.{line.id}")
        self.column = column_in(self, style.HAIR)
        if line.title:
            self.column.addWidget(subheading(line.title, share))
        self.column.addWidget(label(line.text))
        for point in line.points:
            self.column.addWidget(pointed(label(point)))
        if line.overdue:
            self.column.addWidget(label(line.overdue, style.SMALL, bold=True))
        toggle = why(line, catalogue)
        if toggle is not None:
            self.column.addWidget(toggle)


def entries(lines: Iterable[Line], catalogue: Catalogue) -> Card | None:
    """Return a card with lines, parted by thin strokes; None without any."""
    return stacked(Entry(line, catalogue) for line in lines)


def under(heading: str, card: Card | None) -> QWidget | None:
    """Return a card below a heading of its own inside a chapter, if it has one."""
    if card is None or not heading:
        return card
    made = QWidget()
    column = column_in(made, style.TIGHT)
    column.addWidget(subheading(heading))
    column.addWidget(card)
    return made


def stacked(widgets: Iterable[QWidget]) -> Card | None:
    """Return a card with widgets, parted by thin strokes; None without any."""
    card: Card | None = None
    for widget in widgets:
        if card is None:
            card = Card()
        else:
            card.add(divider())
        card.add(widget)
    return card


def marked(draw: Draw, widget: QWidget, share: float, role: QPalette.ColorRole) -> QWidget:
    """Return a widget with a sign before it."""
    made = QWidget()
    row = row_in(made, style.NORMAL)
    row.addWidget(Mark(draw, share, role), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(widget, 1)
    return made
