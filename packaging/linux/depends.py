"""Which packages of Debian and Ubuntu hold the libraries that the program takes from the system."""

from __future__ import annotations

import os
import re
import shutil
from typing import TYPE_CHECKING, NamedTuple

from installers.about import NAME
from installers.run import run
from linux.freeze import for_speech, libraries
from linux.share import fresh

if TYPE_CHECKING:
    from pathlib import Path

RENAMED = ("libcups2", "libglib2.0-0", "libpng16-16", "libssl3")
"""Since Debian 13 and Ubuntu 24.04 these end with "t64"; of ours, no interface has changed."""
FIELDS = ("Depends", "Recommends")
_OF_PACKAGE = re.compile(r"^shlibs:(\w+)=(.*)$", re.MULTILINE)


class Wanted(NamedTuple):
    """Packages that hold what libraries of a tree are linked to."""

    depends: list[str]
    recommends: list[str]
    """Without these nothing is read aloud, and all else works."""


def wanted_by(tree: Path) -> Wanted:
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
    files, aloud = libraries(place), for_speech(place)
    own = sorted({f"-l{file.parent}" for file in files})
    asked = (f"-e{file}" for file in files if file not in aloud)
    wished = (f"-e{file}" for file in aloud)
    said = run(
        *("dpkg-shlibdeps", "-O", *own, "-dDepends", *asked, "-dRecommends", *wished), cwd=folder
    )
    shutil.rmtree(folder)
    found = {field: packages.split(", ") for field, packages in _OF_PACKAGE.findall(said)}
    return Wanted(*(list(map(_under_both_names, found[field])) for field in FIELDS))


def _under_both_names(one: str) -> str:
    """Return a dependency that also holds where the package has its new name."""
    package, _, version = one.partition(" ")
    if package not in RENAMED:
        return one
    return f"{one} | {package}t64 {version}".rstrip()
