"""The package of the program for Fedora, Red Hat and openSUSE."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from installers.about import DIST, NAME, PACKAGING, SUMMARY
from linux import nfpm
from linux.deb import MORE
from linux.freeze import make_tree
from linux.needs import least_glibc, needed
from linux.share import Placed, changes, fresh, in_menu, manual
from linux.version import PACKAGED, RELEASE

if TYPE_CHECKING:
    from pathlib import Path

IN_RPM = f"{PACKAGED}-{RELEASE}"
"""As rpm writes it."""
FILE = f"{NAME}-{IN_RPM}.x86_64.rpm"


def make() -> list[Path]:
    """Make the package in dist/."""
    tree = make_tree()
    folder = fresh("rpm")
    settings = nfpm.about(NAME, SUMMARY, MORE) | {
        "arch": "amd64",
        "depends": depends(tree),
        "recommends": [*map(_provided, needed(tree).aloud), "cups", "speech-dispatcher"],
        "contents": [
            *nfpm.program(tree),
            *nfpm.contents([*in_menu(), manual(), _changes(folder), _version(folder)]),
            nfpm.notices(),
            # Else nobody would remove it.
            {"dst": f"/usr/share/doc/{NAME}", "type": "dir"},
        ],
        "scripts": {"preinstall": str(_before(folder))},
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
    # What runs before it is installed takes its sort.
    return [*map(_provided, needed(tree).always), glibc, "/bin/sh", "coreutils"]


def _provided(library: str) -> str:
    return f"{library}()(64bit)"


def _version(folder: Path) -> Placed:
    """Write down what an older package reads, before it would be put over this one."""
    file = folder / "version"
    file.write_text(f"{IN_RPM}\n", encoding="utf-8")
    return Placed(file, f"/usr/lib/{NAME}/version")


def _before(folder: Path) -> Path:
    """Write what rpm runs before anything is installed."""
    source = PACKAGING / "linux" / "scripts" / f"{NAME}.pre"
    file = folder / source.name
    text = source.read_text(encoding="utf-8").replace("@VERSION@", IN_RPM)
    file.write_text(text, encoding="utf-8")
    return file


def _changes(folder: Path) -> Placed:
    file = folder / "CHANGELOG.md"
    file.write_bytes(changes())
    return Placed(file, f"/usr/share/doc/{NAME}/{file.name}")
