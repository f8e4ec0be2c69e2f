"""What lies in a package, file by file, and under which terms; what must not lie there.

Started as a program it looks at trees: python -m installers.licences FOLDER ...
"""

from __future__ import annotations

import re
import sys
from contextlib import suppress
from fnmatch import fnmatchcase
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import tomli

from installers.about import BUILD, NAME, PACKAGING, ROOT, TITLE
from rls_wizard.domain.model import Model
from rls_wizard.ui.components import licence_of

if TYPE_CHECKING:
    from importlib.metadata import PackagePath

FILE = PACKAGING / "installers" / "licences.toml"
TREES = {
    "linux": BUILD / "linux" / NAME,
    "windows": BUILD / "windows" / NAME,
    "macos": BUILD / "macos" / f"{TITLE}.app",
}
"""Where the program lies, as it is then installed, by system."""
SYSTEMS = tuple(TREES)
_TEXTS = PACKAGING / "licences", ROOT / "resources" / "licences"
_MACHINE_CODE = (
    b"\x7fELF",
    b"MZ",
    b"\xfe\xed\xfa",
    b"\xce\xfa\xed\xfe",
    b"\xcf\xfa\xed\xfe",
    b"\xca\xfe\xba\xbe",
    b"!<arch>",
    b"PK\x03\x04",
)
"""How files of Linux, Windows and macOS begin; and archives, in which anything could lie."""
_DRAWN = {".ttf", ".otf", ".pfb", ".afm", ".icc"}
_LICENCE_FILE = re.compile(r"licen[cs]e|copying|notice|authors", re.IGNORECASE)
_SHOWN = 30
_ABOVE_MODULES = re.compile(r"^(.*?/)?(_internal|packages|Contents/Frameworks)/(__pycache__/)?")
_ID = re.compile(r"[A-Za-z0-9.-]+(?: WITH [A-Za-z0-9.-]+)?")


class Component(Model):
    """One thing with terms of its own; what its fields mean is told at the top of the file."""

    name: str = ""
    licence: str = ""
    copyright: tuple[str, ...] = ()
    version: str = ""
    source: str = ""
    files: tuple[str, ...] = ()
    modules: tuple[str, ...] = ()
    imports: tuple[str, ...] = ()
    package: str = ""
    inside: str = ""
    systems: tuple[str, ...] = SYSTEMS
    texts: tuple[str, ...] = ()
    bundled: str = ""

    @property
    def title(self) -> str:
        """What it is called."""
        return self.name or self.package

    @property
    def terms(self) -> str:
        """Its licence, as an SPDX expression."""
        return self.licence or licence_of(distribution(self.package))

    @property
    def always(self) -> bool:
        """Whether it is there, though no file of a tree shows it."""
        return not (self.files or self.package or self.inside) or self.package.startswith("pyinst")


class Refused(Model):
    """What must not be there, and why."""

    why: str
    files: tuple[str, ...]


class Found(NamedTuple):
    """What was found in a tree."""

    tree: Path
    owners: dict[str, Component]
    """By the path of each file below the tree, and by the modules inside the program."""
    faults: list[str]

    def files(self, component: Component) -> list[str]:
        """Return the paths of the files that a component has."""
        owned = (path for path, owner in self.owners.items() if owner == component)
        return [path for path in owned if ": " not in path]

    @property
    def components(self) -> list[Component]:
        """What is there, what is built into it and what comes around it, as the table has it."""
        system = system_of(self.tree)
        there = {component.title for component in self.owners.values()}
        return [
            one
            for one in table()
            if system in one.systems and (one.always or {one.title, one.inside} & there)
        ]


@cache
def table() -> tuple[Component, ...]:
    """Return all components that can be shipped."""
    blocks = tomli.loads(FILE.read_text(encoding="utf-8"))["component"]
    return tuple(Component.model_validate(block) for block in blocks)


@cache
def refused() -> tuple[Refused, ...]:
    """Return what must not be shipped."""
    blocks = tomli.loads(FILE.read_text(encoding="utf-8"))["refused"]
    return tuple(Refused.model_validate(block) for block in blocks)


def system_of(tree: Path) -> str:
    """Return the system that a tree is for."""
    if (tree / "Contents").is_dir():
        return "macos"
    return "windows" if any(tree.glob("*.exe")) else "linux"


def look(tree: Path) -> Found:
    """Find whose each file of a tree is; whatever is nobody's, or refused, is a fault."""
    owners, faults = {}, [] if tree.is_dir() else [f"there is no {tree}"]
    for file in sorted(tree.rglob("*")):
        if file.is_dir() or file.is_symlink():
            continue
        path = file.relative_to(tree).as_posix()
        if why := _why_refused(path):
            faults.append(f"{path}: {why}")
        elif owner := owner_of(path, named=_must_be_named(file)) or _loose_module(path):
            owners[path] = owner
        else:
            faults.append(f"{path}: no component of licences.toml has it")
    for module in frozen_modules(tree):
        if owner := _importable(module):
            owners[f"{NAME}: {module}"] = owner
        else:
            faults.append(f"module {module} in the program: no component of licences.toml has it")
    faults += [f"{c.title}: {c.terms} only" for c in {*owners.values()} if gpl_only(c.terms)]
    return Found(tree, owners, faults)


def gpl_only(terms: str) -> bool:
    """Return whether an SPDX expression leaves no choice but the GPL, without an exception."""
    ways = [way.split(" AND ") for way in re.sub(r"[()]", "", terms).split(" OR ")]
    return all(any(_is_gpl(licence) for licence in way) for way in ways)


def _is_gpl(licence: str) -> bool:
    return licence.strip().startswith(("GPL-", "AGPL-")) and " WITH " not in licence


