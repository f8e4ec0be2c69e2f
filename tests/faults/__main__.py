"""Every place of `places`, or those that are named: `python -m tests.faults [NAME ...]`."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.faults.places import PLACES, faults_of


def main():
    """Print what was found in each place; return the exit code."""
    bad, names = 0, sys.argv[1:]
    places = [place for place in PLACES if not names or place.name in names]
    for place in places:
        with TemporaryDirectory() as folder:
            found = list(faults_of(place, Path(folder)))
        bad += bool(found)
        sys.stdout.write(f"{place.name:40} {'; '.join(found) or 'as it should be'}\n")
        sys.stdout.flush()
    sys.stdout.write(f"{len(places)} places, {bad} with faults\n")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
