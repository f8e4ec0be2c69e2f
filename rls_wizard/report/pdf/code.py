"""The code for the next visit: digits as a QR code, beside what it is for."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from reportlab.lib.units import mm

from rls_wizard.report.pdf.figure import Figure
from rls_wizard.report.pdf.grid import Grid, Look, Row
from rls_wizard.report.pdf.styles import BLACK, WIDTH
from rls_wizard.report.qr import QUIET, modules

if TYPE_CHECKING:
    from reportlab.platypus.flowables import Flowable

    from rls_wizard.report.model import Memory
    from rls_wizard.report.pdf.pen import Pen

_MODULE = 0.5 * mm
"""Read at 150 dots an inch, where one is three dots wide. ISO/IEC 18004 leaves it to the user."""
_GAP = 10.0


class QrCode(Figure):
    """Digits as a square of dots, drawn as one path: no seams, and the least to print."""

    def __init__(self, digits: str, alt: str) -> None:
        """Take at most 991 digits, and what it is in words."""
        super().__init__()
        self.alt = alt
        self._rows = modules(digits)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Be as large as the digits need, with white around."""
        del width, height
        self.width = self.height = (len(self._rows) + 2 * QUIET) * _MODULE
        return self.width, self.height

    def draw(self) -> None:
        """Draw each run of dark modules as one bar."""
        path = self.canv.beginPath()
        for down, row in enumerate(self._rows, 1 + QUIET):
            across = QUIET
            for dark, run in groupby(row):
                count = len(list(run))
                if dark:
                    left, bottom = across * _MODULE, self.height - down * _MODULE
                    path.rect(left, bottom, count * _MODULE, _MODULE)
                across += count
        self.canv.setFillColor(BLACK)
        self.canv.drawPath(path, stroke=0, fill=1)


def next_visit(memory: Memory, pen: Pen) -> list[Flowable]:
    """Return the code with what it is for; nothing for no digits."""
    if not memory.digits:
        return []
    words = pen.words
    code = QrCode(
        memory.digits, words("A QR code. It holds the answers on these pages, as digits.")
    )
    side, _ = code.wrap(WIDTH, WIDTH)
    said = words(
        "At a clinic's screen, let the scanner read this. It holds your answers in code, but not "
        "your name, and none of your own words."
    )
    if memory.answers:
        said += " " + words("At home, open the saved file instead.")
    told = (pen.heading(words("For your next visit"), 2), pen.write(said))
    look = Look((side + _GAP, WIDTH - side - _GAP), gap=_GAP, before=2)
    return [Grid([Row(((code,), told))], look)]
