"""Takes the pictures of the kiosk, for `take.py`: python kiosk.py FOLDER.

A process of its own: sizes of a kiosk hold for a whole process. It waits until its input ends, for
a kiosk without its supervisor ends.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from rls_wizard.app import Program
from rls_wizard.kiosk.pin import hash_of
from rls_wizard.kiosk.site import Clinic, Printing, Screen, Site

WIDTH, HEIGHT, MILLIMETRES = 1280, 800, 344
NAME, TEXT = "Sample Clinic", "Our staff at the desk are glad to help."
ANSWERED = {"answered_by.self", "country.gb"}
QUESTION = "days_per_week"
_ROUNDS = 4


def site() -> Site:
    """Return a clinic that does not exist."""
    return Site(
        country="gb",
        pin_hash=hash_of("738291"),
        screen=Screen(width_mm=MILLIMETRES),
        clinic=Clinic(name=NAME, text=TEXT),
        printing=Printing(on=False),
    )


class Pictures:
    """Shows the first page, and one with numbers."""

    def __init__(self, out: Path) -> None:
        """Open the kiosk."""
        self._out = out
        self._program = Program(keep=False, site=site())

    def take(self) -> None:
        """Take them once the kiosk stands, and end."""
        from PySide6.QtCore import QTimer  # noqa: PLC0415 - the program brings Qt up itself

        self._program.run(lambda: QTimer.singleShot(0, self._begin))

    def _begin(self) -> None:
        from rls_wizard.ui.press import press  # noqa: PLC0415
        from rls_wizard.ui.visit import Visit  # noqa: PLC0415

        for name in sorted(ANSWERED):
            press(self._program.window, name)
        self._grab("kiosk-welcome")
        visit = self._program.window.findChild(Visit)
        visit.record({QUESTION: 5})
        visit.pages.change.emit(QUESTION)
        self._grab("kiosk-numbers")
        # As if by force: nothing of it is to be ended in an orderly way.
        os._exit(0)

    def _grab(self, name: str) -> None:
        from PySide6.QtCore import QCoreApplication, QEvent  # noqa: PLC0415

        self._program.window.setFocus()
        for _ in range(_ROUNDS):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            QCoreApplication.processEvents()
        self._program.window.grab().save(str(self._out / f"{name}.png"))


def main() -> None:
    """Take all into a folder."""
    with TemporaryDirectory() as folder:
        screen = {"name": "kiosk", "x": 0, "y": 0, "width": WIDTH, "height": HEIGHT}
        screen |= {"logicalDpi": 96, "dpr": 1}
        file = Path(folder) / "screen.json"
        file.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={file}"
        Pictures(Path(sys.argv[1])).take()


if __name__ == "__main__":
    main()
