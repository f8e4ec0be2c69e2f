"""The notices of third parties, as their terms ask: in every package, and beside them."""

from __future__ import annotations

import json
import re
import sys
from textwrap import fill
from typing import TYPE_CHECKING, NamedTuple

from installers.about import DIST, NAME, ROOT, TITLE, VERSION, maker
from installers.licences import TREES, look, shortened, system_of, table, texts_of, words_of
from installers.versions import bundled_in, version_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from installers.licences import Component, Found

FILE = "THIRD-PARTY-NOTICES.txt"
"""Of this name in every tree."""
PLACES = {
    "linux": "On Linux: {folder} in /usr/lib/rls-wizard, or in usr/lib/rls-wizard of the AppImage "
    "once --appimage-extract has unpacked it.",
    "windows": "On Windows: {folder} in the folder that the program is installed in.",
    "macos": "On macOS: {folder} in the application. Sign it anew after a change: codesign --force "
    "--deep --sign - and its name.",
}
"""Where Qt is found once the program is installed."""
_FOLDERS = {
    "linux": "_internal/PySide6/Qt/lib",
    "windows": "packages/PySide6",
    "macos": "Contents/Frameworks/PySide6/Qt/lib",
}
"""Where it lies as long as no tree was made that could be asked."""
_RULE = "=" * 78
_LINE = "-" * 78


_ABOUT = """
The program itself is under the Apache License 2.0. Its source: {source}

It is shipped with what others made, under their own terms. Each part stands below with who
holds the copyright, and with the number of the text of its licence.
"""
_QT = """
This program uses Qt {qt} and PySide6 {qt}, which are copyright The Qt Company Ltd. and other
contributors, and are used under the GNU Lesser General Public License, version 3. Its text and
that of the GNU General Public License 3, which it rests on, stand below. They come without any
warranty.

Both are libraries in files of their own, as their makers published them; on macOS without the
half for the other processor, and signed anew. You may change them, or put others in place of
these, built for the same system: Qt of the same version, or Qt, PySide6 and shiboken6 of another
one together, since PySide6 asks for the Qt that it was built with. The program does not check
them, and starts with yours. They lie here:

{places}

The libraries of PySide6 lie in the folders PySide6 and shiboken6 beside or above them.

Nothing in the terms of this program, or of its packages, forbids to change these libraries for
your own use, or to take the program apart to find faults in such changes.

The source of exactly these versions can be had at {source} and, from their makers, as
qt-everywhere-src at https://download.qt.io/official_releases/qt/ and as pyside-setup at
https://download.qt.io/official_releases/QtForPython/pyside6/
"""


class Told(NamedTuple):
    """A component as it is told about."""

    component: Component
    version: str


def make() -> list[Path]:
    """Write the notices of all that is shipped on any system; return that file."""
    made = [tree for tree in TREES.values() if tree.is_dir()]
    seen = [told for tree in made for told in told_in(look(tree))]
    file = DIST / f"{NAME}-{VERSION}-third-party-notices.txt"
    DIST.mkdir(exist_ok=True)
    folders = {system: qt_folder(tree, system) for system, tree in TREES.items()}
    every = [Told(one, _versions(one, seen)) for one in table()]
    file.write_text(notices(every, folders), encoding="utf-8")
    return [file]


def write_notices(tree: Path) -> Path:
    """Write the notices of what lies in a tree into it; return that file."""
    # An application for macOS may have nothing beside its Contents.
    inside = tree / "Contents" / "Resources" if system_of(tree) == "macos" else tree
    file = inside / FILE
    file.write_text(notices_of(tree), encoding="utf-8", newline="\n")
    return file


def notices_of(tree: Path) -> str:
    """Return the notices of what lies in a tree; end where something is there without terms."""
    found, system = look(tree), system_of(tree)
    if found.faults:
        faults = shortened(found.faults)
        sys.exit("\n".join(["Not to be shipped, see installers/licences.toml:", *faults]))
    return notices(told_in(found), {system: qt_folder(tree, system)})


