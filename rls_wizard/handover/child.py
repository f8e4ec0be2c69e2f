"""The child process in which the PDF is made, so that the window never waits."""

from __future__ import annotations

import sys


def summary_command() -> list[str]:
    """Return the program and arguments that read answers on standard input and write the PDF.

    The answers travel through the pipe only: they are in no argument, file or environment.
    """
    command = (
        [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "rls_wizard"]
    )
    return [*command, "summary", "-", "-o", "-"]
