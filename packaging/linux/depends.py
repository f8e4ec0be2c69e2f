"""Which packages of Debian and Ubuntu hold the libraries that the program takes from the system."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from installers.about import NAME
from installers.run import run
from linux.share import fresh

if TYPE_CHECKING:
    from pathlib import Path

RENAMED = ("libcups2", "libglib2.0-0", "libpng16-16")
"""Since Debian 13 and Ubuntu 24.04 these end with "t64"; of ours, no interface has changed."""
_OF_PACKAGE = re.compile(r"^shlibs:Depends=(.*)$", re.MULTILINE)
_ELF = b"\x7fELF"


def depends(tree: Path) -> list[str]:
    """Return what a package of this tree depends on, as `dpkg-shlibdeps` finds it.

    It fails if a library is neither in the tree nor in a package of this system.
    """
    # It wants to stand in the source of a package.
    folder = fresh("depends")
    control = folder / "debian" / "control"
    control.parent.mkdir()
    control.write_text(f"Source: {NAME}\n\nPackage: {NAME}\nArchitecture: any\n")
    files = binaries(tree)
    own = sorted({f"-l{file.parent}" for file in files})
    named = [f"-e{file}" for file in files]
    said = run("dpkg-shlibdeps", "-O", "--warnings=0", *own, *named, cwd=folder)
    (found,) = _OF_PACKAGE.findall(said)
    return [_under_both_names(one) for one in found.split(", ")]


def binaries(tree: Path) -> list[Path]:
    """Return all programs and libraries of a tree."""
    files = (path for path in sorted(tree.rglob("*")) if path.is_file() and not path.is_symlink())
    return [file for file in files if _begins(file, _ELF)]


def _begins(file: Path, mark: bytes) -> bool:
    with file.open("rb") as opened:
        return opened.read(len(mark)) == mark


def _under_both_names(one: str) -> str:
    """Return a dependency that also holds where the package has its new name."""
    package, _, version = one.partition(" ")
    if package not in RENAMED:
        return one
    return f"{one} | {package}t64 {version}".rstrip()
