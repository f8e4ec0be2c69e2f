"""Which libraries a tree takes from the system, by their own names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from installers.run import run
from linux.freeze import for_speech, libraries

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_NEEDED = re.compile(r"^\s+NEEDED\s+(\S+)$", re.MULTILINE)
_GLIBC = re.compile(r"\bGLIBC_(\d+)\.(\d+)\b")


class Needed(NamedTuple):
    """Names of libraries that are not in a tree."""

    always: list[str]
    aloud: list[str]
    """These only to read aloud."""


def needed(tree: Path) -> Needed:
    """Return the names of all libraries that are needed, and are not in the tree."""
    own = {file.name for file in tree.rglob("*")}
    speech = for_speech(tree)
    always = _names(file for file in libraries(tree) if file not in speech) - own
    return Needed(sorted(always), sorted(_names(speech) - own - always))


def _names(files: Iterable[Path]) -> set[str]:
    return set(_NEEDED.findall(_told(files)))


def least_glibc(tree: Path) -> str:
    """Return the oldest version of the C library with which the tree works."""
    found = (tuple(map(int, one)) for one in _GLIBC.findall(_told(libraries(tree))))
    return ".".join(map(str, max(found)))


def _told(files: Iterable[Path]) -> str:
    return run("objdump", "--private-headers", *files)
