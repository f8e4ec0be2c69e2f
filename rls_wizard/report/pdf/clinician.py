"""Page 1: what a clinician reads in thirty seconds."""

from __future__ import annotations

from bisect import bisect_left
from enum import Enum, auto
from itertools import groupby
from typing import TYPE_CHECKING

from reportlab.platypus.flowables import Spacer

from rls_wizard.report.head import limits, made_with, title, told_by
from rls_wizard.report.model import Section, Timeline
from rls_wizard.report.pdf import styles
from rls_wizard.report.pdf.blocks import Fit, Part, laid_out, part_of
from rls_wizard.report.pdf.grid import Grid, Kind, Look, Row
from rls_wizard.report.pdf.marks import Blank
from rls_wizard.report.pdf.notes import height
from rls_wizard.report.pdf.pen import Pen
from rls_wizard.report.pdf.reasons import Reasons
from rls_wizard.report.pdf.scales import scales
from rls_wizard.report.pdf.styles import BLACK, HEIGHT, TINT, WIDTH
from rls_wizard.report.pdf.timeline import dots
from rls_wizard.report.pdf.urgency import banner

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportlab.platypus.flowables import Flowable

    from rls_wizard.i18n import Catalogue
    from rls_wizard.report.model import Answer, Report


class _Leave(Enum):
    """What is left to the pages "All answers" where one page has no room."""

    NOTHING = auto()
    DENIED = auto()
    DATES = auto()
    """The time line, too."""


_LARGE, _USUAL, _TIGHT, _TIGHTER, _TIGHTEST = (
    Fit(size=10.5, pad=1.6, before=8),
    Fit(size=10.0, pad=1.2, before=7),
    Fit(size=9.5, pad=0.9, before=6),
    Fit(size=9.5, pad=0.6, before=5),
    Fit(size=9.0, pad=0.4, before=4),
)
_TRIES = (
    (_LARGE, _Leave.NOTHING),
    (_USUAL, _Leave.NOTHING),
    (_TIGHT, _Leave.NOTHING),
    (_USUAL, _Leave.DENIED),
    (_TIGHT, _Leave.DENIED),
    (_TIGHTER, _Leave.DENIED),
    (_TIGHTEST, _Leave.DENIED),
    (_TIGHTEST, _Leave.DATES),
)
"""From the easiest to read to the tightest."""
_FLOWING = _USUAL

_BOX_TITLES = 112.0
_PEN_ROOM = 10.0


def clinician_page(report: Report, words: Catalogue) -> tuple[list[Flowable], Timeline]:
    """Return the page in the easiest way to read that is one page, else flowing over several.

    A time line for which one page has no room is given back, to stand elsewhere.
    """
    pages: dict[int, list[Flowable]] = {}

    def fits(number: int) -> bool:
        fit, leave = _TRIES[number]
        pages[number] = _page(_without(report, leave), Pen(words, styles.clinician(fit.size)), fit)
        return one_page(pages[number])

    # Each try is shorter than the one before, so that not all of them have to be made.
    first = bisect_left(range(len(_TRIES)), True, key=fits)
    if first < len(_TRIES):
        return pages[first], report.timeline if _TRIES[first][1] is _Leave.DATES else Timeline()
    pen = Pen(words, styles.clinician(_FLOWING.size))
    return _page(report, pen, _FLOWING, one=False), Timeline()


def _without(report: Report, leave: _Leave) -> Report:
    """Return the report without what also stands on the pages "All answers"."""
    if leave is _Leave.NOTHING:
        return report
    kept = tuple(section for section in report.clinician if not section.small)
    told = Timeline() if leave is _Leave.DATES else report.timeline
    return report._replace(clinician=kept, timeline=told)


def one_page(page: list[Flowable]) -> bool:
    """Tell whether parts below each other have room on one page."""
    return bool(height(page) <= HEIGHT)


def _page(report: Report, pen: Pen, fit: Fit, *, one: bool = True) -> list[Flowable]:
    head = _head(report, pen)
    body = [
        *_flags(report, pen),
        *pen.note(report.private_note),
        *_box(report, pen, fit),
        *laid_out([*_sections(report, pen, fit), *_end(report, pen)], pen, fit, one=one),
        *_limits(pen),
    ]
    return [*head, *pen.boxed_note(), _blanks(pen), *body]


def _head(report: Report, pen: Pen) -> list[Flowable]:
    words, origin, small = pen.words, report.origin, pen.scale.small
    told = pen.marked(told_by(report, words))
    overdue = [pen.write(origin.overdue, pen.scale.strong)] if origin.overdue else []
    return [
        pen.heading(title(words), 1),
        pen.set(f"{pen.bold(origin.self_reported)} {told}", small),
        pen.write(made_with(report, words), small),
        *overdue,
    ]


