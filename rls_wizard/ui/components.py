"""What the program is made of: versions and licences, as the installed packages state them."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from platform import python_version
from typing import TYPE_CHECKING

from rls_wizard import __version__
from rls_wizard.paths import resources

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_US = "rls-wizard"
"""Used where it is there."""
BUILT_ON = (
    "PySide6-Essentials",
    "PySide6-Addons",
    "pydantic",
    "reportlab",
    "segno",
    "pypdfium2",
    "tomli",
)
"""Asked for by name, too: in a checkout the program itself is no package.

Without Addons, which may be absent, nothing is read aloud.
"""
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_SAME = re.compile(r"[-_.]+")
_LICENCE_FILE = re.compile(r"licen[cs]e|copying", re.IGNORECASE)
_KNOWN = {"reportlab": "BSD-3-Clause", "segno": "BSD-3-Clause"}
"""Where the package itself only says "see the file", or nothing."""
_NAMES = {"PySide6_Essentials": "Qt and PySide6"}
_DRAWN = (
    ("Atkinson Hyperlegible Next", "OFL-1.1", "fonts/OFL.txt"),
    ("DejaVu Sans", "Bitstream Vera", "fonts/DejaVu-LICENSE.txt"),
    ("Tabler Icons", "MIT", "pictures/LICENSE.txt"),
)
"""What letters and pictures are drawn from."""


@dataclass(frozen=True, slots=True)
class Component:
    """One thing that is shipped, under whose terms."""

    name: str
    version: str
    licence: str
    texts: tuple[Path, ...] = ()
    """The files of the licence, where they are shipped."""


def components() -> tuple[Component, ...]:
    """Return the program, what it cannot do without, fonts and pictures."""
    python = Component("Python", python_version(), "PSF-2.0", _shipped("PSF-2.0"))
    drawn = (Component(name, "", licence, (resources() / file,)) for name, licence, file in _DRAWN)
    return (*_packages(), python, *drawn)


def _packages() -> Iterator[Component]:
    found = _needed((_US, *BUILT_ON), {})
    if _US not in found:
        # Packed without the particulars of its packages.
        yield Component(_US, __version__, "Apache-2.0", _shipped("Apache-2.0"))
    for package in found.values():
        licence = licence_of(package)
        texts = _own(package) or _shipped(licence)
        name = _NAMES.get(package.name, package.name.replace("_", "-"))
        yield Component(name, package.version, licence, texts)


def _needed(names: Iterable[str], found: dict[str, Distribution]) -> dict[str, Distribution]:
    """Return the packages of these names, and all that they need on this computer."""
    # Each asks for others in its own spelling.
    for name in (_SAME.sub("-", name).lower() for name in names):
        if name in found:
            continue
        with suppress(PackageNotFoundError):
            found[name] = distribution(name)
            # What only an extra asks for is not ours.
            needs = (need for need in found[name].requires or () if "extra ==" not in need)
            _needed([need.group() for need in map(_NAME.match, needs) if need], found)
    return found


def licence_of(package: Distribution) -> str:
    """Return the licence that a package states."""
    about = package.metadata
    said = (about[field] for field in ("License-Expression", "License") if field in about)
    return _KNOWN.get(package.name) or next(said, "")


def _own(package: Distribution) -> tuple[Path, ...]:
    """Return the licence files that stand with the particulars of a package."""
    files = (f for f in package.files or () if f.parts[0].endswith(".dist-info"))
    paths = (Path(str(package.locate_file(f))) for f in files if _LICENCE_FILE.search(str(f)))
    return tuple(path for path in paths if path.is_file())


def _shipped(licence: str) -> tuple[Path, ...]:
    """Return our copies of the licences that an expression names."""
    names = (name.removesuffix("-only") for name in _NAME.findall(licence))
    paths = (resources() / "licences" / f"{name}.txt" for name in names)
    return tuple(path for path in paths if path.is_file())
