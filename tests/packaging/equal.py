"""Two builds of one commit are equal to the last byte: python -m tests.packaging.equal [ARTEFACT].

Each is made in a clone in a folder of its own, with other rights on new files. What is not yet
committed is not in them.
"""

import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

from tests.kiosk.machine import say

ROOT = Path(__file__).parents[2]
PLACE = ROOT / "build" / "equal"
PLACES = {PLACE / "one": 0o022, PLACE / "and" / "another": 0o077}
"""Where, and which rights new files do not get."""
VENV = ROOT / "build" / "venv"
FOLDERS = ("dist", "build/installers/linux/rls-wizard")
"""What is compared: what is handed out, and what it is made of."""
_WITHIN = 3_600
_MOST = 20


def clone(place, umask):
    """Make a checkout that can build, with the tools of this one."""
    venv = place / "build" / "venv"
    install = ("install", "-qq", "--no-deps", "--no-build-isolation", "--no-index")
    subprocess.run(["git", "clone", "--quiet", "--local", ROOT, place], check=True, umask=umask)
    venv.parent.mkdir()
    # Linked, not copied: it is most of a gigabyte.
    subprocess.run(["cp", "--archive", "--link", VENV, venv], check=True)
    again = [_python(place), "-m", "pip", *install, "--force-reinstall", "."]
    subprocess.run(again, check=True, cwd=place, umask=umask)


def _python(place):
    return place / "build" / "venv" / "bin" / "python"


def build(artefacts):
    """Make these in all clones at once; return the exit codes."""
    started = [
        subprocess.Popen(
            [_python(place), "packaging/build.py", *artefacts],
            cwd=place,
            umask=umask,
            stdout=subprocess.DEVNULL,
        )
        for place, umask in PLACES.items()
    ]
    return [process.wait(_WITHIN) for process in started]


def listed(folder):
    """Return by name what a folder holds: contents, rights and, in the tree, times."""
    return {
        str(path.relative_to(folder)): _state(path, timed=folder.name != "dist")
        for path in sorted(folder.rglob("*"))
    }


def _state(path, *, timed):
    state = path.lstat()
    what = path.readlink() if path.is_symlink() else _hash(path) if path.is_file() else "folder"
    # What is handed out is copied by whoever builds: only what is in the files counts.
    return (what, oct(state.st_mode), int(state.st_mtime)) if timed else what


def _hash(path):
    return sha256(path.read_bytes()).hexdigest()


def different(one, other):
    """Yield what is not the same in two folders."""
    seen, wanted = listed(one), listed(other)
    for name in sorted(seen.keys() | wanted.keys()):
        if seen.get(name) != wanted.get(name):
            yield f"{name}: {seen.get(name, 'not there')}, {wanted.get(name, 'not there')}"


def main():
    """Print the table; return the exit code."""
    shutil.rmtree(PLACE, ignore_errors=True)
    bad = False
    try:
        for place, umask in PLACES.items():
            clone(place, umask)
        codes = build(sys.argv[1:] or ["all"])
        assert not any(codes), f"they ended with {codes}"
        for folder in FOLDERS:
            one, other = (place / folder for place in PLACES)
            found = [*different(one, other)]
            bad = bad or bool(found)
            names = listed(one)
            say(f"{folder}: {len(names)} files and folders, {len(found)} differ")
            if folder == "dist":
                say("".join(f"    {what[:16]}  {name}\n" for name, what in names.items()))
            say("".join(f"    FAULT: {one}\n" for one in found[:_MOST]))
    finally:
        shutil.rmtree(PLACE)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
