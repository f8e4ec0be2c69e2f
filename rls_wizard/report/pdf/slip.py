"""What the person can cut out of the last page and hand over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus.flowables import CondPageBreak, Spacer

from rls_wizard.report.pdf.grid import Grid, Kind, Look, Row
from rls_wizard.report.pdf.marks import Blank, TickBox
from rls_wizard.report.pdf.pen import Pen
from rls_wizard.report.pdf.styles import HEIGHT, QUIET, WIDTH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlab.platypus.flowables import Flowable

    from rls_wizard.i18n import Catalogue
    from rls_wizard.report.model import Report, Slip
    from rls_wizard.report.pdf.styles import Print

_ABOVE = 24.0
_SIDE = 16.0
_INSIDE = WIDTH - 2 * _SIDE
_HALF = (_INSIDE / 2, _INSIDE / 2)
_TICK = 20.0
_PEN_ROOM = 14.0
_DASHES = (5, 4)


class _CutOut(Grid):
    """A grid with dashes around it."""

    def draw(self) -> None:
        canvas = self.canv
        with canvas.tags.artifact():
            canvas.setStrokeColor(QUIET)
            canvas.setLineWidth(0.9)
            canvas.setDash(*_DASHES)
            canvas.rect(0, 0, sum(self.look.widths), sum(self.heights), fill=0)
            canvas.setDash()
        super().draw()


def slips(report: Report, words: Catalogue, print_: Print) -> Iterator[Flowable]:
    """Yield each slip whole, on the page before it if that has room."""
    pen = Pen(words, print_.full)
    for slip in report.slips:
        made = _slip(slip, report, pen)
        yield CondPageBreak(min(made.wrap(WIDTH, HEIGHT)[1] + _ABOVE, HEIGHT))
        yield Spacer(0, _ABOVE)
        yield made


def _slip(slip: Slip, report: Report, pen: Pen) -> Grid:
    words, small = pen.words, pen.scale.small
    cut = words("Cut this out along the dashes. Hand it over when you ask, and fill it in.")
    sources = words("Sources: {sources}").format(sources="; ".join(slip.said.sources))
    cells: tuple[Flowable, ...] = (
        pen.heading(slip.said.title, 1, pen.scale.heading),
        pen.write(cut, small),
        Spacer(0, 6),
        pen.write(slip.intro, pen.scale.strong),
        Spacer(0, 4),
        _ticks(slip, pen),
        Spacer(0, 4),
        pen.write(slip.said.text),
        *pen.overdue(slip.said.overdue),
        _blanks(slip, pen),
        Spacer(0, 6),
        pen.write(report.origin.self_reported, small),
        pen.write(sources, small),
    )
    return _CutOut([Row((cells,))], Look((WIDTH,), pad=12, side=_SIDE))


def _ticks(slip: Slip, pen: Pen) -> Grid:
    rows = [Row(((TickBox(pen.scale.body.leading),), (pen.write(name),))) for name in slip.ticks]
    return Grid(rows, Look((_TICK, _INSIDE - _TICK), pad=2, gap=8, kind=Kind.LIST))


def _blanks(slip: Slip, pen: Pen) -> Grid:
    """Return what is filled in by pen, two side by side."""
    filled = [(Blank(_PEN_ROOM), pen.write(name, pen.scale.small)) for name in slip.blanks]
    rows = [Row(tuple(filled[n : n + 2])) for n in range(0, len(filled), 2)]
    return Grid(rows, Look(_HALF, pad=2, gap=20))
