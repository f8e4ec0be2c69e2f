"""The child processes that do the long work, so that the window never waits."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


def summary_command(folder: str = "") -> list[str]:
    """Return the program and arguments that read answers on standard input and write the PDF.

    `folder` is the content folder of this visit, if it is not the program's own. The answers
    travel through the pipe only: they are in no argument, file or environment.
    """
    # One argument: as a word of its own, a folder named like an option would be taken for one.
    content = [f"--content={folder}"] if folder else []
    return [*_program(), "summary", "-", "-o", "-", *content]


def in_large_print(command: list[str]) -> list[str]:
    """Return the command that makes the same summary in large print."""
    return [*command, "--large"]


def begun_on(command: list[str], day: date) -> list[str]:
    """Return the command that takes answers of that day, though the clock may be back before it."""
    return [*command, f"--begun={day.isoformat()}"]


def on_a_kiosk(command: list[str]) -> list[str]:
    """Return the command that makes the same summary for paper in a clinic.

    Its code holds nothing private, and no answers are attached: nobody gets the file.
    """
    return [*command, "--kiosk"]


def draw_command() -> list[str]:
    """Return the program and arguments that draw a PDF's pages; `pictures` says how to ask."""
    return [*_program(), "draw"]


def earlier_command(folder: str = "", language: str = "en", *, code: bool = False) -> list[str]:
    """Return the program and arguments that read an earlier summary on standard input.

    That is a PDF or, with `code`, what a scanner typed. `earlier.unpack` reads what it prints;
    where it refuses, it ends with 2 and says why in one line.
    """
    content = [f"--content={folder}"] if folder else []
    digits = ["--code"] if code else []
    return [*_program(), "earlier", "-", f"--lang={language}", *digits, *content]


def print_command() -> list[str]:
    """Return the program and arguments that print; `printing.talk` says how to ask."""
    return [*_program(), "print"]


def visit_command() -> list[str]:
    """Return the program and arguments that are one visit on a kiosk; `kiosk.talk` says how."""
    return [*_program(), "kiosk-visit"]


def check_command(output: str | None) -> list[str]:
    """Return the program and arguments that lead staff through the check of a kiosk."""
    return [*_program(), "kiosk-check", *([output] if output else [])]


def speak_command(language: str) -> list[str]:
    """Return the program and arguments that read aloud; `ui.aloud.talk` says how to ask."""
    return [*_program(), "speak", language]


def _program() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-m", "rls_wizard"]
