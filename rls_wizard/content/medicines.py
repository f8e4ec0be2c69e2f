"""Finds listed medicines by what a person types; it only proposes, and the person confirms.

Misspelled names are compared by difflib. rapidfuzz (MIT, maintained) was tried: of a hundred names
with one error it finds one or two more, all of them short ones that are refused here, for they are
like too many other words. For that it would add 12 MB to what is installed; a keystroke takes a
quarter of the time that it may (tests/bench/medicines.py).
"""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from rls_wizard.domain.medicines import LEAST_LETTERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rls_wizard.domain.medicines import Medicines

_LEAST_LIKE = 4
"""A shorter word is like too many others to be a misspelled name."""
_LEAST_BEGUN = 7
"""A misspelled beginning says enough only from here."""
_MOST_WORDS = 8
"""A name has fewer; who types more tells a story, and its start is enough to look at."""

_ALIKE = 0.84
"""How alike two names must be: look-alikes such as hydroxyzine and hydralazine are less so."""
_BEGUN_COUNTS_LESS = 0.1

_NUMBER = re.compile(r"\d+(mg|mcg|ug|μg|g|kg|ml|iu|units?|hours?|h|hr|x)?")
_FORMS = {
    "caplet", "caplets", "caps", "capsule", "capsules", "coated", "controlled", "cr", "cream",
    "drops", "effervescent", "elixir", "er", "extended", "gel", "hcl", "hydrobromide",
    "hydrochloride", "immediate", "infusion", "inhaler", "injection", "iu", "liquid", "maleate",
    "mcg", "mg", "microgram", "micrograms", "milligrams", "ml", "modified", "mr", "ointment",
    "patch", "patches", "pill", "pills", "powder", "pr", "prolonged", "release", "retard", "sachet",
    "sachets", "slow", "softgel", "softgels", "soluble", "solution", "spray", "sr", "suspension",
    "sustained", "syrup", "tab", "tablet", "tablets", "tabs", "tartrate", "units", "xl", "xr",
}  # fmt: skip


class Proposal(NamedTuple):
    """What may have been meant; only the person can say."""

    codes: tuple[str, ...]
    """The ids of the medicines that it would record."""
    name: str
    """The name that matched, as it is listed."""
    country: str
    """The country of a brand; empty for a substance."""


class _Fit(IntEnum):
    """How a name fits what was typed, best first."""

    WHOLE = 0
    """It is what was typed."""
    BEGUN = 1
    """What was typed is its beginning."""
    NEAR = 2
    """It is what was typed, but for an error. Before a part: "Panadol Nigth" is not "Panadol"."""
    PART = 3
    """It stands among the words."""
    LIKE = 4
    """It stands among the words, but for an error."""


class _Name(NamedTuple):
    """A listed name, as it is compared."""

    words: tuple[str, ...]
    key: str
    """The words in one, for "cocodamol" is as good as "co-codamol"."""
    proposal: Proposal


class _Match(NamedTuple):
    fit: _Fit
    alike: float
    proposal: Proposal


