"""The few sizes that everything on the screen is made from, and the font."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication

from rls_wizard.paths import resources
from rls_wizard.report.whole import whole_numbers

if TYPE_CHECKING:
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
_LONG_WORD = re.compile(r"[^ \t\n]{20}(?=[^ \t\n])")
_FAMILIES = ["Atkinson Hyperlegible Next", "DejaVu Sans"]
_FILES = (
    "AtkinsonHyperlegibleNext-Regular.ttf",
    "AtkinsonHyperlegibleNext-Bold.ttf",
    "DejaVuSans.ttf",
)


def prepare(app: QApplication) -> None:
    """Give the application our font."""
    folder = resources() / "fonts"
    for name in _FILES:
        file = folder / name
        if file.is_file():
            QFontDatabase.addApplicationFont(str(file))
    app.setFont(base_font())


def base_font(text_size: float = 1.0) -> QFont:
    """Return the font of running text; 2.0 is twice the size."""
    font = QFont()
    font.setFamilies(_FAMILIES)
    dots = QApplication.primaryScreen().logicalDotsPerInch() if QApplication.instance() else 96
    font.setPixelSize(round(BODY_PIXELS * text_size * max(1.0, dots / 96)))
    return font


def font(share: float = BODY, *, bold: bool = False, underlined: bool = False) -> QFont:
    """Return the application's font at a step of the type scale."""
    result = QFont(QApplication.font())
    result.setPixelSize(round(result.pixelSize() * share))
    result.setBold(bold)
    result.setUnderline(underlined)
    return result


def breakable(text: str) -> str:
    """Return the text with places to break in words longer than any line should hold."""
    return _LONG_WORD.sub(rf"\g<0>{BREAK}", whole_numbers(text))


def column_width() -> int:
    """Return the width of the text column: about 70 characters."""
    return _COLUMN * QFontMetrics(QApplication.font()).averageCharWidth()


def is_dark(palette: QPalette) -> bool:
    """Tell whether text is light on dark."""
    return palette.color(QPalette.ColorRole.Window).lightness() < _DARK


def ink(palette: QPalette) -> QColor:
    """Return the colour of marks, and of what is chosen."""
    return palette.color(QPalette.ColorRole.Highlight)


def blend(front: QColor, ground: QColor, share: float) -> QColor:
    """Return a share of one colour over another."""
    mixed = type(front)()
    mixed.setRgbF(
        front.redF() * share + ground.redF() * (1 - share),
        front.greenF() * share + ground.greenF() * (1 - share),
        front.blueF() * share + ground.blueF() * (1 - share),
    )
    return mixed
