"""Tells what happened to who cannot see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say it: by itself it would not see that a label has changed."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
