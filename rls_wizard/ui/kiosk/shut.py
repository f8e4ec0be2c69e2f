"""A kiosk on which nobody can begin a visit: what there is beside the page that says so."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from rls_wizard.kiosk.codes import Ended
from rls_wizard.ui.kiosk.line import Line
from rls_wizard.ui.kiosk.lock import Lock
from rls_wizard.ui.kiosk.staff import Post, Staff
from rls_wizard.ui.kiosk.watch import Watch

if TYPE_CHECKING:
    from rls_wizard.kiosk.talk import Begin
    from rls_wizard.ui.window import WizardWindow


class Shut(QObject):
    """Ends after the time that the supervisor gave: it then tries everything again."""

    def __init__(self, begin: Begin, window: WizardWindow) -> None:
        """Take the window that shows the page."""
        super().__init__(window)
        line = Line(self)
        line.cut.connect(partial(self.end, Ended.DONE))
        watch = self.watch = Watch(self)
        if begin.site is not None:  # else nobody knows the PIN
            self.staff = Staff(Post(window, watch, line, self.end, begin.site, closed=True))
        Lock(window, watch)
        if begin.seconds:
            QTimer.singleShot(begin.seconds * 1_000, self, partial(self.end, Ended.DONE))

    def end(self, how: Ended) -> None:
        """End this process."""
        QCoreApplication.exit(how)
