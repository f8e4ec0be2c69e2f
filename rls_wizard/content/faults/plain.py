"""Which words a child of nine to twelve knows: a list of easy words, and our own few beside it."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from pydantic import Field

from rls_wizard.domain.model import Model, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
"""A word. What is written with a hyphen is several, a number is none."""
_POSSESSIVE = re.compile(r"(?<=\w)'s$|(?<=s)'$")
# What a regular ending leaves of a word, much as the authors of the list of easy words count it.
_ENDINGS = (
    ("s", ""), ("es", ""), ("ies", "y"), ("d", ""), ("ed", ""), ("ied", "y"), ("n", ""),
    ("ing", ""), ("ing", "e"), ("r", ""), ("er", ""), ("ier", "y"), ("est", ""), ("iest", "y"),
    ("ly", ""), ("ly", "le"), ("ily", "y"),
    ("ness", ""), ("iness", "y"),
)  # fmt: skip


class Words(Model):
    """Words beyond the easy ones that texts may use, and why they are needed."""

    why: Text
    words: tuple[Text, ...] = Field(min_length=1)


class Vocabulary:
    """Tells easy words from hard ones."""

    def __init__(
        self, easy: Callable[[str], bool], groups: Iterable[Words], names: Iterable[str]
    ) -> None:
        """Take the list of easy words, our own words, and the names of medicines."""
        self._easy = easy
        self._groups = tuple(groups)
        self._names = {word.lower() for name in names for word in words_of(name)}

    @cached_property
    def own(self) -> frozenset[str]:
        """The words of our own list."""
        return frozenset(word.lower() for group in self._groups for word in group.words)

    def hard(self, text: str) -> list[str]:
        """Return the words of a text that are on neither list, each once."""
        found = (word for word in words_of(text) if not (self.easy(word) or self.allowed(word)))
        return list(dict.fromkeys(found))

    def easy(self, word: str) -> bool:
        """Tell whether a word, or the word that it is made from, is on the list of easy words."""
        return any(map(self._easy, bases(word)))

    def allowed(self, word: str) -> bool:
        """Tell whether a word is on our own list or in the name of a medicine."""
        return any(base in self.own or base in self._names for base in bases(word))

    def needless(self, texts: Iterable[str]) -> list[str]:
        """Return the words of our own list that no text needs: they are easy, or not used."""
        used = {base for text in texts for word in words_of(text) for base in bases(word)}
        return sorted(word for word in self.own if self.easy(word) or word not in used)


def words_of(text: str) -> list[str]:
    """Return the words of a text."""
    return WORD.findall(text)


def bases(word: str) -> Iterator[str]:
    """Yield a word in small letters, and what it may have been before one or two endings."""
    word = _POSSESSIVE.sub("", word.lower().replace("\u2019", "'"))
    yield word
    for once in _without_ending(word):
        yield once
        yield from _without_ending(once)


def _without_ending(word: str) -> Iterator[str]:
    for ending, instead in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 1:
            yield stem + instead
            if not instead and stem[-1] == stem[-2]:
                yield stem[:-1]
