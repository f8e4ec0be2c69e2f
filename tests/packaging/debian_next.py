"""The package on Debian 13, where some libraries have another name; Ubuntu has it since 24.04.

python -m tests.packaging.run debian_next: as root, with what tools-for-installers.sh installs.
"""

import sys

from tests.kiosk.cage import x_server
from tests.packaging.debian import Room, is_installed, report, walks_through_the_window
from tests.packaging.roots import bare

SUITE = "trixie"
PARTS = (is_installed, walks_through_the_window)


def main():
    """Print what was found; return the exit code."""
    with x_server() as display, bare("next", SUITE) as root:
        return report(Room(root, display), PARTS)


if __name__ == "__main__":
    sys.exit(main())
