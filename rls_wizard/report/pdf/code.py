"""The code for the next visit: digits as a QR code, beside what it is for."""

from __future__ import annotations

import sys
from functools import cache
from importlib import import_module
from itertools import groupby
from types import ModuleType
from typing import TYPE_CHECKING, Any

from reportlab.lib.units import mm

from rls_wizard.report.pdf.figure import Figure
from rls_wizard.report.pdf.grid import Grid, Look, Row
from rls_wizard.report.pdf.styles import BLACK, WIDTH

if TYPE_CHECKING:
    from reportlab.platypus.flowables import Flowable

    from rls_wizard.report.pdf.pen import Pen

_MODULE = 0.5 * mm
"""Read at 150 dots an inch, where one is three dots wide. ISO/IEC 18004 leaves it to the user."""
_GAP = 10.0
_QUIET = 4
"""So many modules around it stay white (ISO/IEC 18004, 6.3.8)."""


class QrCode(Figure):
    """Digits as a square of dots, drawn as one path: no seams, and the least to print."""

    def __init__(self, digits: str, alt: str) -> None:
        """Take at most 991 digits, and what it is in words."""
        super().__init__()
        self.alt = alt
        # Not smaller than level M, 15 % of which may be dirty; better where that costs nothing.
        self._rows = _segno().make_qr(digits, mode="numeric", error="m").matrix

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Be as large as the digits need, with white around."""
        del width, height
        self.width = self.height = (len(self._rows) + 2 * _QUIET) * _MODULE
        return self.width, self.height

    def draw(self) -> None:
        """Draw each run of dark modules as one bar."""
        path = self.canv.beginPath()
        for down, row in enumerate(self._rows, 1 + _QUIET):
            across = _QUIET
            for dark, run in groupby(row):
                modules = len(list(run))
                if dark:
                    left, bottom = across * _MODULE, self.height - down * _MODULE
                    path.rect(left, bottom, modules * _MODULE, _MODULE)
                across += modules
        self.canv.setFillColor(BLACK)
        self.canv.drawPath(path, stroke=0, fill=1)


@cache
def _segno() -> Any:  # noqa: ANN401
    """Return segno, loaded without what it has for the web: that is never used, and half of it."""
    web = "urllib.request"
    if web in sys.modules:
        return import_module("segno")
    sys.modules[web] = ModuleType(web)
    try:
        return import_module("segno")
    finally:
        del sys.modules[web]


def next_visit(digits: str, pen: Pen) -> list[Flowable]:
    """Return the code with what it is for; nothing for no digits."""
    if not digits:
        return []
    words = pen.words
    code = QrCode(digits, words("A QR code. It holds the answers on these pages, as digits."))
    side, _ = code.wrap(WIDTH, WIDTH)
    told = (
        pen.heading(words("For your next visit"), 2),
        pen.write(
            words(
                "At a clinic's screen, let the scanner read this. It holds your answers in code, "
                "but not your name, and none of your own words. At home, open the saved file "
                "instead."
            )
        ),
    )
    look = Look((side + _GAP, WIDTH - side - _GAP), gap=_GAP, before=2)
    return [Grid([Row(((code,), told))], look)]
