"""Tells what happened to who cannot see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

# Named where it is used: no first question needs it.
from PySide6 import QtGui

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def is_heard() -> bool:
    """Tell whether a screen reader listens."""
    return QtGui.QAccessible.isActive()


def announce(widget: QWidget, text: str, *, at_once: bool = False) -> None:
    """Have a screen reader say it: by itself it would not see that a label has changed.

    It says it after what it is saying now, or breaks that off if it cannot wait.
    """
    event = QtGui.QAccessibleAnnouncementEvent(widget, text)
    if at_once:
        event.setPoliteness(QtGui.QAccessible.AnnouncementPoliteness.Assertive)
    QtGui.QAccessible.updateAccessibility(event)
