"""The few sizes that everything on the screen is made from, and the font."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication

from rls_wizard.report.face import FaceError, face
from rls_wizard.report.whole import whole_numbers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QColor

# Type: shares of the application's font.
NUMBER = 0.75
"""Of the key that chooses an option."""
SMALL = 0.9
BODY = 1.0
TITLE = 1.15
QUESTION = 1.35
HEADING = 1.6
"""Of what a page without questions is about."""
BODY_PIXELS = 17
GROWS = True
"""Whether text grows with the dots of the screen; not where it was fitted to its millimetres."""
_DOTS, _ACROSS = 96, 1440
"""Of a screen that has text of this size."""

# Space, in pixels.
HAIR = 4
TIGHT = 8
NORMAL = 12
WIDE = 20
SECTION = 32

TARGET = 46
"""The least height of anything to press."""
BUTTON = 120
"""The least width of Back and Next."""
LOW = False
"""Whether so little stands below each other that what can wait must make room."""
NARROW = False
"""Whether so little stands side by side that a long word in large text has no room beside it."""
ARGUMENTS = ("-style", "fusion")
"""For QApplication: one style on every system."""
_COLUMN = 70
ROUND = 7
"""The radius of round corners."""
BAR = 5
"""The width of a bar of colour along an edge."""
_DARK = 128
BREAK = "\u200b"
"""The zero-width space: a place to break a word at."""
_LONG_WORD, _NARROW_WORD = (re.compile(rf"[^ \t\n]{{{n}}}(?=[^ \t\n])") for n in (20, 12))
_FAMILIES = ["Atkinson Hyperlegible Next", "DejaVu Sans"]
_FILES = (
    "AtkinsonHyperlegibleNext-Regular.ttf",
    "AtkinsonHyperlegibleNext-Bold.ttf",
    "DejaVuSans.ttf",
)


def fit(sizes: Mapping[str, float]) -> dict[str, float]:
    """Take other sizes, by their names here, and return those so far.

    Before any widget is made: see `kiosk.size`.
    """
    known = globals()
    before = {name: known[name] for name in sizes}
    known.update(sizes)
    return before


def prepare(app: QApplication) -> bool:
    """Give the application our font; tell whether it has any, ours or the system's."""
    loaded = [_load(name) for name in _FILES]
    app.setFont(base_font())
    return any(loaded) or bool(QFontDatabase.families())


def _load(name: str) -> bool:
    """Tell whether one of our fonts could be loaded; the system has others."""
    try:
        return QFontDatabase.addApplicationFont(str(face(name))) >= 0
    except FaceError:
        return False


def base_font(text_size: float = 1.0) -> QFont:
    """Return the font of running text; 2.0 is twice the size."""
    font = QFont()
    font.setFamilies(_FAMILIES)
    font.setPixelSize(round(BODY_PIXELS * text_size * _screen_scale()))
    return font


def scale(dots: float, across: int) -> float:
    """Return how large text is on a screen with so many dots to the inch, and to its short side.

    Many systems say 96 dots of a screen of 4K, too, where our text would be half as high as meant.
    """
    return max(1.0, dots / _DOTS, across / _ACROSS)


def _screen_scale() -> float:
    if not GROWS or QApplication.instance() is None:
        return 1.0
    screen = QApplication.primaryScreen()
    size = screen.size()
    return scale(screen.logicalDotsPerInch(), min(size.width(), size.height()))


def font(share: float = BODY, *, bold: bool = False, underlined: bool = False) -> QFont:
    """Return the application's font at a step of the type scale."""
    result = QFont(QApplication.font())
    result.setPixelSize(round(result.pixelSize() * share))
    result.setBold(bold)
    result.setUnderline(underlined)
    return result


def breakable(text: str) -> str:
    """Return the text with places to break in words longer than any line should hold."""
    long = _NARROW_WORD if NARROW else _LONG_WORD
    return long.sub(rf"\g<0>{BREAK}", whole_numbers(text))


def column_width() -> int:
    """Return the width of the text column: about 70 characters."""
    return _COLUMN * QFontMetrics(QApplication.font()).averageCharWidth()


def is_dark(palette: QPalette) -> bool:
    """Tell whether text is light on dark."""
    return palette.color(QPalette.ColorRole.Window).lightness() < _DARK


def ink(palette: QPalette) -> QColor:
    """Return the colour of marks, and of what is chosen."""
    return palette.color(QPalette.ColorRole.Highlight)
