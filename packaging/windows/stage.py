"""What Windows gets, as a folder: Python, the packages of the lock, and the program.

rls-wizard.exe, rls-wizard-cli.exe    small programs that load Python and run ours
python/                               as its maker hands it out, but for what nobody needs
packages/                             from wheels: Qt, by a list; ours; the others
kiosk/                                settings and guide for who sets up a kiosk
"""

from __future__ import annotations

import os
import shutil
import sys
import zipfile
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

import tomli
from installers.about import BUILD, NAME, PACKAGING, ROOT, VERSION, epoch
from installers.notices import write_notices
from installers.run import run
from windows.launcher import write_launchers
from windows.sign import sign
from windows.wheels import MINOR, python, wheels
from windows.wine import Wine

SCRATCH = BUILD / "windows"
_HERE = Path(__file__).parent
_SHIPPED = tomli.loads((_HERE / "shipped.toml").read_text(encoding="utf-8"))
_QT = ("pyside6", "shiboken6")
_LIBRARY = f"python{MINOR.replace('.', '')}.zip"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_KIOSK = ("README.md", "kiosk.toml", "shell-launcher.xml")


@cache
def stage(version: str = VERSION) -> Path:
    """Make the folder anew, and return it. Another version is for the tests of upgrades."""
    place = SCRATCH if version == VERSION else SCRATCH / version
    tree = place / NAME
    shutil.rmtree(tree, ignore_errors=True)
    tree.mkdir(parents=True)
    unpack_python(python(), tree / "python")
    for wheel in [*wheels(), own_wheel(version, place)]:
        unpack_wheel(wheel, tree / "packages")
    write_launchers(tree, place, version)
    shutil.copy(ROOT / "LICENSE", tree / "LICENSE.txt")
    (tree / "kiosk").mkdir()
    for name in _KIOSK:
        shutil.copy(PACKAGING / "kiosk" / name, tree / "kiosk")
    _finish(tree)
    write_notices(tree)
    for program in tree.glob("*.exe"):
        sign(program)
    set_times(tree)
    return tree


def unpack_python(packed: zipfile.ZipFile, folder: Path) -> None:
    """Unpack the embeddable Python, without what is left out."""
    for name in packed.namelist():
        if not _any(name, _SHIPPED["python"]["drop"]):
            packed.extract(name, folder)
    _thin(folder / _LIBRARY)
    # It also keeps out the variables and the registry of any other Python.
    (folder / f"{Path(_LIBRARY).stem}._pth").write_text(f"{_LIBRARY}\n.\n..\\packages\n")
    shutil.copy(_HERE / "start.py", folder)


def _thin(library: Path) -> None:
    """Leave out of the library what is left out; compress nothing, installers do that better."""
    with zipfile.ZipFile(library) as packed:
        names = (n for n in sorted(packed.namelist()) if not n.endswith("/"))
        kept = {n: packed.read(n) for n in names if not _any(n, _SHIPPED["python"]["drop_library"])}
    with zipfile.ZipFile(library, "w") as thin:
        for name, data in kept.items():
            thin.writestr(zipfile.ZipInfo(name, _LONG_AGO), data)


def own_wheel(version: str, place: Path) -> Path:
    """Make the wheel of the program, in this version, from a copy of its source; return it."""
    source, out = place / "source", place / "own"
    for folder in (source, out):
        shutil.rmtree(folder, ignore_errors=True)
    ours = shutil.ignore_patterns("__pycache__")
    for name in ("rls_wizard", "resources"):
        shutil.copytree(ROOT / name, source / name, ignore=ours)
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    about = source / "rls_wizard" / "__init__.py"
    about.write_text(about.read_text("utf-8").replace(f'"{VERSION}"', f'"{version}"'), "utf-8")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", out, cwd=source)
    return next(out.iterdir())


def unpack_wheel(wheel: Path, folder: Path) -> None:
    """Unpack what is shipped of a wheel, and a list of that in place of its own list."""
    package = wheel.name.partition("-")[0].lower()
    if package in _SHIPPED["packages"]["absent"]:
        return
    with zipfile.ZipFile(wheel) as packed:
        names = [n for n in packed.namelist() if not n.endswith("/") and is_shipped(n, package)]
        packed.extractall(folder, names)
        record = next(name for name in names if name.endswith(".dist-info/RECORD"))
        lines = packed.read(record).decode().splitlines(keepends=True)
    kept = set(names)
    (folder / record).write_text("".join(ln for ln in lines if ln.split(",")[0] in kept), "utf-8")


def is_shipped(name: str, package: str) -> bool:
    """Tell whether a file of a wheel is shipped."""
    packages = _SHIPPED["packages"]
    if package.startswith(_QT) and not _any(name, _SHIPPED["qt"]["keep"]):
        return False
    return not _any(name, [*packages["drop"], *packages["drop_particulars"]])


def _any(name: str, patterns: list[str]) -> bool:
    return any(fnmatch(name, pattern) for pattern in patterns)


def _finish(tree: Path) -> None:
    """Unpack and compile what would else be at every start, by the Python that is packed."""
    whole = SCRATCH / "python"
    shutil.rmtree(whole, ignore_errors=True)
    python().extractall(whole)
    wine = Wine(SCRATCH / "wine")
    if not wine.drive.is_dir():
        wine.create()
    done = wine.run(
        whole / "python.exe", "-I", "-B", wine.path(_HERE / "finish.py"), wine.path(tree)
    )
    wine.end()
    if done.returncode:
        sys.exit(f"{done.stdout.decode()}{done.stderr.decode()}\nThe byte code was not made.")


def set_times(tree: Path) -> None:
    """Put the time of the commit on all that is in a folder."""
    for path in [tree, *tree.rglob("*")]:
        os.utime(path, (epoch(), epoch()))
