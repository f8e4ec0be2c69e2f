"""The words that are explained, as lines, by their first letters."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rls_wizard.report.lines import source_named
from rls_wizard.report.model import Line

if TYPE_CHECKING:
    from datetime import date

    from rls_wizard.content.load import Content
    from rls_wizard.domain.glossary import Term

Letters = tuple[tuple[str, tuple[Line, ...]], ...]
"""Each first letter, with the words that have it."""


def build_glossary(content: Content, today: date) -> Letters:
    """Return all words, in the order of the alphabet."""
    terms = sorted(content.glossary.terms, key=lambda term: term.word.casefold())
    letters = groupby(terms, key=lambda term: term.word[0].upper())
    return tuple(
        (letter, tuple(_line(content, t, today) for t in same)) for letter, same in letters
    )


def _line(content: Content, term: Term, today: date) -> Line:
    return Line(
        id=term.id,
        title=term.word,
        text=term.says,
        sources=tuple(source_named(content, content.source[name]) for name in term.source),
        reviewed_on=content.about.dates.in_words(term.reviewed_on),
        overdue=content.about.told_overdue(term, today),
    )
