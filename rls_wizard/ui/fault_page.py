"""Stands in for the questions when they cannot be used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rls_wizard.ui import style
from rls_wizard.ui.layouts import column_in
from rls_wizard.ui.link import LinkRow
from rls_wizard.ui.picture import pictured
from rls_wizard.ui.words import heading, label, subheading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QVBoxLayout

    from rls_wizard.i18n import Catalogue

_MOST = 20


class FaultPage(QWidget):
    """The program's own content is broken: nothing can be done here but to say so."""

    def __init__(self, faults: list[str], catalogue: Catalogue) -> None:
        """Show the faults, one in a line, for who can mend them."""
        super().__init__()
        _ = catalogue
        column = column_in(self, style.NORMAL)
        column.addWidget(heading(_("The questions cannot be read"), style.QUESTION))
        told = _(
            "A file of this program is damaged or was changed. You did nothing wrong, and nothing "
            "of yours is lost. Please install the program again, or show this page to the person "
            "who looks after it."
        )
        column.addWidget(pictured("tool", label(told)))
        _add_faults(column, faults, _)


class ChosenFaultPage(QWidget):
    """A folder that was chosen at start is broken: the program's own content can be used."""

    use_own = Signal()
    """The person wants the content that came with the program."""
    leave = Signal()

    def __init__(self, folder: str, faults: list[str], catalogue: Catalogue) -> None:
        """Say what cannot be used, where it is, what to do, and what is wrong."""
        super().__init__()
        _ = catalogue
        column = column_in(self, style.NORMAL)
        unusable = _("The questions in this folder cannot be used")
        column.addWidget(heading(unusable, style.QUESTION))
        where = _("The program was started with this folder: {folder}").format(folder=folder)
        go_on = _("You can go on with the questions that came with the program.")
        column.addWidget(pictured("tool", label(f"{where}\n{go_on}")))
        own = _("Use the program\u2019s own questions")
        # Rows and no buttons: their text wraps where it is very large.
        ways = {"use_own": (own, self.use_own), "leave": (_("Close"), self.leave)}
        for name, (text, pressed) in ways.items():
            column.addWidget(row := LinkRow(text))
            row.setObjectName(name)
            row.clicked.connect(pressed)
        column.addSpacing(style.NORMAL)
        column.addWidget(subheading(_("What is wrong"), style.BODY))
        show = _("Please show this to the person who looks after the folder.")
        column.addWidget(label(show))
        _add_faults(column, faults, _)


class OverduePage(QWidget):
    """The day of review has passed, and this computer is set to show nothing then."""

    def __init__(self, day: str, settings: str, catalogue: Catalogue) -> None:
        """Say since which day, what to do now, and, for who looks after it, how to open it."""
        super().__init__()
        _ = catalogue
        column = column_in(self, style.NORMAL)
        closed = _("This program is closed for now")
        column.addWidget(heading(closed, style.QUESTION))
        since = _("Its texts were due to be checked again by {day}. They may be out of date.")
        column.addWidget(pictured("info-circle", label(since.format(day=day))))
        ask = _("Please ask the staff here, or a doctor, nurse or pharmacist.")
        column.addWidget(label(ask))
        wait = _("If you need help now, do not wait for this program: get help.")
        column.addWidget(label(wait, bold=True))
        column.addSpacing(style.NORMAL)
        column.addWidget(subheading(_("For the person who looks after this program"), style.BODY))
        update = _("Please install a newer version, or newer content.")
        column.addWidget(label(update))
        if settings:
            where = _("It closes itself because of the line \u201coverdue\u201d in {file}.")
            column.addWidget(label(where.format(file=settings)))
        column.addStretch()


def _add_faults(column: QVBoxLayout, faults: list[str], _: Catalogue) -> None:
    """Show each fault, as it names file, block and reason; of very many, the first."""
    for line in _lines(faults, _):
        column.addWidget(label(line))
    column.addStretch()


def _lines(faults: list[str], _: Catalogue) -> Iterable[str]:
    yield from faults[:_MOST]
    if len(faults) > _MOST:
        yield _("and {number} more").format(number=len(faults) - _MOST)
