"""A kiosk as a test has it: the supervisor as a process of its own, and what is seen of it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from threading import Event
from time import monotonic

from rls_wizard.kiosk.pin import hash_of

ROOT = Path(__file__).parents[2]
PRETEND = [sys.executable, "-I", "-S", str(Path(__file__).with_name("pretend.py"))]
DRIVEN = [sys.executable, "-m", "tests.kiosk.driven"]
PIN = "738291"
WITHIN = 120
"""Seconds: for a whole visit on a busy machine."""
_SUPERVISE = """
import sys
from functools import partial
from pathlib import Path
from rls_wizard.supervisor.loop import Supervisor
from rls_wizard.supervisor.site_file import read_site
file, silent, *command = sys.argv[1:]
sys.exit(Supervisor(partial(read_site, Path(file)), command, float(silent)).run())
"""


class Machine:
    """Starts the supervisor, with the real child or one that pretends."""

    def __init__(
        self, folder, *plan, silent=20.0, word="", settings=None, more="", around=(), **environment
    ):
        """Take what the children do one after the other; with a word, they are real visits.

        `more` is set besides what must be; `around` starts the supervisor, as cage does.
        """
        self.folder = folder
        self.settings = folder / "kiosk.toml"
        self.set_up(more) if settings is None else self.settings.write_text(settings)
        (folder / "plan").write_text("".join(f"{act}\n" for act in plan))
        (folder / "begun").touch()
        (folder / "notes").touch()
        # Turned round: as it is, only a visit has it.
        (folder / "word").write_text(word[::-1])
        child = DRIVEN if word else PRETEND
        self.errors = (folder / "stderr").open("w+b")
        self.process = subprocess.Popen(
            [*around, sys.executable, "-c", _SUPERVISE, self.settings, str(silent), *child, folder],
            cwd=ROOT,
            # There the supervisor makes a folder for each visit; killed, it leaves it.
            env={**os.environ, "XDG_RUNTIME_DIR": str(folder), **environment},
            stdin=subprocess.DEVNULL,
            stderr=self.errors,
        )

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait(WITHIN)
        self.errors.close()

    def goes_on(self, seen):
        """Wait until one more visit than `seen` stands at its first page; return its process."""
        return until(lambda: self.notes("stays")[seen:])[0]["pid"]

    def set_up(self, more=""):
        """Write settings that can be used."""
        self.settings.write_text(f'country = "gb"\npin_hash = "{hash_of(PIN)}"\n{more}')

    def ends(self):
        """Wait until the supervisor ends; return its exit code."""
        return self.process.wait(WITHIN)

    @property
    def begun(self):
        """What each child was told so far."""
        lines = (self.folder / "begun").read_text().splitlines()
        return [json.loads(line) for line in lines]

    def notes(self, what):
        """What real visits told of one thing so far."""
        lines = map(json.loads, (self.folder / "notes").read_text().splitlines())
        return [line for line in lines if line["what"] == what]

    @property
    def said(self):
        """What stands on standard error."""
        return (self.folder / "stderr").read_text(errors="replace")


def until(holds, within=WITHIN):
    """Wait until something holds; return it."""
    deadline = monotonic() + within
    while not (found := holds()):
        assert monotonic() < deadline, "it does not come"
        Event().wait(0.01)
    return found


def lives(process):
    """Tell whether a process runs; one that only waits to be taken notice of does not."""
    try:
        stat = Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return False
    return stat.rpartition(")")[2].split()[0] != "Z"


def say(line):
    """Print a line of a table at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
