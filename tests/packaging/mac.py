"""What is made for macOS, as far as it can be seen without a Mac.

Not run here: PyInstaller, codesign, notarytool, hdiutil, pkgbuild and the application itself.
"""

import os
import plistlib
import subprocess
import sys
from pathlib import Path
from struct import unpack_from
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[2]
MAC = ROOT / "packaging" / "macos"
SIZES = {b"ic07", b"ic08", b"ic09", b"ic10", b"ic11", b"ic12", b"ic13", b"ic14"}
"""From 16 points to 512, each also for screens with twice as many pixels."""
_NEEDS_A_MAC = 69


def checked_scripts():
    """Return what is wrong with the scripts."""
    faults = []
    for script in sorted(MAC.glob("*.sh")):
        for tool in (["bash", "-n"], ["shellcheck", "--enable=quote-safe-variables"]):
            done = subprocess.run([*tool, script], check=False, capture_output=True, text=True)
            if done.returncode:
                faults.append(f"{tool[0]}: {done.stdout}{done.stderr}")
        if sys.platform != "darwin":
            done = subprocess.run([script, "x"], check=False, capture_output=True, text=True)
            if done.returncode != _NEEDS_A_MAC or "on a Mac only" not in done.stderr:
                faults.append(f"{script.name} does not say that it needs a Mac: {done}")
    return faults


def checked_lists(folder):
    """Return what another reader of property lists finds wrong with ours."""
    from macos.bundle import info

    made = folder / "Info.plist"
    made.write_bytes(plistlib.dumps(info()))
    faults = []
    for file in (made, MAC / "entitlements.plist"):
        read = folder / "read.plist"
        command = ["plistutil", "-i", file, "-f", "xml", "-o", read]
        done = subprocess.run(command, check=False, capture_output=True, text=True)
        if done.returncode or plistlib.loads(read.read_bytes()) != plistlib.loads(
            file.read_bytes()
        ):
            faults.append(f"plistutil: {file.name}: {done.stderr}")
    return faults


def checked_icon(folder):
    """Return which sizes the icon lacks."""
    from installers.icons import write_icns

    file = folder / "rls-wizard.icns"
    write_icns(file)
    data = file.read_bytes()
    if data[:4] != b"icns" or unpack_from(">I", data, 4)[0] != len(data):
        return ["the icon is no .icns"]
    at, found = 8, set()
    while at < len(data):
        found.add(data[at : at + 4])
        at += unpack_from(">I", data, at + 4)[0]
    print(f"  icon: {len(data) / 1000:.0f} kB, {len(found & SIZES)} sizes")
    return [f"the icon lacks {kind.decode()}" for kind in sorted(SIZES - found)]


def main():
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with TemporaryDirectory() as name:
        folder = Path(name)
        faults = [*checked_scripts(), *checked_lists(folder), *checked_icon(folder)]
    print("\n".join(faults) or "  lists, scripts and icon are sound; not run on a Mac")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
