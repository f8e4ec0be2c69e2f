"""A child of the supervisor that does what a test wrote down for it: it needs nothing but Python.

Its first argument is a folder with a file `plan`, one act a line, of which it does the first and
takes that away. What it was told goes into `begun`, one line of JSON each.
"""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

ALIVE = {"pin": None, "faults": []}


def main(folder):
    begun = json.loads(sys.stdin.readline())
    about = {
        **begun,
        "pid": os.getpid(),
        "notifies": "NOTIFY_SOCKET" in os.environ,
        "place": os.environ["TMPDIR"],
    }
    with (folder / "begun").open("a") as file:
        file.write(json.dumps(about) + "\n")
    act, *left = (folder / "plan").read_text().splitlines() or ["stay"]
    (folder / "plan").write_text("".join(f"{line}\n" for line in left))
    say(ALIVE)
    word, _, given = act.partition(" ")
    return ACTS[word](folder, given)


def end(_folder, code):
    return int(code)


def kill(_folder, number):
    os.kill(os.getpid(), int(number))


def stay(_folder, _given):
    """Live until the supervisor is gone, as the real one, or the time is over."""
    signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
    for _ in sys.stdin:
        pass
    return 0


def silent(_folder, _given):
    return stay(None, None)


def fault(_folder, text):
    say(ALIVE | {"faults": [text]})
    return 13


def pin(folder, typed):
    say(ALIVE | {"pin": typed})
    with (folder / "gates").open("a") as file:
        file.write(sys.stdin.readline())
    return 0


def leave(folder, _given):
    """Leave a process that lives in a session of its own, and write where everybody may."""
    left = subprocess.Popen(["sleep", "600"], start_new_session=True)
    (folder / "left").write_text(str(left.pid))
    (Path(os.environ["TMPDIR"]) / "written").write_text("something")
    return 0


def babble(_folder, _given):
    sys.stdout.write("a library says something\n[1]\n{}\n\xff\n")
    return 0


def say(line):
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


ACTS = {
    "end": end, "kill": kill, "stay": stay, "silent": silent, "fault": fault, "pin": pin,
    "leave": leave, "babble": babble,
}  # fmt: skip

if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
