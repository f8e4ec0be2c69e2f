"""Page 1: what a clinician reads in thirty seconds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from reportlab.platypus.flowables import Spacer

from rls_wizard import i18n
from rls_wizard.report.model import Timeline
from rls_wizard.report.pdf import styles
from rls_wizard.report.pdf.fonts import BOLD
from rls_wizard.report.pdf.grid import Grid, Look, Row
from rls_wizard.report.pdf.marks import Blank
from rls_wizard.report.pdf.pen import Pen
from rls_wizard.report.pdf.reasons import Reasons
from rls_wizard.report.pdf.styles import BLACK, HEIGHT, TINT, TITLES, WIDTH
from rls_wizard.report.pdf.timeline import TimeLine, time_line
from rls_wizard.report.pdf.urgency import banner

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlab.platypus.flowables import Flowable

    from rls_wizard.i18n import Catalogue
    from rls_wizard.report.model import Answer, Report, Section
    from rls_wizard.report.pdf.grid import Cell


@dataclass(frozen=True, slots=True)
class Fit:
    """How tightly the page is set."""

    size: float
    pairs: bool
    """Whether short answers stand two in a row."""
    pad: float
    before: float


_TRIES = (
    Fit(size=9.5, pairs=False, pad=1.7, before=7),
    Fit(size=9.5, pairs=True, pad=1.7, before=7),
    Fit(size=9.5, pairs=True, pad=1.1, before=5),
    Fit(size=9.0, pairs=True, pad=0.5, before=4),
)
"""From the easiest to read to the tightest."""
_FLOWING = _TRIES[1]

_LABEL, _BOX_TITLES = 128.0, 120.0
_HALF = (WIDTH - TITLES) / 2
_SINGLE = (TITLES, _HALF, _HALF)
_WIDE = (TITLES, _LABEL, WIDTH - TITLES - _LABEL)
_GAP = 10.0
_PEN_ROOM = 10.0
_WHOLE = 200.0
"""A section of at most this height is not broken."""


def clinician_page(report: Report, words: Catalogue) -> tuple[list[Flowable], Timeline]:
    """Return the page in the easiest way to read that is one page, else flowing over several.

    A time line for which one page has no room is given back, to stand elsewhere.
    """
    without: list[list[Flowable]] = []
    for fit in _TRIES:
        page = _page(report, Pen(words, styles.clinician(fit.size)), fit)
        if _height(page) <= HEIGHT:
            return page, Timeline()
        without.append([part for part in page if not isinstance(part, TimeLine)])
    for page in without:
        if _height(page) <= HEIGHT:
            return page, report.timeline
    return _page(report, Pen(words, styles.clinician(_FLOWING.size)), _FLOWING), Timeline()


def _height(page: list[Flowable]) -> float:
    height = after = 0.0
    for part in page:
        # Of the space below one part and above the next, a page keeps the larger.
        height += max(part.getSpaceBefore(), after) + part.wrap(WIDTH, HEIGHT)[1]
        after = part.getSpaceAfter()
    return height


def _page(report: Report, pen: Pen, fit: Fit) -> list[Flowable]:
    head = _head(report, pen)
    reasons = Reasons(pen, report)
    body = [
        *_flags(report, pen, reasons),
        *pen.note(report.private_note),
        *_box(report, pen),
        *time_line(report.timeline, pen, pad=fit.pad, before=fit.before),
        *(_section(section, pen, fit) for section in report.clinician if section.answers),
        *_decision(report, pen, fit, reasons),
    ]
    return [*head, *pen.boxed_note(), _blanks(pen), *body]


def _head(report: Report, pen: Pen) -> list[Flowable]:
    words, origin, small = pen.words, report.origin, pen.scale.small
    told = words("Answered by: {who}, in {language}. Date: {date}.").format(
        who=origin.answered_by, language=i18n.name(report.language), date=origin.answered_on
    )
    made = words(
        "rls-wizard {program}, content {content}; review of the content: {review}."
    ).format(
        program=origin.program_version,
        content=origin.content_version,
        review=origin.review.rstrip("."),
    )
    overdue = [pen.write(origin.overdue, pen.scale.strong)] if origin.overdue else []
    return [
        pen.write(words("Restless legs: summary for the clinician"), pen.scale.title),
        pen.set(f"{pen.bold(origin.self_reported)} {pen.marked(told)}", small),
        pen.write(made, small),
        *overdue,
    ]


def _blanks(pen: Pen) -> Flowable:
    """Return the lines for name and date of birth: typed nowhere, so that a kiosk knows neither."""
    name, born = pen.words("Name"), pen.words("Date of birth")
    above = Spacer(0, _PEN_ROOM)
    cells = (
        (above, pen.write(name)),
        (Blank(_PEN_ROOM),),
        (above, pen.write(born)),
        (Blank(_PEN_ROOM),),
    )
    fixed = [pen.width(text) + 8 for text in (name, born)]
    free = WIDTH - sum(fixed)
    look = Look((fixed[0], free * 0.62, fixed[1], free * 0.38), pad=1, gap=6, before=7)
    return Grid([Row(cells)], look)


def _flags(report: Report, pen: Pen, reasons: Reasons) -> list[Flowable]:
    if not report.flags:
        return []
    columns = (WIDTH * 0.5, WIDTH * 0.5)
    look = Look(columns, pad=4, side=8, before=9, lines_from=0, frame=1.4, ink=BLACK)
    rows = [banner(report.urgency, pen)]
    for flag in report.flags:
        small = (pen.set(text, pen.scale.small) for text in reasons.of(flag))
        what = (pen.write(flag.title, pen.scale.strong), *small)
        rows.append(Row((what, (pen.write(flag.text), *pen.overdue(flag.overdue)))))
    return [Grid(rows, look)]


def _box(report: Report, pen: Pen) -> list[Flowable]:
    """Return the few lines to read if nothing else is read: a section a line."""
    rows = []
    for section in report.box:
        said = pen.answers(_in_a_run(_titled(section.title, a) for a in section.answers))
        cells = (pen.write(section.title, pen.scale.heading),), (pen.set(said),)
        rows.append(Row(cells, fill=TINT))
    look = Look((_BOX_TITLES, WIDTH - _BOX_TITLES), pad=2.4, side=8, before=9, after=9, frame=0.8)
    return [Grid(rows, look)] if rows else []


def _in_a_run(answers: Iterable[Answer]) -> Iterator[Answer]:
    """Yield answers, the question before several to it only once."""
    for _, same in groupby(answers, key=lambda answer: answer.question):
        first, *others = same
        yield first
        yield from (replace(answer, question="") for answer in others)


def _section(section: Section, pen: Pen, fit: Fit) -> Flowable:
    rows, look = _rows(section, pen, pairs=fit.pairs), _look(fit)
    loose = Grid(rows, look)
    if loose.wrap(WIDTH, HEIGHT)[1] > _WHOLE:
        return loose
    return Grid([*(replace(row, glued=True) for row in rows[:-1]), rows[-1]], look)


def _look(fit: Fit) -> Look:
    return Look(_SINGLE, pad=fit.pad, gap=_GAP, before=fit.before, lines_from=1, crown=0.8)


def _rows(section: Section, pen: Pen, *, pairs: bool) -> list[Row]:
    """Return the answers in rows, with the title beside the first one."""
    answers = [_titled(section.title, answer) for answer in section.answers]
    heading: Cell = (pen.write(section.title, pen.scale.heading),)
    rows: list[Row] = []
    last = ""
    for couple in _couples(answers, pen) if pairs else ((answer,) for answer in answers):
        cells = [cell for answer in couple for cell in _cells(answer, last, pen)]
        rows.append(Row((heading, *cells), widths=_widths(couple, pen) if pairs else ()))
        heading, last = (), couple[-1].question
    return rows


def _titled(title: str, answer: Answer) -> Answer:
    """Return the answer without a question that only repeats the title, for more room."""
    return replace(answer, question="") if answer.question == title else answer


def _couples(answers: list[Answer], pen: Pen) -> Iterator[tuple[Answer, ...]]:
    """Yield two answers where both are short, else one."""
    waiting = list(answers)
    while waiting:
        both = len(waiting) > 1 and all(_short(answer, pen) for answer in waiting[:2])
        yield tuple(waiting[: 1 + both])
        del waiting[: 1 + both]


def _widths(couple: tuple[Answer, ...], pen: Pen) -> tuple[float, ...]:
    """Return the columns of a pair, or of a long answer to a short question; else the usual."""
    if len(couple) > 1:
        labels = [_label(answer, pen) for answer in couple]
        return (TITLES, *(width for label in labels for width in (label, _HALF - label)))
    (answer,) = couple
    short = pen.width(answer.question) < _LABEL - _GAP
    return _WIDE if answer.question and short and pen.width(answer.answer, BOLD) > _HALF else ()


def _short(answer: Answer, pen: Pen) -> bool:
    """Return whether question and answer take one line in half a row."""
    return bool(answer.question) and _asked(answer, pen) + _told(answer, pen) < _HALF


def _label(answer: Answer, pen: Pen) -> float:
    """Return how wide the column of a question is: all alike, unless a long text needs room."""
    return float(min(max(_LABEL, _asked(answer, pen)), _HALF - _told(answer, pen)))


def _asked(answer: Answer, pen: Pen) -> float:
    return pen.width(answer.question) + _GAP


def _told(answer: Answer, pen: Pen) -> float:
    return pen.width(answer.answer, BOLD) + _GAP


def _cells(answer: Answer, last: str, pen: Pen) -> list[Cell]:
    """Return question and answer; the question of the row above, as in a list, is not repeated."""
    value = (pen.write(answer.answer, pen.scale.strong),)
    if not answer.question:
        return [value]
    return [() if answer.question == last else (pen.write(answer.question),), value]


def _decision(report: Report, pen: Pen, fit: Fit, reasons: Reasons) -> list[Flowable]:
    """Return which part of the text was shown, why, what is open, and what all this is not."""
    words, small = pen.words, pen.scale.small
    decided = [pen.write(text) for text in (report.stage_row, report.provisional) if text]
    told = {answer for flag in report.flags for answer in flag.because}
    told.update(answer for section in report.box for answer in section.answers)
    why = [answer for answer in report.stage_because if answer not in told]
    # Of an urgent result the flags say why, each with its own rows of a list.
    if why and not report.urgent:
        decided.append(pen.set(pen.answers(why), small))
    missing = "; ".join(answer.question for answer in report.missing)
    limits = [
        pen.write(words("Told by the person; nothing was examined or measured. Not a diagnosis."))
    ]
    if known := "; ".join([*reasons.sources(), *reasons.letters()]):
        limits.append(pen.set(f"{pen.bold(words('Sources'))} {pen.marked(known)}", small))
    blocks = [
        (words("Part shown"), decided),
        (words("Not answered"), [pen.write(missing)] if missing else []),
        (words("Limits"), limits),
    ]
    rows = [((pen.write(title, pen.scale.heading),), tuple(cell)) for title, cell in blocks if cell]
    return [Grid([Row(cells)], _look(fit)) for cells in rows]
