"""The child processes that do the long work, so that the window never waits."""

from __future__ import annotations

import sys


def summary_command() -> list[str]:
    """Return the program and arguments that read answers on standard input and write the PDF.

    The answers travel through the pipe only: they are in no argument, file or environment.
    """
    return [*_program(), "summary", "-", "-o", "-"]


def draw_command() -> list[str]:
    """Return the program and arguments that draw a PDF's pages; `pictures` says how to ask."""
    return [*_program(), "draw"]


def _program() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-m", "rls_wizard"]
