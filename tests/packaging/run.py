"""The long checks of what people download: python -m tests.packaging.run [PART ...].

Each is a module beside this one with a `main()` without arguments: it takes what lies in dist/,
prints what it found, and returns 0 if all is well. What it needs besides is installed by
packaging/linux/tools-for-installers.sh.
"""

import sys
from pathlib import Path

from tests.kiosk.run import run_parts

if __name__ == "__main__":
    sys.exit(run_parts(Path(__file__), sys.argv[1:]))
