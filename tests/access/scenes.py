"""Shows one scene of the gallery after the other, each when a line comes in, and says its name.

Runs under our Python, on a real screen, for `every.py` to look at.
"""

import sys

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication

from rls_wizard.ui import style
from rls_wizard.ui.accessible import tell_roles
from tests.gallery.scenes import scenes
from tests.gallery.stage import Stage


class Show:
    """The scenes that are still to come, and the one that is on."""

    def __init__(self, app):
        """Begin with nothing."""
        self._app, self._stage, self._left = app, None, iter(scenes())
        self._bell = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
        self._bell.activated.connect(self.next)

    def next(self):
        """Show the next one."""
        sys.stdin.readline()
        if self._stage is not None:
            self._stage.close()
        scene = next(self._left, None)
        if scene is None:
            print(flush=True)
            self._app.quit()
            return
        self._stage = Stage()
        scene.show(self._stage)
        print(scene.name, flush=True)


if __name__ == "__main__":
    program = QApplication([sys.argv[0], *style.ARGUMENTS])
    program.setQuitOnLastWindowClosed(False)
    style.prepare(program)
    tell_roles()
    show = Show(program)
    waiting = Stage()  # something to be found by
    sys.exit(program.exec())
