"""The real program, answered to its saved summary; prints what the person met, as JSON.

    python -m tests.faults.driver OUT.pdf

It starts as any start does, with the settings of this user.
"""

import json
import os
import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QLabel

from rls_wizard.app import Program
from rls_wizard.ui.press import press
from rls_wizard.ui.selftest import Walk

_SECONDS = 100


def seen(window):
    """Return every word on the screen."""
    texts = window.findChildren(QLabel) + window.findChildren(QAbstractButton)
    said = "\n".join(one.text() for one in texts if one.isVisibleTo(window))
    return said.replace("\u00a0", " ").replace("\u200b", "")


def ink(window):
    """Return the share of the page that is darker than half: its text."""
    shades = window.page.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    dots = bytes(shades.constBits())
    return sum(dot < 0x80 for dot in dots) / len(dots)


class Driver:
    """Opens the settings and chooses colours, goes back, and answers to the end."""

    def __init__(self, out):
        self.found = {"ended": "not in time"}
        # As Qt's own dialog names it, whatever the locale.
        self._out = os.fsencode(out).decode()
        self._program = Program()
        QTimer.singleShot(_SECONDS * 1_000, self._program.qt.exit)

    def run(self):
        self._program.run(lambda: QTimer.singleShot(0, self._begin), lambda *_: self._out)
        return self.found

    def _begin(self):
        window = self._program.window
        self.found["ink"] = ink(window)
        self.found["welcome"] = seen(window)
        window.findChild(object, "command.settings").trigger()
        press(window, "settings.theme.dark")
        self.found["settings"] = seen(window)
        press(window, "back")
        walk = Walk(window)
        walk.finished.connect(self._end)
        walk.start()

    def _end(self, fault, pages):
        window = self._program.window
        self.found |= {
            "kept": window.findChild(object, "not_kept") is None,
            "ended": fault,
            "pages": pages,
            "last": seen(window),
        }
        self._program.qt.exit()


if __name__ == "__main__":
    json.dump(Driver(sys.argv[1]).run(), sys.stdout)
