"""A page that says what went wrong and what to do, with a report of it to be read or copied."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rls_wizard.ui import style
from rls_wizard.ui.layouts import column_in
from rls_wizard.ui.picture import pictured
from rls_wizard.ui.words import button, heading, label

if TYPE_CHECKING:
    from collections.abc import Callable

    from rls_wizard.i18n import Catalogue
    from rls_wizard.ui.report_box import ReportBox

    Way = tuple[str, str, Callable[[], object]]
    """A button: its name, its words, and what it does."""


class Words(NamedTuple):
    """What such a page says, in as few words as can be: the way on shall be in sight."""

    title: str
    happened: str
    then: str
    """What to do if it goes on like this."""


class ReportPage(QWidget):
    """What happened, the way on, what to do then, and the report last: few people want it."""

    rearranged = Signal()
    """Other things can be pressed now."""

    def __init__(
        self,
        words: Words,
        ways: tuple[Way, ...],
        box: ReportBox | None,
        after: tuple[Way, ...] = (),
    ) -> None:
        """Take the ways on, the best first, and what can be done with the report, if any."""
        super().__init__()
        self.words = words
        column = column_in(self, style.WIDE)
        column.addWidget(heading(words.title))
        column.addWidget(pictured("tool", label(words.happened)))
        for number, (name, text, act) in enumerate(ways):
            column.addWidget(button(text, name, act, primary=number == 0))
        column.addWidget(label(words.then))
        column.addSpacing(style.NORMAL)
        if box is not None:
            column.addWidget(box)
            box.rearranged.connect(self.rearranged)
        for name, text, act in after:
            column.addWidget(button(text, name, act))
        column.addStretch()


class ApologyPage(ReportPage):
    """The program had a fault just now."""


def apology(*, answers: bool, kept: bool, again: bool, _: Catalogue) -> Words:
    """Return what is said of a fault.

    It depends on whether there are answers, whether the program keeps them from one start to the
    next, and whether the person was told of a fault before.
    """
    title = _("Something went wrong")
    if not answers:
        return Words(
            title,
            _(
                "You did nothing wrong, and nothing of yours is lost. "
                "Please close the program and start it again."
            ),
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
    return Words(title, happened, f"{do} {then}")


def apology_in_a_room(*, again: bool, _: Catalogue) -> Words:
    """Return what is said of a fault on a kiosk: nobody there can start the program again."""
    happened = _("Your answers are still here. You can go on.")
    if again:
        happened = _("It happened again. Your answers are still here.")
    return Words(
        _("Something went wrong"), happened, _("If it happens again, please ask at the desk.")
    )
