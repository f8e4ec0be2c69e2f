"""Answers as digits, and back: what the code on a paper says.

Every answer becomes a few numbers, each below a known one. They make up one large number, as hours,
minutes and seconds make up seconds; read from its small end, each tells how to read the next.
`writing` and `reading` mirror each other line by line.

Words are not in it. Of long lists the rows told last are left out if there is no room, from every
list beyond the same row. Both are counted, so that whoever reads the code is told.
"""

from __future__ import annotations

from bisect import bisect
from typing import TYPE_CHECKING, Any

from rls_wizard.domain.values import MOST_ROWS
from rls_wizard.handover.code.reading import Decoded, Reading
from rls_wizard.handover.code.writing import Writing
from rls_wizard.handover.digits import FORMAT, ROOM, framed, said

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rls_wizard.domain.codebook import CodeBook

_MOST_LINES = 100_000
_SUMS = 2**32


class OtherBookError(Exception):
    """A code that was made with another code book; `newer` if with a later one of the same."""

    def __init__(self, *, newer: bool) -> None:
        """Take whether a newer program may read it."""
        super().__init__()
        self.newer = newer


def encode(file: Mapping[str, Any], book: CodeBook) -> str:
    """Return the digits of an answer file; none if the book has no lines, or nothing fits."""
    if not book.lines:
        return ""

    def digits(rows: int) -> str:
        return _digits(file, book, rows)

    # Nearly always there is room for all.
    return digits(MOST_ROWS) or digits(bisect(range(1, MOST_ROWS), 0, key=lambda n: not digits(n)))


def decode(digits: str, book: CodeBook) -> Decoded:
    """Return what digits say. Raises NotTheDigitsError and OtherBookError."""
    number, body = said(digits)
    if number != FORMAT:
        raise OtherBookError(newer=True)
    read = Reading(body)
    lines = read.count(_MOST_LINES)
    summed = read.below(_SUMS)
    if lines > len(book.lines):
        raise OtherBookError(newer=True)
    if summed != book.sum(lines):
        raise OtherBookError(newer=False)
    return read.file(book.questions(lines))


def _digits(file: Mapping[str, Any], book: CodeBook, rows: int) -> str:
    write = Writing(rows)
    write.count(len(book.lines))
    write.below(book.sum(len(book.lines)), _SUMS)
    write.file(file, book.questions())
    return framed(str(write.number)) if write.number < 10**ROOM else ""
