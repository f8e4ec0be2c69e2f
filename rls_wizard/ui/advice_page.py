""" "Read all advice": everything in the text, for who has not answered the questions."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from rls_wizard.ui import marks, style
from rls_wizard.ui.card import Card
from rls_wizard.ui.chapters import ChapterPage, Entry, entries, marked, stacked, under
from rls_wizard.ui.layouts import column_in
from rls_wizard.ui.link import Disclosure
from rls_wizard.ui.reasons import reasons
from rls_wizard.ui.words import heading, label, paint_alert, quiet

if TYPE_CHECKING:
    from rls_wizard.i18n import Catalogue
    from rls_wizard.report.library import Library, LibraryChapter, Measure


class AllAdvicePage(ChapterPage):
    """When to get help first; then each measure by its title, which opens to all of it."""

    def __init__(self, library: Library, catalogue: Catalogue) -> None:
        """Show the library."""
        super().__init__(catalogue)
        head = QVBoxLayout()
        head.setSpacing(style.NORMAL)
        head.addWidget(heading(catalogue("All advice")))
        if library.overdue:
            head.addWidget(label(library.overdue))
        head.addWidget(label(library.intro))
        for line in library.safety:
            card = Card(QPalette.ColorRole.Highlight)
            entry = Entry(line, catalogue, share=style.TITLE)
            card.add(marked(marks.information, entry, style.TITLE, QPalette.ColorRole.Highlight))
            head.addWidget(card)
        if library.unchecked:
            told = catalogue("Not yet checked: the phone numbers for {country}")
            head.addWidget(quiet(told.format(country=library.unchecked)))
        if library.numbers_due:
            told = catalogue("These phone numbers were due to be checked again by {day}.")
            head.addWidget(quiet(told.format(day=library.numbers_due)))
        self.column.addLayout(head)
        self.begin_contents()
        for chapter in library.chapters:
            self._chapter(chapter)
        self.column.addStretch()

    def _chapter(self, chapter: LibraryChapter) -> None:
        parts = entries(chapter.parts, self.catalogue)
        measures = (
            under(topic, stacked(_measure(measure, self.catalogue) for measure in same))
            for topic, same in groupby(chapter.measures, key=lambda measure: measure.line.topic)
        )
        self.chapter(chapter.id, chapter.title, [parts, *measures])


def _measure(measure: Measure, catalogue: Catalogue) -> Disclosure:
    """Return the title of a measure, which opens to all of it."""
    name = f"line.{measure.line.id}"
    made = Disclosure(measure.line.title, name, partial(_opened, measure, catalogue))
    if toggle := made.findChild(QPushButton, name):
        toggle.setFont(style.font(style.BODY, bold=True))
    return made


def _opened(measure: Measure, catalogue: Catalogue) -> QWidget:
    """Return all of a measure: for whom it is not stands before what it says."""
    made = QWidget()
    column = column_in(made, style.TIGHT)
    if measure.not_for:
        column.addWidget(_not_for(measure, catalogue))
    column.addWidget(label(measure.line.text))
    if measure.line.overdue:
        column.addWidget(label(measure.line.overdue, style.SMALL, bold=True))
    for whom, text in measure.others:
        said = catalogue("Instead, if this is so, or may be so: {whom}").format(whom=whom)
        column.addWidget(label(said, bold=True))
        column.addWidget(label(text))
    column.addWidget(quiet("\n".join(reasons(measure.line, catalogue))))
    return made


def _not_for(measure: Measure, catalogue: Catalogue) -> QWidget:
    whom = "; ".join(measure.not_for)
    said = catalogue("Not for you if this is so, or may be so: {whom}.").format(whom=whom)
    words = label(said, bold=True)
    paint_alert(words)
    return marked(marks.no_entry, words, style.BODY, QPalette.ColorRole.BrightText)
