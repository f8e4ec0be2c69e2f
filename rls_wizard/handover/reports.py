"""The reports of faults that stay on this computer, for this user only.

Nothing here may fail: who is told of a fault shall not be told of another one that comes of it.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from rls_wizard.handover.save import SaveError, make_folder, save

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MOST = 5
"""So many are kept, the newest ones."""
_LARGEST = 64 * 1024
"""What is larger is none of ours."""
_ONLY_ME = 0o700
_NAMES = "fault-*.txt"


class Kept(NamedTuple):
    """A report that lies on this computer."""

    file: Path
    when: datetime
    text: str


class Reports:
    """A folder of reports, which is made when the first one is kept."""

    def __init__(self, folder: Path) -> None:
        """Take the folder; it need not be there."""
        self.folder = folder

    def keep(self, text: str) -> Path | None:
        """Write a report, whole or not at all; return where, or None if that cannot be done."""
        file = self.folder / f"fault-{time.time_ns()}.txt"
        try:
            make_private(self.folder)
            save(file, text.encode())
        except (OSError, SaveError):
            return None
        # Not the new one: where the clock was set back, it looks like the oldest.
        for old in [one for one in self._files() if one != file][MOST - 1 :]:
            with suppress(OSError):
                old.unlink()
        return file

    def kept(self) -> tuple[Kept, ...]:
        """Return what is kept, the newest first."""
        return tuple(self._read())

    def forget(self) -> bool:
        """Delete all reports; tell whether none is left."""
        for file in self._files():
            with suppress(OSError):
                file.unlink()
        return not self._files()

    def _files(self) -> list[Path]:
        """Return where reports lie, the newest first."""
        with suppress(OSError):
            return sorted(self.folder.glob(_NAMES), reverse=True)
        return []

    def _read(self) -> Iterator[Kept]:
        for file in self._files():
            with suppress(OSError):
                about = file.stat()
                if about.st_size <= _LARGEST:
                    text = file.read_text(encoding="utf-8", errors="replace")
                    yield Kept(file, datetime.fromtimestamp(about.st_mtime), text)


def reports_in(folder: Path | None) -> Reports | None:
    """Return the reports in the folder of what the program keeps; None where it keeps nothing."""
    return None if folder is None else Reports(folder / "reports")


def make_private(folder: Path) -> None:
    """Make a folder that only this user can look into, and one above it. Raises OSError."""
    for one in (folder.parent, folder):
        make_folder(one)
    os.chmod(folder, _ONLY_ME)
