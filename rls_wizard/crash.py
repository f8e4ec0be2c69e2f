"""What happens when the program has a fault: it is reported without telling any answer."""

from __future__ import annotations

import faulthandler
import sys
import traceback
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

_NO_STDERR = (AttributeError, OSError, RuntimeError, ValueError)
"""What comes of a windowed program, which has no standard error, or of one that is closed."""


def install(tell: Callable[[str], None]) -> None:
    """Report every exception that nothing catches, and tell the person of the first.

    `tell` gets the report. PySide calls the hook for exceptions in slots and goes on.
    """
    with suppress(*_NO_STDERR):
        faulthandler.enable()
    told = False

    def report_and_tell(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        nonlocal told
        if not issubclass(kind, Exception):
            sys.__excepthook__(kind, error, trace)
            return
        text = report(kind, trace)
        with suppress(*_NO_STDERR):
            sys.stderr.write(text)
        if not told:
            told = True
            tell(text)

    sys.excepthook = report_and_tell


def report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return the kind of exception and where it came from.

    Neither its message nor local values: both may hold what somebody answered.
    """
    frames = traceback.extract_tb(trace)
    places = [f"  {frame.filename}:{frame.lineno} in {frame.name}\n" for frame in frames]
    return f"{kind.__name__} at\n{''.join(places)}"
