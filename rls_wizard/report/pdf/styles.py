"""The look of the paper in one place: sizes, spaces, inks.

It must read well from a monochrome printer: black, greys and one dark ink that prints as black.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportlab.lib.colors import HexColor, black, white
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from rls_wizard.report.pdf.fonts import BOLD, REGULAR

if TYPE_CHECKING:
    from reportlab.lib.colors import Color

PAGE = A4
MARGIN = 15 * mm
FOOT = 18 * mm
WIDTH = PAGE[0] - 2 * MARGIN
HEIGHT = PAGE[1] - MARGIN - FOOT
TITLES = 90.0
"""The column of titles on the clinician's page."""

INK = HexColor(0x1A1A1A)
QUIET = HexColor(0x454545)
ACCENT = HexColor(0x12475A)
HAIRLINE = HexColor(0xC4C8C9)
TINT = HexColor(0xF2F4F4)
BLACK = black
WHITE = white


@dataclass(frozen=True, slots=True)
class Scale:
    """The styles of one part of the paper."""

    title: ParagraphStyle
    lead: ParagraphStyle
    heading: ParagraphStyle
    strong: ParagraphStyle
    body: ParagraphStyle
    point: ParagraphStyle
    """One thing of a list, beside its dot."""
    small: ParagraphStyle
    banner: ParagraphStyle
    right: ParagraphStyle


def scale(body: float, small: float, heading: float, lead: float, title: float) -> Scale:
    """Return the styles for five sizes of type."""
    hang = body * 0.72  # as wide as a point and the space behind it
    return Scale(
        title=_style("title", title, BOLD, ACCENT, 1.15),
        lead=_style("lead", lead, BOLD, INK, 1.3),
        heading=_style("heading", heading, BOLD, ACCENT, 1.25),
        strong=_style("strong", body, BOLD, INK),
        body=_style("body", body, REGULAR, INK),
        point=_style("point", body, REGULAR, INK, leftIndent=hang),
        small=_style("small", small, REGULAR, QUIET, 1.25, spaceBefore=small * 0.2),
        banner=_style("banner", lead, BOLD, WHITE, 1.3),
        right=_style("right", small, REGULAR, QUIET, 1.25, alignment=TA_RIGHT),
    )


def clinician(body: float) -> Scale:
    """Return the dense scale of the clinician's page; it shrinks a little to fit one page."""
    return scale(body, small=body - 1, heading=body, lead=body + 1.5, title=16)


def _style(
    name: str, size: float, face: str, ink: Color, leading: float = 1.27, **more: float
) -> ParagraphStyle:
    # The bullet's face is never drawn, but must not name one that is not embedded.
    return ParagraphStyle(
        name,
        fontName=face,
        bulletFontName=face,
        fontSize=size,
        leading=size * leading,
        textColor=ink,
        **more,
        splitLongWords=1,
    )


PERSON = scale(13, small=9.5, heading=16, lead=15, title=22)
URGENT = scale(16, small=11, heading=17, lead=20, title=22)
ANSWERS = scale(10, small=9, heading=10.5, lead=11, title=16)
FOOTER = scale(8, small=8, heading=8, lead=8, title=8)
DOCUMENT = scale(10, small=8.5, heading=11, lead=14, title=20)
