"""What a room adds to a visit: it ends with its process, and is put together here."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from rls_wizard.kiosk.codes import Ended
from rls_wizard.ui.kiosk.band import AcrossTheRoom
from rls_wizard.ui.kiosk.goodbye import say_goodbye
from rls_wizard.ui.kiosk.idle import Idle
from rls_wizard.ui.kiosk.keyboard import Keyboard
from rls_wizard.ui.kiosk.line import Line
from rls_wizard.ui.kiosk.lock import Lock
from rls_wizard.ui.kiosk.staff import Post, Staff
from rls_wizard.ui.kiosk.walk import Walk
from rls_wizard.ui.kiosk.watch import Watch

if TYPE_CHECKING:
    from collections.abc import Callable

    from rls_wizard.kiosk.site import Site
    from rls_wizard.ui.pages import Desk
    from rls_wizard.ui.visit import Visit


class Room(QObject):
    """Ends the process where a visit at home would begin anew."""

    def __init__(
        self,
        site: Site,
        visit: Visit,
        desk: Desk,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Take the visit once its first question can be used."""
        super().__init__(visit)
        self._visit = visit
        window = desk.window
        Keyboard(window)
        line = Line(self)
        line.cut.connect(partial(self.end, Ended.DONE))
        visit.forgotten.connect(partial(say_goodbye, window, partial(self.end, Ended.DONE)))
        AcrossTheRoom(site, visit, window)
        watch = self.watch = Watch(self, clock)
        # In this order each sees an event, and may keep it from the next.
        self.staff = Staff(Post(window, watch, line, self.end, site))
        self.idle = Idle(site.times, visit, desk, watch)
        self.lock = Lock(window, watch)
        self.walk = Walk(site, visit, desk)
        for part in (self.idle, self.walk):
            part.over.connect(partial(self.end, Ended.IDLE))

    def end(self, how: Ended) -> None:
        """End the visit, and all that is known of it."""
        self._visit.pages.stop()
        QCoreApplication.exit(how)
