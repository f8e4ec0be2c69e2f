"""Tells, at the next start, that the program ended by itself the last time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QObject

from rls_wizard.ui.announce import announce
from rls_wizard.ui.link import LinkRow
from rls_wizard.ui.notice_page import NoticePage
from rls_wizard.ui.report_box import ReportBox
from rls_wizard.ui.report_page import ReportPage, Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from rls_wizard.handover.reports import Reports
    from rls_wizard.i18n import Catalogue
    from rls_wizard.ui.visit import Visit
    from rls_wizard.ui.window import WizardWindow


@runtime_checkable
class TakesNote(Protocol):
    """A page on which can be said what happened the last time."""

    def take_note(self, note: QWidget) -> None:
        """Show it where whoever was here before looks."""


class Recall(QObject):
    """Puts a line on each page that takes one, until the person has followed it."""

    def __init__(self, visit: Visit, window: WizardWindow, reports: Reports, report: str) -> None:
        """Take the report of what happened, and the folder of reports."""
        super().__init__(visit)
        self._visit = visit
        self._window = window
        self._reports = reports
        self._report = report
        window.shown.connect(self._offer)
        self._offer()
        announce(window, _happened(self._catalogue))

    @property
    def _catalogue(self) -> Catalogue:
        return self._window.catalogue

    def _offer(self) -> None:
        page = self._window.page
        if isinstance(page, TakesNote):
            row = LinkRow(_see_report(self._catalogue))
            row.setObjectName("crashed")
            row.clicked.connect(self._open)
            page.take_note(row)
            self._window.reorder()

    def _open(self) -> None:
        self._window.shown.disconnect(self._offer)
        self._visit.open_aside(self._make_page)

    def _make_page(self) -> QWidget:
        _ = self._catalogue
        kept = bool(self._reports.kept())
        delete = ("report.delete", _("Delete all reports"), self._delete)
        page = ReportPage(
            Words(
                _("The program ended by itself"),
                _("You did nothing wrong. The program has a fault, or the computer had one."),
                _("If it happens often, show the report to the person who looks after it."),
            ),
            (("crashed.go_on", _("Go on"), self._visit.close_aside),),
            ReportBox(self._report, str(self._reports.folder) if kept else "", _),
            (delete,) if kept else (),
        )
        page.rearranged.connect(self._window.reorder)
        return page

    def _delete(self) -> None:
        gone = self._reports.forget()
        self._visit.open_aside(lambda: self._make_deleted(gone=gone))

    def _make_deleted(self, *, gone: bool) -> QWidget:
        _ = self._catalogue
        way = ("crashed.go_on", _("Go on"), self._visit.close_aside)
        if gone:
            return NoticePage(deleted(_), _("None is left on this computer."), (way,))
        place = _("They lie in this folder: {place}").format(place=self._reports.folder)
        return NoticePage(not_deleted(_), place, (way,))


def deleted(_: Catalogue) -> str:
    """Return what is said once no report is left."""
    return _("All reports are deleted.")


def not_deleted(_: Catalogue) -> str:
    """Return what is said where they cannot be deleted."""
    return _("Not all reports could be deleted.")


def _happened(_: Catalogue) -> str:
    return _("The program ended by itself the last time.")


def _see_report(_: Catalogue) -> str:
    return _("The program ended by itself the last time: see the report")
