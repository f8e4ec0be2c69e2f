"""Makes the installer for everybody on a computer: rls-wizard-VERSION.msi."""

from __future__ import annotations

import struct
from hashlib import sha256
from typing import TYPE_CHECKING
from uuid import UUID, uuid5
from xml.sax.saxutils import quoteattr

from installers.about import APP_ID, DIST, NAME, TITLE, VERSION, epoch, maker
from installers.run import run
from windows.launcher import fill, numbers
from windows.sign import sign
from windows.stage import stage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_OURS = uuid5(UUID("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), APP_ID)
"""All identities follow from the name of the program, and stay the same for ever."""
_SUMMARY, _BEFORE_SUMMARY = UUID("f29f85e0-4ff9-1068-ab91-08002b27b3d9").bytes_le, 28
"""What the summary of a file begins with, and how much stands before that; see [MS-OLEPS]."""
_PACKAGE, _TIMES = 9, (12, 13)
_SINCE_1601, _TICKS = 11_644_473_600, 10_000_000
"""Windows counts from there, in ten millionths of a second."""


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
        "icon": f"{NAME}.ico",
        "folders": "\n".join(folders(tree, tree)),
        "components": "\n".join(f'<ComponentRef Id="{_id("c", f, tree)}"/>' for f in files),
    }
    script.write_text(fill("setup.wxs", words), encoding="utf-8")
    out.unlink(missing_ok=True)
    # It finds files by their names as seen from where it runs, and by no other.
    run("wixl", "--arch", "x64", "-o", out, script, cwd=tree.parent)
    fix_summary(out, words["package"])
    sign(out)
    return out


def fix_summary(file: Path, package: str) -> None:
    """Put into a file what wixl makes up: the identity of the package, and the time."""
    data = bytearray(file.read_bytes())
    found = data.index(_SUMMARY)
    (inside,) = struct.unpack_from("<I", data, found + len(_SUMMARY))
    section = found - _BEFORE_SUMMARY + inside
    (count,) = struct.unpack_from("<I", data, section + 4)
    entries = struct.iter_unpack("<II", data[section + 8 : section + 8 + 8 * count])
    places = {number: section + offset for number, offset in entries}
    # Each begins with its type; a text goes on with its length.
    identity = f"{{{package}}}".encode()
    data[places[_PACKAGE] + 8 : places[_PACKAGE] + 8 + len(identity)] = identity
    for number in _TIMES:
        struct.pack_into("<Q", data, places[number] + 4, (epoch() + _SINCE_1601) * _TICKS)
    file.write_bytes(data)


def folders(folder: Path, tree: Path) -> Iterator[str]:
    """Yield what is in a folder. Each file is a component: it can be repaired."""
    for path in sorted(folder.iterdir()):
        if path.is_dir():
            yield f'<Directory Id="{_id("d", path, tree)}" Name={quoteattr(path.name)}>'
            yield from folders(path, tree)
            yield "</Directory>"
        else:
            identity = _identity("file", path.relative_to(tree).as_posix())
            source = quoteattr(str(path.relative_to(tree.parent)))
            yield f'<Component Id="{_id("c", path, tree)}" Guid="{identity}" Win64="yes">'
            yield f'<File Id="{_id("f", path, tree)}" KeyPath="yes" Source={source}/>'
            yield "</Component>"


def _id(kind: str, path: Path, tree: Path) -> str:
    """Return a name for the tables, which hold no paths."""
    return kind + sha256(path.relative_to(tree).as_posix().encode()).hexdigest()[:24]


def _identity(*words: str) -> str:
    return str(uuid5(_OURS, "\n".join(words))).upper()


def _hash(file: Path) -> str:
    return sha256(file.read_bytes()).hexdigest()
