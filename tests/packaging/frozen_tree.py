"""What lies in the folder that is made for Linux, and whether it may lie there."""

import subprocess
import sys
from pathlib import Path

from installers.about import NAME, ROOT, epoch
from linux.freeze import INSIDE, SHIPPED, TREE, libraries, wanted

from rls_wizard.ui.components import components

STARTER = {"_pyi_rth_utils"}
"""PyInstaller's own."""
SEVERAL = {"pydantic-core": ("pydantic_core",), "pypdfium2": ("pypdfium2_cfg", "pypdfium2_raw")}
"""Packages that are imported by more names than their own."""


def foreign(tree=TREE):
    """Yield what has machine code and is not listed, and what is listed and not there."""
    inside = tree / INSIDE
    names = [str(file.relative_to(inside)) for file in libraries(inside)]
    yield from (f"not listed: {name}" for name in names if not wanted(name))
    for listed in SHIPPED["others"]:
        if not any(name.startswith(listed) for name in names):
            yield f"listed, but not there: {listed}"
    there = {
        "qt": {Path(name).name.removeprefix("libQt6").split(".")[0] for name in names},
        "plugins": {name.removeprefix("PySide6/Qt/plugins/").removesuffix(".so") for name in names},
        "modules": {Path(name).name.split(".")[0] for name in names},
    }
    for kind, found in there.items():
        yield from (f"listed, but not there: {name}" for name in SHIPPED[kind] if name not in found)


def needed(tree=TREE):
    """Return by each library the names of those that it is linked to."""
    files = libraries(tree)
    read = subprocess.run(
        ["objdump", "-p", *files], check=True, capture_output=True, text=True
    ).stdout
    found, name = {}, ""
    for line in read.splitlines():
        if "file format" in line:
            name = line.partition(":")[0]
            found[name] = set()
        elif line.split()[:1] == ["NEEDED"]:
            found[name].add(line.split()[1])
    assert len(found) == len(files), "not all could be read"
    return found


def unresolved(tree=TREE):
    """Yield libraries that are neither here nor listed as the system's; and listed in vain."""
    ours = {file.name for file in libraries(tree)}
    asked = needed(tree)
    for name, names in sorted(asked.items()):
        for library in sorted(names - ours - set(SHIPPED["system"])):
            yield f"{Path(name).name} needs {library}"
    asked_for = set().union(*asked.values())
    yield from (f"needed by nothing: {name}" for name in SHIPPED["system"] if name not in asked_for)


def elsewhere(tree=TREE):
    """Yield libraries of ours that would be loaded from another place than here."""
    ours = {file.name for file in libraries(tree)}
    for file in libraries(tree):
        # As the starter has it.
        place = {"LD_LIBRARY_PATH": str(tree / INSIDE), "PATH": "/usr/bin:/bin"}
        said = subprocess.run(
            ["ldd", file], check=True, capture_output=True, text=True, env=place
        ).stdout
        for line in said.splitlines():
            name, _, found = (part.strip() for part in line.partition("=>"))
            if name in ours and str(tree.resolve()) not in found:
                yield f"{file.name} takes {name} from {found}"


def outside(tree=TREE):
    """Yield libraries that look for others in folders that are not ours."""
    for file in libraries(tree):
        said = subprocess.run(["objdump", "-p", file], check=True, capture_output=True, text=True)
        for line in said.stdout.splitlines():
            kind, _, places = line.strip().partition(" ")
            if kind in ("RPATH", "RUNPATH") and not _all_ours(places):
                yield f"{file.name} looks in {places.strip()}"


def _all_ours(places):
    return all(place.startswith("$ORIGIN") for place in places.strip().split(":"))


def strangers(tree=TREE):
    """Yield what can be imported and belongs neither to Python nor to what About lists."""
    listed = {part.name.replace("-", "_").lower() for part in components()}
    listed |= {"pyside6", "pil"} | STARTER
    listed |= {name for names in SEVERAL.values() for name in names}
    for path in sorted((tree / INSIDE).iterdir()):
        name = path.name.partition(".")[0]
        known = name in sys.stdlib_module_names or name.lower() in listed
        if known or path.name.endswith((".dist-info", ".libs")) or "__mypyc" in path.name:
            continue
        if not path.name.startswith(("lib", "python3.", "_sysconfigdata", "_pyi")):
            yield f"About does not list {path.name}"


def unsettled(tree=TREE):
    """Yield what has another mode or time than everything else has."""
    for path in sorted([tree, *tree.rglob("*")]):
        state = path.lstat()
        program = path.is_dir() or path == tree / NAME
        if path.is_symlink():
            yield f"a link: {path}"
        elif state.st_mode & 0o7777 != (0o755 if program else 0o644):
            yield f"mode {state.st_mode:o}: {path}"
        elif state.st_mtime != epoch():
            yield f"another time: {path}"


def told_places(tree=TREE):
    """Yield files that tell where they were made."""
    place = str(ROOT).encode()
    for path in tree.rglob("*"):
        if path.is_file() and place in path.read_bytes():
            yield f"{path.relative_to(tree)} tells where it was made"


def sizes(tree=TREE):
    """Return the bytes of each part, the largest first."""
    inside, parts = tree / INSIDE, {}
    for path in tree.rglob("*"):
        if path.is_file():
            name = _part(path.relative_to(inside)) if path.is_relative_to(inside) else NAME
            parts[name] = parts.get(name, 0) + path.stat().st_size
    return dict(sorted(parts.items(), key=lambda part: -part[1]))


def _part(file):
    """Return what a file is a part of: of Qt each library is one."""
    first = file.parts[0]
    if "plugins" in file.parts:
        return "plugins of Qt"
    if first in ("PySide6", "shiboken6") and ".so" in file.name:
        return file.name.partition(".")[0]
    if "__mypyc" in first:
        return "tomli"
    python = first.partition(".")[0] in sys.stdlib_module_names or first.startswith("libpython")
    return "Python" if python or first.startswith("python3.") else first
