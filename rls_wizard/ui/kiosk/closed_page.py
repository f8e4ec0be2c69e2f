"""Stands on a kiosk while nobody can begin a visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from rls_wizard.kiosk.talk import Closed
from rls_wizard.ui import style
from rls_wizard.ui.layouts import column_in
from rls_wizard.ui.picture import pictured
from rls_wizard.ui.words import heading, label, quiet, subheading

if TYPE_CHECKING:
    from rls_wizard.i18n import Catalogue
    from rls_wizard.kiosk.talk import Begin


class ClosedPage(QWidget):
    """Sends people to the desk, and tells staff what is to be done."""

    def __init__(self, begin: Begin, _: Catalogue) -> None:
        """Say why there is no visit."""
        super().__init__()
        column = column_in(self, style.WIDE)
        column.addStretch(1)
        column.addWidget(heading(_("Please see the desk")))
        column.addWidget(pictured("info-circle", label(_why(begin.closed, _))))
        nothing = _("Nothing that anybody answered here is kept.")
        column.addWidget(label(nothing))
        help_now = _("If you feel very ill, do not wait. Tell the staff now.")
        column.addWidget(label(help_now, bold=True))
        if for_staff := _for_staff(begin.closed, _):
            column.addSpacing(style.NORMAL)
            staff = _("For the person who looks after this screen")
            column.addWidget(subheading(staff, style.BODY))
            column.addWidget(label(for_staff))
            for fault in begin.faults:
                column.addWidget(quiet(fault))
        column.addStretch(3)


def _why(closed: str, _: Catalogue) -> str:
    match closed:
        case Closed.EXPIRED:
            return _("This screen is closed. Its texts have to be checked first.")
        case Closed.SETUP:
            return _("This screen is closed. It is not set up yet.")
        case Closed.PAUSED:
            return _("This screen is out of use for now.")
        case _other:
            return _("This screen needs a short rest. You did nothing wrong.")


def _for_staff(closed: str, _: Catalogue) -> str:
    match closed:
        case Closed.EXPIRED:
            return _(
                "The texts are past their day of review. Please install a newer version. This "
                "screen looks every hour and then opens by itself."
            )
        case Closed.SETUP:
            return _(
                "Something cannot be used. Please mend it. This screen looks every minute and "
                "then opens by itself."
            )
        case _other:
            return ""
