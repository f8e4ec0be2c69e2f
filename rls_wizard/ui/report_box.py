"""A report of a fault, for whoever wants to read it or to hand it on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from rls_wizard.ui import style
from rls_wizard.ui.copy_box import CopyBox
from rls_wizard.ui.layouts import column_in
from rls_wizard.ui.link import Disclosure
from rls_wizard.ui.plain_text import plain_text
from rls_wizard.ui.words import label, subheading

if TYPE_CHECKING:
    from rls_wizard.i18n import Catalogue


class ReportBox(QWidget):
    """Says where the report lies; it can be read and copied here. Nothing sends it."""

    rearranged = Signal()
    """Other things can be pressed now."""

    def __init__(self, report: str, place: str, catalogue: Catalogue) -> None:
        """Take a report and where it lies, empty if nowhere."""
        super().__init__()
        _ = catalogue
        column = column_in(self, style.NORMAL)
        column.addWidget(subheading(_("A report for the people who make the program"), style.BODY))
        column.addWidget(label(f"{what_it_is(_)} {_where(place, _)}"))
        column.addWidget(copy_report(report, catalogue))
        column.addWidget(show := show_report(_("Show the report"), "report.show", report))
        show.toggled.connect(self.rearranged)


def what_it_is(_: Catalogue) -> str:
    """Return what a report holds, and what not."""
    return _("It holds no answer and no name. The program does not send it anywhere.")


def _where(place: str, _: Catalogue) -> str:
    if not place:
        return _("It is not kept on this computer.")
    return _("It lies in this folder: {place}").format(place=place)


def copy_report(report: str, catalogue: Catalogue) -> CopyBox:
    """Return the button that copies a report, with the word that it is done."""
    _ = catalogue
    box = CopyBox(_("Copy the report"), _("Copied. You can now paste it."), "report.copy")
    box.copy.connect(partial(_copy, report, box))
    return box


def _copy(report: str, box: CopyBox) -> None:
    QGuiApplication.clipboard().setText(report)
    box.show_copied()


def show_report(title: str, name: str, report: str) -> Disclosure:
    """Return a line that shows all of a report below it."""
    return Disclosure(title, name, partial(plain_text, title, report))
