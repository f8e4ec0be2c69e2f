"""What is wrong with a printer, in words: what it is, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rls_wizard.handover.printing.trouble import Trouble

if TYPE_CHECKING:
    from rls_wizard.i18n import Catalogue

HEALS = {
    Trouble.STOPPED, Trouble.UNPLUGGED, Trouble.UNREACHABLE, Trouble.PAPER, Trouble.JAM,
    Trouble.DOOR, Trouble.INK,
}  # fmt: skip
"""After these a page that waits comes out by itself."""


def wrong(trouble: Trouble, catalogue: Catalogue) -> str:
    """Return what is wrong, in one short sentence."""
    return _sentences(catalogue)[trouble][0]


def to_do(trouble: Trouble, catalogue: Catalogue) -> str:
    """Return what to do about it, in one sentence."""
    return _sentences(catalogue)[trouble][1]


def _sentences(_: Catalogue) -> dict[Trouble, tuple[str, str]]:
    other = _("Choose another printer, or save the summary instead.")
    elsewhere = _("Save the summary instead. You can then print it somewhere else.")
    return {
        Trouble.NO_SERVICE: (
            _("The part of this computer that prints is not running."),
            elsewhere,
        ),
        Trouble.NO_PRINTERS: (
            _("There is no printer on this computer."),
            elsewhere,
        ),
        Trouble.REMOVED: (_("This printer is not on this computer any more."), other),
        Trouble.REJECTING: (_("The printer takes no new pages at the moment."), other),
        Trouble.STOPPED: (
            _("The printer has been stopped."),
            _("Start it again in the settings of this computer."),
        ),
        Trouble.UNPLUGGED: (
            _("The printer is switched off or not connected."),
            _("Switch it on, and check its cable."),
        ),
        Trouble.UNREACHABLE: (
            _("The printer does not answer."),
            _("Check that it is switched on and in the same network as this computer."),
        ),
        Trouble.PAPER: (_("The printer has no paper."), _("Put some paper in.")),
        Trouble.JAM: (_("Paper is stuck in the printer."), _("Take it out with care.")),
        Trouble.DOOR: (_("The printer is open."), _("Close all its doors and covers.")),
        Trouble.INK: (_("The printer has no more ink."), _("Change its cartridge.")),
        Trouble.HELD: (
            _("The printer holds your page back until somebody lets it go."),
            _("Ask who looks after the printer, or choose another printer."),
        ),
        Trouble.NO_ROOM: (
            _("The disk of this computer is full, so your page could not be printed."),
            _("Have some room made. Or save the summary in another place, such as a stick."),
        ),
        Trouble.FORBIDDEN: (_("You may not use this printer."), other),
        Trouble.FAILED: (
            _("The printer could not print your page."),
            _("Try again. If that does not help, choose another printer."),
        ),
    }
