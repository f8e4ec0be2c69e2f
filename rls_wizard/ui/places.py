"""Where on this computer a person keeps files, and the program what it keeps for this person."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QDir, QStandardPaths


def documents() -> Path:
    """Return the folder of documents, or the home folder where there is none."""
    places = QStandardPaths.StandardLocation.DocumentsLocation
    folder = path_of(QStandardPaths.writableLocation(places))
    # Qt names a folder that may not be there; a dialog would fall back on any folder.
    return folder if folder.is_dir() else path_of(QDir.homePath())


def carried() -> Path | None:
    """Return the folder beside a program on a stick, in which it keeps all; None if there is none.

    It comes with the portable program: who removes it has one that keeps things as others do.
    """
    if not getattr(sys, "frozen", False):
        return None
    folder = Path(sys.executable).with_name("rls-wizard-data")
    return folder if folder.is_dir() else None


def own_data() -> Path:
    """Return the folder of what the program keeps for this user; it need not be there."""
    if beside := carried():
        return beside
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
