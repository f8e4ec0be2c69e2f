"""What stands around the program on Linux: menu entry, icons, catalogue data, manual, terms."""

from __future__ import annotations

import gzip
import shutil
from datetime import UTC, datetime
from string import Template
from typing import TYPE_CHECKING, NamedTuple

from installers.about import (
    APP_ID,
    BUILD,
    NAME,
    PACKAGING,
    ROOT,
    SUMMARY,
    TITLE,
    VERSION,
    epoch,
    maker,
)
from installers.icons import SVG, write_png
from linux.version import IN_DEBIAN

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = PACKAGING / "linux" / "texts"
ICON_SIZES = 48, 128, 256
"""Beside the drawing itself: some menus and catalogues take no SVG."""


class Placed(NamedTuple):
    """A file, and where it is to stand."""

    source: Path
    place: str
    mode: int = 0o644
    kept: bool = False
    """Whether it is the site's: an upgrade leaves it as it was changed there."""


def fill(name: str) -> str:
    """Return a text of texts/ with names, version and date filled in."""
    made = datetime.fromtimestamp(epoch(), UTC)
    return Template((TEXTS / name).read_text(encoding="utf-8")).substitute(
        app_id=APP_ID,
        name=NAME,
        title=TITLE,
        summary=SUMMARY,
        lower=SUMMARY[0].lower() + SUMMARY[1:],
        version=VERSION,
        debian_version=IN_DEBIAN,
        date=f"{made:%Y-%m-%d}",
        day=f"{made:%a, %d %b %Y %H:%M:%S +0000}",
        maker=maker().name,
        contact=maker().contact,
        home=maker().home,
        source=maker().source,
    )


def in_menu() -> list[Placed]:
    """Write what menus and catalogues show of the program; return it with its places."""
    folder = fresh("menu")
    menu = _write(folder / f"{APP_ID}.desktop", fill("menu.desktop"))
    catalogue = _write(folder / f"{APP_ID}.metainfo.xml", fill("metainfo.xml"))
    icons = "/usr/share/icons/hicolor"
    placed = [
        Placed(menu, f"/usr/share/applications/{menu.name}"),
        Placed(catalogue, f"/usr/share/metainfo/{catalogue.name}"),
        Placed(SVG, f"{icons}/scalable/apps/{APP_ID}.svg"),
    ]
    for size in ICON_SIZES:
        icon = folder / f"{size}.png"
        write_png(icon, size)
        placed.append(Placed(icon, f"{icons}/{size}x{size}/apps/{APP_ID}.png"))
    return placed


def manual() -> Placed:
    """Write the page for `man`; return it with its place."""
    page = fill("manual.1").encode()
    return Placed(
        packed(fresh("manual") / f"{NAME}.1.gz", page), f"/usr/share/man/man1/{NAME}.1.gz"
    )


def changes() -> bytes:
    """Return what has changed for people, as they read it in a checkout."""
    return (ROOT / "CHANGELOG.md").read_bytes()


def packed(file: Path, content: bytes) -> Path:
    """Write a file that is packed as documents are on Linux, the same each time; return it."""
    file.write_bytes(gzip.compress(content, mtime=0))
    return file


def fresh(name: str) -> Path:
    """Return an empty folder to make things in."""
    folder = BUILD / "linux" / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def _write(file: Path, text: str) -> Path:
    file.write_text(text, encoding="utf-8")
    return file
