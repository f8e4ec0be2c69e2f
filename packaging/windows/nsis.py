"""Makes the setup for one person: rls-wizard-VERSION-setup.exe."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from installers.about import DIST, NAME, PACKAGING, TITLE, VERSION, maker
from installers.run import run
from windows.launcher import fill, numbers
from windows.sign import asked_for
from windows.stage import stage
from windows.wheels import MINOR

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_KILO = 1024
_QUICK = "SetCompressor zlib"
_SMALL = "SetCompressor /SOLID lzma\nSetCompressorDictSize 64"


def make() -> list[Path]:
    """Make it in dist/, and return it."""
    return [make_setup(VERSION, DIST)]


def make_setup(version: str, folder: Path, *, quick: bool = False) -> Path:
    """Make the setup of a version in a folder, and return it; `quick` is for tests."""
    tree = stage(version)
    out = folder / f"{NAME}-{version}-setup.exe"
    script = tree.with_name("setup.nsi")
    words = {
        "name": NAME,
        "title": TITLE,
        "version": version,
        "compress": _QUICK if quick else _SMALL,
        "dotted": ".".join(map(str, (*numbers(version), 0))),
        "maker": maker().name,
        "home": maker().home,
        "out": str(out),
        "icon": str(tree.with_name(f"{NAME}.ico")),
        "licence": str(tree / "LICENSE.txt"),
        "dll": f"python\\python{MINOR.replace('.', '')}.dll",
        "remove": "\n".join(removals(tree)),
        "remove_folders": "\n".join(folder_removals(tree)),
        "files": "\n".join(unpacking(tree)),
        "kilobytes": str(sum(f.stat().st_size for f in _all(tree)) // _KILO),
        "sign": f"{sys.executable} -m windows.sign",
    }
    text = fill("setup.nsi", words)
    if not asked_for():
        text = "".join(ln for ln in text.splitlines(keepends=True) if "finalize '" not in ln)
    script.write_text(text, encoding="utf-8")
    path = os.pathsep.join([str(PACKAGING), os.environ.get("PYTHONPATH", "")])
    run("makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", script, more={"PYTHONPATH": path})
    return out


def _all(tree: Path) -> list[Path]:
    return sorted(file for file in tree.rglob("*") if file.is_file())


def removals(tree: Path) -> Iterator[str]:
    """Yield what removes every file of the tree, and nothing that a person put beside one."""
    for file in _all(tree):
        yield f'  Delete "{_installed(file, tree)}"'


def folder_removals(tree: Path) -> Iterator[str]:
    """Yield what removes the folders of the tree that are empty, from the innermost on."""
    for folder in sorted((f for f in tree.rglob("*") if f.is_dir()), reverse=True):
        yield f'  RMDir "{_installed(folder, tree)}"'


def _installed(path: Path, tree: Path) -> str:
    return "\\".join(("$INSTDIR", *path.relative_to(tree).parts))


def unpacking(tree: Path) -> Iterator[str]:
    """Yield what unpacks all, in a fixed order: by themselves, files come as the disk has them."""
    folder = None
    for file in sorted(_all(tree), key=lambda f: (f.parent, f.suffix, f.name)):
        if file.parent != folder:
            folder = file.parent
            yield f'  SetOutPath "{_installed(folder, tree)}"'
        yield f'  File "{file}"'
