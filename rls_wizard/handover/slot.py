"""A place for one unfinished visit, which one running program holds.

Its file can be read by this user only, and is whole at any moment: what is written anew stands
beside it until it is safe on the disk. The system lets go of the lock when the program ends,
however that comes about, so that a file that nobody holds is a visit that was broken off.
"""

from __future__ import annotations

import os
import re
import sys
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING, Self

from rls_wizard.handover.answer_file import LARGEST
from rls_wizard.handover.save import keep_name, make_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MOST = 100
"""So many programs of one user at once are none that people run."""
_OURS = re.compile(r"visit-([0-9]{1,3})\.(?:json|json\.new|lock)")
_ONLY_ME = 0o600
# Windows alone tells texts from bytes; elsewhere nobody may have put a link in the file's place.
_FLAGS = getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)

_CAN_REMOVE_OPEN = os.name != "nt"


class Slot:
    """A file, and the lock on it."""

    def __init__(self, folder: Path, number: int, lock: int) -> None:
        """Take what `claim` has locked."""
        self._lock = lock
        self._locked = _lock_of(folder, number)
        self.file = folder / f"visit-{number}.json"
        self._new = folder / f"visit-{number}.json.new"

    @classmethod
    def free(cls, folder: Path) -> Self:
        """Return a place that nobody holds and nothing stands in. Raises OSError."""
        make_folder(folder)
        for number in range(1, _MOST):
            if (slot := cls.claim(folder, number)) is None:
                continue
            if not slot.file.exists():
                return slot
            slot.release()
        raise OSError(f"all {_MOST} places in {folder} are taken")

    @classmethod
    def left(cls, folder: Path) -> Iterator[Self]:
        """Yield the places in which a visit stands that nobody holds, the last kept first."""
        with suppress(OSError):
            for number in {number for file in folder.iterdir() if (number := _number(file))}:
                if (slot := cls.claim(folder, number)) is not None:
                    # What a program left that was killed while it wrote is no visit.
                    slot.clear_new()
                    slot.release()
            for file in sorted(folder.glob("visit-*.json"), key=_age, reverse=True):
                number = _number(file)
                if number and (slot := cls.claim(folder, number)) is not None:
                    yield slot

    @classmethod
    def claim(cls, folder: Path, number: int) -> Self | None:
        """Return a place by its number, held now, or None if another program holds it."""
        path = _lock_of(folder, number)
        lock = os.open(path, os.O_RDWR | os.O_CREAT | _FLAGS, _ONLY_ME)
        # Whoever held it may have removed it between: then this is the lock of nothing.
        if _locks(lock) and _is_at(path, lock):
            return cls(folder, number, lock)
        os.close(lock)
        return None

    def read(self) -> bytes:
        """Return what stands in it, up to one byte more than can be used. Raises OSError."""
        # What anybody put in its place must keep nobody waiting.
        handle = os.open(self.file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | _FLAGS)
        with os.fdopen(handle, "rb") as file:
            return file.read(LARGEST + 1)

    def written_at(self) -> datetime | None:
        """Return when its file was written last, if the system can tell."""
        try:
            return datetime.fromtimestamp(self.file.stat().st_mtime).astimezone()
        except (OSError, ValueError, OverflowError):
            return None

    def write(self, data: bytes) -> None:
        """Put this in place of what stood in it, or leave that whole. Raises OSError."""
        try:
            handle = os.open(self._new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _FLAGS, _ONLY_ME)
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.replace(self._new, self.file)
        except OSError:
            with suppress(OSError):
                self.clear_new()
            raise
        keep_name(self.file.parent)

    def clear(self) -> None:
        """Remove every answer that stands in it. Raises OSError."""
        self.clear_new()
        self.file.unlink(missing_ok=True)
        keep_name(self.file.parent)

    def clear_new(self) -> None:
        """Remove what was being written. Raises OSError."""
        self._new.unlink(missing_ok=True)

    def release(self) -> None:
        """Let another program have it; nothing is left of the lock."""
        if _CAN_REMOVE_OPEN:
            # Afterwards it may be another program's.
            self._remove_lock()
            os.close(self._lock)
        else:
            os.close(self._lock)
            self._remove_lock()

    def _remove_lock(self) -> None:
        with suppress(OSError):
            self._locked.unlink()


def _lock_of(folder: Path, number: int) -> Path:
    return folder / f"visit-{number}.lock"


def _number(file: Path) -> int:
    """Return the number of the place that a file belongs to; none for one that is not ours."""
    found = _OURS.fullmatch(file.name)
    return int(found[1]) if found else 0


def _age(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except OSError:
        return 0


def _is_at(path: Path, handle: int) -> bool:
    try:
        return os.path.samestat(os.stat(path), os.fstat(handle))
    except OSError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _locks(handle: int) -> bool:
        """Lock a file; tell whether nobody else has."""
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _locks(handle: int) -> bool:
        """Lock a file; tell whether nobody else has."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