def qt_folder(tree: Path, system: str) -> str:
    """Return the folder of Qt's libraries below a tree."""
    names = "libQt6Core.so*", "Qt6Core.dll", "QtCore.framework"
    found = (file for name in names for file in tree.rglob(name) if not file.is_symlink())
    first = next(found, None)
    return first.parent.relative_to(tree).as_posix() if first else _FOLDERS[system]


def told_in(found: Found) -> list[Told]:
    """Return what lies in a tree, with the versions of the very files."""
    return [
        Told(one, version_of(one, [found.tree / path for path in found.files(one)]))
        for one in found.components
    ]


def _versions(component: Component, seen: list[Told]) -> str:
    """Return the versions in all trees, or what can be known without one."""
    versions = {told.version for told in seen if told.component == component}
    return ", ".join(sorted(versions - {""})) or version_of(component)


def notices(every: list[Told], folders: Mapping[str, str]) -> str:
    """Return the text: what Qt asks for, every component, and the words of every licence.

    `folders` says for each system where Qt's libraries lie in it.
    """
    texts: dict[str, list[str]] = {}
    parts = [_title(f"{TITLE} {VERSION}: notices of third parties", _ABOUT)]
    parts += [_title("Qt and PySide6, under the GNU LGPL 3", _QT, every, folders)]
    parts += [_title("All parts"), *(_told(one, texts) for one in every)]
    parts += [_title("Texts of licences")]
    for number, (text, names) in enumerate(texts.items(), 1):
        parts.append(f"[{number}] {'; '.join(names)}\n{_LINE}\n{text}\n\n")
    return "".join(parts)


def _title(
    words: str, text: str = "", every: Iterable[Told] = (), folders: Mapping[str, str] | None = None
) -> str:
    """Return a heading, and the paragraphs of a text with all that it leaves open filled in."""
    qt = next((one.version for one in every if one.component.title == "Qt"), "")
    places = [PLACES[system].format(folder=folder) for system, folder in (folders or {}).items()]
    said = text.format(source=maker().source, qt=qt, places="\n\n".join(places))
    told = "\n\n".join(map(_filled, said.strip().split("\n\n")))
    return f"{_RULE}\n{words}\n{_RULE}\n\n" + (f"{told}\n\n" if told else "")


def _filled(paragraph: str) -> str:
    return fill(paragraph, len(_RULE), break_long_words=False, break_on_hyphens=False)


def _told(one: Told, texts: dict[str, list[str]]) -> str:
    component = one.component
    inside = f" (built into {component.inside})" if component.inside else ""
    lines = [" ".join(filter(None, (component.title, one.version))) + inside]
    lines += [f"  {line}" for line in component.copyright]
    numbers = sorted({_number(file, component, texts) for file in texts_of(component)})
    lines.append(f"  {component.terms}: " + " ".join(f"[{number}]" for number in numbers))
    if component.source:
        lines.append(f"  {component.source.format(source=maker().source)}")
    lines += [f"    {line}" for line in _bundled(component)]
    return "\n".join(lines) + "\n\n"


def _number(file: Path, component: Component, texts: dict[str, list[str]]) -> int:
    """Return the number of a text, which stands once, however many files hold it."""
    text = words_of(file)
    ours = ROOT in file.parents and "site-packages" not in file.parts
    name = file.stem if ours else f"{component.title}: {file.name}"
    names = texts.setdefault(text, [])
    if name not in names:
        names.append(name)
    return list(texts).index(text) + 1


def _bundled(component: Component) -> Iterator[str]:
    """Yield what a package says is compiled into it, with whom to credit."""
    if component.bundled:
        for one in bundled_in(component.package, component.bundled.removesuffix(".json")):
            if one.get("scope") == "required":
                said = json.dumps(one.get("licenses", []))
                terms = " ".join(re.findall(r'"(?:expression|id)": "([^"]+)"', said))
                by = one.get("author") or "its authors"
                yield f"{one['name']} {one['version']}, {by}: {terms}"
