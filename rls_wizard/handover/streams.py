"""What a command reads and writes: named files, or standard input and output as "-"."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from rls_wizard.handover.save import SaveError, emit, save

PIPE = "-"
_STDOUT = 1


class StreamError(Exception):
    """Something that cannot be read or written: one line for the user, naming it."""


def read(name: str, most: int) -> bytes:
    """Return what a file holds, up to one byte more than can be used. Raises StreamError."""
    if name == PIPE and sys.stdin is None:
        raise StreamError("-: cannot be read: standard input is closed")
    try:
        if name == PIPE:
            return sys.stdin.buffer.read(most + 1)
        with open(name, "rb") as file:
            return file.read(most + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "the name cannot be used"
        raise StreamError(f"{name or repr(name)}: cannot be read: {reason}") from None


def write(name: str, data: bytes) -> None:
    """Write a file whole or not at all, or to standard output. Raises StreamError."""
    if not name:
        raise StreamError("-o: a name is missing")
    try:
        if name == PIPE:
            emit(data, _STDOUT)
        else:
            save(Path(name), data)
    except SaveError as error:
        raise StreamError(str(error)) from None


def same_file(one: str, other: str) -> bool:
    """Tell whether two names are one file, by links too; what is not there is no file."""
    try:
        return PIPE not in {one, other} and os.path.samefile(one, other)
    except OSError:
        return False


def leave_a_lost_folder() -> None:
    """Go somewhere if the folder we run in was removed: reportlab asks where it is."""
    try:
        Path.cwd()
    except OSError:
        os.chdir(os.sep)
