"""A page of questions as people see it, for what measures it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent

from rls_wizard.domain.fixed import WELCOME
from rls_wizard.domain.questionnaire import walk

if TYPE_CHECKING:
    from PySide6.QtCore import QSize

    from rls_wizard.ui.visit import Visit
    from rls_wizard.ui.window import WizardWindow

_LAYERS = 6
"""How many layouts may lie within each other."""


def show_questions(visit: Visit, window: WizardWindow, picture: QSize) -> None:
    """Bring a window of this size to the first page of questions, and lay it out."""
    page = next(page for page in visit.pages.content.pages if page.id != WELCOME)
    window.resize(picture)
    window.show()
    visit.pages.change.emit(next(walk(page.items)).link_id)
    for _ in range(_LAYERS):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
