"""A page that says what went wrong and what to do, with a report of it to be read or copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rls_wizard.ui import style
from rls_wizard.ui.layouts import column_in
from rls_wizard.ui.picture import pictured
from rls_wizard.ui.words import button, heading, label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from rls_wizard.i18n import Catalogue
    from rls_wizard.ui.report_box import ReportBox

    Way = tuple[str, str, Callable[[], object]]
    """A button: its name, its words, and what it does."""


class ReportPage(QWidget):
    """What happened, what to do, and the report last: few people want it."""

    rearranged = Signal()
    """Other things can be pressed now."""

    def __init__(
        self,
        title: str,
        sentences: Iterable[str],
        ways: tuple[Way, ...],
        box: ReportBox,
        after: tuple[Way, ...] = (),
    ) -> None:
        """Take the ways on, the best first, and what can be done with the report."""
        super().__init__()
        column = column_in(self, style.WIDE)
        column.addWidget(heading(title))
        column.addWidget(pictured("tool", label("\n".join(sentences))))
        for number, (name, words, act) in enumerate(ways):
            column.addWidget(button(words, name, act, primary=number == 0))
        column.addSpacing(style.NORMAL)
        column.addWidget(box)
        for name, words, act in after:
            column.addWidget(button(words, name, act))
        column.addStretch()
        box.rearranged.connect(self.rearranged)


class ApologyPage(ReportPage):
    """The program had a fault just now."""


def apology_title(_: Catalogue) -> str:
    """Return what is said of a fault first of all."""
    return _("Something went wrong in the program")


def what_to_do(*, answers: bool, kept: bool, again: bool, _: Catalogue) -> tuple[str, ...]:
    """Return what to do after a fault.

    It depends on whether there are answers, whether the program keeps them from one start to the
    next, and whether the person was told of a fault before.
    """
    if not answers:
        return (
            _("You did nothing wrong, and nothing of yours is lost."),
            _("Please close the program and start it again."),
            _("If that does not help, install it anew."),
        )
    if again:
        happened = _("It happened again. Your answers are still here.")
        do = _("Please close the program when you can, and start it again.")
    else:
        happened = _("Your answers are still here. You can go on.")
        do = _("If it happens again, close the program and start it again.")
    if kept:
        then = _("Answers that were kept on this computer are offered to you then.")
    else:
        then = _("Answers are not kept on this computer. Save your summary first, if you can.")
    return happened, do, then
