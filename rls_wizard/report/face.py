"""The font files, for screen and paper. One that is damaged draws nothing: it must not be used."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from rls_wizard.paths import resources

if TYPE_CHECKING:
    from pathlib import Path

_HEAD, _ENTRY = 12, 16
"""How long are the head of the file and each entry of its list of tables, in bytes."""
_MOST_PADDING = 3


class FaceError(Exception):
    """A font file of the program that is missing or damaged."""


def face(name: str) -> Path:
    """Return the place of a font file. Raises FaceError if it is not there, or not whole."""
    file = resources() / "fonts" / name
    try:
        whole = _is_whole(file)
    except OSError:
        whole = False
    if not whole:
        raise FaceError(f"fonts/{name} is missing or damaged: install the program again")
    return file


def _is_whole(file: Path) -> bool:
    """Tell whether a file was neither cut nor left empty towards its end, as by a power cut.

    Not by its sums: they would take a hundredth of the time to the first picture.
    """
    with file.open("rb") as stream:
        tables = int.from_bytes(stream.read(_HEAD)[4:6], "big")
        entries = stream.read(tables * _ENTRY)
        if not tables or len(entries) < tables * _ENTRY:
            return False
        ends = (
            int.from_bytes(entries[at + 8 : at + 12], "big")
            + int.from_bytes(entries[at + 12 : at + 16], "big")
            for at in range(0, len(entries), _ENTRY)
        )
        if stream.seek(0, os.SEEK_END) < max(ends):
            return False
        stream.seek(-_MOST_PADDING - 1, os.SEEK_END)
        return any(stream.read())
