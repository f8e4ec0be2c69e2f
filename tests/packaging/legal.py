"""Terms of all that lies in the packages, their notices and bill of materials.

Run by `make installers-test` once the trees of Linux and Windows are made. What is refused is put
into a copy of a tree, to see that it is found there.
"""

import json
import shutil
import subprocess
import sys
from os import environ
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[2]
BUILD = ROOT / "build" / "installers"
PYTHON = ROOT / "build" / "venv" / "bin" / "python"
"""With what made the packages: only that can look into the program of PyInstaller."""
PLANTED = {
    "Qt6Charts.dll": "GPL only",
    "libQt6VirtualKeyboard.so.6": "GPL only",
    "readline.cpython-311-x86_64-linux-gnu.so": "GPL only",
    "libstrange.so.1": "no component",
}
VERSIONED = {
    "linux": {"Qt", "ICU", "Python", "PDFium", "PySide6", "libffi", "PyInstaller's starter"},
    "windows": {"Qt", "Python", "PDFium", "PySide6", "OpenSSL", "Microsoft Visual C++ runtime"},
}
"""What a bill of materials must be exact about."""
OTHER = "RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3"
"""A public key of somebody else."""
BILL = """
import sys
from pathlib import Path
from installers.sbom import bill, faults
text = bill({sys.argv[1]: Path(sys.argv[2])})
assert not faults(text)
assert faults(text.replace('"type": "application"', '"type": "toaster"')), "the schema lets all in"
print(text)
"""
NOTICES = """
import sys
from pathlib import Path
from installers.notices import write_notices
write_notices(Path(sys.argv[1]))
"""


def ran(*words):
    """Return whether it went well, and what was printed."""
    env = environ | {"PYTHONPATH": f"{ROOT / 'packaging'}:{ROOT}", "QT_QPA_PLATFORM": "offscreen"}
    command = [str(PYTHON), *map(str, words)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, env=env)
    return done.returncode == 0, done.stdout + done.stderr


def checked_terms(system, tree):
    """Return the faults of a tree, and of the check itself."""
    well, said = ran("-m", "installers.licences", tree)
    lines = said.splitlines()
    print("\n".join(lines[:1] + [line for line in lines if line.startswith("FAULT")]))
    kinds = sorted({line[2:38].strip() for line in lines if line.startswith("  ")})
    print(f"  machine code and fonts under: {', '.join(kinds)}")
    return [] if well else [f"{system}: files without terms, or refused"]


def checked_plants(system, tree, copy):
    """Return which of the things that are refused are not found."""
    shutil.copytree(tree, copy, symlinks=True)
    for name in PLANTED:
        (copy / name).write_bytes(b"\x7fELF" if ".so" in name else b"MZ")
    well, said = ran("-m", "installers.licences", copy)
    for name in PLANTED:
        (copy / name).unlink()
    lines = [line for line in said.splitlines() if line.startswith("FAULT")]
    lost = [n for n, why in PLANTED.items() if not any(n in one and why in one for one in lines)]
    faults = [f"{system}: {name} was put there, and nothing is said of it" for name in lost]
    return [*faults, *([f"{system}: what is refused is no fault"] if well else [])]


def checked_notices(system, tree, copy):
    """Return what the notices of a tree leave out."""
    well, said = ran("-c", NOTICES, copy)
    if not well:
        return [f"{system}: no notices: {said}"]
    text = " ".join((copy / "THIRD-PARTY-NOTICES.txt").read_text(encoding="utf-8").split())
    print(f"  notices: {len(text) / 1000:.0f} kB")
    needed = [
        "GNU LESSER GENERAL PUBLIC LICENSE",
        "GNU GENERAL PUBLIC LICENSE Version 3",
        "PYTHON SOFTWARE FOUNDATION LICENSE VERSION 2",
        "SIL OPEN FONT LICENSE",
        "Bitstream Vera",
        "ReportLab",
        "PDFium",
        "Samuel Colvin",
    ]
    core = next(path for path in tree.rglob("*Qt6Core.*") if not path.is_symlink())
    needed.append(f"{core.parent.relative_to(tree)} in ")
    return [f"{system}: notices without {words}" for words in needed if words not in text]


