"""Opens what a question means, for who asks by a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QWidget

from rls_wizard.ui.announce import announce
from rls_wizard.ui.link import Disclosures, Toggle
from rls_wizard.ui.numbers import question_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rls_wizard.ui.window import WizardWindow


def show_meaning(focused: QWidget, window: WizardWindow) -> bool:
    """Open or close "What does this mean?" of what has the focus; tell whether there is one.

    The focus stays, so that the same key closes it; what is opened is shown and told.
    """
    toggle = next(filter(None, (_toggle(window.page, n) for n in _names(focused))), None)
    if toggle is None or not window.page.isAncestorOf(focused):
        return False
    toggle.click()
    box = _disclosures(toggle)
    note = box.note(toggle.objectName()) if box and toggle.isChecked() else None
    if box is not None and note is not None:
        window.reveal(box, question_of(box, window.page) or box)
        announce(window, " ".join(said.text() for said in note.findChildren(QLabel)))
    return True


def _names(widget: QWidget) -> Iterator[str]:
    """Yield what the line may be named by: an option, its question, what that stands in."""
    at: QWidget | None = widget
    while at is not None:
        name = at.objectName()
        yield name
        yield name.rpartition(".")[0]
        at = at.parentWidget()


def _toggle(page: QWidget, name: str) -> Toggle | None:
    found = page.findChild(Toggle, f"{name}.help") if name else None
    return found if found is not None and found.isVisible() else None


def _disclosures(toggle: QWidget) -> Disclosures | None:
    at = toggle.parentWidget()
    while at is not None and not isinstance(at, Disclosures):
        at = at.parentWidget()
    return at
