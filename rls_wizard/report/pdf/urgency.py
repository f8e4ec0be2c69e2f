"""The word and the icon that say how soon, in colours reversed, at the head of a frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rls_wizard.report.how_soon import word
from rls_wizard.report.pdf.grid import Grid, Look, Row
from rls_wizard.report.pdf.marks import UrgencyIcon
from rls_wizard.report.pdf.styles import BLACK, WHITE, WIDTH

if TYPE_CHECKING:
    from rls_wizard.domain.rules import Urgency
    from rls_wizard.report.pdf.pen import Pen


def banner(urgency: Urgency, pen: Pen) -> Row:
    """Return the head of a frame; it keeps with what follows."""
    size = pen.scale.banner.fontSize
    icon = UrgencyIcon(urgency, size, WHITE, BLACK)
    look = Look((size * 1.8, WIDTH - size * 1.8 - 16), pad=0, gap=0)
    line = Row(((icon,), (pen.write(word(urgency, pen.words), pen.scale.banner),)))
    return Row(((Grid([line], look),),), glued=True, fill=BLACK)
