"""What the system is asked for, so that nothing of a visit is left outside of its process.

All of it is Linux's own; where the system knows nothing of it, nothing is done.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from contextlib import suppress
from pathlib import Path

_PARENT_DEATH, _DUMPABLE, _ADOPTS = 1, 4, 36
"""Of prctl(2)."""
_NO_CORE = 1
"""In bytes: less than any core has. Linux hands a core to another program despite a limit of 0."""


def forbid_cores() -> None:
    """Let no process from here on leave its memory on the disk when it dies."""
    # A service may have a limit of its own, which nobody without rights can raise.
    with suppress(ImportError, ValueError):
        import resource  # noqa: PLC0415 - there is none on Windows

        resource.setrlimit(resource.RLIMIT_CORE, (_NO_CORE, _NO_CORE))


def adopt_orphans() -> None:
    """Become the parent of what children leave running, so that it can be ended."""
    _control(_ADOPTS, 1)


def end_with_parent() -> None:
    """Let this process end at once when the one that started it does, however that goes."""
    _control(_PARENT_DEATH, signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)


def hide_memory() -> None:
    """Keep others from looking into this process, and its memory from the disk."""
    _control(_DUMPABLE, 0)


def children() -> list[int]:
    """Return the processes that this one has to look after: its own, and those it adopted.

    By what each says of its parent: the file that lists them is not there in every kernel.
    """
    if sys.platform != "linux":
        return []
    own = os.getpid()
    found = Path("/proc").glob("[0-9]*/stat")
    return [int(stat.parent.name) for stat in found if _parent(stat) == own]


def _parent(stat: Path) -> int:
    """Return whose child a process is; see proc(5). 0 if it is gone by now."""
    try:
        # Its name, in brackets, may hold anything.
        return int(stat.read_text(errors="replace").rpartition(")")[2].split()[1])
    except (OSError, IndexError):
        return 0


def _control(what: int, value: int) -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(what, value, 0, 0, 0)
