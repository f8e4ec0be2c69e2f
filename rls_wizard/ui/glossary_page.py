"""All words that are explained, by their first letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rls_wizard.ui.chapters import ChapterPage, entries
from rls_wizard.ui.words import heading, label

if TYPE_CHECKING:
    from rls_wizard.i18n import Catalogue
    from rls_wizard.report.glossary import Letters


class GlossaryPage(ChapterPage):
    """The letters first: each leads to its words."""

    def __init__(self, letters: Letters, catalogue: Catalogue) -> None:
        """Show the words."""
        super().__init__(catalogue)
        _ = catalogue
        self.column.addWidget(heading(_("Words explained")))
        told = _("You may read or hear these words here, from a doctor, or on your papers.")
        none = _("No words are explained here.")
        self.column.addWidget(label(told if letters else none))
        if letters:
            self.begin_contents()
        for letter, lines in letters:
            self.chapter(letter.lower(), letter, [entries(lines, catalogue)])
        self.column.addStretch()
