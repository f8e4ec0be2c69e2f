"""One large button to print, and in its place what comes of that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from rls_wizard.ui import style
from rls_wizard.ui.kiosk.printer_words import told
from rls_wizard.ui.link import LinkRow
from rls_wizard.ui.printing.box import PrintBox
from rls_wizard.ui.printing.way import Print, Step
from rls_wizard.ui.words import button, label

if TYPE_CHECKING:
    from rls_wizard.handover.printing.trouble import Trouble
    from rls_wizard.ui.push import PushButton

_HIGH = 1.25
"""The height of the one thing to do, in targets."""


class RoomPrintBox(PrintBox):
    """There is one printer, beside the screen; whoever cannot put it right is told who can."""

    deny = Signal()
    """Nothing came out."""
    done = Signal()

    def _told(self, state: Print) -> str:
        _ = self._catalogue
        texts = {
            Step.LOOKING: _("One moment, please. Your page is being prepared."),
            Step.WAITING: _("One moment, please. Your page is being prepared."),
            Step.PRINTING: _("Your page is being printed. Please wait here."),
            Step.OUT: _("Take all pages. Nothing stays here."),
            Step.LOST: _("Please ask at the desk. They will look at the printer."),
        }
        if state.trouble is None and state.step in texts:
            return texts[state.step]
        return super()._told(state)

    def _words(self, state: Print) -> list[QWidget]:
        words = super()._words(state)
        if state.step is Step.OUT:
            # In the place of "Yes": who presses that twice shall not press "Done" with it.
            more = label(
                self._catalogue("Is every page in your hand? Then press \u201cDone\u201d.")
            )
            more.setMinimumHeight(style.TARGET)
            words.append(more)
        return words

    def _what_is_wrong(self, trouble: Trouble) -> tuple[str, str]:
        _ = self._catalogue
        return told(trouble, _), _("Please tell the desk.")

    def _heals(self, state: Print, trouble: Trouble) -> bool:
        return state.step is Step.LOOKING or super()._heals(state, trouble)

    def _buttons(self, state: Print) -> list[QPushButton]:
        _ = self._catalogue
        match state.step:
            case Step.NONE:
                return [self._large()]
            case Step.ASKING:
                return [
                    button(_("Yes"), "print.yes", self.confirm, primary=True),
                    button(_("No"), "print.no", self.deny),
                ]
            case Step.OUT:
                return [
                    button(_("Done"), "print.done", self.done, primary=True),
                    self._not_out(),
                ]
            case Step.LOST:
                return []
            case Step.PRINTING if state.over:
                return [
                    button(_("Try again"), "print.again", self.send),
                    button(_("Do not print"), "print.leave", self.leave),
                ]
            case _:
                return [button(_("Do not print"), "print.leave", self.leave)]

    def _not_out(self) -> LinkRow:
        """Return a line for who pressed Yes by mistake."""
        made = LinkRow(self._catalogue("It did not come out"))
        made.setObjectName("print.no")
        made.clicked.connect(self.deny)
        return made

    def _large(self) -> PushButton:
        made = button(self._catalogue("Print my page"), "print", self.begin, primary=True)
        made.setMinimumHeight(round(_HIGH * style.TARGET))
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return made
