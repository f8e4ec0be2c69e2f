"""Hard words and what they mean, and which of them a text uses."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from pydantic import Field, StrictBool

from rls_wizard.domain.model import Model, Reviewed, RuleId, Text

_PIECES = re.compile(r"\w+|\W+")


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
        return tuple(dict.fromkeys(term for text in texts for term in self._found(_pieces(text))))

    def _found(self, pieces: list[str]) -> Iterator[Term]:
        at = 0
        while at < len(pieces):
            size = 1
            for form, term in self._forms.get(pieces[at], ()):
                if pieces[at : at + len(form)] == form:
                    size = len(form)
                    yield term
                    break
            at += size

    @cached_property
    def _forms(self) -> Mapping[str, list[tuple[list[str], Term]]]:
        """The pieces of every form, by the first of them: one pattern of all takes long to make."""
        found: dict[str, list[tuple[list[str], Term]]] = {}
        for term in self.terms:
            for form in map(_pieces, term.written):
                found.setdefault(form[0], []).append((form, term))
        # The longest first: of two that begin alike a text is given its own.
        for forms in found.values():
            forms.sort(key=lambda known: len(known[0]), reverse=True)
        return found


def _pieces(text: str) -> list[str]:
    """Return the words of a text, and what stands between them, in small letters."""
    return _PIECES.findall(text.lower())
