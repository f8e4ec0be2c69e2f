"""Texts that are too hard for readers of nine to twelve years.

Long texts are measured by two formulas, and the harder result counts. Flesch-Kincaid looks at the
length of sentences and words, and is what health services ask of leaflets; it takes "clot" for an
easy word. Dale-Chall counts words that children of ten do not know, and hardly minds a sentence
without end. Formulas say little of a few words, so short texts are held against the list alone.

The library is for developers and not a part of the installed program, where nobody writes texts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from rls_wizard import i18n
from rls_wizard.content.faults.plain import WORD, Vocabulary, Words, words_of
from rls_wizard.content.faults.texts import ReadText, read_texts, texts_of
from rls_wizard.content.later import GLOSSARY
from rls_wizard.content.reader import Reader
from rls_wizard.domain.model import FIELD

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from rls_wizard.content.reader import Table

LONG = 15
"""From this many words on a text is measured."""
LIMIT = 7.0
"""The school grade, in the United States, that a text stays below: a pupil of 12 reads it."""
WORDS = "words.toml"
_HARDEST = 10
_FILLED = {
    "country.emergency": "call this number",
    "country.urgent": "call this number",
    "country.maternity": "your nurse",
    "medicines.name": "your tablets",
}
# Our own long words are neither free nor a fault: each counts as an easy one of two syllables.
_STANDS_FOR_OURS = "doctor"
_SHORT = 2
_STANDS_FOR_EASY = "word"


class Library(Protocol):
    """What is used of textstat, which has no types."""

    def is_easy_word(self, word: str, syllables: int, /) -> bool:
        """Tell whether a word is on the list of Dale and Chall, or has fewer syllables."""

    def syllable_count(self, text: str, /) -> int:
        """Return how many syllables a text has."""

    def flesch_kincaid_grade(self, text: str, /) -> float:
        """Return the grade by length."""

    def dale_chall_readability_score(self, text: str, /) -> float:
        """Return the score by known words."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What measuring all texts found."""

    faults: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    """What an editor is told also when there is no fault."""


@dataclass(frozen=True, slots=True)
class _Graded:
    read: ReadText
    grade: float


def reading(root: Path) -> Reading:
    """Measure all texts of a content folder, if it says which words its readers know."""
    if not (root / WORDS).exists():
        return _unchecked(f"there is no {WORDS}")
    try:
        library = cast("Library", import_module("textstat"))
    except ModuleNotFoundError:
        return _unchecked("textstat is not installed; `make check` has it")
    reader = Reader(root, i18n.load("en"))
    table = reader.table(WORDS) or {}
    groups = reader.blocks(Words, f"{WORDS} group", table.get("group", []))
    if reader.faults:
        return Reading(tuple(reader.faults))
    medicines = reader.table("medicines.toml") or {}
    vocabulary = Vocabulary(lambda word: library.is_easy_word(word, 0), groups, _names(medicines))
    words = texts_of(reader, GLOSSARY) if (root / GLOSSARY).exists() else ()
    texts = [ReadText(read.place, _filled(read.text)) for read in (*read_texts(reader), *words)]
    return _measured(texts, vocabulary, library)


def _unchecked(why: str) -> Reading:
    return Reading(notes=(f"The reading level was not checked: {why}.",))


def grade(text: str, vocabulary: Vocabulary, library: Library) -> float:
    """Return the school grade in which a text can be read, by the stricter of two formulas."""
    apart = re.sub(r"(?<=\w)[-/](?=\w)", " ", text)

    def without_ours(found: re.Match[str]) -> str:
        word = found.group()
        ours = vocabulary.allowed(word) and library.syllable_count(word) > _SHORT
        return _STANDS_FOR_OURS if ours else word

    def without_known(found: re.Match[str]) -> str:
        return found.group() if vocabulary.hard(found.group()) else _STANDS_FOR_EASY

    by_length = library.flesch_kincaid_grade(WORD.sub(without_ours, apart))
    numbers_aside = re.sub(r"\d+", _STANDS_FOR_EASY, WORD.sub(without_known, apart))
    return max(by_length, _dale_chall_grade(library.dale_chall_readability_score(numbers_aside)))


def _dale_chall_grade(score: float) -> float:
    """Return the grade that a score stands for: up to 5 itself, above it two grades a point."""
    return score if score <= 5 else 5 + 2 * (score - 5)  # noqa: PLR2004 - the table of the authors


def _filled(text: str) -> str:
    return FIELD.sub(lambda field: _FILLED.get(field.group(1), "this"), text)


def _names(medicines: Table) -> Iterable[str]:
    """Yield what medicines are called, as far as the file can be read."""
    for kind in ("medicine", "brand"):
        for block in medicines.get(kind, []):
            yield from (block.get("name", ""), *block.get("also", []))


def _measured(texts: list[ReadText], vocabulary: Vocabulary, library: Library) -> Reading:
    long = [read for read in texts if _is_long(read)]
    graded = [_Graded(read, grade(read.text, vocabulary, library)) for read in long]
    graded.sort(key=lambda found: -found.grade)
    hard = {
        read: words
        for read in texts
        if not _is_long(read) and (words := vocabulary.hard(read.text))
    }
    faults = (
        *(_too_hard(found, vocabulary) for found in graded if found.grade >= LIMIT),
        *(_unknown(read, words) for read, words in hard.items()),
        *map(_needless, vocabulary.needless(read.text for read in texts)),
    )
    return Reading(faults, _hardest(graded[:_HARDEST]))


def _is_long(read: ReadText) -> bool:
    return len(words_of(read.text)) >= LONG


def _too_hard(found: _Graded, vocabulary: Vocabulary) -> str:
    hard = vocabulary.hard(found.read.text)
    words = f"; hard words: {', '.join(hard)}" if hard else ""
    return (
        f"{found.read.place}: reads like school grade {found.grade:.1f}, and must stay below"
        f" {LIMIT:.0f} (12 years): shorten sentences, use easy words{words}"
    )


def _unknown(read: ReadText, words: list[str]) -> str:
    return (
        f"{read.place}: hard for readers of 9 to 12 years: {', '.join(words)}"
        f" (say it in other words; one that cannot be spared stands in {WORDS})"
    )


def _needless(word: str) -> str:
    return f"{WORDS}: {word!r} is an easy word, or no text has it: take it out"


def _hardest(found: Iterable[_Graded]) -> tuple[str, ...]:
    lines = [f"  {one.grade:4.1f}  {one.read.place}" for one in found]
    return ("The texts that are hardest to read, with their school grade:", *lines)
