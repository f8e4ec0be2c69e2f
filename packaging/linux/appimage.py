"""The program as one file that runs without being installed: an AppImage.

That is a small program, the runtime, with a file system behind it. The runtime comes from the
makers of AppImage; it is in no registry of packages, so `appimage.sh` fetches it, on the computer
that makes a release. Without it only the folder is made of which the file system would be, and
nothing for dist/: nobody could use that.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from installers.about import APP_ID, BUILD, DIST, NAME, PACKAGING, VERSION
from installers.run import run
from linux.freeze import INSIDE, make_tree
from linux.needs import needed
from linux.share import Placed, fresh, in_menu

if TYPE_CHECKING:
    from collections.abc import Iterable

APP_DIR = BUILD / "linux" / "AppDir"
RUNTIME = "APPIMAGE_RUNTIME"
"""Of the environment: where the runtime lies."""
PIN = PACKAGING / "linux" / "appimage-runtime.sha256"
BROUGHT = (
    "libxcb-cursor.so.0",
    "libxcb-icccm.so.4",
    "libxcb-image.so.0",
    "libxcb-keysyms.so.1",
    "libxcb-render-util.so.0",
    "libxcb-util.so.1",
    "libxcb-xkb.so.1",
    "libxkbcommon-x11.so.0",
)
"""What a desktop without other programs of Qt often lacks; a package would ask for it."""
_START = f"""#!/bin/sh
# Starts the program from wherever this folder is.
here=$(dirname "$(readlink -f "$0")")
exec "$here/usr/lib/{NAME}/{NAME}" "$@"
"""


def make() -> list[Path]:
    """Make the folder, and the AppImage in dist/ if the runtime is there."""
    folder = make_app_dir()
    runtime = os.environ.get(RUNTIME)
    if runtime is None:
        return []
    head = checked(Path(runtime).read_bytes())
    image = pack(folder, BUILD / "linux" / "appimage.squashfs")
    made = DIST / f"{NAME}-{VERSION}-x86_64.AppImage"
    with made.open("wb") as file:
        file.write(head)
        file.write(image.read_bytes())
    made.chmod(0o755)
    return [made]


def make_app_dir() -> Path:
    """Make the folder that an AppImage shows to its runtime; return it."""
    tree = make_tree()
    folder = fresh(APP_DIR.name)
    home = folder / "usr" / "lib" / NAME
    shutil.copytree(tree, home, symlinks=True)
    _bring(tree, home / INSIDE / "PySide6" / "Qt" / "lib")
    _place(in_menu(), folder)
    start = folder / "AppRun"
    start.write_text(_START, encoding="utf-8")
    start.chmod(0o755)
    shares = folder / "usr" / "share"
    shutil.copy(shares / "applications" / f"{APP_ID}.desktop", folder)
    icon = shares / "icons" / "hicolor" / "256x256" / "apps" / f"{APP_ID}.png"
    shutil.copy(icon, folder)
    (folder / ".DirIcon").symlink_to(icon.name)
    return folder


def checked(runtime: bytes) -> bytes:
    """Return the runtime, or end if it is not the one of appimage-runtime.sha256."""
    pinned = PIN.read_text(encoding="utf-8").split()[0]
    found = hashlib.sha256(runtime).hexdigest()
    if found != pinned:
        sys.exit(f"The runtime of AppImage is not the one that is pinned: {found}, not {pinned}.")
    return runtime


def pack(folder: Path, image: Path, level: int = 19) -> Path:
    """Pack a folder as a file system, the same each time; return it."""
    image.unlink(missing_ok=True)
    run(
        *("mksquashfs", folder, image, "-root-owned", "-noappend", "-no-xattrs", "-no-progress"),
        *("-comp", "zstd", "-Xcompression-level", str(level), "-b", "1M"),
    )
    return image


def _place(files: Iterable[Placed], folder: Path) -> None:
    for file in files:
        place = folder / file.place.lstrip("/")
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file.source, place)


def _bring(tree: Path, folder: Path) -> None:
    """Copy what is brought along, with its terms, to where Qt looks for libraries first."""
    for name in BROUGHT:
        if name not in needed(tree).always:
            sys.exit(f"Nothing needs {name} any more: take it off the list.")
        library = _of_system(name)
        shutil.copy(library, folder / name)
        package, _, _ = run("dpkg-query", "--search", library).partition(":")
        terms = APP_DIR / "usr" / "share" / "doc" / package / "copyright"
        terms.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(Path("/", *terms.relative_to(APP_DIR).parts), terms)


@cache
def _of_system(name: str) -> Path:
    """Return where a library of this computer lies."""
    lines = run("/sbin/ldconfig", "-p").splitlines()
    places = (line.split(" => ")[1] for line in lines if re.match(rf"\s+{name} .*x86-64", line))
    return Path(next(places)).resolve()
