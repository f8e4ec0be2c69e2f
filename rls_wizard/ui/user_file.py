"""The small file in which the settings of this user are kept.

Of QSettings it takes the place and the format, which earlier releases wrote. Reading is our own: Qt
takes up a file of any size before the first picture, and gives back what it could not read.
"""

from __future__ import annotations

import re
import stat
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings

from rls_wizard.ui.places import carried, in_words, path_of

if TYPE_CHECKING:
    from pathlib import Path

_NAME = "rls-wizard"
_FILE = f"{_NAME}.ini"
_LARGEST = 64_000
_LINE = re.compile(r'^[ \t]*(\w+)[ \t]*=[ \t]*"?(\w*)"?[ \t\r]*$', re.ASCII | re.MULTILINE)


class UserFile:
    """A file in the folder where the system keeps this user's settings."""

    def __init__(self) -> None:
        """Look where it is; it need not be there."""
        self._of_all = _file(QSettings.Scope.SystemScope)
        beside = carried()
        self._own = beside / _FILE if beside else _file(QSettings.Scope.UserScope)

    @property
    def place(self) -> str:
        """Where that is."""
        return str(in_words(self._own))

    def read(self) -> dict[str, str]:
        """Return what is kept, here or for all users; nothing of a file that cannot be read."""
        return _read(self._of_all) | _read(self._own)

    def write(self, texts: dict[str, str]) -> bool:
        """Keep these, and what other releases keep there; tell whether that could be done."""
        # Not imported before the first picture.
        from rls_wizard.handover.save import SaveError, make_folder, save  # noqa: PLC0415

        lines = [f"{name}={text}\n" for name, text in (_read(self._own) | texts).items()]
        try:
            make_folder(self._own.parent)
            save(self._own, "".join(["[General]\n", *lines]).encode())
        except (SaveError, OSError):
            return False
        return True


def _file(scope: QSettings.Scope) -> Path:
    # Named by one word, so that the file of which it tells is another: it reads that at once.
    beside = QSettings(QSettings.Format.IniFormat, scope, _NAME).fileName()
    return path_of(beside).parent / _NAME / _FILE


def _read(file: Path) -> dict[str, str]:
    try:
        found = file.stat()
        # A pipe would never end.
        if not stat.S_ISREG(found.st_mode) or found.st_size > _LARGEST:
            return {}
        text = file.read_bytes().decode(errors="replace")
    except OSError:
        return {}
    return dict(_LINE.findall(text))
