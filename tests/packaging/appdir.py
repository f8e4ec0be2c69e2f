"""The folder of an AppImage, as its runtime would show it: python -m tests.packaging.run appdir.

The runtime itself is fetched where a release is made, so that the file as a whole is tried there.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from hashlib import sha256
from pathlib import Path
from time import monotonic

from installers.about import APP_ID, NAME, ROOT, VERSION
from linux import appimage

from tests.kiosk.cage import x_server
from tests.packaging.debian import report

FEWEST = 20_000
"""Bytes of a summary."""


class Moved:
    """The folder, somewhere else and not to be written, as it is when its runtime shows it."""

    def __init__(self, folder, display):
        self.home = folder / "home"
        self.home.mkdir()
        self.place = folder / "mounted here"
        shutil.copytree(appimage.APP_DIR, self.place, symlinks=True)
        self.display = display

    def run(self, *words, code=0, **environment):
        """Run its AppRun with nothing but a screen; return what it said."""
        clean = {"PATH": "/usr/bin:/bin", "HOME": str(self.home), "LANG": "C.UTF-8"}
        done = subprocess.run(
            [self.place / "AppRun", *words],
            env=clean | {"DISPLAY": self.display} | environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            timeout=180,
        )
        if done.returncode != code:
            raise SystemExit(f"AppRun {words} ends with {done.returncode}: {done.stderr}")
        return done.stdout


def has_what_a_desktop_asks_for(moved):
    """Yield what is wrong with the files beside the program."""
    entry = moved.place / f"{APP_ID}.desktop"
    for command in (
        ["desktop-file-validate", entry],
        ["appstreamcli", "validate", "--no-net", _catalogue(moved)],
    ):
        done = subprocess.run(command, check=False, capture_output=True, text=True)
        if done.returncode:
            yield f"{command[0]}: {done.stdout}{done.stderr}"
    if not (moved.place / ".DirIcon").resolve().is_file():
        yield "there is no icon"
    for name in appimage.BROUGHT:
        if not list(moved.place.rglob(name)):
            yield f"{name} is not brought along"
    if len(list((moved.place / "usr/share/doc").glob("*/copyright"))) < len(appimage.BROUGHT):
        yield "terms of what is brought along are missing"


def _catalogue(moved):
    return moved.place / "usr" / "share" / "metainfo" / f"{APP_ID}.metainfo.xml"


def takes_its_own_libraries(moved):
    """Yield which of the libraries that are brought along are not taken."""
    window = moved.place.rglob("libQt6XcbQpa.so.6")
    said = subprocess.run(["ldd", *window], check=True, capture_output=True, text=True).stdout
    for name in appimage.BROUGHT:
        if any(name in line and str(moved.place) not in line for line in said.split("\n")):
            yield f"{name} is that of the system"


def runs_from_anywhere(moved):
    """Yield what is wrong with the program, started by AppRun."""
    if moved.run("--version").split()[:2] != [NAME, VERSION]:
        yield "the version is another"
    out = moved.home / "outcome.json"
    begun = monotonic()
    moved.run("selftest", "--out", str(out))
    outcome = json.loads(out.read_bytes())
    print(f"   {outcome['pages']} pages, {outcome['bytes']} bytes, {monotonic() - begun:.1f} s")
    if outcome["fault"] or outcome["bytes"] < FEWEST:
        yield f"it ends with {outcome}"


def leaves_its_folder_as_it_is(moved):
    """Yield what the program wrote into its folder: under its runtime that cannot be done."""
    before = {path.relative_to(appimage.APP_DIR) for path in appimage.APP_DIR.rglob("*")}
    after = {path.relative_to(moved.place) for path in moved.place.rglob("*")}
    if new := after - before:
        yield f"it writes {sorted(map(str, new))}"


def is_packed_the_same_each_time(moved):
    """Yield whether two file systems of it differ, and what is not in one."""
    folder = moved.home.parent
    one, two = (appimage.pack(moved.place, folder / name, level=1) for name in ("one", "two"))
    if sha256(one.read_bytes()).digest() != sha256(two.read_bytes()).digest():
        yield "two of the same folder differ"
    listed = subprocess.run(
        ["unsquashfs", "-l", "-d", "", one], check=True, capture_output=True, text=True
    ).stdout.split("\n")
    inside = {line.strip("/") for line in listed if line.startswith("/")}
    missing = {str(path.relative_to(moved.place)) for path in moved.place.rglob("*")} - inside
    if missing:
        yield f"it lacks {sorted(missing)[:5]}"


def asks_for_the_runtime_that_is_pinned(moved):
    """Yield what is wrong with how another runtime is refused."""
    other = moved.home / "runtime"
    other.write_bytes(b"another")
    command = [sys.executable, "-c", "from linux import appimage; import sys\n"
               "appimage.checked(open(sys.argv[1], 'rb').read())", other]  # fmt: skip
    done = subprocess.run(
        command,
        env={**os.environ, "PYTHONPATH": f"{ROOT / 'packaging'}{os.pathsep}{ROOT}"},
        check=False,
        capture_output=True,
        text=True,
    )
    if done.returncode != 1 or "pinned" not in done.stderr:
        yield f"it is taken: {done.stderr}"


PARTS = (
    has_what_a_desktop_asks_for,
    takes_its_own_libraries,
    runs_from_anywhere,
    leaves_its_folder_as_it_is,
    is_packed_the_same_each_time,
    asks_for_the_runtime_that_is_pinned,
)


def main():
    """Print what was found; return the exit code."""
    with tempfile.TemporaryDirectory() as folder, x_server() as display:
        return report(Moved(Path(folder), display), PARTS)


if __name__ == "__main__":
    sys.exit(main())
