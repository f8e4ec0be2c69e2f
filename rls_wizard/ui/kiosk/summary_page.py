"""The last page on a kiosk: print, and be forgotten. Nothing is saved, and nothing shown large."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rls_wizard.ui import style
from rls_wizard.ui.announce import announce
from rls_wizard.ui.done_box import DoneBox, Words
from rls_wizard.ui.kiosk.code import CodeBox
from rls_wizard.ui.kiosk.print_box import RoomPrintBox
from rls_wizard.ui.large_print import LargePrint
from rls_wizard.ui.layouts import column_in
from rls_wizard.ui.printing.way import Print, Step
from rls_wizard.ui.progress import Progress, Stage
from rls_wizard.ui.words import alert, button, heading, label

if TYPE_CHECKING:
    from collections.abc import Callable

    from rls_wizard.i18n import Catalogue
    from rls_wizard.kiosk.site import Printing


class RoomSummaryPage(QWidget):
    """Tells what the person wants done, and shows how far that is."""

    make = Signal()
    done = Signal()
    wanted = Signal(QWidget)
    """Something on the page that is to be brought into view."""
    rearranged = Signal()
    """Other things can be pressed now."""

    def __init__(self, catalogue: Catalogue, set_up: Printing, *, saved: bool, large: bool) -> None:
        """Show what can be done; what is printed may be forgotten unasked."""
        super().__init__()
        _ = catalogue
        self._set_up = set_up
        self._stage = Stage.MAKING
        column = column_in(self, style.WIDE)
        self.large = LargePrint(catalogue, large=large)
        self.paper = _Paper(catalogue)
        self.printing = RoomPrintBox(catalogue)
        self.printing.rearranged.connect(self.rearranged)
        self.printing.wanted.connect(self.wanted)
        self.printing.done.connect(self.done)
        self._failed = self._no_summary(catalogue)
        self._end = DoneBox(catalogue, saved=saved, words=_last_words(_, prints=set_up.on))
        self._end.done.connect(self.done)
        self._end.asked.connect(self.wanted)
        column.addWidget(heading(_("Your summary"), style.QUESTION))
        if not style.LOW:
            column.addWidget(label(_("Take it to your doctor, nurse or pharmacist.")))
        for part in (self.printing, self.large, self._failed):
            column.addWidget(part)
        self._code = CodeBox(catalogue)
        self._code.shown.connect(self.wanted)
        self._code.rearranged.connect(self.rearranged)
        column.addWidget(self._code)
        column.addWidget(self._end)
        column.addWidget(self.paper)
        column.addStretch(1)
        self.follow(Progress())
        self.follow_printing(Print())

    def take_code(self, digits: str) -> None:
        """Take what is in the code, where the clinic wants one."""
        self._code.take(digits if self._set_up.code_on_screen else "")

    def follow(self, progress: Progress) -> None:
        """Show whether there is a summary to print."""
        failed = progress.stage is Stage.FAILED
        self._failed.setVisible(failed and self._set_up.on)
        self.printing.setVisible(self._set_up.on and not failed)
        if progress.stage is not self._stage:
            self._stage = progress.stage
            if failed and self._set_up.on:
                announce(self, self._trouble.text())
            self.rearranged.emit()

    def follow_printing(self, state: Print) -> None:
        """Show how far printing is."""
        self.printing.follow(state)
        # What is on its way is not made anew in another print.
        self.large.setVisible(self._set_up.on and state.step is Step.NONE)
        self._end.set_printing(state.busy)
        # The box says the same then, as the one thing to do.
        self._end.setVisible(state.step is not Step.OUT)

    def _no_summary(self, _: Catalogue) -> QWidget:
        part = QWidget()
        column = column_in(part, style.NORMAL)
        self._trouble = alert(_("Your page could not be made. Please tell the desk."))
        self._trouble.setObjectName("not_made")
        column.addWidget(self._trouble)
        column.addWidget(label(_("Your answers are still here.")))
        column.addWidget(button(_("Try again"), "again", self.make))
        return part


class _Paper(QWidget):
    """Nothing to see; who listens is told, last of all, what stands on the page."""

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__()
        self._catalogue = catalogue
        self.told: Callable[[], list[str]] = list
        """The lines of the page."""
        self.setFixedHeight(0)

    def said(self) -> list[str]:
        """Return what is said."""
        return [self._catalogue("This is on your page:"), *self.told()]


def _last_words(_: Catalogue, *, prints: bool) -> Words:
    unsaved = (
        _("You have not printed your page. Forget your answers?")
        if prints
        else _("Have you all that you need? Your answers will be forgotten.")
    )
    return Words(
        _("Your answers are then forgotten. Nothing stays here."),
        unsaved,
        _("Your page is not printed yet. Stop it, and forget your answers?"),
        # Of large letters there is no room for more.
        _("Done"),
        _("No"),
        _("Yes"),
    )
