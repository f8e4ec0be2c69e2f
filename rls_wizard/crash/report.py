"""The report of a fault: a few facts about the program and the computer, and the trail.

Whoever adds a fact asks first whether it may tell anything about a person. Of the page it is said
only in which part of the program it is: which question or page was shown, or that something urgent
was, would tell what was answered.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from rls_wizard.crash.trail import trail_of_dump

_SHAPE = re.compile(r"[A-Za-z0-9 .,:+()/_-]{1,120}")
_FACT = re.compile(r"([a-z_]+): (.*)")
_UNKNOWN = "not known"


class Facts(NamedTuple):
    """All that a report may say besides the trail."""

    program: str = ""
    content: str = ""
    python: str = ""
    qt: str = ""
    system: str = ""
    windows: str = ""
    """What draws windows here."""
    language: str = ""
    theme: str = ""
    text_size: str = ""
    part: str = ""
    """Of the program: one of `PARTS`."""
    minutes: str = ""
    """Since the program was started."""


PARTS = ("first page", "on the way", "at the end", "beside the way")


def header(facts: Facts) -> str:
    """Return facts as lines; what is not of the shape of a fact is left out."""
    said = facts._asdict().items()
    return "".join(
        f"{name}: {value if _SHAPE.fullmatch(value) else _UNKNOWN}\n" for name, value in said
    )


def report(facts: Facts, trail: str) -> str:
    """Return the whole report."""
    return f"{header(facts)}\n{trail}"


def report_of_dump(text: str) -> str:
    """Return the report in a file that holds a header and what `faulthandler` wrote below it.

    Empty if it wrote nothing. The file may have been changed: only what a report may hold is taken.
    """
    trail = trail_of_dump(text)
    found = (_FACT.fullmatch(line) for line in text.splitlines()[: len(Facts._fields)])
    facts = {m[1]: m[2] for m in found if m and m[1] in Facts._fields}
    return report(Facts(**facts), trail) if trail else ""
