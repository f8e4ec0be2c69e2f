"""Every page of the gallery over AT-SPI: what takes the focus there has a name and a role."""

import json
import subprocess
import sys

from reader import NO_ROLE, Reader, State, has


def main(python):
    """Print how many things take the focus, and which of them nobody could tell."""
    command = [python, "-m", "tests.access.scenes"]
    reader = Reader(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    pages, focusable, faults = 0, 0, []
    try:
        while name := _next(reader.program):
            pages += 1
            reader.listen()
            for window in reader.windows():
                for one, _ in reader.all_below(window):
                    if has(one, State.FOCUSABLE):
                        focusable += 1
                        if not one.get_name() or one.get_role() in NO_ROLE:
                            faults.append((name, one.get_role_name(), one.get_accessible_id()))
    finally:
        reader.program.terminate()
    found = {"pages": pages, "focusable": focusable, "faults": faults}
    sys.stdout.write(json.dumps(found) + "\n")


def _next(program):
    program.stdin.write("\n")
    program.stdin.flush()
    return program.stdout.readline().strip()


if __name__ == "__main__":
    main(*sys.argv[1:])
