"""What people download for macOS, signed and notarised where the environment has the keys.

A .dmg to drag into Applications, and a .pkg that installs silently. Made on a Mac only.
"""

from __future__ import annotations

import platform
import shutil
from os import environ
from typing import TYPE_CHECKING

from installers.about import DIST, NAME, TITLE, VERSION
from installers.run import run
from macos.bundle import FOLDER, IDENTIFIER, PLACE, info, make_app, only_on_a_mac

if TYPE_CHECKING:
    from pathlib import Path

SIGNER = "RLS_MAC_IDENTITY"
"""In the environment: "Developer ID Application: ..."; without, it is signed ad hoc."""
INSTALLER = "RLS_MAC_INSTALLER"
"""In the environment: "Developer ID Installer: ...", for the .pkg."""
NOTARY = "RLS_MAC_NOTARY_KEY"
"""In the environment: the file of a key for Apple's notary; notarise.sh names the other two."""


def make() -> list[Path]:
    """Write the disk image and the package, named by processor; return them."""
    only_on_a_mac("The disk image")
    app = make_app()
    run(FOLDER / "sign.sh", app)
    if NOTARY in environ:
        run(FOLDER / "notarise.sh", app)
    named = f"{NAME}-{VERSION}-macos-{platform.machine()}"
    files = [_image(app, DIST / f"{named}.dmg"), _package(app, DIST / f"{named}.pkg")]
    if NOTARY in environ:
        for file in files:
            run(FOLDER / "notarise.sh", file)
    return files


def _image(app: Path, file: Path) -> Path:
    """Write the disk image: the application, and beside it the folder to drag it into."""
    folder = PLACE / "image"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    run("ditto", app, folder / app.name)
    (folder / "Applications").symlink_to("/Applications")
    file.unlink(missing_ok=True)
    kind = ("-fs", "HFS+", "-format", "ULFO")
    run("hdiutil", "create", "-volname", TITLE, "-srcfolder", folder, *kind, file)
    if SIGNER in environ:
        run("codesign", "--force", "--timestamp", "--sign", environ[SIGNER], file)
    return file


def _package(app: Path, file: Path) -> Path:
    """Write the package that management tools install; one that is older takes the same place."""
    signed = ("--sign", environ[INSTALLER], "--timestamp") if INSTALLER in environ else ()
    about = ("--identifier", IDENTIFIER, "--version", str(info()["CFBundleVersion"]))
    place = ("--component", app, "--install-location", "/Applications")
    run("pkgbuild", *place, *about, *signed, file)
    return file
