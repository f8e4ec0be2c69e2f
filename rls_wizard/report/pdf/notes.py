"""Room for notes, where a page has some left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus.flowables import CondPageBreak, Spacer

from rls_wizard.report.pdf.marks import Ruled
from rls_wizard.report.pdf.styles import HEIGHT, WIDTH

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlab.platypus.flowables import Flowable

    from rls_wizard.report.pdf.pen import Pen

_ABOVE = 12.0
_APART = 1.9
"""From line to line, in sizes of type: room for large handwriting."""
_FEWEST = 3
"""Fewer lines than these are none."""


def notes(pen: Pen, room: float) -> list[Flowable]:
    """Return lines to write on for the rest of a page; nothing if that is too little."""
    lines = Ruled(pen.scale.body.fontSize * _APART)
    heading = pen.heading(pen.words("Room for your notes"), 2)
    needed = _ABOVE + heading.wrap(WIDTH, HEIGHT)[1] + _FEWEST * lines.apart
    if room < needed:
        return []
    return [CondPageBreak(needed), Spacer(0, _ABOVE), heading, lines]


def height(page: Iterable[Flowable]) -> float:
    """Return how high these are, one below the other."""
    total = after = 0.0
    for part in page:
        # Of the space below one part and above the next, a page keeps the larger.
        total += max(part.getSpaceBefore(), after) + part.wrap(WIDTH, HEIGHT)[1]
        after = part.getSpaceAfter()
    return total
