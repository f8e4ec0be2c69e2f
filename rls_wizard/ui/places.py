"""Where on this computer a person keeps files, and the program what it keeps for this person."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDir, QStandardPaths


def documents() -> Path:
    """Return the folder of documents, or the home folder where there is none."""
    places = QStandardPaths.StandardLocation.DocumentsLocation
    folder = Path(QStandardPaths.writableLocation(places))
    # Qt names a folder that may not be there; a dialog would fall back on any folder.
    return folder if folder.is_dir() else Path(QDir.homePath())


def own_data() -> Path:
    """Return the folder of what the program keeps for this user; it need not be there."""
    places = QStandardPaths.StandardLocation.GenericDataLocation
    return Path(QStandardPaths.writableLocation(places)) / "rls-wizard"
