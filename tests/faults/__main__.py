"""Every place of `places`, one after the other: `python -m tests.faults`."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.faults.places import PLACES, faults_of


def main():
    """Print what was found in each place; return the exit code."""
    bad = 0
    for place in PLACES:
        with TemporaryDirectory() as folder:
            found = list(faults_of(place, Path(folder)))
        bad += bool(found)
        sys.stdout.write(f"{place.name:40} {'; '.join(found) or 'as it should be'}\n")
        sys.stdout.flush()
    sys.stdout.write(f"{len(PLACES)} places, {bad} with faults\n")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
