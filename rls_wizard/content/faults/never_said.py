"""What the program never says to anybody, however the words around it are chosen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_MEDICINE = r"(?:\w+ ){0,3}?(?:medicines?|tablets?|pills?|drugs?|patch(?:es)?|doses?|iron)\b"
_NOT_BEFORE = r"(?<!not )(?<!never )(?<!n\u2019t )(?<!or )"
_NEVER = {
    "names a dose": re.compile(
        r"\b\d+(?:[.,]\d+)?\s?(?:mg|mcg|\u00b5g|g|ml|micrograms?|milligrams?|grams?|tablets|drops)\b",
        re.IGNORECASE,
    ),
    "tells to start or stop a medicine": re.compile(
        # At the start of a sentence it is an order: "Stop taking your tablets."
        rf"(?:^|[.:;!?] )(?:please )?(?:stop|start|begin|double|halve|skip|increase|reduce)"
        rf"(?: taking| giving| using)? {_MEDICINE}|{_NOT_BEFORE}\bstop taking\b",
        re.IGNORECASE,
    ),
    "says what somebody has, or that all is well": re.compile(
        r"\byou(?:r child)? (?:have|has|do not have) (?:the )?"
        r"(?:restless legs|rls|augmentation|sleep apnoea|iron deficiency|anaemia)\b"
        r"|\byou are safe\b|\bno need to see\b|\bnothing to worry about\b|\bharmless\b",
        re.IGNORECASE,
    ),
}


def never_said(who: str, text: str) -> Iterator[str]:
    """Yield a fault for each thing in a text that is never said (`rules.md` 8 and 12)."""
    for what, pattern in _NEVER.items():
        if found := pattern.search(text):
            yield f"{who} {what}: {found.group().strip()!r}"
