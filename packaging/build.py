"""Makes what people download, in dist/: python packaging/build.py ARTEFACT ... | all.

Each artefact is made by `make()` of its own module, which returns the files it wrote into dist/.
SHA256SUMS is written last, over all that lies there.
"""

from __future__ import annotations

import os
import sys
import time
from argparse import ArgumentParser
from hashlib import sha256
from importlib import import_module
from pathlib import Path

# Started as a file: the folder of this one is on the path, that of the program is not.
sys.path.insert(1, str(Path(__file__).parents[1]))

from installers.about import DIST, VERSION
from installers.ready import main as check_ready

MAKERS = {
    "deb": "linux.deb",
    "kiosk": "linux.kiosk",
    "rpm": "linux.rpm",
    "appimage": "linux.appimage",
    "nsis": "windows.nsis",
    "msi": "windows.msi",
    "zip": "windows.portable",
    "sbom": "installers.sbom",
    "notices": "installers.notices",
}
"""In the order in which they are made; "dmg" needs a Mac and is made there."""
SUMS = "SHA256SUMS"


def main() -> None:
    """Make what is asked for; a fault ends it, and says which tool failed."""
    parser = ArgumentParser(description="Make what people download, in dist/.")
    parser.add_argument("artefacts", nargs="+", choices=[*MAKERS, "dmg", "all"])
    release = "first make sure that this may be released: installers/ready.py says why not"
    parser.add_argument("--release", action="store_true", help=release)
    said = parser.parse_args()
    DIST.mkdir(exist_ok=True)
    if said.release:
        if check_ready():
            sys.exit("Nothing was made.")
        if strangers := [file.name for file in handed_out(DIST) if VERSION not in file.name]:
            sys.exit(f"Of another version, in dist/: {', '.join(strangers)}")
        # Tests pack parts that a release takes from their makers.
        os.environ["RLS_RELEASE"] = "1"
    asked = said.artefacts
    # Some tools give files the rights that new files get here, and those are everybody's own.
    os.umask(0o022)
    makers = MAKERS | {"dmg": "macos.dmg"}
    for name in MAKERS if "all" in asked else asked:
        begun = time.monotonic()
        for file in import_module(makers[name]).make():
            size = file.stat().st_size / 1e6
            print(f"{file.name}: {size:.1f} MB, {time.monotonic() - begun:.0f} s", flush=True)
    write_sums(DIST)


def handed_out(folder: Path) -> list[Path]:
    """Return all files of a folder but their hashes, and what signs those."""
    return sorted(f for f in folder.iterdir() if f.is_file() and not f.name.startswith(SUMS))


def write_sums(folder: Path) -> Path:
    """Write the hashes of all files of a folder as `sha256sum` does; return that file."""
    files = handed_out(folder)
    lines = [f"{sha256(f.read_bytes()).hexdigest()}  {f.name}\n" for f in files]
    sums = folder / SUMS
    # A signature of others is none of these.
    sums.with_name(f"{SUMS}.minisig").unlink(missing_ok=True)
    sums.write_text("".join(lines), encoding="utf-8")
    return sums


if __name__ == "__main__":
    main()
