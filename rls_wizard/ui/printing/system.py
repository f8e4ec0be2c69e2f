"""Which service prints on this system."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if sys.platform == "win32":
    from rls_wizard.handover.child import draw_command as command
    from rls_wizard.ui.printing.drawn import Drawn as Printer
else:
    from rls_wizard.handover.child import print_command as command
    from rls_wizard.ui.printing.child import Child as Printer

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from rls_wizard.ui.printing.service import Service


def system_service(parent: QObject) -> Service:
    """Return what prints: CUPS takes the PDF; elsewhere its pages are drawn."""
    return Printer(command(), parent)
