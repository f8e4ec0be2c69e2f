"""What is left when the program dies: a file that Python writes to in its last moment.

It lies among the reports while the program runs, with the facts of a report in its first lines, and
goes at a clean end. What lies there at the next start, and was written to, is made a report.
"""

from __future__ import annotations

import faulthandler
import os
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from rls_wizard.crash import NO_STDERR
from rls_wizard.crash.report import report_of_dump
from rls_wizard.handover.reports import make_private
from rls_wizard.handover.save import SaveError, emit

if TYPE_CHECKING:
    from pathlib import Path

    from rls_wizard.handover.reports import Reports

_NAMES = "running-*.txt"
_LARGEST = 256 * 1024


class Dump:
    """The file of this run."""

    def __init__(self, folder: Path, header: str) -> None:
        """Open it, and have Python write there if the program dies.

        Where no file can be written, Python keeps to standard error.
        """
        self._file = folder / f"running-{os.getpid()}-{time.time_ns()}.txt"
        self._handle: int | None = None
        try:
            make_private(folder)
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND
            self._handle = os.open(self._file, flags, 0o600)
            _hold(self._handle)
            emit(header.encode(), self._handle)
            faulthandler.enable(self._handle)
        except (OSError, SaveError):
            self.end()

    def end(self) -> None:
        """Take the file away: the program ends as it should."""
        handle, self._handle = self._handle, None
        if handle is None:
            return
        faulthandler.disable()
        with suppress(*NO_STDERR):
            faulthandler.enable()
        os.close(handle)
        with suppress(OSError):
            self._file.unlink()


def collect(reports: Reports) -> list[str]:
    """Turn what programs that died have left into reports; return their texts, the newest last.

    What a program left that was killed, without a word, is only taken away.
    """
    try:
        files = sorted(reports.folder.glob(_NAMES), key=lambda file: file.stat().st_mtime)
    except OSError:
        return []
    found = [report_of_dump(_take(file)) for file in files]
    died = [text for text in found if text]
    for text in died:
        reports.keep(text)
    return died


def _take(file: Path) -> str:
    """Return what such a file holds, and take it away; nothing if its program still runs."""
    try:
        handle = os.open(file, os.O_RDWR)
    except OSError:
        return ""
    try:
        _hold(handle)
        text = os.read(handle, _LARGEST).decode(errors="replace")
    except OSError:
        return ""
    finally:
        os.close(handle)
    try:
        # On Windows this fails while a program has it open: there, that is the lock.
        file.unlink()
    except OSError:
        # It would come back at every start.
        return ""
    return text


def _hold(handle: int) -> None:
    """Mark an open file as in use until it is closed. Raises OSError if it is by another."""
    with suppress(ImportError):
        import fcntl  # noqa: PLC0415 - there is none on Windows

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
