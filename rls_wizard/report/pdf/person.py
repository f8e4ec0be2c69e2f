"""Page 2: what the person does next, on one page; or the urgent action, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus.flowables import CondPageBreak

from rls_wizard.domain.rules import Urgency
from rls_wizard.report.how_soon import word
from rls_wizard.report.pdf.grid import Grid, Kind, Look, Row
from rls_wizard.report.pdf.marks import TickBox, UrgencyIcon
from rls_wizard.report.pdf.notes import height, notes
from rls_wizard.report.pdf.pen import Pen
from rls_wizard.report.pdf.styles import BLACK, HEIGHT, INK, TINT, WIDTH
from rls_wizard.report.pdf.urgency import banner

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.platypus.flowables import Flowable

    from rls_wizard.i18n import Catalogue
    from rls_wizard.report.model import Report
    from rls_wizard.report.pdf.grid import Cell
    from rls_wizard.report.pdf.paragraphs import Point
    from rls_wizard.report.pdf.styles import Print

_ICON = 22.0
_HALF = (WIDTH / 2, WIDTH / 2)
_HELP = (WIDTH * 0.52, WIDTH * 0.48)


_TRIES = (99, 8, 6, 4, 3)
"""How many things each list may name. All stand in full on the pages that follow."""
_FEW = 4
"""No list is made shorter than this for the sake of notes."""


def person_page(report: Report, words: Catalogue, print_: Print) -> tuple[list[Flowable], bool]:
    """Return the page, and whether it has room for notes, or needs none.

    Its lists are as long as leaves such room, else as long as fits on one page. What fits on none,
    as in large print, is not cut at all, and takes a second page.
    """
    if report.urgent:
        return _urgent(report, Pen(words, print_.urgent)), True
    pen = Pen(words, print_.person)
    tried = []
    for most in _TRIES:
        page = _calm(report, pen, most)
        room = HEIGHT - height(page)
        if most >= _FEW and (lines := notes(pen, room)):
            return [*page, *lines], True
        tried.append((page, room))
    for page, room in tried:
        if room >= 0:
            return page, False
    whole, _ = tried[0]
    return [*whole, *notes(pen, HEIGHT)], True


def _urgent(report: Report, pen: Pen) -> list[Flowable]:
    look = Look((WIDTH,), pad=9, side=14, before=16, after=6, lines_from=0, frame=2, ink=BLACK)
    rows = [banner(report.urgency, pen)]
    rows.append(Row(((pen.write(report.urgency_text, pen.scale.lead),),)))
    for flag in report.flags:
        said = (pen.heading(flag.title, 2, pen.scale.strong), pen.write(flag.text))
        rows.append(Row(((*said, *pen.overdue(flag.overdue)),)))
    # What to do comes first.
    body = [Grid(rows, look), *pen.note(report.private_note), *pen.overdue(report.origin.overdue)]
    return [pen.heading(pen.words("What to do now"), 1), *pen.boxed_note(), *body]


def _calm(report: Report, pen: Pen, most: int) -> list[Flowable]:
    title = pen.heading(pen.words("For you: what to do next"), 1)
    # What this part of the text is called; the pages that follow begin with it.
    part = [Row(((pen.write(line.title, pen.scale.strong),),)) for line in report.parts[:1]]
    body = [
        *_first(report, pen),
        *_flags(report, pen),
        *([Grid(part, Look((WIDTH,), pad=0, before=7))] if part else []),
        *_to_do(report, pen, most),
        *_to_talk_about(report, pen, most),
        *_left_out(report, pen),
        *_help(report, pen),
    ]
    return [title, *pen.overdue(report.origin.overdue), *pen.boxed_note(), *body]


def _first(report: Report, pen: Pen) -> list[Flowable]:
    """Return the sentence to read if nothing else is read; a private note stands in for it."""
    if report.private_note:
        return pen.note(report.private_note)
    sentences = (report.urgency_text, *report.appointments)
    text = tuple(pen.write(sentence, pen.scale.lead) for sentence in sentences)
    if report.urgency is Urgency.NONE:
        row = Row((text,), fill=TINT)
    else:
        soon = pen.write(word(report.urgency, pen.words), pen.scale.lead)
        icon = UrgencyIcon(report.urgency, _ICON, INK, TINT)
        row = Row(((icon,), (soon, *text)), fill=TINT)
    columns = (_ICON + 24, WIDTH - _ICON - 24)
    look = Look(columns, pad=9, side=12, gap=12, before=10, frame=0.8)
    return [Grid([row], look)]


def _flags(report: Report, pen: Pen) -> list[Flowable]:
    if not report.flags:
        return []
    rows = [_heading(pen.words("See someone about this"), pen)]
    for flag in report.flags:
        said = pen.heading(flag.title, 3, pen.scale.strong), pen.write(flag.text)
        rows.append(Row(((*said, *pen.overdue(flag.overdue)),)))
    return [Grid(rows, _look((WIDTH,)))]


def _to_do(report: Report, pen: Pen, most: int) -> list[Flowable]:
    """Return what there is to choose from, to be ticked; never what is to be asked about first."""
    free = [line.short for line in report.advice if not line.ask_first]
    if not free:
        return []
    read = pen.words("Tick what you want to try. Read about it first, on the next pages.")
    named, more = _few(free, pen, most)
    box = pen.scale.body.leading
    ticks = [Row(((TickBox(box),), (pen.write(name),))) for name in named]
    ticks += [Row(((), (pen.write(text),))) for text in more]
    half = (len(ticks) + 1) // 2
    columns = _side_by_side([ticks[:half], ticks[half:]], (20.0, _HALF[0] - 20.0))
    heading = _heading(pen.words("What you can do"), pen)
    rows = [heading, Row(((pen.write(read),),), glued=True), columns]
    return [Grid(rows, _look(_HALF))]


def _few(names: Sequence[str], pen: Pen, most: int) -> tuple[Sequence[str], list[str]]:
    """Return as many as may be named, and what is said of the others."""
    if len(names) <= most:
        return names, []
    left = len(names) - most + 1
    return names[: most - 1], [pen.words("and {number} more").format(number=left)]


def _to_talk_about(report: Report, pen: Pen, most: int) -> list[Flowable]:
    """Return what to ask and what to tell, side by side."""
    words = pen.words
    first = [
        words("{title}: ask first").format(title=line.title)
        for line in report.advice
        if line.ask_first
    ]
    parts = [
        (words("What to ask a clinician"), [*(line.title for line in report.questions), *first]),
        (words("Things to tell your clinician"), [line.title for line in report.cautions]),
    ]
    found = [(title, texts) for title, texts in parts if texts]
    if not found:
        return []
    # A list is heard behind its own heading.
    cells = tuple((pen.heading(title, 2), *_points(texts, pen, most)) for title, texts in found)
    return [Grid([Row(cells)], _look(_HALF))]


def _points(texts: Sequence[str], pen: Pen, most: int) -> list[Point]:
    named, more = _few(texts, pen, most)
    return pen.points([*named, *more])


def _side_by_side(lists: list[list[Row]], columns: tuple[float, ...]) -> Row:
    look = Look(columns, pad=1.5, gap=8, kind=Kind.LIST)
    cells: tuple[Cell, ...] = tuple((Grid(rows, look),) if rows else () for rows in lists)
    return Row(cells)


def _left_out(report: Report, pen: Pen) -> list[Flowable]:
    if not report.left_out_short:
        return []
    heading = _heading(pen.words("Left out for you"), pen)
    return [Grid([heading, Row(((pen.write(report.left_out_short),),))], _look((WIDTH,)))]


def _help(report: Report, pen: Pen) -> list[Flowable]:
    """Return when to get help, and the numbers of the person's country."""
    heading = pen.heading(pen.words("When to get help"), 2)
    rows = [
        Row(((pen.write(line.sign),), (pen.write(line.whom, pen.scale.strong),)))
        for line in report.help
    ]
    look = Look(_HELP, pad=3, gap=14, lines_from=0, kind=Kind.TABLE, named=True)
    help_ = Grid([Row(((heading,),), glued=True), Row(((Grid(rows, look),),))], _look((WIDTH,)))
    return [CondPageBreak(height([help_])), help_]


def _heading(text: str, pen: Pen) -> Row:
    return Row(((pen.heading(text, 2),),), glued=True)


def _look(columns: tuple[float, ...]) -> Look:
    return Look(columns, pad=3, gap=12, before=10, crown=0.8)