def checked_change(copy):
    """Return whether the program starts with a Qt that is another than the one that was packed."""
    changed = copy / "_internal" / "PySide6" / "Qt" / "lib" / "libQt6Widgets.so.6"
    section = ["objcopy", "--add-section", f".changed={__file__}", changed]
    subprocess.run(section, check=True)
    home = {"HOME": str(copy.parent), "QT_QPA_PLATFORM": "offscreen"}
    command = [copy / "rls-wizard", "selftest"]
    done = subprocess.run(
        command, check=False, capture_output=True, text=True, env=environ | home, timeout=120
    )
    print(f"  starts with a changed Qt: {'yes' if done.returncode == 0 else 'NO'}")
    return [f"linux: with a changed Qt: {done.stderr}"] if done.returncode else []


def checked_bill(system, tree):
    """Return what is wrong with the bill of materials of a tree."""
    well, text = ran("-c", BILL, system, tree)
    if not well:
        return [f"{system}: no bill of materials: {text}"]
    listed = json.loads(text)["components"]
    versions = {one["name"]: one.get("version") for one in listed}
    files = sum(len(one.get("components", ())) for one in listed)
    print(f"  bill: {len(listed)} components, {files} files with their hashes, valid")
    print("  " + ", ".join(f"{name} {versions.get(name)}" for name in sorted(VERSIONED[system])))
    again = ran("-c", BILL, system, tree)[1]
    return [
        *(f"{system}: no version of {n}" for n in VERSIONED[system] if not versions.get(n)),
        *([] if again == text else [f"{system}: two bills of one tree differ"]),
    ]


def checked_dist(dist):
    """Return what does not stand in dist/, or does not fit its hash."""
    done = subprocess.run(
        ["sha256sum", "--check", "--quiet", "SHA256SUMS"],
        check=False,
        cwd=dist,
        capture_output=True,
        text=True,
    )
    names = {line.split()[-1] for line in (dist / "SHA256SUMS").read_text().splitlines()}
    missing = {file.name for file in dist.iterdir() if file.is_file()} - names - {"SHA256SUMS"}
    faults = [f"not in SHA256SUMS: {name}" for name in sorted(missing)]
    return faults + ([f"SHA256SUMS: {done.stdout}{done.stderr}"] if done.returncode else [])


def checked_signature(folder):
    """Return whether hashes can be signed, and whether a change is noticed."""
    handed_out, key = folder / "dist", folder / "key"
    handed_out.mkdir()
    (handed_out / "a.deb").write_text("one")
    make = ["minisign", "-G", "-W", "-s", key, "-p", folder / "public"]
    subprocess.run(make, check=True, capture_output=True, stdin=subprocess.DEVNULL)
    public = (folder / "public").read_text().split()[-1]
    env = environ | {"RLS_SUMS_KEY": str(key), "RLS_SUMS_PUBLIC": public}
    sign = [ROOT / "packaging" / "sign-sums.sh", handed_out]
    done = subprocess.run(sign, check=False, capture_output=True, text=True, env=env)
    if done.returncode:
        return [f"sign-sums.sh: {done.stdout}{done.stderr}"]
    with (handed_out / "SHA256SUMS").open("a") as sums:
        sums.write("# changed\n")
    verify = ["minisign", "-V", "-q", "-P", public, "-m", handed_out / "SHA256SUMS"]
    if not subprocess.run(verify, check=False, capture_output=True).returncode:
        return ["a change of SHA256SUMS is not noticed"]
    other = subprocess.run(
        sign, check=False, capture_output=True, env=env | {"RLS_SUMS_PUBLIC": OTHER}
    )
    return [] if other.returncode else ["sign-sums.sh takes a key that is not the public one"]


def main():
    faults = []
    trees = {system: BUILD / system / "rls-wizard" for system in VERSIONED}
    for system, tree in trees.items():
        if not tree.is_dir():
            faults.append(f"{system}: no tree; make installers")
            continue
        with TemporaryDirectory() as folder:
            copy = Path(folder) / "rls-wizard"
            faults += checked_terms(system, tree)
            faults += checked_plants(system, tree, copy)
            faults += checked_notices(system, tree, copy)
            faults += checked_bill(system, tree)
            if system == "linux":
                faults += checked_change(copy)
    # That of an AppImage brings libraries along that a package asks the system for.
    faults += checked_terms("AppImage", BUILD / "linux" / "AppDir")
    faults += checked_dist(ROOT / "dist")
    with TemporaryDirectory() as folder:
        faults += checked_signature(Path(folder))
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
