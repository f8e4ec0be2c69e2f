"""The words that are explained to people, for the review sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rls_wizard.report.document import Heading, Small, Table, TableRow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rls_wizard.content.load import Content
    from rls_wizard.i18n import Catalogue
    from rls_wizard.report.document import Block

_SHARES = (0.2, 0.44, 0.24, 0.12)


def glossary_chapter(content: Content, words: Catalogue) -> Iterator[Block]:
    """Yield each word with its meaning and sources; nothing if no word is explained."""
    terms = content.glossary.terms
    if not terms:
        return
    yield Heading(words("Words explained"))
    head = (words("Word"), words("What is said"), words("Source"), words("Change"))
    rows = (
        TableRow(((term.word, Small(term.id)), term.says,
                  tuple(content.source[name].text for name in term.source), ""))
        for term in terms
    )  # fmt: skip
    yield Table(head, tuple(rows), _SHARES)
