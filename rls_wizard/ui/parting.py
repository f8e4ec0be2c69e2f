"""What is asked before answers go: when the person starts again, and when the window is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from rls_wizard.ui.notice_page import NoticePage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from rls_wizard.i18n import Catalogue
    from rls_wizard.ui.keeping import Keeping
    from rls_wizard.ui.notice_page import Choice
    from rls_wizard.ui.visit import Visit
    from rls_wizard.ui.window import WizardWindow


class Parting(QObject):
    """Asks only where something could be lost."""

    def __init__(
        self, visit: Visit, window: WizardWindow, keeping: Keeping | None, *, closes: bool = True
    ) -> None:
        """Take a visit, and what keeps it, if anything does; nobody closes that of a kiosk."""
        super().__init__(visit)
        self._visit = visit
        self._window = window
        self._keeping = keeping
        if not closes:
            return
        window.may_close = self._may_close
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.commitDataRequest.connect(self._session_ends)

    @property
    def _catalogue(self) -> Catalogue:
        return self._visit.pages.catalogue

    @property
    def _is_kept(self) -> bool:
        return self._keeping is not None and self._keeping.works

    # Starting again ------------------------------------------------------------------------------

    def start_again(self) -> None:
        """Forget all answers, if the person says so."""
        if self._visit.may_be_forgotten:
            self._visit.restart()
        else:
            self._visit.open_aside(self._make_restarting)

    def _make_restarting(self) -> QWidget:
        _ = self._catalogue
        return NoticePage(
            _("Delete your answers?"),
            _("All your answers will be deleted. This cannot be undone."),
            (
                ("stay", _("No, keep my answers"), self._visit.close_aside),
                ("restart", _("Yes, delete them"), self._restart),
            ),
        )

    def _restart(self) -> None:
        self._visit.restart(note=self._catalogue("Your answers are deleted. You can start here."))

    # Closing -------------------------------------------------------------------------------------

    def _may_close(self) -> bool:
        if self._visit.may_be_forgotten:
            # It is all on a summary that was saved: nobody has to delete it again.
            self._forget()
            return True
        self._visit.open_aside(self._make_closing)
        self._window.lift_cover()
        return False

    def _session_ends(self) -> None:
        """Let the computer be shut down: there is no time to ask, and nothing is lost."""
        if self._is_kept:
            self._window.may_close = lambda: True

    def _make_closing(self) -> QWidget:
        _ = self._catalogue
        return NoticePage(_("Close the program?"), self._at_stake(), self._choices())

    def _at_stake(self) -> str:
        _ = self._catalogue
        printing = _("Your page is not printed yet. If you close now, it will not be printed.")
        kept = _(
            "Your answers are kept on this computer. When you open the program again, you can go "
            "on."
        )
        lost = _("You have not saved your summary. If you close now, your answers are forgotten.")
        if not self._visit.pages.is_printing:
            return kept if self._is_kept else lost
        return f"{printing} {kept}" if self._is_kept else printing

    def _choices(self) -> tuple[Choice, ...]:
        _ = self._catalogue
        stay = ("stay", _("No, go on"), self._visit.close_aside)
        if not self._is_kept:
            return (stay, ("leave", _("Yes, close and forget"), self._leave_nothing))
        return (
            ("leave", _("Close, and keep them"), self._close),
            ("leave.delete", _("Close, and delete them"), self._leave_nothing),
            stay,
        )

    def _leave_nothing(self) -> None:
        self._forget()
        self._close()

    def _forget(self) -> None:
        if self._keeping is not None:
            self._keeping.forget()

    def _close(self) -> None:
        self._window.may_close = lambda: True
        self._window.close()
