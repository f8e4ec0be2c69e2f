"""The last pages: every question that was asked, as it was answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rls_wizard.report.pdf.code import next_visit
from rls_wizard.report.pdf.grid import Grid, Look, Row
from rls_wizard.report.pdf.pen import Pen
from rls_wizard.report.pdf.styles import ANSWERS, TINT, WIDTH
from rls_wizard.report.pdf.timeline import time_line

if TYPE_CHECKING:
    from reportlab.platypus.flowables import Flowable

    from rls_wizard.i18n import Catalogue
    from rls_wizard.report.model import Report, Section, Timeline

_LOOK = Look(
    (WIDTH * 0.58, WIDTH * 0.42), pad=3, side=6, gap=14, before=12, lines_from=0, repeat=True
)


def answer_pages(
    report: Report, timeline: Timeline, words: Catalogue, digits: str
) -> list[Flowable]:
    """Return one table for each page of the wizard; its title is repeated where it breaks.

    Before them stands the time line, if there was no room for it on the first page, and the code.
    """
    pen = Pen(words, ANSWERS)
    title = pen.write(words("All answers"), pen.scale.title)
    tables = [_table(section, pen) for section in report.answers if section.answers]
    line = time_line(timeline, pen, pad=_LOOK.pad, before=_LOOK.before)
    return [*line, title, *next_visit(digits, pen), *pen.boxed_note(), *tables]


def _table(section: Section, pen: Pen) -> Flowable:
    heading = (pen.write(section.title, pen.scale.heading),)
    column = (pen.write(pen.words("Answer"), pen.scale.heading),)
    rows = [Row((heading, column), glued=True, fill=TINT)]
    for n, answer in enumerate(section.answers, 1):
        cells = (pen.write(answer.question),), (pen.write(answer.answer, pen.scale.strong),)
        # A table breaks neither after its first row nor before its last.
        rows.append(Row(cells, glued=n in {1, len(section.answers) - 1}))
    return Grid(rows, _LOOK)
