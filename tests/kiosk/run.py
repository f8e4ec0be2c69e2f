"""The long checks of the kiosk, one after the other: python -m tests.kiosk.run [PART ...].

Each is a module beside this one with a `main()` without arguments: it prints its table, and returns
0 if all is well. What it needs besides is installed by packaging/linux/cage-for-tests.sh and
cups-for-tests.sh.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).parent
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def parts():
    """Return the names of all parts."""
    files = (file for file in sorted(HERE.glob("*.py")) if file != Path(__file__))
    return [file.stem for file in files if "\ndef main():\n" in file.read_text()]


def main():
    """Run all, or those that are named; return the exit code."""
    names = sys.argv[1:] or parts()
    failed = []
    for name in names:
        begun = time.monotonic()
        print(f"== {name}", flush=True)
        command = [sys.executable, "-m", f"tests.kiosk.{name}"]
        if subprocess.run(command, check=False).returncode:
            failed.append(name)
        print(f"   {'FAILED' if name in failed else 'ok'}, {time.monotonic() - begun:.0f} s\n")
    print(f"{len(names) - len(failed)} passed, {len(failed)} failed", *failed)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
