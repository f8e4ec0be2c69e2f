"""The faces of the paper, and text made ready for them.

Only embedded faces are used, so that the paper looks the same everywhere. Text that was typed may
hold anything: what the main face lacks is drawn from a stand-in, and what that lacks too, what is
written from right to left, or whose letters change with their neighbours, as an empty box.
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

from rls_wizard.report.face import face as whole

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
"""Beyond it a file of reportlab does not say which characters its glyphs are."""
_RIGHT_TO_LEFT = {"R", "AL", "AN"}
_NO_CHARACTER = {"Cn", "Co", "Cs"}
"""Not given to anything, private, or half of one: a face may have them all the same."""
_MARKS = re.compile("[\u0300-\u036f\u1dc0-\u1dff\u20d0-\u20ff]")
"""Marks that stand above or below any letter; those of one script need its rules."""
_SHAPED = ("LAO ",)
"""Scripts that the stand-in has, whose signs would have to be placed."""
_PLAIN = re.compile(r"[ -~]*")
_LINE_ENDS = re.compile(r"[^\S\n]*(?:\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]|\n)[^\S\n]*")
_MANY_LINE_ENDS = re.compile(r"\n{3,}")


class _Face(TTFont):  # type: ignore[misc]
    """A face that measures each text once, for the same words come again and again."""

    def __init__(self, name: str, file: BytesIO) -> None:
        """Read a face."""
        super().__init__(name, file)
        self._units: dict[str, int] = {}

    def stringWidth(self, text: str, size: float, encoding: str = "utf8") -> float:  # noqa: N802
        """Return how wide a text is in points."""
        del encoding
        units = self._units.get(text)
        if units is None:
            width_of, other = self.face.charWidths.get, self.face.defaultWidth
            units = self._units[text] = sum(width_of(ord(character), other) for character in text)
        return 0.001 * size * units


@cache
def glyphs(face: str) -> Container[int]:
    """Register a face when it is first needed, and return the characters that it has.

    Raises FaceError if its file is missing or damaged.
    """
    font = _Face(face, BytesIO(whole(_FILES[face]).read_bytes()))
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
        case "Cf" if unicodedata.bidirectional(character) not in _RIGHT_TO_LEFT:
            return ""  # directions, joiners and hidden marks: they draw nothing
        case "Mn" if "VARIATION SELECTOR" in unicodedata.name(character, ""):
            return ""  # which of two pictures an emoji is
        case "Ll" if "\ufb00" <= character <= "\ufb17":  # ligatures are read back as their letters
            return unicodedata.normalize("NFKC", character)
    return _LIKE.get(character, character)


_LIKE = {"\u00b5": "\u03bc", "\u2011": "-", "\t": " ", "\u034f": ""}
"""The same sign under another number, or none where it draws nothing."""


@cache
def _face(character: str) -> str:
    """Return the face that draws a character; right to left is left out, as order would be lost."""
    if character in "\n ":
        return REGULAR
    if not _drawn_alone(character):
        return _NO_FACE
    return next((face for face in (REGULAR, STAND_IN) if ord(character) in glyphs(face)), _NO_FACE)


def _drawn_alone(character: str) -> bool:
    """Return whether a character looks right wherever it stands, and can be read back."""
    category = unicodedata.category(character)
    if ord(character) > _LAST_OF_BASIC_PLANE or category in _NO_CHARACTER:
        return False
    if category in {"Mn", "Mc", "Me"} and not _MARKS.match(character):
        return False
    right_to_left = unicodedata.bidirectional(character) in _RIGHT_TO_LEFT
    return not right_to_left and not unicodedata.name(character, "").startswith(_SHAPED)


def _run(face: str, characters: str) -> tuple[str, bool]:
    if face == REGULAR:
        return escape(characters, quote=False).replace("\n", "<br/>"), True
    glyphs(STAND_IN)
    shown = characters if face == STAND_IN else BOX * len(characters)
    return f'<font name="{STAND_IN}">{escape(shown, quote=False)}</font>', face == STAND_IN
