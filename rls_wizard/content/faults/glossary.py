"""Words that are explained twice, to nobody, or from nowhere."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rls_wizard.content.faults.fields import field_faults
from rls_wizard.content.faults.names import editors_name, unknown_sources
from rls_wizard.content.faults.never_said import never_said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rls_wizard.content.faults.texts import ReadText
    from rls_wizard.content.load import Content
    from rls_wizard.domain.glossary import Term


def glossary_faults(content: Content) -> Iterator[str]:
    """Yield what is wrong in the glossary."""
    terms = content.glossary.terms
    for name, times in Counter(term.id for term in terms).items():
        if times > 1:
            yield f"term {name!r} is used {times} times; ids are never used again"
    yield from _forms(terms)
    for term in terms:
        who = editors_name(term)
        yield from unknown_sources(content, who, term.source)
        for text in (*term.written, term.says):
            yield from field_faults(who, text, ())
        yield from never_said(who, term.says)


def unused_words(content: Content, texts: Iterable[ReadText]) -> Iterator[str]:
    """Yield the words that stand in no text which people read."""
    used = content.glossary.used(text.text for text in texts)
    for term in content.glossary.terms:
        if term not in used:
            yield f"{editors_name(term)} explains {term.word!r}, which no text has: take it out"


def _forms(terms: Iterable[Term]) -> Iterator[str]:
    """Yield the forms that stand for two words: only one of them could be explained."""
    owner: dict[str, str] = {}
    for term in terms:
        for form in term.written:
            other = owner.setdefault(form.lower(), term.id)
            if other != term.id:
                yield f"term {term.id!r} has the form {form!r}, as {other!r} has, too"
