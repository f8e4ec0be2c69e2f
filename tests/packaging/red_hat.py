"""The package for Fedora, Red Hat and openSUSE, as far as Debian's own `rpm` can try it.

python -m tests.packaging.run red_hat: the package is put into an empty folder, without what it
depends on, and its program started with the libraries of this computer. No system of Red Hat is at
hand here.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from installers.about import DIST, NAME, VERSION
from linux.rpm import FILE

from tests.packaging.debian import report

RPM = DIST / FILE


class Room:
    """A folder, and the program that puts packages into it."""

    def __init__(self, folder):
        self.place = folder

    def rpm(self, *words, code=0):
        """Run rpm on the folder; return what it said."""
        where = ("--root", self.place, "--dbpath", "/var/lib/rpm")
        return said_by("rpm", *where, *words, code=code)

    def files(self):
        """Return every path but those of rpm's own records."""
        paths = {path.relative_to(self.place) for path in self.place.rglob("*")}
        return {str(path) for path in paths if path.parts[0] != "var"}


def said_by(*command, code=0):
    done = subprocess.run(
        list(map(str, command)),
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if code is not None and done.returncode != code:
        raise SystemExit(f"{done.stdout}\nThis ended with {done.returncode}: {command}")
    return done.stdout


def tells_of_itself(_room):
    """Yield what is wrong with what the package says."""
    asked = "%{NAME} %{VERSION} %{ARCH} %{BUILDHOST} %{LICENSE}"
    said = said_by("rpm", "-qp", "--queryformat", asked, RPM)
    if said != f"{NAME} {VERSION} x86_64 localhost Apache-2.0":
        yield f"it says: {said}"
    if "digests OK" not in said_by("rpm", "--checksig", "--nosignature", RPM):
        yield "its sums are wrong"


def asks_for_libraries_by_their_names(_room):
    """Yield which dependencies no library of this computer could meet."""
    listed = said_by("rpm", "-qp", "--requires", RPM).split("\n")
    names = {line.partition("(")[0] for line in listed if line.endswith("(64bit)")}
    there = said_by("/sbin/ldconfig", "-p")
    for name in sorted(names):
        if f"\t{name} " not in there and "ld-linux" not in name:
            yield f"nobody has {name}"
    if len(names) < 20 or "libxcb-cursor.so.0" not in names:
        yield f"it asks for {sorted(names)} only"
    print(f"   {len(names)} libraries")


def is_installed_and_runs(room):
    """Yield what is wrong with the program in the folder."""
    room.rpm("--initdb")
    room.rpm("--install", "--nodeps", RPM)
    program = room.place / "usr" / "bin" / NAME
    if said_by(program, "--version").split()[:2] != [NAME, VERSION]:
        yield "the version is another"
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    said_by(program, "selftest")
    if not (room.place / "usr/share/doc" / NAME / "THIRD-PARTY-NOTICES.txt").is_file():
        yield "there are no notices"


def is_verified_and_removed(room):
    """Yield what was changed by running it, and what removing leaves."""
    if changed := room.rpm("--verify", "--nodeps", NAME, code=None).strip():
        yield f"it is changed: {changed}"
    room.rpm("--erase", NAME)
    left = {path for path in room.files() if (room.place / path).is_file() or NAME in path}
    if left:
        yield f"it leaves {sorted(left)}"


PARTS = (
    tells_of_itself,
    asks_for_libraries_by_their_names,
    is_installed_and_runs,
    is_verified_and_removed,
)


def main():
    """Print what was found; return the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        return report(Room(Path(folder)), PARTS)


if __name__ == "__main__":
    sys.exit(main())
