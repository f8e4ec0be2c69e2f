"""All reports of faults that lie on this computer: to be read, copied and deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rls_wizard.handover.reports import MOST
from rls_wizard.ui import style
from rls_wizard.ui.announce import announce
from rls_wizard.ui.card import Card
from rls_wizard.ui.layouts import column_in, put_in_place
from rls_wizard.ui.link import Disclosure
from rls_wizard.ui.plain_text import plain_text
from rls_wizard.ui.recall import deleted, not_deleted
from rls_wizard.ui.report_box import copy_report, what_it_is
from rls_wizard.ui.words import button, discard, label

if TYPE_CHECKING:
    from rls_wizard.domain.reference import Dates
    from rls_wizard.handover.reports import Kept, Reports
    from rls_wizard.i18n import Catalogue


class ReportsBox(QWidget):
    """Says where they lie; each is a line that shows it."""

    rearranged = Signal()
    """Other things can be pressed now."""

    def __init__(self, reports: Reports, dates: Dates, catalogue: Catalogue) -> None:
        """Take the folder of reports, and how a day is said."""
        super().__init__()
        self._reports = reports
        self._dates = dates
        self._catalogue = catalogue
        self._column = column_in(self, style.NORMAL)
        self._card = self._make_card()
        self._column.addWidget(self._card)

    def _make_card(self) -> Card:
        _, card = self._catalogue, Card()
        where = _("They lie in {place}, the last {number} of them.")
        card.add(label(_("If the program has a fault, it writes a report for its makers.")))
        card.add(label(what_it_is(_)))
        card.add(label(where.format(place=self._reports.folder, number=MOST)))
        kept = self._reports.kept()
        if not kept:
            card.add(label(_("There is none at present.")))
            return card
        for number, one in enumerate(kept, 1):
            card.add(shown := self._line(number, one))
            shown.toggled.connect(self.rearranged)
        card.add(button(_("Delete all reports"), "reports.delete", self._delete))
        return card

    def _line(self, number: int, one: Kept) -> Disclosure:
        _ = self._catalogue
        day = self._dates.in_words(one.when.date())
        title = _("Report of {day}, {time}").format(day=day, time=f"{one.when:%H:%M}")

        def show() -> QWidget:
            made = QWidget()
            column = column_in(made, style.NORMAL)
            column.addWidget(copy_report(one.text, self._catalogue))
            column.addWidget(plain_text(title, one.text))
            return made

        return Disclosure(title, f"report.{number}", show)

    def _delete(self) -> None:
        gone = self._reports.forget()
        old, self._card = self._card, self._make_card()
        said = label(deleted(self._catalogue) if gone else not_deleted(self._catalogue), bold=True)
        self._card.add(said)
        put_in_place(self._column, old, self._card)
        self._card.show()
        discard(old)
        self.rearranged.emit()
        announce(self, said.text())
