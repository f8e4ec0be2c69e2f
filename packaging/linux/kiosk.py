"""The package that makes a computer with Debian or Ubuntu the kiosk of a waiting room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from installers.about import NAME, PACKAGING
from linux import nfpm
from linux.debian import documents, make_deb, scripts
from linux.share import Placed, fresh
from linux.version import IN_DEBIAN

if TYPE_CHECKING:
    from pathlib import Path

KIOSK = f"{NAME}-kiosk"
FIRST_LINE = "Restless legs wizard as the kiosk of a waiting room"
MORE = """\
One person after another answers questions about restless legs on a touch
screen, and prints a page for the clinician. Nothing is kept: each visit is a
process of its own, which ends with it.

This package brings a service that shows the program over the whole screen, a
user without rights for it, and its settings. It is not enabled by itself."""
SOURCE = PACKAGING / "kiosk"
DEPENDS = [
    # A newer program may be put beneath it: with "=", apt would remove the kiosk unasked. A program
    # that needs a newer kiosk has to say that it "breaks" the older.
    f"{NAME} (>= {IN_DEBIAN})",
    "cage",
    # chvt.
    "kbd",
    "seatd",
    "systemd",
    # cage ends without it, although nothing here uses X.
    "xwayland",
]


def make() -> list[Path]:
    """Make the package in dist/."""
    folder = fresh("kiosk")
    doc = f"/usr/share/doc/{KIOSK}"
    placed = [
        Placed(SOURCE / f"{KIOSK}.service", f"/usr/lib/systemd/system/{KIOSK}.service"),
        Placed(SOURCE / "sysusers.conf", f"/usr/lib/sysusers.d/{KIOSK}.conf"),
        Placed(SOURCE / "session.sh", f"/usr/libexec/{NAME}/kiosk-session", 0o755),
        Placed(SOURCE / "kiosk.toml", f"/etc/{NAME}/kiosk.toml", kept=True),
        Placed(SOURCE / "README.md", f"{doc}/README.md"),
        *documents(KIOSK, folder),
    ]
    settings = nfpm.about(KIOSK, FIRST_LINE, MORE) | {
        "arch": "all",
        "section": "misc",
        "depends": DEPENDS,
        "recommends": ["cups"],
        "contents": nfpm.contents(placed),
        "scripts": scripts(KIOSK, folder),
        # postinst is then told of a program that changed.
        "deb": {"triggers": {"interest_noawait": [f"/usr/lib/{NAME}"]}},
    }
    return [make_deb(KIOSK, "all", settings)]
