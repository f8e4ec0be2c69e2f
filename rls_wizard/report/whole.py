"""What may not be broken at the end of a line, on the screen and on paper."""

from __future__ import annotations

import re

_IN_NUMBER = re.compile(r"(?<=\d) (?=\d)")


def whole_numbers(text: str) -> str:
    """Return a text in which no number is broken: one to call must be seen whole."""
    return _IN_NUMBER.sub("\u00a0", text)