def _blanks(pen: Pen) -> Flowable:
    """Return the lines for name and date of birth: typed nowhere, so that a kiosk knows neither."""
    return _lines_for_a_pen((pen.words("Name"), pen.words("Date of birth")), (0.62, 0.38), pen)


def _lines_for_a_pen(labels: Sequence[str], shares: Sequence[float], pen: Pen) -> Flowable:
    fixed = [pen.width(text) + 8 for text in labels]
    free = WIDTH - sum(fixed)
    widths = [w for label, share in zip(fixed, shares, strict=True) for w in (label, share * free)]
    above = Spacer(0, _PEN_ROOM)
    cells = [cell for text in labels for cell in ((above, pen.write(text)), (Blank(_PEN_ROOM),))]
    return Grid([Row(tuple(cells))], Look(tuple(widths), pad=1, gap=6, before=7))


def _flags(report: Report, pen: Pen) -> list[Flowable]:
    """Return what was found, and from which answers; what to do is said on the person's page."""
    if not report.flags:
        return []
    rows = [banner(report.urgency, pen)]
    reasons = Reasons(pen, report)
    for flag in report.flags:
        title = pen.write(flag.title, pen.scale.strong)
        why = reasons.because(flag.because)
        small = [pen.set(why, pen.scale.small)] if why else []
        rows.append(Row(((title, *small, *pen.overdue(flag.overdue)),)))
    look = Look((WIDTH,), pad=3, side=8, before=8, lines_from=0, frame=1.4, ink=BLACK)
    return [Grid(rows, look)]


def _box(report: Report, pen: Pen, fit: Fit) -> list[Flowable]:
    """Return the few lines to read if nothing else is read: a section a line."""
    rows = []
    for section in report.box:
        said = pen.answers(_in_a_run(section))
        cells = (pen.write(section.title, pen.scale.heading),), (pen.set(said),)
        rows.append(Row(cells, fill=TINT))
    look = Look(
        (_BOX_TITLES, WIDTH - _BOX_TITLES),
        pad=fit.pad + 0.9,
        side=8,
        before=fit.before + 3,
        after=fit.before + 2,
        frame=0.8,
        kind=Kind.TABLE,
        named=True,
    )
    return [Grid(rows, look)] if rows else []


def _in_a_run(section: Section) -> Iterator[Answer]:
    """Yield answers; a question that the title or the answer before asked is not repeated."""
    for question, same in groupby(section.answers, key=lambda answer: answer.question):
        first, *others = same
        yield first._replace(question="") if question == section.title else first
        yield from (answer._replace(question="") for answer in others)


def _sections(report: Report, pen: Pen, fit: Fit) -> Iterator[Part]:
    """Yield the sections; where the numbers stand, they are on scales."""
    dates = [_time(report.timeline, pen, fit)] if report.timeline.moments else []
    for section in report.clinician:
        if section.scales and report.numbers:
            yield Part(section.title, lambda width: [scales(report, pen, width)], wide=True)
            yield from dates
            dates = []
        else:
            yield part_of(section, pen, fit)
    yield from dates


def _time(told: Timeline, pen: Pen, fit: Fit) -> Part:
    note = pen.write(told.note, pen.scale.small)
    return Part(pen.words("Time line"), lambda width: [dots(told, pen, width, fit.pad), note])


def _end(report: Report, pen: Pen) -> Iterator[Part]:
    """Yield which part of the text was shown and why, and what is open."""
    decided = [pen.write(text) for text in (report.stage_row, report.provisional) if text]
    if why := _why(report):
        decided.append(pen.set(pen.answers(why), pen.scale.small))
    missing = "; ".join(answer.question for answer in report.missing)
    if decided:
        yield Part(pen.words("Part shown"), lambda _: decided)
    if missing:
        yield Part(pen.words("Not answered"), lambda _: [pen.write(missing)])


def _limits(pen: Pen) -> Iterator[Flowable]:
    """Yield lines for who reads it, and what all this is not."""
    words = pen.words
    yield _lines_for_a_pen(
        (words("Reviewed by"), words("Signature"), words("Date")), (0.4, 0.36, 0.24), pen
    )
    told = pen.marked(limits(words))
    yield pen.set(f"{pen.bold(words('Limits'))} {told}", pen.scale.small)


def _why(report: Report) -> list[Answer]:
    """Return the answers that decided and stand neither with a flag nor in the box."""
    if report.urgent:  # of an urgent result the flags say why, each with its own rows of a list
        return []
    told = {(a.link_id, a.answer) for section in report.box for a in section.answers}
    return [a for a in report.stage_because if (a.link_id, a.answer) not in told]
