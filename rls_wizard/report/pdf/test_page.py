"""A page that shows whether a printer prints all of a sheet, straight and in its size."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from rls_wizard.report.pdf.fonts import BOLD, REGULAR, register

if TYPE_CHECKING:
    from collections.abc import Sequence

_IN = 10 * mm
"""How far from the edges of the sheet the marks of its corners stand."""
_ARM = 12 * mm
_RULER = 100
"""In millimetres."""
_TITLE, _BODY = 28, 14
_TOP = 55 * mm
_LEFT = 25 * mm


def make_test_page(
    title: str, lines: Sequence[str], ruler: str, size: tuple[float, float]
) -> bytes:
    """Return one page of a size in millimetres: a title, lines of text, and what to measure."""
    register()
    width, height = (side * mm for side in size)
    file = BytesIO()
    canvas = Canvas(file, pagesize=(width, height), initialFontName=REGULAR)
    canvas.setTitle(title)
    _corners(canvas, width, height)
    down = height - _TOP
    canvas.setFont(BOLD, _TITLE)
    canvas.drawString(_LEFT, down, title)
    canvas.setFont(REGULAR, _BODY)
    for line in lines:
        down -= 2 * _BODY
        canvas.drawString(_LEFT, down, line)
    _ruler(canvas, down - 60, ruler)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def _corners(canvas: Canvas, width: float, height: float) -> None:
    for x, across in ((_IN, 1), (width - _IN, -1)):
        for y, up in ((_IN, 1), (height - _IN, -1)):
            canvas.line(x, y, x + across * _ARM, y)
            canvas.line(x, y, x, y + up * _ARM)


def _ruler(canvas: Canvas, down: float, said: str) -> None:
    """Draw a line with a stroke at each centimetre."""
    canvas.line(_LEFT, down, _LEFT + _RULER * mm, down)
    for along in range(0, _RULER + 1, 10):
        long = 5 if along % (_RULER // 2) == 0 else 3
        canvas.line(_LEFT + along * mm, down, _LEFT + along * mm, down + long * mm)
    canvas.drawString(_LEFT, down - 2 * _BODY, said)
