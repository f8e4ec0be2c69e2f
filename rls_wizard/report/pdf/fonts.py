"""The faces of the paper, and text made ready for them.

Only embedded faces are used, so that the paper looks the same everywhere. Text that was typed may
hold anything: what the main face lacks is drawn from a stand-in, and what that lacks too, or what
is written from right to left, as an empty box.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from html import escape
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from rls_wizard.paths import resources

if TYPE_CHECKING:
    from collections.abc import Container

REGULAR = "Paper"
BOLD = "Paper-Bold"
STAND_IN = "Paper-StandIn"
BOX = "\u25a1"

_FILES = {
    REGULAR: "AtkinsonHyperlegibleNext-Regular.ttf",
    BOLD: "AtkinsonHyperlegibleNext-Bold.ttf",
    STAND_IN: "DejaVuSans.ttf",
}
_NO_FACE = ""
_LAST_OF_BASIC_PLANE = 0xFFFF
_PLAIN = re.compile(r"[ -~]*")
_LINE_ENDS = re.compile(r"[^\S\n]*(?:\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]|\n)[^\S\n]*")
_MANY_LINE_ENDS = re.compile(r"\n{3,}")


@cache
def glyphs(face: str) -> Container[int]:
    """Register a face when it is first needed, and return the characters that it has."""
    font = TTFont(face, BytesIO((resources() / "fonts" / _FILES[face]).read_bytes()))
    pdfmetrics.registerFont(font)
    characters: Container[int] = font.face.charToGlyph
    return characters


def register() -> None:
    """Make the main faces known; the stand-in is large and read only when a text needs it."""
    glyphs(REGULAR)
    glyphs(BOLD)


def markup(text: str) -> tuple[str, bool]:
    """Return the text as a paragraph takes it, and whether all of it can be printed."""
    if _PLAIN.fullmatch(text):
        return escape(text, quote=False), True
    runs = groupby(_tidy(text), _face)
    marked = [_run(face, "".join(characters)) for face, characters in runs]
    return "".join(part for part, _ in marked), all(whole for _, whole in marked)


def _tidy(text: str) -> str:
    """Compose accents, and keep of all line ends and blanks those that a paragraph knows."""
    lines = _MANY_LINE_ENDS.sub("\n\n", _LINE_ENDS.sub("\n", text.strip()))
    return "".join(filter(None, map(_tidied, unicodedata.normalize("NFC", lines))))


@cache
def _tidied(character: str) -> str:
    match unicodedata.category(character):
        case "Zs":
            narrow_or_plain = character in "\u00a0\u202f\u2007"
            return "\u00a0" if narrow_or_plain else " "
        case "Cc" if character not in "\n\t":
            return ""
        case "Cf":  # directions, joiners and hidden marks: they draw nothing
            return ""
        case "Mn" if "\ufe00" <= character <= "\ufe0f":  # which of two pictures an emoji is
            return ""
    return _LIKE.get(character, character)


_LIKE = {"\u00b5": "\u03bc", "\u2011": "-", "\t": " "}
"""The same sign under another number."""


@cache
def _face(character: str) -> str:
    """Return the face that draws a character; right to left is left out, as order would be lost."""
    code = ord(character)
    if character in "\n " or code in glyphs(REGULAR):
        return REGULAR
    if code > _LAST_OF_BASIC_PLANE or unicodedata.bidirectional(character) in {"R", "AL", "AN"}:
        return _NO_FACE
    return STAND_IN if code in glyphs(STAND_IN) else _NO_FACE


def _run(face: str, characters: str) -> tuple[str, bool]:
    if face == REGULAR:
        return escape(characters, quote=False).replace("\n", "<br/>"), True
    glyphs(STAND_IN)
    shown = characters if face == STAND_IN else BOX * len(characters)
    return f'<font name="{STAND_IN}">{escape(shown, quote=False)}</font>', face == STAND_IN
