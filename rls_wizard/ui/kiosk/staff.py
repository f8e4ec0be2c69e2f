"""What is for staff, behind a PIN: it shows nothing of the person whose visit it is."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from rls_wizard.kiosk.codes import Ended
from rls_wizard.ui.announce import announce
from rls_wizard.ui.cover import Cover
from rls_wizard.ui.kiosk.gesture import Gesture
from rls_wizard.ui.kiosk.pad import AskNumber, Pad
from rls_wizard.ui.kiosk.watch import KINDS, PRESSES
from rls_wizard.ui.words import button, label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QEvent

    from rls_wizard.i18n import Catalogue
    from rls_wizard.kiosk.site import Site
    from rls_wizard.kiosk.talk import Gate
    from rls_wizard.ui.kiosk.line import Line
    from rls_wizard.ui.kiosk.printer_test import PrinterTest
    from rls_wizard.ui.kiosk.watch import Watch
    from rls_wizard.ui.window import WizardWindow

MOST_DIGITS = 20
CLOSES = 60
"""Seconds without a touch or a key after which it closes."""


class Post(NamedTuple):
    """What staff are at: a visit, or a kiosk that is closed."""

    window: WizardWindow
    watch: Watch
    line: Line
    end: Callable[[Ended], object]
    site: Site | None
    """None where its settings cannot be used."""
    closed: bool = False
    """Whether no visit is open."""


class Staff(QObject):
    """From the gesture, through the PIN, to the menu."""

    def __init__(self, post: Post) -> None:
        """Wait for the gesture."""
        super().__init__(post.window)
        self._post, self._window = post, post.window
        self._cover: Cover | None = None
        self._test: PrinterTest | None = None
        self._closes = QTimer(self, singleShot=True, interval=round(CLOSES * 1_000))
        self._closes.timeout.connect(self.close)
        self.gesture = Gesture(post.window, post.watch)
        self.gesture.made.connect(self.ask)
        post.watch.tell({*PRESSES, KINDS.KeyPress}, self._see)
        post.line.gate.connect(self._hear)

    def ask(self) -> None:
        """Ask for the PIN."""
        if self._cover is not None:
            return
        asked = AskPin(self._window.catalogue)
        asked.pad.entered.connect(self._try)
        asked.leave.connect(self.close)
        self._lay(asked)

    def close(self) -> None:
        """Show again what was there before."""
        self._closes.stop()
        if self._test is not None:
            self._test.stop()
            self._test = None
        self._lay(None)

    def _lay(self, cover: Cover | None) -> None:
        before, self._cover = self._cover, cover
        self._window.change_cover(before, cover)
        if cover is not None:
            self._closes.start()

    def _see(self, _watched: QObject, _event: QEvent) -> bool:
        if self._closes.isActive():
            self._closes.start()
        return False

    def _try(self, pin: str) -> None:
        if isinstance(self._cover, AskPin):
            self._cover.pad.offer(False)
            self._post.line.ask(pin)

    def _hear(self, gate: Gate) -> None:
        if not isinstance(self._cover, AskPin):
            return
        if gate.right:
            self._open()
        else:
            self._cover.refuse(gate)

    # The menu ------------------------------------------------------------------------------------

    def _open(self) -> None:
        menu = StaffMenu(self._post, self._window.catalogue)
        menu.leave.connect(self.close)
        menu.end.connect(self._post.end)
        menu.test.connect(self._print)
        self._lay(menu)

    def _print(self) -> None:
        from rls_wizard.ui.kiosk.printer_test import print_test_page  # noqa: PLC0415

        menu, site = self._cover, self._post.site
        if self._test is not None or site is None or not isinstance(menu, StaffMenu):
            return

        def tell(text: str, over: bool) -> None:
            menu.say(text)
            # The printer takes its time, and staff look at it.
            self._closes.start()
            if over and self._test is not None:
                self._test.stop()
                self._test = None

        self._test = print_test_page(site, self._window.catalogue, self, tell)


class AskPin(AskNumber):
    """Keys for the PIN, and a way back."""

    leave = Signal()

    def __init__(self, catalogue: Catalogue) -> None:
        """Ask for it."""
        _ = self._catalogue = catalogue
        pad = Pad("pin", _("OK"), MOST_DIGITS, catalogue)
        super().__init__(_("For staff"), _("Please type your PIN."), pad)
        self.column.addWidget(button(_("Back"), "pin.leave", self.leave))
        self.column.addStretch()

    def refuse(self, gate: Gate) -> None:
        """Say that this was not the PIN, or that nobody can try now."""
        _ = self._catalogue
        if gate.seconds:
            said = _("Locked after too many wrong PINs. Minutes to wait: {count}")
            said = said.format(count=ceil(gate.seconds / 60))
        else:
            said = _("This is not the PIN. Tries left: {count}").format(count=gate.left)
        self.pad.offer(not gate.seconds)
        self.begins_at.setFocus()
        self.complain(said)


class StaffMenu(Cover):
    """What staff can do; each button says what becomes of the visit."""

    ends_itself = True
    leave = Signal()
    end = Signal(object)
    """Ends this process so."""
    test = Signal()

    def __init__(self, post: Post, _: Catalogue) -> None:
        """Offer what is of use here."""
        super().__init__(_("For staff"))
        back = button(_("Back"), "staff.back", self.leave, primary=True)
        self.begins_at = back
        self.column.addWidget(back)
        if post.closed:
            self._add(_("Open again"), "staff.open", Ended.DONE)
        else:
            deleted = _("These two delete the answers of the visit that is open:")
            self.column.addWidget(label(deleted))
            self._add(_("End this visit"), "staff.end", Ended.DONE)
            self._add(_("Pause"), "staff.pause", Ended.PAUSED)
        if post.site is not None and post.site.printing.on:
            self.column.addWidget(button(_("Test the printer"), "staff.test", self.test))
        self._said = label("", bold=True)
        self._said.setObjectName("staff.said")
        self._said.hide()
        self.column.addWidget(self._said)
        self._add(_("Leave the kiosk"), "staff.exit", Ended.STAFF)
        self.column.addStretch()

    def say(self, text: str) -> None:
        """Tell how far the printer is."""
        self._said.setText(text)
        self._said.show()
        announce(self._said, text)

    def _add(self, words: str, name: str, how: Ended) -> None:
        self.column.addWidget(button(words, name, lambda: self.end.emit(how)))
