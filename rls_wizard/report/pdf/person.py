"""Page 2: what the person does next."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reportlab.platypus.flowables import CondPageBreak, Spacer

from rls_wizard.domain.rules import Urgency
from rls_wizard.report.how_soon import word
from rls_wizard.report.pdf.grid import Grid, Look, Row
from rls_wizard.report.pdf.marks import Ruled, UrgencyIcon
from rls_wizard.report.pdf.pen import Pen
from rls_wizard.report.pdf.reasons import Reasons
from rls_wizard.report.pdf.styles import BLACK, INK, PERSON, TINT, URGENT, WIDTH
from rls_wizard.report.pdf.then import then_and_now
from rls_wizard.report.pdf.urgency import banner
from rls_wizard.report.topics import headed

if TYPE_CHECKING:
    from reportlab.platypus.flowables import Flowable

    from rls_wizard.i18n import Catalogue
    from rls_wizard.report.model import Line, Report

_ICON = 22.0
_NOTES = 150.0
"""Less room than this for notes is none: they begin on the next page then."""
_MEASURE = 460.0
"""How long a line of text may be: some seventy letters."""
_COLUMNS = (_MEASURE, WIDTH - _MEASURE)


def person_page(report: Report, words: Catalogue) -> list[Flowable]:
    """Return the page for the person: the urgent action and nothing else, or everything in calm."""
    pen = Pen(words, URGENT if report.urgent else PERSON)
    head = words("What to do now") if report.urgent else words("For you: what to do next")
    title = pen.write(head, pen.scale.title)
    overdue = pen.overdue(report.origin.overdue)
    # In an urgent result what to do comes first.
    body = [*_urgent(report, pen), *overdue] if report.urgent else _calm(report, pen)
    return [title, *([] if report.urgent else overdue), *pen.boxed_note(), *body]


def _urgent(report: Report, pen: Pen) -> list[Flowable]:
    look = Look((WIDTH,), pad=9, side=14, before=16, after=6, lines_from=0, frame=2, ink=BLACK)
    rows = [banner(report.urgency, pen)]
    rows.append(Row(((pen.write(report.urgency_text, pen.scale.lead),),)))
    for flag in report.flags:
        said = (pen.write(flag.title, pen.scale.strong), pen.write(flag.text))
        rows.append(Row(((*said, *pen.overdue(flag.overdue)),)))
    return [Grid(rows, look), *pen.note(report.private_note)]


def _calm(report: Report, pen: Pen) -> list[Flowable]:
    words, reasons = pen.words, Reasons(pen)
    sections = [
        (words("See someone about this"), report.flags),
        (words("The part of the text that fits"), report.parts),
        (words("What you can do"), report.advice),
        (words("Things to tell your clinician"), report.cautions),
        (words("What to ask a clinician"), report.questions),
        (words("Good to know"), report.knowledge),
        # What these leave out is in their text, which needs no title.
        (words("Left out for you"), tuple(replace(line, title="") for line in report.left_out)),
    ]
    body = _first(report, pen)
    for title, lines in sections:
        if lines:
            intro: list[Flowable] = []
            if lines is report.parts:
                intro = _stage(report, pen, reasons)
            elif lines is report.cautions:
                intro = [pen.write(report.causes_intro)]
            body.append(_section(title, intro, lines, pen, reasons))
    return [*body, *then_and_now(report, pen), *_legend(reasons, pen), *_notes(pen)]


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
    look = Look(columns, pad=10, side=12, gap=12, before=12, frame=0.8)
    return [Grid([row], look)]


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
    heading = (pen.write(title, pen.scale.heading), *_small([shared], pen))
    rows = [Row((heading, ()), glued=True)]
    if intro:
        rows.append(Row((tuple(intro), ()), glued=True))
    whys = iter(own)
    for topic, same in headed(lines):
        if topic:
            rows.append(Row(((pen.write(topic, pen.scale.lead),), ()), glued=True))
        rows += [_line(line, next(whys), pen) for line in same]
    return Grid(rows, Look(_COLUMNS, pad=5, gap=0, before=15, crown=0.8))


def _line(line: Line, why: str, pen: Pen) -> Row:
    title = [pen.write(line.title, pen.scale.strong)] if line.title else []
    points = pen.points(line.points)
    said = (*title, pen.write(line.text), *points)
    return Row(((*said, *pen.overdue(line.overdue), *_small([why], pen)), ()))


def _small(marked: list[str], pen: Pen) -> list[Flowable]:
    return [pen.set(text, pen.scale.small) for text in marked if text]


def _legend(reasons: Reasons, pen: Pen) -> list[Flowable]:
    """Return the sources behind the numbers, and what the letters of the evidence mean."""
    sources = [pen.write(source, pen.scale.small) for source in reasons.sources()]
    letters = [pen.write(letter, pen.scale.small) for letter in reasons.letters()]
    half = (len(sources) + 1) // 2
    rows = []
    if sources:
        rows.append(_small_title(pen.words("Sources"), pen))
        rows.append(Row((tuple(sources[:half]), tuple(sources[half:]))))
    if letters:
        rows.append(_small_title(pen.words("Evidence"), pen))
        rows.append(Row((tuple(letters),)))
    look = Look((WIDTH / 2, WIDTH / 2), pad=2, gap=16, before=15, crown=0.8)
    return [Grid(rows, look)] if rows else []


def _small_title(title: str, pen: Pen) -> Row:
    return Row(((pen.set(pen.bold(title), pen.scale.small),),), glued=True)


def _notes(pen: Pen) -> list[Flowable]:
    heading = pen.write(pen.words("Room for your notes"), pen.scale.heading)
    return [CondPageBreak(_NOTES), Spacer(0, 14), heading, Ruled()]
