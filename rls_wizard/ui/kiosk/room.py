"""What a room adds to a visit: it ends with its process, and is put together here."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from rls_wizard.kiosk.codes import Ended
from rls_wizard.ui.kiosk.band import AcrossTheRoom
from rls_wizard.ui.kiosk.goodbye import say_goodbye
from rls_wizard.ui.kiosk.keyboard import Keyboard
from rls_wizard.ui.kiosk.line import Line

if TYPE_CHECKING:
    from rls_wizard.kiosk.site import Site
    from rls_wizard.ui.visit import Visit
    from rls_wizard.ui.window import WizardWindow


class Room(QObject):
    """Ends the process where a visit at home would begin anew."""

    def __init__(self, site: Site, visit: Visit, window: WizardWindow) -> None:
        """Take the visit once its first question can be used."""
        super().__init__(visit)
        self._site, self._visit, self._window = site, visit, window
        Keyboard(window)
        self._line = Line(self)
        self._line.cut.connect(partial(self.end, Ended.DONE))
        visit.forgotten.connect(partial(say_goodbye, window, partial(self.end, Ended.DONE)))
        AcrossTheRoom(site, visit, window)

    def end(self, how: Ended) -> None:
        """End the visit, and all that is known of it."""
        self._visit.pages.stop()
        QCoreApplication.exit(how)
