"""Makes rls-wizard.exe and rls-wizard-cli.exe."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from installers.about import APP_ID, NAME, TITLE, maker
from installers.icons import write_ico
from installers.run import run
from windows.wheels import MINOR

if TYPE_CHECKING:
    from collections.abc import Mapping

GUI, CLI = f"{NAME}.exe", f"{NAME}-cli.exe"
_HERE = Path(__file__).parent
_TOOLS = "x86_64-w64-mingw32-"
_WARNINGS = ("-Wall", "-Wextra", "-Werror", "-Wno-unused-parameter")
# Without the last, the time of linking would be in the file.
_OPTIONS = ("-O2", "-s", "-municode", "-static-libgcc", "-Wl,--no-insert-timestamp", *_WARNINGS)


def numbers(version: str) -> tuple[int, int, int]:
    """Return a version as Windows compares it; it ends here if that has not three numbers."""
    if not re.fullmatch(r"\d+\.\d+\.\d+", version):
        sys.exit(f"Windows compares three numbers; {version} is none that it can compare.")
    first, second, third = map(int, version.split("."))
    return first, second, third


def fill(template: str, words: Mapping[str, str]) -> str:
    """Return a file of this folder with what stands between `@` put in. Raises KeyError."""
    text = (_HERE / template).read_text(encoding="utf-8")
    return re.sub(r"@(\w+)@", lambda found: words[found[1]], text)


def write_launchers(folder: Path, scratch: Path, version: str) -> None:
    """Write both programs into a folder; `scratch` is for what they are made of."""
    icon, manifest = scratch / f"{NAME}.ico", scratch / "launcher.manifest"
    write_ico(icon)
    dotted = ".".join(map(str, (*numbers(version), 0)))
    manifest.write_text(fill("launcher.manifest", {"id": APP_ID, "dotted": dotted}), "utf-8")
    words = {
        "icon": str(icon),
        "manifest": str(manifest),
        "numbers": dotted.replace(".", ","),
        "version": version,
        "maker": maker().name,
        "title": TITLE,
    }
    for file, kind in ((GUI, ["-mwindows"]), (CLI, ["-mconsole", "-DCONSOLE"])):
        _compile(folder / file, scratch, words | {"file": file}, kind)


def _compile(file: Path, scratch: Path, words: Mapping[str, str], kind: list[str]) -> None:
    resources = scratch / f"{file.stem}.rc"
    resources.write_text(fill("launcher.rc", words), encoding="utf-8")
    run(f"{_TOOLS}windres", "-c", "65001", resources, resources.with_suffix(".o"))
    dll = f"python{MINOR.replace('.', '')}.dll"
    named = [f'-DPYTHON_DLL=L"{dll}"', f'-DTITLE=L"{words["title"]}"']
    made = [_HERE / "launcher.c", resources.with_suffix(".o"), "-lshell32"]
    run(f"{_TOOLS}gcc", *_OPTIONS, *kind, *named, "-o", file, *made)
