"""How large things are on a kiosk: measured in millimetres, for shaky fingers and tired eyes.

Where the numbers come from: 20 mm is the size of a target up to which everybody gets better at
hitting it; 4.8 mm is the capital that a text needs which nobody can bring nearer; and 7.3 mm is
what EN 301 549 asks for large text that is read from 60 cm.
"""

from __future__ import annotations

from math import ceil, hypot
from typing import TYPE_CHECKING, NamedTuple

from rls_wizard.settings import SIZES
from rls_wizard.ui import style

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QSize, QSizeF
    from PySide6.QtGui import QScreen

TARGET, GAP = 20.0, 3.0
"""The least side of what is pressed, and the least between two such things."""
LETTER, LETTER_GAP = 15.0, 2.0
"""The same of letter keys, which are many."""
CAPITAL, LARGE_CAPITAL = 4.8, 7.3
"""The least height of a capital, and that in large text."""
LARGE = 150
"""The size of text that is large, in per cent: one press on "A+" leads there."""
LEAST_DIAGONAL = 10 * 25.4
_CAPITAL_SHARE = 0.668
"""How high a capital of our font is."""
_TEXT_SIZES = tuple(size for size in SIZES if size % 50 == 0 and size <= 200)  # noqa: PLR2004
_MOST_TEXT = 0.085
"""How high text may be at most, as a share of the picture's width: longer words would be cut."""
_LOW = 200.0
"""Below this height a picture is low, and below this width narrow."""
_PLAUSIBLE = LEAST_DIAGONAL * 0.9, 2_500.0
"""Diagonals that are believed of a screen that tells its size."""
_SQUARE = 0.1
"""By how much pixels may be wider than high: a picture that is not what is told is no measure."""
_USUAL_DIAGONAL = 15.6 * 25.4
"""Taken where nothing is known: between the small screens and the large ones."""


class Scale(NamedTuple):
    """How many pixels make a millimetre, and how that is known."""

    dots: float
    how: str

    def mm(self, pixels: float) -> float:
        """Return a length on the screen."""
        return pixels / self.dots


MEASURED, TOLD, GUESSED = "measured", "told", "guessed"
"""By staff with a card; by the screen itself; or by nobody."""


def scale_of(width_mm: float | None, picture: QSize, told: QSizeF) -> Scale:
    """Return the scale of a picture, from its width as measured or else from what a screen tells.

    Many screens tell nothing, or the shape of the picture in place of its size.
    """
    wide, high = picture.width(), picture.height()
    if width_mm is not None:
        return Scale(wide / width_mm, MEASURED)
    if told.width() > 0 and told.height() > 0:
        across, down = wide / told.width(), high / told.height()
        diagonal = hypot(told.width(), told.height())
        if (
            _PLAUSIBLE[0] <= diagonal <= _PLAUSIBLE[1]
            and abs(across - down) <= _SQUARE * max(across, down)
        ):  # fmt: skip
            return Scale(across, TOLD)
    return Scale(hypot(wide, high) / _USUAL_DIAGONAL, GUESSED)


def scale_on(width_mm: float | None, screen: QScreen) -> Scale:
    """Return the scale of a screen as it is now."""
    return scale_of(width_mm, screen.size(), screen.physicalSize())


def sizes(scale: Scale, picture: QSize) -> Mapping[str, float]:
    """Return the sizes of `style` for a kiosk."""
    dots = scale.dots

    def least(mm: float, at_home: int = 0) -> int:
        return max(ceil(mm * dots), at_home)

    large = least(LARGE_CAPITAL / _CAPITAL_SHARE)
    body = max(least(CAPITAL / _CAPITAL_SHARE), ceil(large * 100 / LARGE))
    return {
        "BODY_PIXELS": body,
        "GROWS": False,
        "NUMBER": 1.0,
        "SMALL": 1.0,
        "TITLE": 1.08,
        "QUESTION": 1.15,
        "HEADING": 1.25,
        "HAIR": least(GAP),
        "TIGHT": least(GAP),
        "NORMAL": least(GAP, 12),
        "WIDE": least(GAP + 1, 20),
        "SECTION": least(2 * GAP, 32),
        "TARGET": least(TARGET),
        "BUTTON": least(1.5 * TARGET),
        "LOW": scale.mm(picture.height()) < _LOW,
        "NARROW": scale.mm(picture.width()) < _LOW,
    }


def text_sizes(scale: Scale, picture: QSize) -> tuple[int, ...]:
    """Return which sizes of text can be chosen: normal, large, and more where there is room."""
    body = sizes(scale, picture)["BODY_PIXELS"]
    most = _MOST_TEXT * picture.width() * 100 / body
    return tuple(size for size in _TEXT_SIZES if size <= max(most, LARGE))


def fit(width_mm: float | None, screen: QScreen) -> tuple[int, ...]:
    """Make everything large enough on this screen, before any widget is made.

    Return the sizes of text that can be chosen.
    """
    scale = scale_on(width_mm, screen)
    style.fit(sizes(scale, screen.size()))
    return text_sizes(scale, screen.size())
