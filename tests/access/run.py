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
WALKS = [sys.executable, "-m", "pytest", "-q", "tests/walks/test_walks.py"]


def heard():
    """Make a visit over AT-SPI; return whether all was well there."""
    if lacking := missing():
        print("Visit by AT-SPI alone:           not made, there is no", *lacking)
        return False
    DUMP.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as home:
        file = Path(home) / "summary.pdf"
        found = run(home, "visit.py", file, DUMP, deadline=600)
        size = file.stat().st_size if file.read_bytes().startswith(b"%PDF") else 0
    print(f"Visit by AT-SPI alone:           {found['pages']} pages, a PDF of {size:,} bytes")
    print(f"Focusable without name or role:  {len(found['faults'])} of {found['focusable']}")
    for fault in found["faults"]:
        print("   ", *fault)
    print(f"What was heard:                  {DUMP.relative_to(ROOT)}")
    return bool(size) and not found["faults"]


def walked():
    """Make the visits by mouse and by keys; return whether they ended well."""
    done = subprocess.run(WALKS, cwd=ROOT, check=False, capture_output=True, text=True)
    print(f"Visits by one device alone:      {done.stdout.strip().splitlines()[-1]}")
    return done.returncode == 0


if __name__ == "__main__":
    results = [part() for part in (heard, walked)]
    sys.exit(not all(results))
