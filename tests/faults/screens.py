"""What becomes of the program's window when screens go and come; prints where it stood, as JSON.

It needs an X server of its own that has one output named "screen", as Xvfb does.
"""

import json
import subprocess
import sys

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QGuiApplication

from rls_wizard.app import Program
from rls_wizard.ui.press import press

_OFTEN, _WITHIN = 50, 10_000
_SMALL = ("800x600", "38.25", "800", "832", "912", "1024", "600", "603", "607", "624")
_LEFT = ("--setmonitor", "LEFT", "640/170x1024/270+0+0", "screen")
_RIGHT = ("--setmonitor", "RIGHT", "640/170x1024/270+640+0", "none")


def xrandr(*arguments):
    return subprocess.run(["xrandr", *arguments], check=True, capture_output=True, text=True).stdout


class Screens:
    """Takes one step after the other, each once the screens are as the step before made them."""

    def __init__(self):
        self.seen = []
        self._program = Program(keep=False)
        self._window = self._program.window
        self._steps = iter(self._way())
        self._ready, self._waited = lambda: True, 0
        self._timer = QTimer(interval=_OFTEN)
        self._timer.timeout.connect(self._step)

    def run(self):
        self._program.run(self._timer.start)
        return self.seen

    def _way(self):
        """Change the screens, and yield what to call that and when it has come through."""
        xrandr(*_LEFT)
        xrandr(*_RIGHT)
        yield "two", lambda: _sizes() == [(640, 1024), (640, 1024)]
        press(self._window, "answered_by.self")
        press(self._window, "country.gb")
        self._window.resize(600, 700)
        self._window.move(QPoint(660, 200))
        yield "moved", lambda: self._window.screen().name() == "RIGHT"
        xrandr("--delmonitor", "RIGHT")
        yield "unplugged", lambda: _sizes() == [(640, 1024)] and self._is_seen()
        xrandr(*_RIGHT)
        yield "again", lambda: _sizes() == [(640, 1024), (640, 1024)]
        xrandr("--delmonitor", "RIGHT")
        xrandr("--delmonitor", "LEFT")
        yield "whole", lambda: _sizes() == [(1280, 1024)]
        yield from self._without()
        self._window.resize(1200, 900)
        xrandr("--newmode", *_SMALL)
        xrandr("--addmode", "screen", "800x600")
        xrandr("--output", "screen", "--mode", "800x600")
        yield "small", lambda: _sizes() == [(800, 600)] and self._is_seen()
        press(self._window, "next")
        yield "on", lambda: True

    def _without(self):
        """Take the last screen, and give it back."""
        xrandr("--output", "screen", "--off", "--fb", "1280x1024")
        yield "none", lambda: "Monitors: 0" in xrandr("--listmonitors")
        xrandr("--output", "screen", "--auto")
        yield "back", lambda: _sizes() == [(1280, 1024)] and self._is_seen()

    def _step(self):
        self._waited += _OFTEN
        if self._waited < _WITHIN and not self._ready():
            return
        if self._waited >= _WITHIN:
            self.seen.append(f"never: {_sizes()}, {self._window.frameGeometry()}")
            self._program.qt.exit()
            return
        try:
            name, self._ready = next(self._steps)
        except StopIteration:
            self.seen.append(type(self._window.page).__name__)
            self._program.qt.exit()
            return
        self.seen.append(name)
        self._waited = 0

    def _is_seen(self):
        room = QGuiApplication.primaryScreen().availableGeometry()
        return room.contains(self._window.frameGeometry())


def _sizes():
    return [screen.size().toTuple() for screen in QGuiApplication.screens()]


if __name__ == "__main__":
    json.dump(Screens().run(), sys.stdout)