class Finder:
    """Looks in a list of medicines."""

    def __init__(self, medicines: Medicines) -> None:
        """Take the list. Brands that nobody checked are left out."""
        proposals = [
            Proposal((medicine.id,), name, "")
            for medicine in medicines.medicines
            for name in medicine.names
        ]
        proposals += [
            Proposal(brand.contains, brand.name, brand.country)
            for brand in medicines.brands
            if brand.checked
        ]
        named = ((_words(proposal.name), proposal) for proposal in proposals)
        self._names = tuple(_Name(words, "".join(words), proposal) for words, proposal in named)
        self._by_key: dict[str, list[Proposal]] = {}
        for name in self._names:
            self._by_key.setdefault(name.key, []).append(name.proposal)

    def find(self, typed: str, country: str = "", most: int = 5) -> tuple[Proposal, ...]:
        """Return what may be meant, the likeliest first; nothing if no name is near.

        Strength, form and numbers are not looked at. Exact names come before misspelled ones,
        substances before brands, and brands of other countries behind everything that fits.
        """
        words = _words(typed)[:_MOST_WORDS]
        if len("".join(words)) < LEAST_LETTERS:
            return ()

        def rank(match: _Match) -> tuple[bool, bool, _Fit, float, bool, str]:
            proposal = match.proposal
            like, brand = match.fit is _Fit.LIKE, bool(proposal.country)
            foreign = bool(country) and brand and proposal.country != country
            return like, foreign, match.fit, -match.alike, brand, proposal.name.casefold()

        # The best of those that would record the same stands for all of them.
        best: dict[frozenset[str], Proposal] = {}
        for match in sorted(self._matches(words), key=rank):
            best.setdefault(frozenset(match.proposal.codes), match.proposal)
        return tuple(best.values())[:most]

    def _matches(self, words: tuple[str, ...]) -> Iterator[_Match]:
        exact = self._by_key.get("".join(words), [])
        whole = " ".join(words)
        begun = [name.proposal for name in self._names if " ".join(name.words).startswith(whole)]
        for proposal in {*exact, *begun}:
            yield _Match(_Fit.WHOLE if proposal in exact else _Fit.BEGUN, 1.0, proposal)
        if exact or begun:
            return
        parts, rest = self._parts(words)
        for proposal in parts:
            yield _Match(_Fit.PART, 1.0, proposal)
        yield from self._like(_Fit.NEAR, "".join(words), words)
        for word in rest if len(words) > 1 else ():
            yield from self._like(_Fit.LIKE, word, rest)

    def _parts(self, words: tuple[str, ...]) -> tuple[list[Proposal], list[str]]:
        """Return what is named among the words, the longest names first, and the other words."""
        found: list[Proposal] = []
        left: list[str | None] = list(words)
        for length in range(len(words) - 1, 0, -1):
            for start in range(len(words) - length + 1):
                run = left[start : start + length]
                named = self._by_key.get("".join(word or "" for word in run))
                if named and None not in run:
                    found += named
                    left[start : start + length] = [None] * length
        return found, [word for word in left if word]

    def _like(self, fit: _Fit, typed: str, words: Iterable[str]) -> Iterator[_Match]:
        """Yield the names that are like what was typed, and have the words that allow no error."""
        if len(typed) < _LEAST_LIKE:
            return
        own = {word for word in words if _is_a_name_of_its_own(word)}
        matcher = SequenceMatcher(autojunk=False)
        matcher.set_seq2(typed)
        for name in self._names:
            if own.issubset(name.words) and (alike := _alike(matcher, name.key, len(typed))):
                yield _Match(fit, alike, name.proposal)


def _alike(matcher: SequenceMatcher[str], key: str, length: int) -> float:
    """Return how alike a name, or its beginning, is to what was typed; 0 if it is not."""
    # In a short word one error is a larger share.
    found = _ratio(matcher, key, min(_ALIKE, (length - 1) / length))
    if found or not _LEAST_BEGUN <= length < len(key):
        return found
    return max(0.0, _ratio(matcher, key[:length], _ALIKE) - _BEGUN_COUNTS_LESS)


def _ratio(matcher: SequenceMatcher[str], key: str, least: float) -> float:
    """Return the likeness if it is enough; the quick bounds spare most names the slow one."""
    matcher.set_seq1(key)
    if matcher.real_quick_ratio() < least or matcher.quick_ratio() < least:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= least else 0.0


def _is_a_name_of_its_own(word: str) -> bool:
    """Tell whether one other letter would make it another thing: vitamin C is not vitamin D."""
    return len(word) == 1 or any(letter.isdigit() for letter in word)


def key_of(name: str) -> str:
    """Return a name as it is compared; empty if nothing in it tells a medicine."""
    return "".join(_words(name))


def _words(text: str) -> tuple[str, ...]:
    """Return what is left of a text when accents, signs, strengths and forms are taken away."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("'", "").replace("\u2019", ""))
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return tuple(_telling(re.findall(r"[^\W_]+", letters)))


def _telling(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        if word not in _FORMS and not _NUMBER.fullmatch(word):
            yield word
