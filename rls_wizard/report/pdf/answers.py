"""The last pages: every question that was asked, as it was answered, and those that were not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rls_wizard.report.pdf.code import next_visit
from rls_wizard.report.pdf.grid import Grid, Kind, Look, Row
from rls_wizard.report.pdf.marks import Room
from rls_wizard.report.pdf.pen import Pen
from rls_wizard.report.pdf.styles import TINT, WIDTH
from rls_wizard.report.pdf.timeline import time_line

if TYPE_CHECKING:
    from reportlab.platypus.flowables import Flowable

    from rls_wizard.i18n import Catalogue
    from rls_wizard.report.model import Answer, Memory, Report, Section, Timeline
    from rls_wizard.report.pdf.grid import Cell
    from rls_wizard.report.pdf.styles import Print

_LOOK = Look(
    (WIDTH * 0.58, WIDTH * 0.42), pad=3, side=6, gap=14, before=12, lines_from=0, repeat=True,
    kind=Kind.TABLE,
)  # fmt: skip
_NOT_ASKED = _LOOK._replace(widths=(WIDTH * 0.3, WIDTH * 0.7))


def answer_pages(
    report: Report, timeline: Timeline, words: Catalogue, print_: Print, memory: Memory
) -> list[Flowable]:
    """Return one table for each page of the wizard; its title is repeated where it breaks.

    Above them stand the code, and the time line if there was no room for it on the first page;
    below them what was not asked. Nothing if nothing was asked.
    """
    if not report.answers:
        return []
    pen = Pen(words, print_.answers)
    title = pen.heading(words("All answers"), 1)
    tables = [_table(section, pen) for section in report.answers if section.answers]
    line = time_line(timeline, pen, pad=_LOOK.pad, before=_LOOK.before)
    code = next_visit(memory, pen)
    return [title, *code, *pen.boxed_note(), *line, *tables, *_not_asked(report, pen)]


def _table(section: Section, pen: Pen) -> Flowable:
    rows = [_head(section.title, pen.words("Answer"), pen)]
    for n, answer in enumerate(section.answers, 1):
        cells = (pen.write(answer.question),), _answer(answer, pen)
        # A table breaks neither after its first row nor before its last.
        rows.append(Row(cells, glued=n in {1, len(section.answers) - 1}))
    return Grid(rows, _LOOK)


def _answer(answer: Answer, pen: Pen) -> Cell:
    told = pen.write(answer.answer, pen.scale.strong)
    return (told, Room(pen.scale.body.leading * 2)) if answer.blank else (told,)


def _not_asked(report: Report, pen: Pen) -> list[Flowable]:
    """Return the questions that did not apply, in a run for each page of the wizard."""
    if not report.not_asked:
        return []
    words = pen.words
    why = words("Did not apply to you")
    if report.short_way:
        why = words("Not on the short way, or did not apply to you")
    rows = [_head(words("Not asked"), why, pen)]
    for section in report.not_asked:
        names = "; ".join(answer.question for answer in section.answers)
        rows.append(Row(((pen.write(section.title),), (pen.write(names),))))
    return [Grid(rows, _NOT_ASKED)]


def _head(title: str, column: str, pen: Pen) -> Row:
    texts = title, column
    cells = tuple((pen.write(text, pen.scale.heading),) for text in texts)
    return Row(cells, glued=True, fill=TINT)
