"""Where on this computer a person keeps files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDir, QStandardPaths


def documents() -> Path:
    """Return the folder of documents, or the home folder where there is none."""
    places = QStandardPaths.StandardLocation.DocumentsLocation
    folder = Path(QStandardPaths.writableLocation(places))
    # Qt names a folder that may not be there; a dialog would fall back on any folder.
    return folder if folder.is_dir() else Path(QDir.homePath())
