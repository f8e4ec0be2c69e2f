"""Makes what people download, in dist/: python packaging/build.py ARTEFACT ... | all.

Each artefact is made by `make()` of its own module, which returns the files it wrote into dist/.
SHA256SUMS is written last, over all that lies there.
"""

from __future__ import annotations

import sys
import time
from argparse import ArgumentParser
from hashlib import sha256
from importlib import import_module
from pathlib import Path

# Started as a file: the folder of this one is on the path, that of the program is not.
sys.path.insert(1, str(Path(__file__).parents[1]))

from installers.about import DIST

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
    asked = parser.parse_args().artefacts
    makers = MAKERS | {"dmg": "macos.dmg"}
    DIST.mkdir(exist_ok=True)
    for name in MAKERS if "all" in asked else asked:
        begun = time.monotonic()
        for file in import_module(makers[name]).make():
            size = file.stat().st_size / 1e6
            print(f"{file.name}: {size:.1f} MB, {time.monotonic() - begun:.0f} s", flush=True)
    write_sums(DIST)


def write_sums(folder: Path) -> Path:
    """Write the hashes of all files of a folder as `sha256sum` does; return that file."""
    files = sorted(f for f in folder.iterdir() if f.is_file() and f.name != SUMS)
    lines = [f"{sha256(f.read_bytes()).hexdigest()}  {f.name}\n" for f in files]
    sums = folder / SUMS
    sums.write_text("".join(lines), encoding="utf-8")
    return sums


if __name__ == "__main__":
    main()
