"""Titled blocks of answers, side by side where there is room: what the clinician's page is of."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from rls_wizard.report.model import Answer
from rls_wizard.report.pdf.fonts import BOLD
from rls_wizard.report.pdf.grid import Grid, Kind, Look, Row
from rls_wizard.report.pdf.styles import WIDTH
from rls_wizard.report.words import capital

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from reportlab.platypus.flowables import Flowable

    from rls_wizard.report.model import Section
    from rls_wizard.report.pdf.grid import Cell
    from rls_wizard.report.pdf.pen import Pen

_BETWEEN = 20.0
_HALF = (WIDTH - _BETWEEN) / 2
_GAP = 8.0
_LABELS = (0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7)
"""How much of a block its questions may take."""
_FEW_COLUMNS = 3
"""A table of so many does with half the width."""
_WORD, _COLUMN = 110.0, 190.0
"""The most that the longest word of a column, and its longest text, count for."""
_FULL = 0.88
"""How much of a line is filled where a text breaks."""
_LONG = 100
"""More characters than these are not set in bold: nobody reads long texts in bold."""
_ALL, _PAIR = 99, 2
"""How many parts are divided into two columns at once: on one page, and over several."""
_WHOLE = 200.0
"""A block of at most this height is not broken."""


class Fit(NamedTuple):
    """How tightly a page is set."""

    size: float
    pad: float
    """Above and below each answer."""
    before: float
    """Above each block."""


class Part(NamedTuple):
    """Something below a title."""

    title: str
    make: Callable[[float], Sequence[Flowable]]
    """Makes what is below it, for a width."""
    wide: bool = False
    """Whether it takes the whole width."""


def part_of(section: Section, pen: Pen, fit: Fit) -> Part:
    """Return a section: in columns if it has any, else each question beside its answer."""
    make = _columns if section.head else _small if section.small else _list
    return Part(
        section.title,
        lambda width: [make(section, pen, fit, width)],
        wide=len(section.head) > _FEW_COLUMNS,
    )


def laid_out(parts: Iterable[Part], pen: Pen, fit: Fit, *, one: bool) -> Iterator[Grid]:
    """Yield parts in order; those that need not the whole width stand in two columns.

    On one page, as many of these as follow each other are divided at once. Over several pages two
    stand side by side, if they are not so high that they would be broken.
    """
    together = _ALL if one else _PAIR
    for wide, same in groupby(parts, key=lambda part: part.wide):
        group = list(same)
        many = 1 if wide else together
        for few in (group[first : first + many] for first in range(0, len(group), many)):
            two = _two(few, pen, fit) if len(few) > 1 else None
            if two and (one or two.wrap(WIDTH, 0)[1] <= _WHOLE):
                yield two
            else:
                yield from (_block(part, pen, fit, WIDTH) for part in few)


def _two(parts: Sequence[Part], pen: Pen, fit: Fit) -> Grid:
    """Return two columns of parts, about as long, read one after the other."""
    blocks = [_block(part, pen, fit, _HALF) for part in parts]
    heights = [block.wrap(_HALF, 0)[1] + block.getSpaceBefore() for block in blocks]
    left = min(range(1, len(blocks)), key=lambda n: max(sum(heights[:n]), sum(heights[n:])))
    look = Look((_HALF + _BETWEEN, _HALF), pad=0, gap=_BETWEEN, before=fit.before)
    return Grid([Row((tuple(blocks[:left]), tuple(blocks[left:])))], look)


def _block(part: Part, pen: Pen, fit: Fit, width: float) -> Grid:
    """Return a part below its title and a line; the title stays with what follows."""
    rows = [pen.heading(part.title), *part.make(width)]
    look = Look((width,), pad=fit.pad, before=fit.before, crown=0.8)
    return Grid([Row(((row,),), glued=n == 0) for n, row in enumerate(rows)], look)


def _small(section: Section, pen: Pen, fit: Fit, width: float) -> Grid:
    """Return answers in small print, each in one run with its question."""
    texts = (pen.answer(answer, bold=False) for answer in section.answers)
    rows = [Row(((pen.set(text, pen.scale.small),),)) for text in texts]
    return Grid(rows, Look((width,), pad=fit.pad / 2, kind=Kind.LIST))


def _list(section: Section, pen: Pen, fit: Fit, width: float) -> Grid:
    """Return each question beside its answer; then, behind each other, those answered alike."""
    alone, alike = _gathered(section)
    asked = [answer for answer in alone if answer.question]
    shares = (share * width for share in _LABELS)
    label = min(shares, key=lambda room: (_lines(asked, pen, room, width), room))
    rows = [Row(_cells(answer, pen), glued=True) for answer in alone]
    rows += [Row(((_run(same, pen),),), glued=True) for same in alike]
    look = Look((label, width - label), pad=fit.pad, gap=_GAP, lines_from=0, kind=Kind.LIST)
    grid = Grid(rows, look)
    if grid.wrap(width, 0)[1] > _WHOLE:
        return Grid([replace(row, glued=False) for row in rows], look)
    return grid


def _gathered(section: Section) -> tuple[list[Answer], list[list[Answer]]]:
    """Return what stands alone, and questions with the same answer that may stand in one line.

    A question that only repeats the title is left out.
    """
    same: dict[str, list[Answer]] = {}
    for number, answer in enumerate(section.answers):
        repeated = answer.question == section.title
        key = answer.answer if answer.aside and not repeated else str(number)
        told = answer._replace(question="") if repeated else answer
        same.setdefault(key, []).append(told)
    alone = [answer for group in same.values() if len(group) == 1 for answer in group]
    return alone, [group for group in same.values() if len(group) > 1]


def _run(same: Sequence[Answer], pen: Pen) -> Flowable:
    """Return "No: one question; another question"; only what was answered stands out."""
    questions = "; ".join(dict.fromkeys(answer.question for answer in same))
    return pen.set(pen.answer(Answer("", capital(same[0].answer), questions), bold=False))


def _cells(answer: Answer, pen: Pen) -> tuple[Cell, ...]:
    short = len(answer.answer) <= _LONG
    value: Cell = (pen.write(answer.answer, pen.scale.strong if short else None),)
    return ((pen.write(answer.question),), value) if answer.question else (value,)


def _lines(answers: Sequence[Answer], pen: Pen, label: float, width: float) -> tuple[int, int]:
    """Return about how many lines the answers take beside questions of some width.

    And how many questions take more than one line.
    """
    asked = [_many(pen.width(answer.question), label - _GAP) for answer in answers]
    said = [_many(pen.width(answer.answer, BOLD), width - label) for answer in answers]
    return sum(map(max, asked, said)), sum(lines > 1 for lines in asked)


def _many(needed: float, width: float) -> int:
    """Return about how many lines a text takes: where it breaks, lines are not full."""
    return 1 if needed <= width else ceil(needed / (width * _FULL))


def _columns(section: Section, pen: Pen, fit: Fit, width: float) -> Grid:
    """Return a table whose head stands again where it breaks."""
    small, strong = pen.scale.small, pen.scale.strong
    head = Row(tuple((pen.write(text, small),) for text in section.head), glued=True)
    rows = [
        Row(tuple((pen.write(text, None if n else strong),) for n, text in enumerate(answer.cells)))
        for answer in section.answers
    ]
    texts = [section.head, *(answer.cells for answer in section.answers)]
    look = Look(
        _widths(list(zip(*texts, strict=True)), pen, width),
        pad=fit.pad, gap=_GAP, lines_from=0, repeat=True, kind=Kind.TABLE,
    )  # fmt: skip
    return Grid([head, *rows], look)


def _widths(columns: Sequence[Sequence[str]], pen: Pen, width: float) -> tuple[float, ...]:
    """Return columns that have room for each word, and then for each text, within reason."""
    least = [
        min(pen.widest(word for text in column for word in text.split()), _WORD) + _GAP
        for column in columns
    ]
    usual = [min(pen.widest(column), _COLUMN) + _GAP for column in columns]
    wanted = [max(pair) for pair in zip(least, usual, strict=True)]
    if sum(wanted) <= width:
        return tuple(column * width / sum(wanted) for column in wanted)
    if sum(least) >= width:
        return tuple(column * width / sum(least) for column in least)
    share = (width - sum(least)) / (sum(wanted) - sum(least))
    return tuple(a + (b - a) * share for a, b in zip(least, wanted, strict=True))
