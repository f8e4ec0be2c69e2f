"""Which libraries a tree takes from the system, by their own names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from installers.run import run
from linux.freeze import libraries

if TYPE_CHECKING:
    from pathlib import Path

_NEEDED = re.compile(r"^\s+NEEDED\s+(\S+)$", re.MULTILINE)
_GLIBC = re.compile(r"\bGLIBC_(\d+)\.(\d+)\b")


def needed(tree: Path) -> list[str]:
    """Return the names of all libraries that are needed, and are not in the tree."""
    own = {file.name for file in tree.rglob("*")}
    return sorted(set(_NEEDED.findall(_told(tree))) - own)


def least_glibc(tree: Path) -> str:
    """Return the oldest version of the C library with which the tree works."""
    found = (tuple(map(int, one)) for one in _GLIBC.findall(_told(tree)))
    return ".".join(map(str, max(found)))


def _told(tree: Path) -> str:
    return run("objdump", "--private-headers", *libraries(tree))
