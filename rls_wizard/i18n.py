"""One catalogue a language, for the texts of the program and of the content alike.

English is the source: it stands in the code and in the content files, and is what is shown where
a translation is missing. Content texts have their id as context, so that an edited text falls back
to the new English instead of an old translation.
"""

from __future__ import annotations

import gettext
import re
import struct
from typing import TYPE_CHECKING

from rls_wizard.paths import resources

if TYPE_CHECKING:
    from pathlib import Path

DOMAIN = "messages"
PSEUDO = "qps"
"""The pseudo-language: 40 % longer and marked, to see what breaks before a translator does."""

_NAMES = {"en": "English"}
_FIELDS = re.compile(r"(\{[^{}]*\})")
_LONGER = 0.4
_MORE = "~~~~ ~~ ~~~~~~ "


class Catalogue:
    """The texts of one language."""

    def __init__(self, language: str, translations: gettext.NullTranslations) -> None:
        """Take the translations; null ones give the English source."""
        self.language = language
        self._translations = translations

    @property
    def is_source(self) -> bool:
        """Whether every text stays as it is written."""
        return type(self._translations) is gettext.NullTranslations

    @property
    def right_to_left(self) -> bool:
        """Whether windows are mirrored."""
        return self.language == PSEUDO

    def text(self, context: str, source: str) -> str:
        """Return a content text; the context is the id of its block and field."""
        return _fitting(self._translations.pgettext(context, source), source)

    def __call__(self, source: str) -> str:
        """Return a text of the program."""
        return _fitting(self._translations.gettext(source), source)


def _fitting(told: str, source: str) -> str:
    """Return a translation, or the source if it is empty or has other fields to be filled."""
    fits = told is source or (told and _fields(told) == _fields(source))
    return told if fits else source


def _fields(text: str) -> set[str]:
    """Return the fields of a text; a bracket that belongs to none counts as one."""
    return {part for part in _FIELDS.split(text) if "{" in part or "}" in part}


class _Pseudo(gettext.NullTranslations):
    def gettext(self, message: str) -> str:
        return stretched(message)

    def pgettext(self, context: str, message: str) -> str:
        del context
        return stretched(message)


def stretched(text: str) -> str:
    """Return the text marked and 40 % longer, with its fields left whole."""
    parts = _FIELDS.split(text)
    accented = "".join(p if p.startswith("{") else p.translate(_ACCENTS) for p in parts)
    words = _MORE * (len(text) // len(_MORE) + 1)
    return f"[{accented} {words[: round(len(text) * _LONGER)]}]"


_ACCENTS = str.maketrans("aeiouyAEIOU", "àéîöûýÀÉÎÖÛ")


def load(language: str) -> Catalogue:
    """Return the catalogue of a language; English where there is none."""
    if language == PSEUDO:
        return Catalogue(PSEUDO, _Pseudo())
    file = resources() / "locale" / language / "LC_MESSAGES" / f"{DOMAIN}.mo"
    return Catalogue(language, _read(file))


def _read(file: Path) -> gettext.NullTranslations:
    try:
        with file.open("rb") as stream:
            return gettext.GNUTranslations(stream)
    except (OSError, ValueError, LookupError, struct.error):  # not there, or damaged
        return gettext.NullTranslations()


def name(language: str) -> str:
    """Return the name of a language in that language."""
    return _NAMES.get(language, language)


def languages() -> tuple[str, ...]:
    """Return the languages that can be chosen, English first."""
    folder = resources() / "locale"
    built = sorted(f.name for f in folder.iterdir() if f.is_dir()) if folder.is_dir() else []
    return ("en", *built)
