"""The small file in which the settings of this user are kept.

Of QSettings it takes the place and the format, which earlier releases wrote. Reading is our own: Qt
takes up a file of any size before the first picture, and gives back what it could not read.
"""

from __future__ import annotations

import re
import stat
from pathlib import Path

from PySide6.QtCore import QSettings

_NAME = "rls-wizard"
_LARGEST = 64_000
_LINE = re.compile(r'^[ \t]*(\w+)[ \t]*=[ \t]*"?(\w*)"?[ \t\r]*$', re.ASCII | re.MULTILINE)
_ONLY_ME = 0o700
_UNUSABLE = (OSError, ValueError)
"""What comes of a place that is not there, or whose letters this system's locale does not have."""


class UserFile:
    """A file in the folder where the system keeps this user's settings."""

    def __init__(self) -> None:
        """Look where it is; it need not be there."""
        self._of_all = _file(QSettings.Scope.SystemScope)
        self._own = _file(QSettings.Scope.UserScope)

    @property
    def place(self) -> str:
        """Where that is."""
        return str(self._own)

    def read(self) -> dict[str, str]:
        """Return what is kept, here or for all users; nothing of a file that cannot be read."""
        return _read(self._of_all) | _read(self._own)

    def write(self, texts: dict[str, str]) -> bool:
        """Keep these, and what other releases keep there; tell whether that could be done."""
        # Not imported before the first picture.
        from rls_wizard.handover.save import SaveError, save  # noqa: PLC0415

        lines = [f"{name}={text}\n" for name, text in (_read(self._own) | texts).items()]
        try:
            self._make_room()
            save(self._own, "".join(["[General]\n", *lines]).encode())
        except (SaveError, *_UNUSABLE):
            return False
        return True

    def _make_room(self) -> None:
        """Make the folders, within a home that is there: without HOME, Qt names the root."""
        of_all_programs = self._own.parent.parent
        if of_all_programs.parent != Path(of_all_programs.anchor):
            of_all_programs.mkdir(_ONLY_ME, exist_ok=True)
        self._own.parent.mkdir(_ONLY_ME, exist_ok=True)


def _file(scope: QSettings.Scope) -> Path:
    # Named by one word, so that the file of which it tells is another: it reads that at once.
    beside = QSettings(QSettings.Format.IniFormat, scope, _NAME).fileName()
    return Path(beside).parent / _NAME / f"{_NAME}.ini"


def _read(file: Path) -> dict[str, str]:
    try:
        found = file.stat()
        # A pipe would never end.
        if not stat.S_ISREG(found.st_mode) or found.st_size > _LARGEST:
            return {}
        text = file.read_bytes().decode(errors="replace")
    except _UNUSABLE:
        return {}
    return dict(_LINE.findall(text))
