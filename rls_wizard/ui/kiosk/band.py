"""What staff see from the other side of the room: whether the kiosk is free, and what it lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget

from rls_wizard.handover.printing.talk import Act, Order, Printers
from rls_wizard.ui import style
from rls_wizard.ui.kiosk.printer import Beside, beside
from rls_wizard.ui.kiosk.printer_words import marked
from rls_wizard.ui.printing.system import system_service
from rls_wizard.ui.printing.way import Print, Step

if TYPE_CHECKING:
    from rls_wizard.handover.printing.talk import News
    from rls_wizard.kiosk.site import Site
    from rls_wizard.ui.printing.service import MakeService
    from rls_wizard.ui.visit import Visit
    from rls_wizard.ui.window import WizardWindow

_LATER = 2_000
"""Milliseconds until the printer is looked at: a new visit has more urgent things to do."""
_LETTERS, _AT_MOST = 0.05, 0.6
"""How high its letters are: a share of the window's height, and at most one of a target."""
_HIGH = 1.6
"""How high it is, in letters."""
_ROLES = QPalette.ColorRole
_WRONG, _FREE = (_ROLES.Shadow, _ROLES.Light), (_ROLES.Highlight, _ROLES.HighlightedText)


class Band(QLabel):
    """A line of large letters along the lower edge; it takes no press, and tells of nobody.

    Along the lower edge, so that nothing on the page moves away under a finger when it comes. All
    else in the window, covers too, ends above it.
    """

    def __init__(self, window: QWidget) -> None:
        """Take the window, and say nothing as yet."""
        super().__init__(window)
        self.setObjectName("band")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAutoFillBackground(True)
        self.hide()
        self._window = window
        window.installEventFilter(self)

    def say(self, text: str, roles: tuple[QPalette.ColorRole, QPalette.ColorRole]) -> None:
        """Show a text; an empty one takes it away."""
        ground, words = roles
        self.setBackgroundRole(ground)
        self.setForegroundRole(words)
        self.setText(text)
        self.setVisible(bool(text))
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the lower edge."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        window, font = self._window, style.font(bold=True)
        letters = round(min(_LETTERS * window.height(), _AT_MOST * style.TARGET))
        font.setPixelSize(max(letters, 1))
        self.setFont(font)
        high = round(_HIGH * letters)
        self.setGeometry(0, window.height() - high, window.width(), high)
        if layout := window.layout():
            layout.setContentsMargins(0, 0, 0, 0 if self.isHidden() else high)
        self.raise_()


class AcrossTheRoom(QObject):
    """Knows what is to be on the band: first what the printer lacks, else whether all is free."""

    def __init__(
        self,
        site: Site,
        visit: Visit,
        window: WizardWindow,
        make_service: MakeService = system_service,
    ) -> None:
        """Take a visit that begins; the printer is looked at soon, and as long as it lasts."""
        super().__init__(visit)
        self._site, self._visit, self._window = site, visit, window
        self.band = Band(window)
        self._job, self._printer = Print(), Beside()
        visit.printed.connect(self._follow)
        visit.changed.connect(self._show)
        # Also when a page beside the way is opened: somebody is there.
        window.shown.connect(self._show)
        if site.printing.on:
            self._service = make_service(self)
            self._service.told.connect(self._hear)
            QTimer.singleShot(_LATER, self, self.look)
            visit.forgotten.connect(self._service.stop)
        self._over = False
        visit.forgotten.connect(self._end)
        self._show()

    def look(self) -> None:
        """Look at the printer from now on."""
        self._service.take(Order(Act.LOOK))

    def _end(self) -> None:
        # The next process says that all is free again.
        self._over = True
        self._show()

    def _follow(self, state: Print) -> None:
        self._job = state
        self._show()

    def _hear(self, news: News) -> None:
        if isinstance(news, Printers):
            self._printer = beside(self._site.printing, news)
            self._show()

    def _show(self) -> None:
        _ = self._visit.pages.catalogue
        lost = self._job.step is Step.LOST
        trouble = self._job.trouble or self._printer.trouble
        if lost or trouble:
            self.band.say(f"\u26a0 {marked(None if lost else trouble, _)}", _WRONG)
        elif self._is_free():
            self.band.say(f"\u2713 {_('Free: please begin')}", _FREE)
        else:
            self.band.say("", _FREE)

    def _is_free(self) -> bool:
        return not self._over and self._visit.is_untouched and not self._visit.is_aside
