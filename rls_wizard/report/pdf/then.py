"""Numbers of the visit before beside those of today, as they were told, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rls_wizard.report.pdf.grid import Grid, Kind, Look, Row
from rls_wizard.report.pdf.styles import WIDTH

if TYPE_CHECKING:
    from reportlab.platypus.flowables import Flowable

    from rls_wizard.report.model import Report
    from rls_wizard.report.pdf.pen import Pen

_COLUMNS = (WIDTH * 0.5, WIDTH * 0.25, WIDTH * 0.25)


def then_and_now(report: Report, pen: Pen) -> list[Flowable]:
    """Return a heading with the numbers that have an answer of then; nothing without any."""
    told = [measure for measure in report.numbers if measure.then]
    if not told:
        return []
    names = (pen.words("Question"), report.then_on, report.origin.answered_on)
    head = Row(tuple((pen.write(name, pen.scale.strong),) for name in names), glued=True)
    rows = [Row(tuple((pen.write(t),) for t in (m.asked, m.then, m.answer))) for m in told]
    table = Look(_COLUMNS, pad=3, lines_from=0, repeat=True, kind=Kind.TABLE)
    heading = Row(((pen.heading(pen.words("Then and now"), 2),),), glued=True)
    look = Look((WIDTH,), pad=5, before=15, crown=0.8)
    return [Grid([heading, Row(((Grid([head, *rows], table),),))], look)]
