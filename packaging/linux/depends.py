"""Which packages of Debian and Ubuntu hold the libraries that the program takes from the system."""

from __future__ import annotations

import os
import re
import shutil
from typing import TYPE_CHECKING

from installers.about import NAME
from installers.run import run
from linux.freeze import libraries
from linux.share import fresh

if TYPE_CHECKING:
    from pathlib import Path

RENAMED = ("libcups2", "libglib2.0-0", "libpng16-16", "libssl3")
"""Since Debian 13 and Ubuntu 24.04 these end with "t64"; of ours, no interface has changed."""
_OF_PACKAGE = re.compile(r"^shlibs:Depends=(.*)$", re.MULTILINE)


def depends(tree: Path) -> list[str]:
    """Return what a package of this tree depends on, as `dpkg-shlibdeps` finds it.

    It fails if a library is neither in the tree nor in a package of this system.
    """
    # It wants to stand in the source of a package, and to find there what is made of it.
    folder = fresh("depends")
    control = folder / "debian" / "control"
    made = folder / "debian" / NAME
    (made / "DEBIAN").mkdir(parents=True)
    control.write_text(f"Source: {NAME}\n\nPackage: {NAME}\nArchitecture: any\n")
    place = made / "usr" / "lib" / NAME
    shutil.copytree(tree, place, copy_function=os.link, symlinks=True)
    files = libraries(place)
    own = sorted({f"-l{file.parent}" for file in files})
    named = [f"-e{file}" for file in files]
    said = run("dpkg-shlibdeps", "-O", *own, *named, cwd=folder)
    shutil.rmtree(folder)
    (found,) = _OF_PACKAGE.findall(said)
    return [_under_both_names(one) for one in found.split(", ")]


def _under_both_names(one: str) -> str:
    """Return a dependency that also holds where the package has its new name."""
    package, _, version = one.partition(" ")
    if package not in RENAMED:
        return one
    return f"{one} | {package}t64 {version}".rstrip()
