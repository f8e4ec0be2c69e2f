"""Prints how far everybody can use the program. Usage: python tests/access/run.py

Each part is a command or a visit of its own; a part that fails makes the whole fail.
"""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.access.desk import missing, run  # noqa: E402

DUMP = ROOT / "build" / "access" / "dump.txt"
WAYS = ("-m", "pytest", "-q", "-rP", "-p", "no:cacheprovider", "tests/walks/test_ways.py")
TARGETS = ("-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/ui/test_targets.py")
GALLERY = ("-m", "tests.gallery.make")


def visited():
    """Make a visit over AT-SPI; return whether all was well there."""
    DUMP.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as home:
        file = Path(home) / "summary.pdf"
        found = run(home, "visit.py", file, DUMP, deadline=900)
        size = file.stat().st_size if file.read_bytes().startswith(b"%PDF") else 0
    print(f"a visit by AT-SPI actions only: {found['pages']} pages, a PDF of {size:,} bytes")
    print(f"what was heard: {DUMP.relative_to(ROOT)}")
    return bool(size) and _tell(found)


def met():
    """Look at every page of the gallery over AT-SPI; return whether all can be told there."""
    with TemporaryDirectory() as home:
        found = run(home, "every.py", deadline=1_800)
    print(f"every page over AT-SPI: {found['pages']} pages")
    return _tell(found)


def _tell(found):
    print(f"things that take the focus without name or role: {len(found['faults'])}"
          f" of {found['focusable']}")  # fmt: skip
    for fault in found["faults"]:
        print("   ", *fault)
    return not found["faults"]


def _said(arguments, wanted):
    """Run our Python; print the lines that have certain words; return whether it ended well."""
    done = subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, check=False, capture_output=True, text=True
    )
    lines = done.stdout.splitlines()
    print("\n".join(line for line in lines if done.returncode or any(w in line for w in wanted)))
    return done.returncode == 0


def walked():
    """Make visits by keys, by five keys and by fingers; return whether they ended well."""
    return _said(WAYS, ("only:", "passed"))


def pressed():
    """Measure everything that can be pressed; return whether it is large enough."""
    print("targets of 44 pixels, 8 apart:", end=" ", flush=True)
    return _said(TARGETS, ("passed",))


def seen():
    """Draw and check the gallery; return whether nothing is cut, covered or faint."""
    return _said(GALLERY, ("  ",))


if __name__ == "__main__":
    if lacking := missing():
        sys.exit(f"There is no {' and no '.join(lacking)}: packaging/linux/access-for-tests.sh")
    results = [part() for part in (visited, met, walked, pressed, seen)]
    sys.exit(not all(results))
