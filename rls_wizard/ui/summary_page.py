"""The last page: save the summary, and be forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from rls_wizard.ui import style
from rls_wizard.ui.words import alert, button, label

if TYPE_CHECKING:
    from rls_wizard.i18n import Catalogue


class SummaryPage(QWidget):
    """Tells what the person wants done; what came of it is told to the page."""

    save = Signal()
    cancel = Signal()
    done = Signal()

    def __init__(self, catalogue: Catalogue) -> None:
        """Show the buttons."""
        super().__init__()
        _ = self._catalogue = catalogue
        self._saved = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.NORMAL)
        column.addWidget(label(_("Your summary"), style.QUESTION, bold=True))
        column.addWidget(
            label(
                _(
                    "Save the summary as a PDF file. Print it, or show it on your phone, and take "
                    "it to your doctor, nurse or pharmacist."
                )
            )
        )
        self._save = button(_("Save the summary"), "save", self.save)
        column.addWidget(self._save, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._waiting())
        self._message = label("", bold=True)
        self._message.setObjectName("message")
        self._fault = alert("")
        self._fault.setObjectName("save.fault")
        for text in (self._message, self._fault):
            text.hide()
            column.addWidget(text)
        column.addSpacing(style.SECTION)
        column.addWidget(label(_("When you are done"), style.TITLE, bold=True))
        column.addWidget(label(_("This program keeps nothing of what you answered.")))
        self._done = button(_("Done: forget my answers"), "done", self._ask)
        column.addWidget(self._done, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._confirmation())
        column.addStretch()

    def show_working(self) -> None:
        """Show that the summary is being made, and how to stop that."""
        self._busy.show()
        self._save.setEnabled(False)
        self._sure.hide()
        self._say("", "")

    def show_saved(self, name: str) -> None:
        """Say that the file is there."""
        self._saved = True
        self._rest()
        self._say(self._catalogue("Saved as {name}.").format(name=name), "")

    def show_fault(self, text: str) -> None:
        """Say what went wrong."""
        self._rest()
        self._say("", text)

    def _rest(self) -> None:
        self._busy.hide()
        self._save.setEnabled(True)

    def _cancel(self) -> None:
        self._rest()
        self.cancel.emit()

    def _say(self, message: str, fault: str) -> None:
        self._message.setText(style.breakable(message))
        self._message.setVisible(bool(message))
        self._fault.setText(style.breakable(f"\u26a0 {fault}") if fault else "")
        self._fault.setVisible(bool(fault))

    def _waiting(self) -> QWidget:
        _ = self._catalogue
        self._busy = QWidget()
        row = QHBoxLayout(self._busy)
        row.setContentsMargins(0, 0, 0, 0)
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(_("The summary is being made"))
        row.addWidget(bar, 1)
        row.addWidget(button(_("Cancel"), "cancel", self._cancel))
        self._busy.hide()
        return self._busy

    def _confirmation(self) -> QWidget:
        _ = self._catalogue
        self._sure = QWidget()
        column = QVBoxLayout(self._sure)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(alert(_("You have not saved your summary. Forget your answers?")))
        row = QHBoxLayout()
        row.addWidget(button(_("Yes, forget them"), "done.yes", self.done))
        row.addWidget(button(_("No"), "done.no", self._sure.hide))
        row.addStretch()
        column.addLayout(row)
        self._sure.hide()
        return self._sure

    def _ask(self) -> None:
        if self._saved:
            self.done.emit()
        else:
            self._sure.show()


def choose_file(parent: QWidget, catalogue: Catalogue, name: str) -> str:
    """Ask where to save; return an empty text if nowhere."""
    dialog = QFileDialog(parent, catalogue("Save the summary"), "", "PDF (*.pdf)")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    # The dialog adds the ending before it asks whether to replace a file that is there.
    dialog.setDefaultSuffix("pdf")
    dialog.selectFile(name)
    chosen = dialog.selectedFiles()[0] if dialog.exec() else ""
    dialog.deleteLater()
    return chosen
