"""Where on this computer a person keeps files, and the program what it keeps for this person."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QDir, QStandardPaths


def documents() -> Path:
    """Return the folder of documents, or the home folder where there is none."""
    places = QStandardPaths.StandardLocation.DocumentsLocation
    folder = path_of(QStandardPaths.writableLocation(places))
    # Qt names a folder that may not be there; a dialog would fall back on any folder.
    return folder if folder.is_dir() else path_of(QDir.homePath())


def own_data() -> Path:
    """Return the folder of what the program keeps for this user; it need not be there."""
    places = QStandardPaths.StandardLocation.GenericDataLocation
    return path_of(QStandardPaths.writableLocation(places)) / "rls-wizard"


def path_of(name: str) -> Path:
    """Return the path that Qt means, whether or not the locale has the letters in it.

    For Qt names are always UTF-8, for Python what the locale says.
    """
    return Path(os.fsdecode(name.encode()))


def in_words(path: Path) -> Path:
    """Return a path as people read it; only for texts."""
    return Path(os.fsencode(path).decode(errors="replace"))
