"""A text as a voice is to say it: without signs, and numbers to call digit by digit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rls_wizard.ui.style import BREAK

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rls_wizard.domain.reference import Country
    from rls_wizard.i18n import Catalogue

_PHONE = re.compile(r"\+?\d(?:[ -]?\d){2,}")
_RANGE = re.compile(r"(?<=\d)\s*[\u2013-]\s*(?=\d)")
_DASH = re.compile(r"\s*[\u2014\u00b7\u203a|]\s*|\s+\u2013\s+")
_SIGNS = re.compile(r"[\u2022\u201c\u201d\u2190-\u21ff\u2500-\u27bf\ufe0f\"\[\]*_~<>]")
_BEFORE = re.compile(r"\s+(?=[,.;:?])")
_TWICE = re.compile(r",(?=[,.;:?])|(?<=[.:;?,]),")
_ENDS = (".", "?", ":", ";", "!", ",")


class Spoken:
    """Says texts of one language, with the numbers of one country."""

    def __init__(self, catalogue: Catalogue, numbers: Iterable[str] = ()) -> None:
        """Take the numbers to call, as they are written."""
        _ = catalogue
        self._range = _("{low} to {high}").format(low=" ", high=" ").strip()
        longest_first = sorted(set(numbers), key=len, reverse=True)
        any_of = "|".join(re.escape(number) for number in longest_first)
        self._call = re.compile(rf"(?<!\d)(?:{any_of})(?!\d)") if any_of else None

    def __call__(self, text: str) -> str:
        """Return the text to be spoken; empty where there are only signs."""
        said = text.replace(BREAK, "").replace("\u00a0", " ").replace("&&", "&")
        if self._call is not None:
            said = self._call.sub(lambda found: _digit_by_digit(found[0]), said)
        said = _RANGE.sub(f" {self._range} ", said)
        said = _DASH.sub(", ", said)
        said = _SIGNS.sub(" ", said).replace("\u2026", ".")
        said = _TWICE.sub("", _BEFORE.sub("", " ".join(said.split()))).strip(" ,")
        if not any(letter.isalnum() for letter in said):
            return ""
        # A voice falls at the end of a sentence; a heading has no full stop.
        return said if said.endswith(_ENDS) else f"{said}."


def numbers_of(country: Country) -> set[str]:
    """Return the numbers to call in a country, as its texts write them."""
    texts = (country.emergency, country.urgent, country.crisis, country.maternity, country.poisons)
    return {number for text in texts for number in _PHONE.findall(text)}


def _digit_by_digit(number: str) -> str:
    return " ".join(sign for sign in number if sign not in " -")
