"""What keeps a page from coming out, told apart as far as the printing service lets us."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rls_wizard.handover.printing.ipp import Group


class Trouble(StrEnum):
    """What is wrong. Each is another thing for the person to do."""

    NO_SERVICE = "no-service"
    """The printing service does not answer."""
    NO_PRINTERS = "no-printers"
    REMOVED = "removed"
    """The printer was taken off the list."""
    REJECTING = "rejecting"
    """The printer takes no new pages."""
    STOPPED = "stopped"
    """Somebody, or the system, has stopped it; pages wait."""
    UNPLUGGED = "unplugged"
    """It is off, or its cable is not in."""
    UNREACHABLE = "unreachable"
    """It is off, or not in the network."""
    PAPER = "paper"
    JAM = "jam"
    DOOR = "door"
    INK = "ink"
    HELD = "held"
    """The page waits for a password, or for somebody to release it."""
    NO_ROOM = "no-room"
    """The disk is full where pages wait to be printed."""
    FORBIDDEN = "forbidden"
    """This user may not print there."""
    FAILED = "failed"
    """The page was given up, or nobody knows what the printer has."""


_STOPPED = 5
"""A value of printer-state (RFC 8011 5.4.11)."""
_REASONS = {
    "cover-open": Trouble.DOOR,
    "door-open": Trouble.DOOR,
    "interlock-open": Trouble.DOOR,
    "media-jam": Trouble.JAM,
    "media-empty": Trouble.PAPER,
    "media-needed": Trouble.PAPER,
    "input-tray-missing": Trouble.PAPER,
    "marker-supply-empty": Trouble.INK,
    "marker-waste-full": Trouble.INK,
    "toner-empty": Trouble.INK,
    "developer-empty": Trouble.INK,
}
"""printer-state-reasons (RFC 8011 5.4.12); what to see to first stands first."""
_AWAY = {"offline", "offline-report", "shutdown", "timed-out"}
_SAID_AWAY = (
    "unavailable at this time", "unreachable at this time", "not responding", "no longer exists",
    "to become available", "unable to locate printer", "not connected", "offline",
)  # fmt: skip
"""What the backends of CUPS say of a printer that is not there; they give no reason for it."""
_CABLES = ("usb:", "parallel:", "serial:", "hp:/usb")


def trouble_of(printer: Group, *, waiting: bool) -> Trouble | None:
    """Return what is wrong with a printer; None if nothing is known to be.

    `waiting`: whether our page waits for it. Then it was taken; and only then a warning counts,
    which else may be of a tray that nobody needs, and what was said last is of now.
    """
    if not waiting and not printer.number("printer-is-accepting-jobs"):
        return Trouble.REJECTING
    reasons = {reason.removesuffix("-error") for reason in printer.texts("printer-state-reasons")}
    if waiting:
        reasons |= {reason.removesuffix("-warning") for reason in reasons}
    for reason, trouble in _REASONS.items():
        if reason in reasons:
            return trouble
    if printer.number("printer-state") == _STOPPED:
        return Trouble.STOPPED
    said = " ".join(printer.texts("printer-state-message")).lower() if waiting else ""
    if reasons & _AWAY or any(words in said for words in _SAID_AWAY):
        return _away(printer)
    return None


def _away(printer: Group) -> Trouble:
    device = " ".join(printer.texts("device-uri"))
    return Trouble.UNPLUGGED if device.startswith(_CABLES) else Trouble.UNREACHABLE
