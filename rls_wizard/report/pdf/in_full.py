"""The advice in full: every line with what led to it, its sources, and how good the evidence is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rls_wizard.report.pdf.grid import Grid, Look, Row
from rls_wizard.report.pdf.notes import notes
from rls_wizard.report.pdf.pen import Pen
from rls_wizard.report.pdf.reasons import Reasons
from rls_wizard.report.pdf.styles import HEIGHT, WIDTH
from rls_wizard.report.pdf.then import then_and_now
from rls_wizard.report.topics import headed

if TYPE_CHECKING:
    from reportlab.platypus.flowables import Flowable

    from rls_wizard.i18n import Catalogue
    from rls_wizard.report.model import Line, Report
    from rls_wizard.report.pdf.styles import Print

_MEASURE = 460.0
"""How long a line of text may be: some seventy letters."""
_COLUMNS = (_MEASURE, WIDTH - _MEASURE)


def advice_pages(report: Report, words: Catalogue, print_: Print, *, noted: bool) -> list[Flowable]:
    """Return the pages, with room for notes at the end unless there was some before.

    An urgent result has none.
    """
    pen = Pen(words, print_.full)
    reasons = Reasons(pen, report)
    sections = _sections(report, pen, reasons)
    if report.urgent or not sections:
        return []
    body = [*sections, *then_and_now(report, pen), *_legend(reasons, pen, print_.columns)]
    title = pen.heading(words("Your advice in full"), 1)
    return [title, *pen.boxed_note(), *body, *([] if noted else notes(pen, HEIGHT))]


def _sections(report: Report, pen: Pen, reasons: Reasons) -> list[Flowable]:
    words = pen.words
    sections = [
        (words("See someone about this"), report.flags),
        (words("The part of the text that fits"), report.parts),
        (words("What you can do"), report.advice),
        (words("Things to tell your clinician"), report.cautions),
        (words("What to ask a clinician"), report.questions),
        (words("Good to know"), report.knowledge),
        # What these leave out is in their text, which needs no title.
        (words("Left out for you"), tuple(line._replace(title="") for line in report.left_out)),
    ]
    body = []
    for title, lines in sections:
        if lines:
            intro: list[Flowable] = []
            if lines is report.parts:
                intro = _stage(report, pen, reasons)
            elif lines is report.cautions:
                intro = [pen.write(report.causes_intro)]
            body.append(_section(title, intro, lines, pen, reasons))
    return body


def _stage(report: Report, pen: Pen, reasons: Reasons) -> list[Flowable]:
    """Return how the part was found, with the answers that decided if the part does not say so."""
    parts = [pen.write(text) for text in (report.stage_intro, report.provisional) if text]
    if any(line.because == report.stage_because for line in report.parts):
        return parts
    return [*parts, *_small([reasons.because(report.stage_because)], pen)]


def _section(
    title: str, intro: list[Flowable], lines: tuple[Line, ...], pen: Pen, reasons: Reasons
) -> Flowable:
    shared, own = reasons.of_all(lines)
    heading = (pen.heading(title, 2), *_small([shared], pen))
    rows = [Row((heading, ()), glued=True)]
    if intro:
        rows.append(Row((tuple(intro), ()), glued=True))
    whys = iter(own)
    for topic, same in headed(lines):
        if topic:
            rows.append(Row(((pen.heading(topic, 3, pen.scale.lead),), ()), glued=True))
        rows += [_line(line, next(whys), pen, level=4 if topic else 3) for line in same]
    return Grid(rows, Look(_COLUMNS, pad=5, gap=0, before=15, crown=0.8))


def _line(line: Line, why: str, pen: Pen, level: int) -> Row:
    title = [pen.heading(line.title, level, pen.scale.strong)] if line.title else []
    said = (*title, pen.write(line.text), *pen.points(line.points))
    return Row(((*said, *pen.overdue(line.overdue), *_small([why], pen)), ()))


def _small(marked: list[str], pen: Pen) -> list[Flowable]:
    return [pen.set(text, pen.scale.small) for text in marked if text]


def _legend(reasons: Reasons, pen: Pen, columns: int) -> list[Flowable]:
    """Return the sources behind the numbers, and what the letters of the evidence mean."""
    sources = [pen.write(source, pen.scale.small) for source in reasons.sources()]
    letters = [pen.write(letter, pen.scale.small) for letter in reasons.letters()]
    each = -(-len(sources) // columns)
    rows = []
    if sources:
        rows.append(_small_title(pen.words("Sources"), pen))
        cells = (tuple(sources[n * each : (n + 1) * each]) for n in range(columns))
        rows.append(Row(tuple(cells)))
    if letters:
        rows.append(_small_title(pen.words("Evidence"), pen))
        rows.append(Row((tuple(letters),)))
    look = Look((WIDTH / columns,) * columns, pad=2, gap=16, before=15, crown=0.8)
    return [Grid(rows, look)] if rows else []


def _small_title(title: str, pen: Pen) -> Row:
    heading = pen.heading(title, 2, pen.scale.small_strong)
    return Row(((heading,),), glued=True)
