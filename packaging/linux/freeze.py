"""The program as a folder that needs no Python: what every package for Linux is made of."""

from __future__ import annotations

import os
import re
import shutil
import sys
from functools import cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import tomli
from installers.about import BUILD, NAME, PACKAGING, epoch
from installers.notices import write_notices
from installers.run import run

from rls_wizard.ui.components import BUILT_ON

if TYPE_CHECKING:
    from collections.abc import Iterator

SPEC = PACKAGING / "linux" / "rls-wizard.spec"
TREE = BUILD / "linux" / NAME
INSIDE = "_internal"
"""PyInstaller's folder for all but the program itself."""
LISTED = (NAME, *BUILT_ON)
"""Packages whose particulars go along, and those of all that they need: About lists them."""
UNUSED = [
    # What libraries could use for the network and for more work at once, and we do not.
    *("asyncio", "concurrent", "ftplib", "multiprocessing", "sqlite3", "ssl", "xmlrpc"),
    # Asked for and not needed, and each takes a library of the system.
    *("_bz2", "_curses", "_lzma", "_uuid", "readline", "tkinter"),
    # Only for whoever develops.
    *("distutils", "doctest", "hypothesis", "lib2to3", "pip", "pydoc", "setuptools", "unittest"),
    *("pydantic._hypothesis_plugin", "pydantic.mypy", "pydantic.v1", "pypdfium2_cli"),
    "reportlab.graphics.testshapes",
    # Pillow and reportlab take them where they are: with files that we never give them.
    *("charset_normalizer", "defusedxml"),
    # Windows prints by it; CUPS takes the PDF as it is.
    *("PySide6.QtPrintSupport", "rls_wizard.ui.printing.drawn"),
]
_SAID = tomli.loads((PACKAGING / "shipped.toml").read_text(encoding="utf-8"))["linux"]
_SPEECH = _SAID.pop("speech")
SHIPPED: dict[str, list[str]] = {
    kind: [*names, *_SPEECH.get(kind, ())] for kind, names in _SAID.items()
}
"""What packaging/shipped.toml says of Linux, with what reads aloud."""
_PROGRAM, _FILE = 0o755, 0o644
_ELF = b"\x7fELF"
_QT_LIBRARY = re.compile(r"libQt6(\w+)\.so")
_MODULE = re.compile(r"PySide6/(Qt\w+)\.")
_PLUGIN = re.compile(r"PySide6/Qt/plugins/(.+)\.so$")
_LIBRARY = re.compile(r"\.so(\.|$)")
_ABOUT = re.compile(r"\.dist-info/(METADATA$|(licenses/)?.*(licen[cs]e|copying))", re.IGNORECASE)


@cache
def make_tree() -> Path:
    """Make the folder anew; return it.

    Two of one commit are equal, wherever they are made: contents, modes and times.
    """
    place = TREE.parent
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    run(
        *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level=WARN"),
        *("--distpath", place, "--workpath", place / "work", SPEC),
        # Not where the checkout is: it must find the installed program, with its resources.
        cwd=place,
        more={"PYTHONPATH": str(PACKAGING), "PYINSTALLER_CONFIG_DIR": str(place / "cache")},
    )
    tidy_particulars(TREE / INSIDE)
    _drop_links(TREE / INSIDE)
    run("strip", "--strip-unneeded", *libraries(TREE))
    _forget_folders(TREE)
    _unpack_shiboken(TREE)
    write_notices(TREE)
    settle(TREE)
    return TREE


def wanted(name: str, listed: dict[str, list[str]] = SHIPPED) -> bool:
    """Tell whether a file of this name, counted from the folder of libraries, goes along."""
    file = PurePosixPath(name)
    if ".dist-info/" in name:
        return name.partition("-")[0] not in UNUSED and bool(_ABOUT.search(name))
    if _LIBRARY.search(file.name):
        return _library_wanted(name, file, listed)
    return "translations" not in file.parts


def _library_wanted(name: str, file: PurePosixPath, listed: dict[str, list[str]]) -> bool:
    if plugin := _PLUGIN.search(name):
        return plugin[1] in listed["plugins"]
    if found := _QT_LIBRARY.match(file.name):
        return found[1] in listed["qt"]
    if found := _MODULE.match(name):
        return found[1] in listed["modules"]
    return name.startswith(tuple(listed["others"])) or "__mypyc." in file.name


def for_speech(tree: Path) -> list[Path]:
    """Return the libraries that only reading aloud needs; without, the program works all the same.

    What these are linked to is recommended, not required.
    """
    inside = tree / INSIDE
    names = {str(file.relative_to(inside)): file for file in libraries(inside)}
    return [file for name, file in names.items() if not wanted(name, _SAID)]


def libraries(tree: Path) -> list[Path]:
    """Return all files with machine code, the program itself among them."""
    return [file for file in _files(tree) if not file.is_symlink() and _is_elf(file)]


def _is_elf(file: Path) -> bool:
    with file.open("rb") as stream:
        return stream.read(len(_ELF)) == _ELF


def _files(tree: Path) -> Iterator[Path]:
    return (file for file in sorted(tree.rglob("*")) if file.is_symlink() or file.is_file())


def tidy_particulars(inside: Path) -> None:
    """Let each package list what is there of it: the list is how its licences are found."""
    for folder in inside.glob("*.dist-info"):
        listed = [str(file.relative_to(inside)) for file in _files(folder)]
        record = f"{folder.name}/RECORD"
        lines = "".join(f"{name},,\n" for name in sorted([*listed, record]))
        (inside / record).write_text(lines, encoding="utf-8")


def _drop_links(inside: Path) -> None:
    """Remove the links that PyInstaller makes for a search path: every library names its place."""
    for file in inside.iterdir():
        if file.is_symlink():
            file.unlink()


def _unpack_shiboken(tree: Path) -> None:
    """Write out what shiboken would else unpack and compile at every start, compiled.

    Eight of a hundred milliseconds to the first picture.
    """
    unpack = {"SBK_EMBED": "0", "QT_QPA_PLATFORM": "offscreen"}
    run(tree / NAME, "selftest", "--until", "paint", more=unpack)
    place = tree / INSIDE / "shiboken6" / "files.dir"
    once = ("-q", "-b", "--invalidation-mode", "unchecked-hash", "-s", tree / INSIDE)
    run(sys.executable, "-m", "compileall", *once, place)
    for source in place.rglob("*.py"):
        source.unlink()


def _forget_folders(tree: Path) -> None:
    """Remove search paths that name folders of this computer: Python may have been built with one.

    Whoever has such a folder elsewhere could put other libraries there.
    """
    for file in libraries(tree):
        if run("patchelf", "--print-rpath", file).startswith("/"):
            run("patchelf", "--remove-rpath", file)


def settle(tree: Path) -> None:
    """Give all files plain modes, and everything the time of the commit."""
    for file in _files(tree):
        if not file.is_symlink():
            file.chmod(_PROGRAM if file == tree / NAME else _FILE)
    for path in [*tree.rglob("*"), tree]:
        if path.is_dir() and not path.is_symlink():
            path.chmod(_PROGRAM)
        os.utime(path, (epoch(), epoch()), follow_symlinks=False)
