"""What a scanner typed, as digits.

A scanner that stands in for a keyboard presses the keys of the row of digits. What arrives depends
on the computer's layout: on a French one the keys 1 2 3 give & é ". The check digits tell which.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import digit, normalize

from rls_wizard.handover.digits import NotTheDigitsError, said

if TYPE_CHECKING:
    from collections.abc import Iterator

_KEYS = "1234567890"
_LAYOUTS = (
    _KEYS,
    "!@#$%^&*()",  # any, with shift or caps lock
    "&é\"'(-è_çà",  # French
    "&é\"'(§è!çà",  # Belgian, and French on a Mac
    '"«»()@+-/*',  # French, bépo
    "+ěščřžýáíé",  # Czech
    "+ľščťžýáíé",  # Slovak
    "123456789ö",  # Hungarian
    "ąčęėįšųū90",  # Lithuanian
)
"""What these keys give, from the key 1 to the key 0."""
_NAME_OF_THE_CODE = 3
"""Characters such as ]Q1 that some scanners type first: the kind of code, by AIM's list."""


def digits_of(typed: str) -> str:
    """Return the digits of a code that was typed, pasted or scanned; empty if they do not fit."""
    shown = "".join(normalize("NFKC", typed).split())
    found = {digits for digits in _readings(shown) if _fits(digits)}
    return found.pop() if len(found) == 1 else ""


def _readings(shown: str) -> Iterator[str]:
    for layout in _LAYOUTS:
        keys = dict(zip(layout, _KEYS, strict=True))
        read = "".join(keys.get(one) or str(digit(one, "?")) for one in shown)
        yield from (read, read[_NAME_OF_THE_CODE:])


def _fits(digits: str) -> bool:
    try:
        return bool(said(digits))
    except NotTheDigitsError:
        return False
