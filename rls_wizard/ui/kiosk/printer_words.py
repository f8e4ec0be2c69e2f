"""What is wrong with the printer of a kiosk: in a sentence for people, in a word for staff."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rls_wizard.handover.printing.trouble import Trouble
from rls_wizard.ui.printing.words import wrong

if TYPE_CHECKING:
    from rls_wizard.i18n import Catalogue

_SEEN = {
    Trouble.PAPER, Trouble.JAM, Trouble.DOOR, Trouble.INK, Trouble.STOPPED, Trouble.UNPLUGGED,
    Trouble.UNREACHABLE, Trouble.FAILED,
}  # fmt: skip
"""What a person may be told as it is; the rest is of the computer, which is not theirs."""


def told(trouble: Trouble, catalogue: Catalogue) -> str:
    """Return what a person is told."""
    if trouble in _SEEN:
        return wrong(trouble, catalogue)
    return catalogue("The printer cannot be used at the moment.")


def marked(trouble: Trouble | None, catalogue: Catalogue) -> str:
    """Return what staff read from across the room; without a trouble, a page did not come out."""
    _ = catalogue
    return {
        Trouble.PAPER: _("Printer: paper"),
        Trouble.JAM: _("Printer: paper is stuck"),
        Trouble.DOOR: _("Printer: open"),
        Trouble.INK: _("Printer: ink"),
        Trouble.UNPLUGGED: _("Printer: off"),
        Trouble.UNREACHABLE: _("Printer: off"),
    }.get(trouble or Trouble.FAILED) or _("Printer: please look")
