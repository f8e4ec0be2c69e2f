"""The look of the paper in one place: sizes, spaces, inks.

It must read well from a monochrome printer: black, greys and one dark ink that prints as black.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

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

_DENSE = 1.2
"""How far lines of one paragraph are apart where most have one line."""


class Scale(NamedTuple):
    """The styles of one part of the paper."""

    title: ParagraphStyle
    lead: ParagraphStyle
    heading: ParagraphStyle
    strong: ParagraphStyle
    body: ParagraphStyle
    point: ParagraphStyle
    """One thing of a list, beside its dot."""
    small: ParagraphStyle
    small_strong: ParagraphStyle
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
        small_strong=_style("small-strong", small, BOLD, QUIET, 1.25),
        banner=_style("banner", lead, BOLD, WHITE, 1.3),
        right=_style("right", small, REGULAR, QUIET, 1.25, alignment=TA_RIGHT),
    )


def clinician(body: float) -> Scale:
    """Return the dense scale of the clinician's page; it shrinks a little to fit one page."""
    usual = scale(body, small=min(body - 1, 9), heading=body, lead=body + 1.5, title=16)
    closer = {
        name: style.clone(style.name, leading=style.fontSize * _DENSE)
        for name in ("heading", "strong", "body")
        for style in (getattr(usual, name),)
    }
    return usual._replace(**closer)


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


class Print(NamedTuple):
    """How large the pages are set that are not the clinician's."""

    person: Scale
    urgent: Scale
    full: Scale
    """Of the advice in full."""
    answers: Scale
    columns: int
    """Of small print, side by side."""


NORMAL = Print(
    person=scale(14, small=10, heading=16, lead=15, title=22),
    urgent=scale(16, small=11, heading=17, lead=20, title=22),
    full=scale(13, small=9.5, heading=16, lead=15, title=22),
    answers=scale(10, small=9, heading=10.5, lead=11, title=16),
    columns=2,
)
_LARGE = scale(18, small=16, heading=22, lead=19, title=28)
LARGE = Print(
    person=_LARGE,
    urgent=scale(20, small=16, heading=22, lead=24, title=28),
    full=_LARGE,
    answers=scale(18, small=16, heading=18, lead=18, title=28),
    columns=1,
)
"""At least 16 points: what associations of blind people call large print."""
FOOTER = scale(8, small=8, heading=8, lead=8, title=8)
DOCUMENT = scale(10, small=8.5, heading=11, lead=14, title=20)
