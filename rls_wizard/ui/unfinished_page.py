"""The page at the start that says that a visit was broken off, and asks what to do with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rls_wizard.ui import style
from rls_wizard.ui.card import Card
from rls_wizard.ui.layouts import column_in
from rls_wizard.ui.picture import pictured
from rls_wizard.ui.points import pointed
from rls_wizard.ui.words import alert, button, heading, label

if TYPE_CHECKING:
    from rls_wizard.i18n import Catalogue


@dataclass(frozen=True, slots=True)
class Left:
    """What there is to tell of it, in words."""

    since: str
    """When it was kept."""
    notes: tuple[str, ...] = ()
    """What the person has to know, a sentence or two each."""
    changes: tuple[str, ...] = ()
    """What is another since then."""
    fault: str = ""
    """Why it cannot be used; empty if it can."""


class UnfinishedPage(QWidget):
    """Nothing of what was answered is shown: somebody else may sit here."""

    go_on = Signal()
    leave = Signal()
    delete = Signal()
    never = Signal()
    """Delete it, and keep none from now on."""

    def __init__(self, left: Left, catalogue: Catalogue) -> None:
        """Show what there is."""
        super().__init__()
        _ = catalogue
        column = self._column = column_in(self, style.WIDE)
        column.addWidget(heading(_("There is an unfinished visit")))
        since = _("It is from {time}.").format(time=left.since)
        column.addWidget(pictured("info-circle", label(since)))
        if left.fault:
            column.addWidget(alert(left.fault))
        for note in left.notes:
            column.addWidget(label(note))
        if left.changes:
            column.addWidget(_listed(_("What has changed since"), left.changes))
        choices = QVBoxLayout()
        choices.setSpacing(style.NORMAL)
        for one in self._choices(left, _):
            choices.addWidget(one)
        column.addLayout(choices)
        column.addStretch()

    def take_note(self, note: QWidget) -> None:
        """Show a line about the last time, below what is asked."""
        self._column.insertWidget(self._column.count() - 1, note)
        note.show()

    def _choices(self, left: Left, _: Catalogue) -> tuple[QWidget, ...]:
        delete = button(_("Delete it"), "unfinished.delete", self.delete)
        if left.fault:
            stays = _("Begin without it")
            return (button(stays, "unfinished.leave", self.leave, primary=True), delete)
        never = _("Delete it, and keep none")
        return (
            button(_("Continue"), "unfinished.go_on", self.go_on, primary=True),
            delete,
            button(never, "unfinished.never", self.never),
            button(_("Not now"), "unfinished.leave", self.leave),
        )


def _listed(title: str, lines: tuple[str, ...]) -> Card:
    card = Card(QPalette.ColorRole.Highlight)
    card.add(label(title, bold=True))
    for line in lines:
        card.add(pointed(label(line)))
    return card
