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
        "remove": "\n".join(removals(tree)),
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
    """Yield what removes all that lies in the tree, and nothing that a person put beside it."""
    for path in sorted(tree.iterdir()):
        yield f'  {"RMDir /r" if path.is_dir() else "Delete"} "$INSTDIR\\{path.name}"'


def unpacking(tree: Path) -> Iterator[str]:
    """Yield what unpacks all, in a fixed order: by themselves, files come as the disk has them."""
    folder = None
    for file in sorted(_all(tree), key=lambda f: (f.parent, f.suffix, f.name)):
        if file.parent != folder:
            folder = file.parent
            inside = "\\".join(("$INSTDIR", *folder.relative_to(tree).parts))
            yield f'  SetOutPath "{inside}"'
        yield f'  File "{file}"'
