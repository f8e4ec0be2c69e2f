"""The end, as the person sees it: for a moment, before a clean process takes over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from rls_wizard.ui import style
from rls_wizard.ui.announce import announce
from rls_wizard.ui.layouts import column_in
from rls_wizard.ui.words import heading, label

if TYPE_CHECKING:
    from collections.abc import Callable

    from rls_wizard.i18n import Catalogue
    from rls_wizard.ui.window import WizardWindow

SECONDS = 1.2
"""How long it stands; the next person waits for it."""


class GoodbyePage(QWidget):
    """Nothing on it can be pressed."""

    def __init__(self, _: Catalogue) -> None:
        """Say that nothing is left."""
        super().__init__()
        column = column_in(self, style.WIDE)
        column.addStretch(1)
        column.addWidget(heading(_("Everything is forgotten.")))
        column.addWidget(label(_("Do you have all your pages? Thank you, and goodbye.")))
        column.addStretch(2)


def say_goodbye(window: WizardWindow, end: Callable[[], object]) -> None:
    """Show that everything is forgotten, and then end."""
    QTimer.singleShot(0, window, lambda: _show(window))
    QTimer.singleShot(round(SECONDS * 1_000), window, end)


def _show(window: WizardWindow) -> None:
    for action in window.actions():
        action.setEnabled(False)
    window.header.hide()
    window.warn("", "")
    window.show_page(GoodbyePage(window.catalogue), back=False)
    announce(window, window.catalogue("Everything is forgotten."))