def texts_of(component: Component) -> list[Path]:
    """Return the files with the text of its licence.

    Raises FileNotFoundError if there are none.
    """
    if component.texts:
        return [ROOT / text for text in component.texts]
    if own := _own_texts(component):
        return own
    ways = [_ID.findall(re.sub(r"[()]", "", way)) for way in component.terms.split(" OR ")]
    for way in ways:
        files = [_text(licence) for licence in way if licence != "AND"]
        if all(files):
            return [file for file in files if file]
    raise FileNotFoundError(f"no text of {component.terms}, for {component.title}")


def words_of(file: Path) -> str:
    """Return what a text says; some of pypdfium2's only name another, as in C."""

    def included(line: re.Match[str]) -> str:
        return words_of(file.parent / line[1])

    text = file.read_text(encoding="utf-8", errors="replace").replace("\r\n", "\n")
    return re.sub(r"(?m)^#include (\S+)$", included, text).strip("\n")


def _text(licence: str) -> Path | None:
    names = licence, licence.removesuffix("-only")
    files = (folder / f"{name}.txt" for folder in _TEXTS for name in names)
    return next((file for file in files if file.is_file()), None)


def _own_texts(component: Component) -> list[Path]:
    """Return the texts that stand with a package, without those for systems that we do not ship."""
    ours = [
        file
        for file in _installed(component)
        if file.parts[0].endswith(".dist-info")
        and _LICENCE_FILE.search("/".join(file.parts[1:]))
        and not re.search("musl|android|v8_xfa", str(file))
    ]
    return sorted(Path(str(file.locate())) for file in ours)


def _installed(component: Component) -> list[PackagePath]:
    """Return the files of a package; none where it is not installed, as PyInstaller for tests."""
    with suppress(PackageNotFoundError):
        return (component.package and distribution(component.package).files) or []
    return []


def _why_refused(path: str) -> str:
    for one in refused():
        if any(_matches(path, pattern) for pattern in one.files):
            return one.why
    return ""


def owner_of(path: str, *, named: bool) -> Component | None:
    """Return the component that has a file; `named`: only by a name, not by its folder."""
    for component in table():
        for pattern in _patterns(component):
            if not (named and pattern.endswith("/*")) and _matches(path, pattern):
                return component
    return None


@cache
def _patterns(component: Component) -> tuple[str, ...]:
    spread = [
        pattern.format(module=module)
        for pattern in component.files
        for module in (component.modules if "{module}" in pattern else ("",))
    ]
    # What a package has besides machine code lies in its own folders.
    return *spread, *(f"{top}/*" for top in _tops(component)), *_tops(component)


def _matches(path: str, pattern: str) -> bool:
    return fnmatchcase(path, pattern) or fnmatchcase(path, f"*/{pattern}")


@cache
def _tops(component: Component) -> tuple[str, ...]:
    """Return the folders and modules that a package installs at the top."""
    parts = {file.parts[0] for file in _installed(component)} - {"..", "__pycache__"}
    return tuple(sorted(part for part in parts if not part.endswith((".so", ".pyd"))))


def machine_code(tree: Path, path: str) -> bool:
    """Return whether a file is one that must be named in the table, as a library must."""
    return _must_be_named(tree / path)


def _must_be_named(file: Path) -> bool:
    with file.open("rb") as opened:
        begins = opened.read(8)
    return begins.startswith(_MACHINE_CODE) or file.suffix.lower() in _DRAWN


def frozen_modules(tree: Path) -> list[str]:
    """Return the top names of the modules inside a program of PyInstaller; none of another."""
    programs = [tree / NAME, tree / "Contents" / "MacOS" / NAME]
    program = next((file for file in programs if file.is_file()), None)
    if program is None:
        return []
    from PyInstaller.archive.readers import CArchiveReader  # noqa: PLC0415

    archive = CArchiveReader(str(program))
    names = (name for name in archive.toc if name.startswith("PYZ"))
    modules = {module for name in names for module in archive.open_embedded_archive(name).toc}
    return sorted({module.split(".")[0] for module in modules})


def _loose_module(path: str) -> Component | None:
    """Return whose a compiled module is that is a file of its own, in no folder of a package."""
    inner = Path(_ABOVE_MODULES.sub("", path))
    return _importable(inner.parts[0].partition(".")[0]) if inner.suffix == ".pyc" else None


def _importable(module: str) -> Component | None:
    if module == NAME.replace("-", "_"):
        return table()[0]
    for component in table():
        tops = {top.removesuffix(".py") for top in _tops(component)}
        if module in tops or any(fnmatchcase(module, name) for name in component.imports):
            return component
    stdlib = module in sys.stdlib_module_names or module.startswith("_sysconfigdata")
    return next(c for c in table() if c.title == "Python") if stdlib else None


def shortened(faults: list[str]) -> list[str]:
    """Return the first faults, and how many more there are."""
    more = len(faults) - _SHOWN
    return faults if more <= 0 else [*faults[:_SHOWN], f"and {more} more"]


def main(trees: list[str]) -> int:
    """Print what lies in each tree, and every fault; return 0 if there is none."""
    faults = []
    for tree in map(Path, trees):
        found = look(tree)
        print(f"{tree.name} for {system_of(tree)}: {len(found.owners)} files and modules")
        for component in found.components:
            for path in found.files(component):
                if machine_code(tree, path):
                    print(f"  {component.terms:<36} {component.title:<32} {path}")
        faults += [f"{system_of(tree)}: {fault}" for fault in found.faults]
    print("\n".join(f"FAULT {fault}" for fault in shortened(faults)))
    return 1 if faults or not trees else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
