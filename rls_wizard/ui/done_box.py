"""The end of a visit: forget the answers, asked once more where they are not saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from rls_wizard.ui import style
from rls_wizard.ui.layouts import column_in
from rls_wizard.ui.words import alert, button, label

if TYPE_CHECKING:
    from rls_wizard.i18n import Catalogue


class DoneBox(QWidget):
    """A button, and in its place the question whether it was meant."""

    done = Signal()
    asked = Signal(QWidget)
    """The question, which is to be brought into view."""

    def __init__(self, catalogue: Catalogue, *, saved: bool) -> None:
        """Show the button; what is saved may be forgotten unasked."""
        super().__init__()
        _ = self._catalogue = catalogue
        self._saved = saved
        column = column_in(self, style.NORMAL)
        column.addWidget(label(_("When you are done"), style.TITLE, bold=True))
        self._calm, self._sure = self._offer(), self._question()
        column.addWidget(self._calm)
        column.addWidget(self._sure)
        self._ask(False)

    def set_saved(self) -> None:
        """There is no need to ask any more."""
        self._saved = True
        self._ask(False)

    def _offer(self) -> QWidget:
        _, part = self._catalogue, QWidget()
        column = column_in(part, style.NORMAL)
        column.addWidget(
            label(_("The program then forgets your answers. A file that you saved stays."))
        )
        self._done = button(_("Done: forget my answers"), "done", self._finish)
        column.addWidget(self._done, 0, Qt.AlignmentFlag.AlignLeading)
        return part

    def _question(self) -> QWidget:
        _, part = self._catalogue, QWidget()
        column = column_in(part, style.NORMAL)
        column.addWidget(alert(_("You have not saved your summary. Forget your answers?")))
        row = QHBoxLayout()
        row.setSpacing(style.TIGHT)
        self._no = button(_("No"), "done.no", self._keep)
        row.addWidget(self._no)
        row.addWidget(button(_("Yes, forget them"), "done.yes", self.done))
        row.addStretch()
        column.addLayout(row)
        return part

    def _finish(self) -> None:
        if self._saved:
            self.done.emit()
        else:
            self._ask(True)
            self._no.setFocus()
            self.asked.emit(self._sure)

    def _keep(self) -> None:
        self._ask(False)
        self._done.setFocus()

    def _ask(self, asking: bool) -> None:
        self._calm.setVisible(not asking)
        self._sure.setVisible(asking)
