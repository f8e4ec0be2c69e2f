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

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def run_parts(file, names):
    """Run the modules beside a file that have a `main()`, or those named; return the exit code."""
    names = names or parts(file)
    failed = []
    for name in names:
        begun = time.monotonic()
        print(f"== {name}", flush=True)
        command = [sys.executable, "-m", f"tests.{file.parent.name}.{name}"]
        if subprocess.run(command, check=False).returncode:
            failed.append(name)
        print(f"   {'FAILED' if name in failed else 'ok'}, {time.monotonic() - begun:.0f} s\n")
    print(f"{len(names) - len(failed)} passed, {len(failed)} failed", *failed)
    return 1 if failed else 0


def parts(file):
    """Return the names of the parts that stand beside a file."""
    files = (beside for beside in sorted(file.parent.glob("*.py")) if beside != file)
    return [beside.stem for beside in files if "\ndef main():\n" in beside.read_text()]


if __name__ == "__main__":
    sys.exit(run_parts(Path(__file__), sys.argv[1:]))
