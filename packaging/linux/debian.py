"""What every package for Debian and Ubuntu has: version, documents, scripts."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from installers.about import DIST, NAME, PACKAGING
from installers.run import run
from linux import nfpm
from linux.share import Placed, changes, fill, fresh, packed
from linux.version import IN_DEBIAN, PACKAGED

_SCRIPTS = PACKAGING / "linux" / "scripts"
_REASONS = PACKAGING / "linux" / "lintian"


def make_deb(package: str, machines: str, settings: dict[str, Any]) -> Path:
    """Make a package in dist/ from nfpm's settings; return it.

    nfpm only lays it out: its own xz takes some minutes, and lintian refuses zstd, as do systems
    before Debian 12. dpkg's is on all processors.
    """
    more = {"deb": {**settings.get("deb", {}), "compression": "none"}}
    loose = nfpm.pack("deb", f"{package}.deb", settings | more)
    tree = fresh(f"{package}.tree")
    made = DIST / f"{package}_{PACKAGED}_{machines}.deb"
    run("dpkg-deb", "--raw-extract", loose, tree)
    # The number of threads is a part of the outcome.
    run("dpkg-deb", "--root-owner-group", "--threads-max=2", "-Zxz", "--build", tree, made)
    shutil.rmtree(tree)
    loose.unlink()
    return made


def documents(package: str, folder: Path) -> list[Placed]:
    """Write the documents of a package, and the reasons given to lintian; return their places."""
    place = f"/usr/share/doc/{package}"
    terms = folder / "copyright"
    parts = fill("copyright-of-parts") if package == NAME else ""
    terms.write_text(fill("copyright") + parts, encoding="utf-8")
    news = fill("changelog").replace("@PACKAGE@", package).encode()
    placed = [
        Placed(terms, f"{place}/copyright"),
        Placed(packed(folder / "changelog.Debian.gz", news), f"{place}/changelog.Debian.gz"),
    ]
    if package == NAME:
        ours = packed(folder / "changelog.gz", changes())
        placed.append(Placed(ours, f"{place}/changelog.gz"))
    reasons = _REASONS / package
    if reasons.is_file():
        placed.append(Placed(reasons, f"/usr/share/lintian/overrides/{package}"))
    return placed


def scripts(package: str, folder: Path) -> dict[str, str]:
    """Write the scripts that dpkg runs for a package; return them, in nfpm's words."""
    names = {"preinst": "preinstall", "postinst": "postinstall", "prerm": "preremove"}
    found = {}
    for name, called in (names | {"postrm": "postremove"}).items():
        both = (_SCRIPTS / f"{whose}.{name}" for whose in (package, "both"))
        if source := next(filter(Path.is_file, both), None):
            text = source.read_text(encoding="utf-8").replace("@VERSION@", IN_DEBIAN)
            made = folder / name
            made.write_text(text.replace("@PACKAGE@", package), encoding="utf-8")
            found[called] = str(made)
    return found
