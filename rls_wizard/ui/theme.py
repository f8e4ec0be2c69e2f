"""The colours of each theme, as palettes; whoever draws asks the palette for a role.

Text is at least 7:1 on every ground, in high contrast 15:1; edges and marks are at least 3:1.
"""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

LIGHT, DARK, NIGHT, CONTRAST = NAMES = ("light", "dark", "night", "contrast")

_R = QPalette.ColorRole
_ROLES = {
    "ground": (_R.Window,),
    "surface": (_R.Base, _R.ToolTipBase),
    "tint": (_R.AlternateBase, _R.Button),
    "text": (_R.WindowText, _R.Text, _R.ButtonText, _R.ToolTipText),
    "quiet": (_R.PlaceholderText,),
    "line": (_R.Mid,),
    "faint": (_R.Midlight,),
    "accent": (_R.Highlight, _R.Link, _R.LinkVisited, _R.Accent),
    "on_accent": (_R.HighlightedText,),
    "alert": (_R.BrightText,),
    "urgent": (_R.Shadow,),
    "on_urgent": (_R.Light,),
}
"""What each colour is for, and the roles of the palette that carry it.

Mid is the edge of things to press, Midlight a line that only divides, AlternateBase the ground of
what is chosen or pressed, BrightText what is wrong or urgent, Shadow and Light the ground and the
words of what cannot wait. In the dark that is no bright red: it would blind, and not be read.
"""
_THEMES = {
    LIGHT: {
        "ground": 0xFFF3F5F6,
        "surface": 0xFFFFFFFF,
        "tint": 0xFFE3EEF2,
        "text": 0xFF17212B,
        "quiet": 0xFF414E5A,
        "line": 0xFF75828D,
        "faint": 0xFFCCD4DA,
        "accent": 0xFF0F5268,
        "on_accent": 0xFFFFFFFF,
        "alert": 0xFF9B0000,
        "urgent": 0xFF8C0000,
        "on_urgent": 0xFFFFFFFF,
    },
    DARK: {
        "ground": 0xFF14191D,
        "surface": 0xFF1E252B,
        "tint": 0xFF26343C,
        "text": 0xFFE9EDF0,
        "quiet": 0xFFBAC5CD,
        "line": 0xFF82909B,
        "faint": 0xFF3A454E,
        "accent": 0xFF8FCBE0,
        "on_accent": 0xFF0E2029,
        "alert": 0xFFFFB4AB,
        "urgent": 0xFF6E0000,
        "on_urgent": 0xFFFFFFFF,
    },
    NIGHT: {
        "ground": 0xFF140D08,
        "surface": 0xFF1D140D,
        "tint": 0xFF2B1D12,
        "text": 0xFFE2BE97,
        "quiet": 0xFFCDA87F,
        "line": 0xFF8F7355,
        "faint": 0xFF423122,
        "accent": 0xFFE8A55C,
        "on_accent": 0xFF1D1006,
        "alert": 0xFFFFA58F,
        "urgent": 0xFF4A0A06,
        "on_urgent": 0xFFE2BE97,
    },
    CONTRAST: {
        "ground": 0xFF000000,
        "surface": 0xFF000000,
        "tint": 0xFF000000,
        "text": 0xFFFFFFFF,
        "quiet": 0xFFFFFFFF,
        "line": 0xFFA6A6A6,
        "faint": 0xFF7A7A7A,
        "accent": 0xFFFFE100,
        "on_accent": 0xFF000000,
        "alert": 0xFFFFD2C8,
        "urgent": 0xFF4D0000,
        "on_urgent": 0xFFFFFFFF,
    },
}


def of_system(*, dark: bool, contrast: bool) -> str:
    """Return the name of the theme that is nearest to what the system is set to."""
    if contrast:
        return CONTRAST
    return DARK if dark else LIGHT


def palette(name: str) -> QPalette:
    """Return the palette of a theme."""
    made = QPalette()
    for token, value in _THEMES[name].items():
        colour = QColor.fromRgba(value)
        for role in _ROLES[token]:
            made.setColor(role, colour)
    return made
