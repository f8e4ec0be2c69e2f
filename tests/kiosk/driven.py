"""A real visit on a kiosk, in which somebody answers by themselves: python -m tests.kiosk.driven.

In place of the program's own command, for the supervisor of a test. Its first argument is a folder
with a file `plan`: each visit does the first line, and takes it away. A line is the place at which
the visit ends, `first`, `summary` or the id of a page, and how: one of `guest.DEEDS`. What is
answered in words lies in the file `word`, turned round, so that only a visit has it as it is.
"""

import os
import sys
import time
from pathlib import Path

from rls_wizard import app
from tests.kiosk.notes import Notes


class Driven(app.Program):
    """The program, which begins to answer once it can be used."""

    def run(self):
        self.window.painted.connect(self._note)
        return super().run(self._answer)

    def _note(self):
        notes.add("painted", pid=os.getpid(), at=time.monotonic())

    def _answer(self):
        # The time to the first picture is measured, so not before that.
        from tests.kiosk.guest import arrive

        arrive(self.window, notes)


if __name__ == "__main__":
    notes = Notes(Path(sys.argv[1]))
    app.Program = Driven
    sys.exit(app.main(["kiosk-visit"]))
