"""The printer beside the kiosk: which one it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from rls_wizard.handover.printing.trouble import Trouble

if TYPE_CHECKING:
    from rls_wizard.handover.printing.talk import Printer, Printers
    from rls_wizard.kiosk.site import Printing


class Beside(NamedTuple):
    """The printer that the clinic named, or why there is none."""

    path: str = ""
    """How a service names it."""
    trouble: Trouble | None = None
    """What is wrong with it, also where it is there."""


def beside(set_up: Printing, found: Printers) -> Beside:
    """Return the one printer of a kiosk among those that were found."""
    named = [one for one in found.found if not set_up.printer or _is_called(one, set_up.printer)]
    if not named:
        return Beside(trouble=found.trouble or Trouble.REMOVED)
    # A service tells the default printer first.
    return Beside(named[0].path, named[0].trouble)


def _is_called(printer: Printer, name: str) -> bool:
    """Tell whether a printer has this name: in the system, or as people call it."""
    return name in {printer.path, unquote(printer.path.rpartition("/")[2]), printer.title}
