"""The page where somebody who was here before gives the summary of that visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from rls_wizard.ui import style
from rls_wizard.ui.announce import announce
from rls_wizard.ui.file_dialog import ask
from rls_wizard.ui.layouts import column_in
from rls_wizard.ui.loading import Progress, Stage
from rls_wizard.ui.places import documents
from rls_wizard.ui.scanner_box import ScannerBox
from rls_wizard.ui.waiting import Waiting
from rls_wizard.ui.words import alert, button, heading, label

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent

    from rls_wizard.i18n import Catalogue


class EarlierPage(QWidget):
    """Offers a file, where there may be one, and a scanner; says what became of it."""

    open_file = Signal()
    dropped = Signal(str)
    """A file that was dragged here."""
    scanned = Signal(str)
    cancel = Signal()

    def __init__(self, catalogue: Catalogue, *, files: bool) -> None:
        """Show both ways, or only the scanner where nobody has files."""
        super().__init__()
        _ = self._catalogue = catalogue
        column = column_in(self, style.WIDE)
        column.addWidget(heading(_("Your earlier summary")))
        for text in _what_it_does(_):
            column.addWidget(label(text))
        self._trouble = alert("")
        self._trouble.setObjectName("earlier.trouble")
        column.addWidget(self._trouble)
        self._calm = label(_("Nothing is lost. You can also go back, and begin without it."))
        column.addWidget(self._calm)
        self._ways = self._both_ways(files)
        # A scanner ends with Enter, which must not leave the page.
        self.begins_at = self._first
        self._cancel = button(_("Cancel"), "earlier.cancel", self.cancel)
        self._cancel.installEventFilter(self._scanner)
        said, hint = _("Your summary is being read."), _("You can wait, or cancel.")
        self._busy = Waiting(said, hint, self._cancel)
        for part in (self._ways, self._busy):
            column.addWidget(part)
        column.addStretch()
        self.setAcceptDrops(files)
        self.follow(Progress())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file that is dragged here from a folder."""
        if _file_in(event.mimeData()) and not self._busy.isVisible():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell which file it is."""
        self.dropped.emit(_file_in(event.mimeData()))

    def follow(self, progress: Progress) -> None:
        """Show how far it is."""
        reading = progress.stage is Stage.READING
        focused = QApplication.focusWidget()
        inside = focused is not None and self.isAncestorOf(focused)
        self._busy.setVisible(reading)
        self._ways.setVisible(not reading)
        _, why = self._catalogue, progress.trouble
        text = _("This cannot be used. {reason}").format(reason=why) if why else ""
        self._trouble.setText(style.breakable(f"\u26a0 {text}"))
        for told in (self._trouble, self._calm):
            told.setVisible(bool(text))
        if inside:
            # Else it would go to Back with what is hidden, and the next Enter would leave the page.
            (self._cancel if reading else self._first).setFocus()
        if said := text or (_("Your summary is being read.") if reading else ""):
            announce(self, said)

    def showEvent(self, event: QShowEvent) -> None:
        """Let a scanner's keys come in wherever the focus is: nobody has to press anything."""
        super().showEvent(event)
        self.window().installEventFilter(self._scanner)

    def _both_ways(self, files: bool) -> QWidget:
        _ = self._catalogue
        made = QWidget()
        column = column_in(made, style.NORMAL)
        self._scanner = ScannerBox(_)
        self._scanner.scanned.connect(self.scanned)
        self._first: QWidget = self._scanner
        if files:
            text = _("If you saved it as a file, choose that file.")
            column.addWidget(label(text))
            chosen = button(_("Open the file"), "earlier.open", self.open_file, primary=True)
            # On some systems a button takes Enter itself, also the one that ends a code.
            chosen.installEventFilter(self._scanner)
            column.addWidget(chosen, 0, Qt.AlignmentFlag.AlignLeading)
            self._first = chosen
            column.addSpacing(style.WIDE)
            text = _("Or hold the square code on your paper in front of a scanner.")
        else:
            text = _("Hold the square code on your paper in front of the scanner.")
        column.addWidget(label(text))
        column.addWidget(self._scanner)
        return made


def _file_in(dragged: QMimeData) -> str:
    """Return the one file of this computer that is dragged; empty for anything else."""
    files = [url.toLocalFile() for url in dragged.urls()]
    return files[0] if len(files) == 1 else ""


def _what_it_does(_: Catalogue) -> tuple[str, ...]:
    return (
        _(
            "Did you use this program before, and do you have the summary? Then you need not tell "
            "everything again. What you told last time stands beside the questions."
        ),
        _("Use only your own summary."),
    )


def choose_earlier(parent: QWidget, catalogue: Catalogue) -> str:
    """Ask for a summary that was saved; return an empty text for none."""
    # The page may be built anew below the dialog.
    title, kind = catalogue("Open your earlier summary"), "PDF (*.pdf)"
    dialog = QFileDialog(parent.window(), title, str(documents()), kind)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return ask(dialog)
