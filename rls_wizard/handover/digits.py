"""Digits that are read back as they were written, or not at all.

    format, 2 digits | how many digits there are in all, 3 | what they say | check, 12

Read as one number they leave 1 when divided by a prime. So every wrong digit, every two wrong
digits, every two that were swapped and every run of up to 12 wrong ones is found, for certain
(`tests/handover/test_digits.py` shows it for this prime). Of other damage one in 10^12 is missed.
The first two parts and the check stay as they are in every format, so that a later one is known.
"""

from __future__ import annotations

FORMAT = 1
MOST = 991
"""What the largest code on the paper holds: QR version 15 at level M."""
_HEAD = 5
_CHECK = 12
ROOM = MOST - _HEAD - _CHECK
"""How many digits there are for what they say."""
PRIME = 999_999_999_989
_LEFT = 1


class NotTheDigitsError(Exception):
    """Digits that were not written like this, or are damaged."""


def framed(said: str) -> str:
    """Return at most ROOM digits with format, length and check digits."""
    begun = f"{FORMAT:02}{_HEAD + len(said) + _CHECK:03}{said}"
    check = (_LEFT - int(begun) * 10**_CHECK) % PRIME
    return f"{begun}{check:0{_CHECK}}"


def said(digits: str) -> tuple[int, str]:
    """Return the format, and what the digits say. Raises NotTheDigitsError."""
    # Before they are counted with: a number of many digits takes long.
    if not _HEAD + _CHECK < len(digits) <= MOST or not (digits.isascii() and digits.isdecimal()):
        raise NotTheDigitsError
    if int(digits[2:_HEAD]) != len(digits) or int(digits) % PRIME != _LEFT:
        raise NotTheDigitsError
    return int(digits[:2]), digits[_HEAD:-_CHECK]
