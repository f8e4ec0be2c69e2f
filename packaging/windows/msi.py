"""Makes the installer for everybody on a computer: rls-wizard-VERSION.msi."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID, uuid5
from xml.sax.saxutils import quoteattr

from installers.about import APP_ID, DIST, NAME, TITLE, VERSION, maker
from installers.run import run
from windows.launcher import fill, numbers
from windows.sign import sign
from windows.stage import stage

if TYPE_CHECKING:
    from collections.abc import Iterator

_OURS = uuid5(UUID("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), APP_ID)
"""All identities follow from the name of the program, and stay the same for ever."""


def make() -> list[Path]:
    """Make it in dist/, and return it."""
    return [make_msi(VERSION, DIST)]


def make_msi(version: str, folder: Path) -> Path:
    """Make the installer of a version in a folder, and return it."""
    numbers(version)
    tree = stage(version)
    out, script = folder / f"{NAME}-{version}.msi", tree.with_name("setup.wxs")
    files = sorted(file for file in tree.rglob("*") if file.is_file())
    words = {
        "name": NAME,
        "title": TITLE,
        "version": version,
        "maker": maker().name,
        "home": maker().home,
        "upgrade": _identity("upgrade"),
        "product": _identity("product", version),
        "package": _identity("package", version, *(_hash(file) for file in files)),
        "shortcut": _identity("shortcut"),
        "icon": str(tree.with_name(f"{NAME}.ico")),
        "folders": "\n".join(_folder(tree, tree)),
        "components": "\n".join(f'<ComponentRef Id="{_id("c", f, tree)}"/>' for f in files),
    }
    script.write_text(fill("setup.wxs", words), encoding="utf-8")
    out.unlink(missing_ok=True)
    run("wixl", "--arch", "x64", "-o", out, script)
    sign(out)
    return out


def _folder(folder: Path, tree: Path) -> Iterator[str]:
    """Yield a folder's files, each a component of its own so that it can be repaired, and folders."""
    for path in sorted(folder.iterdir()):
        if path.is_dir():
            yield f'<Directory Id="{_id("d", path, tree)}" Name={quoteattr(path.name)}>'
            yield from _folder(path, tree)
            yield "</Directory>"
        else:
            identity = _identity("file", path.relative_to(tree).as_posix())
            yield f'<Component Id="{_id("c", path, tree)}" Guid="{identity}" Win64="yes">'
            yield f'<File Id="{_id("f", path, tree)}" KeyPath="yes" Source={quoteattr(str(path))}/>'
            yield "</Component>"


def _id(kind: str, path: Path, tree: Path) -> str:
    """Return a name for the tables: these hold no paths, and 72 letters at most."""
    return kind + sha256(path.relative_to(tree).as_posix().encode()).hexdigest()[:24]


def _identity(*words: str) -> str:
    return str(uuid5(_OURS, "\n".join(words))).upper()


def _hash(file: Path) -> str:
    return sha256(file.read_bytes()).hexdigest()
