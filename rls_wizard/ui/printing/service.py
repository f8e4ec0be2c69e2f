"""What prints: the same for the window, whatever the system is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from rls_wizard.handover.printing.talk import Order

    MakeService = Callable[[QObject], "Service"]


class Service(QObject):
    """Takes orders, of which each ends what was before it, and tells news. It never waits."""

    told = Signal(object)
    """News: Printers or Job."""

    def take(self, order: Order) -> None:
        """Begin to carry out an order."""
        raise NotImplementedError

    def stop(self) -> None:
        """Give up what is not printed, and leave nothing of it; nothing is told any more."""
        raise NotImplementedError
