"""What was found in an earlier summary, before any of it is used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from rls_wizard.ui import style
from rls_wizard.ui.card import Card
from rls_wizard.ui.layouts import column_in
from rls_wizard.ui.points import pointed
from rls_wizard.ui.words import alert, button, heading, label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rls_wizard.i18n import Catalogue


@dataclass(frozen=True, slots=True)
class Found:
    """What there is to tell of it, in words."""

    day: str
    answered_by: str
    whole: bool
    """Whether it is of today: all of it stands."""
    filled: tuple[str, ...]
    """The questions that are filled in again."""
    lost: tuple[str, ...]
    """What could not be taken over, one sentence each."""
    replaces: bool
    """Whether answers of today would be lost."""


class FoundPage(QWidget):
    """Says from which day it is and what becomes of it, and asks whether to use it."""

    personal = True
    """It repeats what the person told: see `aloud.said`."""
    use = Signal()
    leave = Signal()

    def __init__(self, found: Found, catalogue: Catalogue) -> None:
        """Show what there is."""
        super().__init__()
        _ = self._catalogue = catalogue
        self._column = column_in(self, style.WIDE)
        title = _("Your summary of {day}").format(day=found.day)
        self._column.addWidget(heading(title))
        who = _("Answered by: {who}").format(who=found.answered_by)
        self._column.addWidget(label(who))
        for text in _what_becomes_of_it(found, _):
            self._column.addWidget(label(text))
        if not found.whole:
            self._listed(_("Filled in for you"), found.filled)
        self._listed(_("What could not be taken over"), found.lost)
        if found.replaces:
            text = _("You have already begun to answer. Those answers will be forgotten.")
            self._column.addWidget(alert(text))
        self._choices(found.replaces)
        self._column.addStretch()

    def _listed(self, title: str, lines: Iterable[str]) -> None:
        card = Card(QPalette.ColorRole.Highlight)
        card.add(label(title, bold=True))
        texts = [pointed(label(line)) for line in lines]
        for text in texts:
            card.add(text)
        if texts:
            self._column.addWidget(card)

    def _choices(self, replaces: bool) -> None:
        _ = self._catalogue
        no = _("No, keep my answers") if replaces else _("No, begin without it")
        use = button(_("Yes, use this summary"), "earlier.use", self.use, primary=True)
        for one in (use, button(no, "earlier.leave", self.leave)):
            self._column.addWidget(one, 0, Qt.AlignmentFlag.AlignLeading)


def _what_becomes_of_it(found: Found, _: Catalogue) -> Iterable[str]:
    if found.whole:
        yield _("It is from today. You can change each answer, and answer what is missing.")
        return
    yield _(
        "How you are now may be different. So most questions are asked again, with your answer of "
        "that day beside them."
    )
    if found.filled:
        yield _("What seldom changes is filled in. Please check on the way whether it is still so.")
