"""What people download for Windows, as files: sizes, properties, the same twice, signatures.

    python -m tests.packaging.wine_files

All is made once more, in another folder, and compared; then once more, signed by a key of today.
"""

import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from zlib import compress

from tests.packaging.wine_rig import (
    DIST,
    NAME,
    PLACE,
    VERSION,
    Computer,
    Faults,
    make_msi,
    make_setup,
    make_zip,
    module,
    stage,
)

SMALL = {"setup.exe": 34, "msi": 46, "portable.zip": 46, "installed": 105}
"""In millions of bytes, at most."""
PLACES = ("", "-cli")
MANIFEST = ("PerMonitorV2", "longPathAware", "asInvoker", "Common-Controls")
SUBSYSTEM = {"": "(Windows GUI)", "-cli": "(Windows CUI)"}
SIGNED = "0.0.8"
MSI = {"Property": "REINSTALLMODE\tamus", "LaunchCondition": "WINDOWSBUILD >= 17763"}
"""Of its tables. wine replaces edited files in any case, Windows does not."""


def main():
    """Look at all files; return 0 if all is well."""
    faults = Faults()
    place = PLACE.with_name("files")
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    sizes(faults)
    properties(place, faults)
    twice(place, faults)
    signatures(place, faults)
    print("\n".join(["", *faults]) if faults else " all is well")
    return 1 if faults else 0


def files_of(tree):
    """Return the files of a folder by their names in it."""
    return {f.relative_to(tree).as_posix(): f for f in sorted(tree.rglob("*")) if f.is_file()}


def sizes(faults):
    """Check what the downloads weigh, and print what each part costs."""
    files = files_of(stage(VERSION))
    made = {ending: next(DIST.glob(f"{NAME}-{VERSION}*{ending}")) for ending in list(SMALL)[:3]}
    weights = {ending: file.stat().st_size for ending, file in made.items()}
    weights["installed"] = sum(file.stat().st_size for file in files.values())
    for what, most in SMALL.items():
        mega = weights[what] / 1e6
        faults.check(f"{what} is small enough", mega <= most, f"{mega:.1f} of {most} MB")
    costs = {}
    for name, file in files.items():
        data, part = file.read_bytes(), _part(name)
        whole, packed = costs.get(part, (0, 0))
        costs[part] = whole + len(data), packed + len(compress(data))
    print("   MB    MB packed")
    for part, (whole, packed) in sorted(costs.items(), key=lambda cost: -cost[1][0])[:24]:
        print(f"   {whole / 1e6:5.1f} {packed / 1e6:5.1f}  {part}")


def _part(name):
    """Return to what a file belongs: a large library is a part of its own, with what wraps it."""
    folder, *rest = name.removeprefix("packages/").split("/")
    if folder == "PySide6" and len(rest) == 1 and rest[0].startswith("Qt"):
        return rest[0].partition(".")[0].replace("Qt6", "Qt")
    if folder == "python" and rest[0].endswith((".dll", ".zip")):
        return rest[0]
    return folder.partition("-")[0] if rest else "launchers and licence"


def properties(place, faults):
    """Check what Windows shows of the programs, and how it runs them."""
    for kind in PLACES:
        file, parts = stage(VERSION) / f"{NAME}{kind}.exe", place / f"parts{kind}"
        quiet("7z", "x", "-y", f"-o{parts}", file)
        shown = (parts / ".rsrc" / "version.txt").read_text("utf-16-le")
        right = shown.count(f'"{VERSION}"') == 2 and f'"{file.name}"' in shown
        faults.check(f"{file.name} tells its version", right)
        manifest = (parts / ".rsrc" / "MANIFEST" / "1").read_text("utf-8")
        faults.check("it has its manifest", all(word in manifest for word in MANIFEST))
        # The name by which Qt finds it.
        icon = parts / ".rsrc" / "GROUP_ICON" / "IDI_ICON1"
        icons = list((parts / ".rsrc" / "ICON").iterdir())
        faults.check("it has its icon", icon.is_file() and len(icons) == 7)
        head = quiet("x86_64-w64-mingw32-objdump", "-p", file)
        faults.check("its subsystem is right", SUBSYSTEM[kind] in head)
    msi = DIST / f"{NAME}-{VERSION}.msi"
    shown = quiet("x86_64-w64-mingw32-objdump", "-f", DIST / f"{NAME}-{VERSION}-setup.exe")
    faults.check("setup is for 64 bits", "pei-x86-64" in shown)
    tables = {name: quiet("msiinfo", "export", msi, name) for name in MSI}
    right = all(word in tables[name] for name, word in MSI.items())
    faults.check("the MSI replaces edited files, and asks for its Windows", right)


def twice(place, faults):
    """Make all once more, in another folder."""
    first = {name: file.read_bytes() for name, file in files_of(stage(VERSION)).items()}
    with elsewhere(place / "again"):
        second = files_of(stage(VERSION))
        apart = [n for n in first if n not in second or second[n].read_bytes() != first[n]]
        faults.check("two folders are equal", not apart and len(first) == len(second), apart[:9])
        for make in (make_zip, make_msi, make_setup):
            made = make(VERSION, place)
            equal = made.read_bytes() == (DIST / made.name).read_bytes()
            faults.check(f"two of {made.name} are equal", equal)


@contextmanager
def elsewhere(folder):
    """Let all be made in another folder, from the beginning."""
    before, module.SCRATCH = module.SCRATCH, folder
    stage.cache_clear()
    try:
        yield
    finally:
        module.SCRATCH = before
        stage.cache_clear()


def signatures(place, faults):
    """Sign all by a key of our own; see that everything that runs is signed."""
    key, certificate = place / "key.pem", place / "certificate.pem"
    quiet(
        "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
        "-subj", "/CN=test", "-addext", "extendedKeyUsage=codeSigning",
        "-keyout", key, "-out", certificate,
    )  # fmt: skip
    with with_key(key, certificate), elsewhere(place / "signed"):
        made = [make_msi(SIGNED, place), make_setup(SIGNED, place, quick=True)]
        made += sorted(stage(SIGNED).glob("*.exe"))
        pc = Computer("signed", os.environ.get("DISPLAY", ""))
        pc.code(made[1], "/S")
        pc.end()
        made += pc.user.rglob("uninstall.exe")
    faults.check("there are five of them", len(made) == 5, [file.name for file in made])
    for file in made:
        faults.check(f"{file.name} is signed", verified(file, certificate))
    # The check itself: what is changed afterwards is found.
    torn = place / "torn.exe"
    data = bytearray(made[2].read_bytes())
    data[0x600] ^= 1
    torn.write_bytes(data)
    faults.check("a changed file is found", not verified(torn, certificate))


@contextmanager
def with_key(key, certificate):
    """Name a key in the environment."""
    names = {"RLS_SIGN_KEY": str(key), "RLS_SIGN_CERTIFICATE": str(certificate)}
    os.environ.update(names)
    try:
        yield
    finally:
        for name in names:
            del os.environ[name]


def verified(file, certificate):
    """Tell whether a file is signed by a certificate, and as it was then."""
    command = ["osslsigncode", "verify", "-CAfile", str(certificate), "-in", str(file)]
    return not subprocess.run(command, check=False, capture_output=True).returncode


def quiet(*command):
    """Run a tool; return what it printed."""
    words = [str(word) for word in command]
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    sys.exit(main())
