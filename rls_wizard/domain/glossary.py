"""Hard words and what they mean, and which of them a text uses."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from pydantic import Field, StrictBool

from rls_wizard.domain.model import Model, Reviewed, RuleId, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Term(Reviewed):
    """A word that somebody of twelve may not know."""

    id: RuleId
    word: Text
    """As it stands in a list."""
    forms: tuple[Text, ...] = ()
    """Other forms in which texts have it."""
    says: Text
    beside: StrictBool = True
    """Whether it is explained beside each text that has it. A word of nearly every page is not."""
    source: tuple[RuleId, ...] = Field(min_length=1)

    @property
    def written(self) -> tuple[str, ...]:
        """Every form in which texts have it."""
        return (self.word, *self.forms)


class Glossary(Model):
    """All words that are explained."""

    terms: tuple[Term, ...] = ()

    def beside(self, texts: Iterable[str]) -> tuple[Term, ...]:
        """Return the words to explain beside some texts, in the order in which they are read."""
        return tuple(term for term in self.used(texts) if term.beside)

    def used(self, texts: Iterable[str]) -> tuple[Term, ...]:
        """Return the words that some texts have, each once. Of "sleep apnoea" none is "sleep"."""
        if not self.terms:
            return ()
        found = (self._by_form[m.group().lower()] for t in texts for m in self._words.finditer(t))
        return tuple(dict.fromkeys(found))

    @cached_property
    def _by_form(self) -> Mapping[str, Term]:
        return {form.lower(): term for term in self.terms for form in term.written}

    @cached_property
    def _words(self) -> re.Pattern[str]:
        # The longest first: of two that begin alike a text is given its own.
        forms = sorted(self._by_form, key=len, reverse=True)
        return re.compile(rf"\b(?:{'|'.join(map(re.escape, forms))})\b", re.IGNORECASE)
