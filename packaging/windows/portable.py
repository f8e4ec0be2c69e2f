"""Makes the zip that runs from any folder or stick: rls-wizard-VERSION-windows-portable.zip."""

from __future__ import annotations

import time
import zipfile
from pathlib import Path

from installers.about import DIST, NAME, VERSION, epoch
from windows.stage import stage

_README = Path(__file__).with_name("portable.txt")
_KEPT = "rls-wizard-data/README.txt"
"""Where its folder stands beside the program, all that is kept is kept there: ui/places.py."""
_FROM_DOS, _PLAIN = 0, 0o644 << 16


def make() -> list[Path]:
    """Make it in dist/, and return it."""
    return [make_zip(VERSION, DIST)]


def make_zip(version: str, folder: Path) -> Path:
    """Make the zip of a version in a folder, and return it."""
    tree, out = stage(version), folder / f"{NAME}-{version}-windows-portable.zip"
    contents = {f.relative_to(tree).as_posix(): f for f in tree.rglob("*") if f.is_file()}
    contents[_KEPT] = _README
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name, file in sorted(contents.items()):
            entry = zipfile.ZipInfo(f"{NAME}/{name}", time.gmtime(epoch())[:6])
            entry.create_system, entry.external_attr = _FROM_DOS, _PLAIN
            packed.writestr(entry, file.read_bytes(), zipfile.ZIP_DEFLATED, compresslevel=9)
    return out
