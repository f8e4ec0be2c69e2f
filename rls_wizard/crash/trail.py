"""The trail of a fault: which kinds of exceptions, and through which lines of the program.

It is an allow-list, for messages, notes, local values and paths may hold what somebody answered, or
a name. What stands in a trail is code and nothing else: names of classes that are found in their
own module, lines and functions of our files, and of other files which library they belong to.
"""

from __future__ import annotations

import os
import re
import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import FrameType

_ABOVE = Path(__file__).parents[2].as_posix() + "/"
"""What stands before our files in a path. In an installed program nothing may."""
_PYTHON = Path(os.__file__).parent.as_posix() + "/"
_OWN = re.compile(r"rls_wizard/[a-z_0-9/]+\.py")
_FUNCTION = re.compile(r"[A-Za-z_0-9<>]{1,80}")
_PACKAGES = re.compile(r"(?:^|/)(?:site|dist)-packages/(\w+)")
_FIRST = re.compile(r"\w+")
LIBRARIES = frozenset({
    "PySide6", "shiboken6", "pydantic", "pydantic_core", "reportlab", "PIL", "segno", "pypdfium2",
    "pypdfium2_raw", "tomli",
})  # fmt: skip
_KNOWN = LIBRARIES | sys.stdlib_module_names | {"rls_wizard"}
_MOST_ERRORS, _MOST_PLACES = 8, 40
"""Of a fault, and of an exception: what recurses has a thousand places."""

_FRAME = re.compile(r'  File "(.*)", line (\d+) in (.*)')
_DEADLY = re.compile(r"(?:Fatal Python error|Windows fatal exception): (.*)")
_DEATHS = frozenset({
    "Segmentation fault", "Aborted", "Bus error", "Illegal instruction", "Floating-point exception",
    "Floating point exception", "access violation", "stack overflow", "int divide by zero",
    "none_dealloc", "bool_dealloc",
})  # fmt: skip


def trail(error: BaseException) -> str:
    """Return the trail of an exception, and of those that it came from."""
    lines: list[str] = []
    for how, one in _chain(error):
        lines.append(f"{how}{_kind(type(one))} at")
        lines += _shortened(_places(traceback.walk_tb(one.__traceback__)))
    return "".join(f"{line}\n" for line in lines)


def in_short(error: BaseException) -> str:
    """Return the kind of an exception and where it was raised."""
    places = _places(traceback.walk_tb(error.__traceback__))
    return f"{_kind(type(error))} at {(places or ['  elsewhere'])[-1].strip()}"


def trail_to(what: str, frame: FrameType | None) -> str:
    """Return the trail to where the program is now; `what` is a text of our own."""
    places = _shortened(_places(reversed(list(traceback.walk_stack(frame)))))
    return "".join(f"{line}\n" for line in (f"{what} at", *places))


def trail_of_dump(dump: str) -> str:
    """Return the trail in what `faulthandler` wrote when the program died; empty if it did not."""
    lines: list[str] = []
    for line in dump.splitlines():
        if deadly := _DEADLY.match(line):
            lines.append(f"{deadly[1] if deadly[1] in _DEATHS else 'Another deadly fault'} at")
        elif line.endswith("(most recent call first):"):
            lines.append("thread, the last call first")
        elif found := _FRAME.fullmatch(line):
            lines.append(place(found[1], int(found[2]), found[3]))
    return "".join(f"{line}\n" for line in lines[: _MOST_ERRORS * _MOST_PLACES])


def _places(frames: Iterable[tuple[FrameType, int]]) -> list[str]:
    # Not by the summaries of `traceback`: these read the lines of all those files.
    return [place(frame.f_code.co_filename, at, frame.f_code.co_name) for frame, at in frames]


def place(file: str, line: int, function: str) -> str:
    """Return where code is: in a line of ours, or which library it is of."""
    path = file.replace("\\", "/")
    own = path.removeprefix(_ABOVE).removeprefix(_as_dumped(_ABOVE))
    if _OWN.fullmatch(own) and _FUNCTION.fullmatch(function):
        return f"  {own}:{line} in {function}"
    packaged = _PACKAGES.search(path)
    # In an installed program paths begin with the library.
    first = packaged[1] if packaged else (_FIRST.match(path) or [""])[0]
    if first in LIBRARIES:
        return f"  in {first}"
    standard = path.startswith((_PYTHON, "<frozen ")) and not packaged
    return "  in Python" if standard else "  elsewhere"


def _as_dumped(path: str) -> str:
    """Return a path as it stands in a dump."""
    return path.encode("ascii", "backslashreplace").decode().replace("\\", "/")


def _chain(error: BaseException) -> Iterator[tuple[str, BaseException]]:
    """Yield an exception and all that it came from, each once, with how they belong together."""
    seen: set[int] = set()
    left: list[tuple[str, BaseException]] = [("", error)]
    while left and len(seen) < _MOST_ERRORS:
        how, one = left.pop(0)
        if id(one) in seen:
            continue
        seen.add(id(one))
        yield how, one
        if isinstance(one, BaseExceptionGroup):
            left += [("part of the group: ", part) for part in one.exceptions]
        if one.__cause__ is not None:
            left.append(("caused by ", one.__cause__))
        elif one.__context__ is not None and not one.__suppress_context__:
            left.append(("while dealing with ", one.__context__))


def _kind(kind: type[BaseException]) -> str:
    """Return the name of a class, or of the one above it that is known to be code."""
    for one in kind.__mro__:
        module = str(one.__module__)
        name = one.__name__
        found = getattr(sys.modules.get(module), name, None)
        if module.partition(".")[0] in _KNOWN and found is one:
            return name
    return "An exception"


def _shortened(places: Iterable[str]) -> list[str]:
    """Return places without repetitions, and of very many the last ones: there the fault is."""
    kept: list[str] = []
    for one in places:
        if kept[-1:] != [one]:
            kept.append(one)
    left_out = len(kept) - _MOST_PLACES
    return kept if left_out <= 0 else [f"  {left_out} more", *kept[left_out:]]
