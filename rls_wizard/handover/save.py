"""Writes a file whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


_ONLY_ME = 0o600
_OPEN_FILES = "/proc/self/fd"
"""Where Linux lists the files of a program: there, one can get its name once it is written."""


class SaveError(Exception):
    """A file that could not be written; nothing of it was left behind."""

    def __init__(self, text: str, code: int | None = None) -> None:
        """Take a sentence, and the system's number for what went wrong, if it gave one."""
        super().__init__(text)
        self.code = code


def save(path: Path, data: bytes) -> None:
    """Write the file so that at any moment either the old or the whole new one is there.

    A new file can be read by this user only. Raises SaveError with a sentence for the user.
    """
    try:
        _write(path, data)
    except OSError as error:
        reason = error.strerror or str(error)
        raise SaveError(f"{path} could not be saved: {reason}", error.errno) from error
    except ValueError as error:  # letters that the system's locale does not have, or a null
        raise SaveError(f"{path!r} could not be saved: the name cannot be used") from error


def make_folder(folder: Path) -> None:
    """Make a folder for this user only, and those above it. Raises OSError.

    Nothing is made right below the root of the disk: that is where a home is said to be that is
    missing.
    """
    above = folder
    while not above.exists():
        if above.parent == above.parent.parent:
            raise FileNotFoundError(errno.ENOENT, "there is no home for it")
        above = above.parent
    folder.mkdir(_ONLY_ME | stat.S_IXUSR, parents=True, exist_ok=True)


def emit(data: bytes, stream: int) -> None:
    """Write all bytes to an open stream such as standard output. Raises SaveError."""
    view = memoryview(data)
    try:
        while view:
            view = view[os.write(stream, view) :]
    except OSError as error:
        raise SaveError(f"the output could not be written: {error.strerror}") from error


def _write(path: Path, data: bytes) -> None:
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        mode = stat.S_IFREG | _ONLY_ME
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, "this is a folder")
    if not stat.S_ISREG(mode):
        # A device or a pipe cannot be replaced, only written to.
        with path.open("wb", buffering=0) as device:
            emit(data, device.fileno())
    elif path.exists() and not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, "it may not be changed")
    else:
        _replace(path.resolve(), data, stat.S_IMODE(mode))


def _replace(path: Path, data: bytes, mode: int) -> None:
    handle, name = _new_file(path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            name = name or _named(file.fileno(), path.parent)
        os.chmod(name, mode)
        os.replace(name, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise
    keep_name(path.parent)


def _new_file(folder: Path) -> tuple[int, str]:
    """Return a file to write and its name, empty where it needs none before it is written.

    Of a file without a name nothing stays, however the program ends.
    """
    if os.path.isdir(_OPEN_FILES):
        # Windows has no such files, though below wine one finds Linux's folder.
        with suppress(OSError, AttributeError):
            return os.open(folder, os.O_TMPFILE | os.O_WRONLY, _ONLY_ME), ""
    return tempfile.mkstemp(prefix=".rls-wizard-", dir=folder)


def _named(handle: int, folder: Path) -> str:
    """Give a file a name beside the one that it is to replace; return that."""
    name = folder / ".rls-wizard-new"
    # One may have been left by a program that was ended just after this.
    name.unlink(missing_ok=True)
    inside = os.open(folder, os.O_RDONLY)
    try:
        os.link(f"{_OPEN_FILES}/{handle}", name.name, dst_dir_fd=inside)
    finally:
        os.close(inside)
    return str(name)


def keep_name(folder: Path) -> None:
    """Have a new name in a folder survive a power cut, where the system can do that."""
    with suppress(OSError, AttributeError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
