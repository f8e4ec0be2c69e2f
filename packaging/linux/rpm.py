"""The package of the program for Fedora, Red Hat and openSUSE."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from installers.about import DIST, NAME, SUMMARY
from linux import nfpm
from linux.deb import MORE
from linux.freeze import make_tree
from linux.needs import least_glibc, needed
from linux.share import Placed, changes, fresh, in_menu, manual
from linux.version import PACKAGED, RELEASE

if TYPE_CHECKING:
    from pathlib import Path

FILE = f"{NAME}-{PACKAGED}-{RELEASE}.x86_64.rpm"


def make() -> list[Path]:
    """Make the package in dist/."""
    tree = make_tree()
    settings = nfpm.about(NAME, SUMMARY, MORE) | {
        "arch": "amd64",
        "depends": depends(tree),
        "recommends": [*map(_provided, needed(tree).aloud), "cups", "speech-dispatcher"],
        "contents": [
            *nfpm.program(tree),
            *nfpm.contents([*in_menu(), manual(), _changes(fresh("rpm"))]),
            nfpm.notices(),
            # Else nobody would remove it.
            {"dst": f"/usr/share/doc/{NAME}", "type": "dir"},
        ],
        # The name of this computer would go along.
        "rpm": {"compression": "zstd:19", "buildhost": "localhost", "group": "Unspecified"},
    }
    made = nfpm.pack("rpm", FILE, settings)
    return [shutil.move(made, DIST / FILE)]


def depends(tree: Path) -> list[str]:
    """Return what a package of this tree depends on.

    By the names of the libraries, as RPM itself has it: packages are called differently in Fedora
    and openSUSE, and both provide these.
    """
    glibc = f"libc.so.6(GLIBC_{least_glibc(tree)})(64bit)"
    return [*map(_provided, needed(tree).always), glibc]


def _provided(library: str) -> str:
    return f"{library}()(64bit)"


def _changes(folder: Path) -> Placed:
    file = folder / "CHANGELOG.md"
    file.write_bytes(changes())
    return Placed(file, f"/usr/share/doc/{NAME}/{file.name}")
