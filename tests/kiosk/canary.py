"""Ends real visits in every way, and looks for what was answered: python -m tests.kiosk.canary.

In the memory and the environment of the next process and of the supervisor, in all files written
meanwhile, in what was said on standard error, and in the spool of a real printing service.
"""

import os
import secrets
import shutil
import signal
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

from tests.kiosk.machine import ROOT, Machine, say, until
from tests.kiosk.traces import Traces
from tests.printing.service import running_service

ENDS = (
    "summary done", "first done", "review idle", "medicines_page walk", "sleep crash",
    "mood_page abort", "result hang", "summary die",
)  # fmt: skip
_SOON = "[times]\nquiet = 30\nwarning = 20\n"
CAN_READ = sys.platform == "linux" and os.getuid() == 0
"""Only root looks into a process that hides its memory."""


class Room:
    """A kiosk with folders of its own, and a word to look for."""

    def __init__(self, top, *plan, **environment):
        self.word = f"Canary{secrets.token_hex(8)}"
        self.traces = Traces(self.word)
        self.top = top
        homes = {"HOME": "home", "TMPDIR": "tmp", "XDG_RUNTIME_DIR": "run"}
        for name in homes.values():
            (top / name).mkdir()
        self.machine = Machine(
            top,
            *plan,
            word=self.word,
            QT_QPA_PLATFORM="offscreen",
            **{name: str(top / folder) for name, folder in homes.items()},
            **environment,
        )

    def seen(self, process=None):
        """Return where the word is; a core would lie where the program was started."""
        found = [f"file {file}" for file in self.traces.files(self.top, *ROOT.glob("core*"))]
        for who, number in (("next", process), ("supervisor", self.machine.process.pid)):
            if number is not None and self.machine.process.poll() is None:
                found += [f"{who}: {where}" for where in self.traces.process(number)]
        return found


@contextmanager
def room(*plan, **environment):
    """Give a kiosk in a place of its own."""
    top = Path(tempfile.mkdtemp(prefix="rls-room-"))
    try:
        made = Room(top, *plan, **environment)
        with made.machine:
            yield made
    finally:
        shutil.rmtree(top, ignore_errors=True)


def after_each(ways):
    """Yield each way, and where the word is found while the next visit waits."""
    plan = [act for way in ways for act in (way, "stay")]
    with room(*plan) as made:
        for number, way in enumerate(ways):
            process = made.machine.goes_on(number)
            yield way, made.seen(process)
            (made.top / "go").touch()


def after_nobody_was_there():
    """Return what is found where somebody just goes away, and the warning is heard by nobody."""
    with room("how_strong walk away", "stay", more=_SOON) as made:
        process = made.machine.goes_on(0)
        assert "ended with" not in made.machine.said, "it crashed"
        return made.seen(process)


def after_staff():
    with room("first staff") as made:
        assert made.machine.ends() == 0
        return made.seen()


def after_an_end_of_the_supervisor(how):
    """Return what is found where the supervisor is ended in the middle of a visit."""
    with room("how_strong walk away") as made:
        visit = until(lambda: made.machine.notes("acts"))[0]["pid"]
        assert made.traces.process(visit), "the visit itself knows it"
        made.machine.process.send_signal(how)
        made.machine.process.wait(30)
        until(lambda: not Path(f"/proc/{visit}").exists())
        return made.seen()


def after_printing():
    """Return what is found where a visit is killed while its page is printed."""
    with running_service() as service:
        service.does("hang")
        place = {"CUPS_SERVER": service.environment["CUPS_SERVER"]}
        with room("summary print", "stay", **place) as made:
            until(lambda: service.left)
            (made.top / "printing").touch()
            process = made.machine.goes_on(0)
            until(lambda: not service.left)
            return made.seen(process) + made.traces.files(service.root)


def planted():
    """Return where the word is found after somebody put it there."""
    with room("first plant") as made:
        visit = until(lambda: made.machine.notes("acts"))[0]["pid"]
        until(lambda: made.word in made.machine.said)
        return made.seen(visit)


def pages():
    """Return the pages that a visit comes through."""
    with room("summary done", "stay") as made:
        made.machine.goes_on(0)
        return made.machine.notes("pages")[0]["pages"]


def everything():
    """Yield every way to end, and where the word was found."""
    yield from after_each(ENDS)
    for page in pages()[1:]:
        # After a crash a visit that ends well: else the kiosk would rest.
        yield from after_each((f"{page} die",))
    yield "nobody there any more", after_nobody_was_there()
    yield "staff", after_staff()
    yield "supervisor ended", after_an_end_of_the_supervisor(signal.SIGTERM)
    yield "supervisor killed", after_an_end_of_the_supervisor(signal.SIGKILL)
    yield "killed while printing", after_printing()


def main():
    """Print the table; return the exit code."""
    if not CAN_READ:
        say("not looked at: that takes root on Linux")
        return 0
    found = planted()
    say(f"planted: found {len(found)} times")
    bad = len(found) < 4
    for way, where in everything():
        bad += bool(where)
        say(f"{way:30}{', '.join(where) or 'nothing'}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
