"""The last page: see the summary, save, print or copy it, and be forgotten."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QGridLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from rls_wizard.ui import style
from rls_wizard.ui.announce import announce
from rls_wizard.ui.copy_box import CopyBox
from rls_wizard.ui.done_box import DoneBox
from rls_wizard.ui.file_dialog import ask
from rls_wizard.ui.large_print import LargePrint
from rls_wizard.ui.layouts import column_in
from rls_wizard.ui.picture import pictured
from rls_wizard.ui.places import in_words
from rls_wizard.ui.preview import Preview
from rls_wizard.ui.printing.box import PrintBox
from rls_wizard.ui.printing.way import Step
from rls_wizard.ui.progress import Progress, Stage
from rls_wizard.ui.waiting import Waiting
from rls_wizard.ui.words import alert, button, heading, label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from rls_wizard.i18n import Catalogue
    from rls_wizard.ui.printing.way import Print

_SIDE = 0.55
"""The width of the words beside the preview, as a share of the text column."""
_SHEET = 0.75
"""The least width of the preview beside them, as a share of the text column."""


class SummaryPage(QWidget):
    """Tells what the person wants done, and shows how far that is."""

    make = Signal()
    cancel = Signal()
    save = Signal()
    done = Signal()
    wanted = Signal(QWidget)
    """Something on the page that is to be brought into view."""
    rearranged = Signal()
    """Other things can be pressed now."""
    wide = True
    """It takes all the width of the window."""

    def __init__(self, catalogue: Catalogue, *, saved: bool = False, large: bool = False) -> None:
        """Show the words, and room for the preview; what is saved may be forgotten unasked."""
        super().__init__()
        self.large = LargePrint(catalogue, large=large)
        self._catalogue = catalogue
        self._told = ""
        self._stage = Stage.MAKING
        self.preview = Preview(catalogue)
        self.printing = PrintBox(catalogue)
        self.printing.rearranged.connect(self.rearranged)
        self.printing.wanted.connect(self.wanted)
        self.copying = CopyBox(
            # For who writes a record: the clinician's page is copied.
            catalogue("Copy as text"),
            catalogue("Copied. You can now paste it. It is forgotten when you are done."),
        )
        self._say = self._what_to_do()
        self._show = self._what_it_is()
        self._end = DoneBox(catalogue, saved=saved)
        self._end.done.connect(self.done)
        self._end.asked.connect(self.wanted)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(style.WIDE)
        self._beside: bool | None = None
        self._arrange(beside=True)
        self.follow(Progress())
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self).activated.connect(self.save)

    # What came of it -----------------------------------------------------------------------------

    def follow(self, progress: Progress) -> None:
        """Show how far the summary is, and what became of the wish to save it."""
        self._trouble.setText(style.breakable(progress.trouble))
        self._again.setVisible(progress.again)
        parts = {
            Stage.MAKING: self._busy,
            Stage.MADE: self.preview,
            Stage.FAILED: self._failed,
        }
        for stage, part in parts.items():
            part.setVisible(stage is progress.stage)
        if progress.stage is not self._stage:
            self._stage = progress.stage
            self._tell_stage(progress)
        self._tell(*self._news(progress))
        if progress.file is not None:
            self._end.set_saved()

    def follow_printing(self, state: Print) -> None:
        """Show how far printing is; what is on paper need not be saved."""
        self.printing.follow(state)
        self._end.set_printing(state.busy)
        if state.step is Step.OUT:
            self._end.set_saved()

    def _tell_stage(self, progress: Progress) -> None:
        """Say that waiting is over: the focus is elsewhere, and does not move."""
        if progress.stage is Stage.MADE:
            announce(self, self._catalogue("Your summary is made. You can print or save it."))
        elif progress.stage is Stage.FAILED:
            announce(self, progress.trouble)

    def _news(self, progress: Progress) -> tuple[QLabel | None, str]:
        """Return what is to be told about the file, and where."""
        if progress.wanted is not None:
            return self._soon, self._catalogue("It will be saved as soon as it is made.")
        if progress.file is not None:
            return self._message, _saved(progress.file, self._catalogue)
        if progress.fault:
            still = self._catalogue("Your answers are still here.")
            return self._fault, f"\u26a0 {progress.fault} {still}"
        return None, ""

    def _tell(self, told: QLabel | None, text: str) -> None:
        for one in (self._soon, self._message, self._fault):
            one.setVisible(one is told)
        if text not in {"", self._told}:
            announce(self, text)
        self._told = text
        if told is not None:
            told.setText(style.breakable(text))

    # The parts -----------------------------------------------------------------------------------

    def _what_to_do(self) -> QWidget:
        _ = self._catalogue
        part, column = _part()
        column.addWidget(heading(_("Your summary"), style.QUESTION))
        column.addWidget(label(_("Print it, or save it as a file and send it to your phone.")))
        column.addWidget(label(_("Take it to your doctor, nurse or pharmacist.")))
        column.addWidget(self.large)
        save = button(_("Save the summary"), "save", self.save, primary=True)
        column.addWidget(save)
        self._soon, self._message, self._fault = label(""), label("", bold=True), alert("")
        self._message.setObjectName("message")
        self._fault.setObjectName("save.fault")
        for told in (self._soon, self._message, self._fault):
            column.addWidget(told)
        column.addWidget(self.printing)
        column.addWidget(self.copying)
        column.addStretch(1)
        return part

    def _what_it_is(self) -> QWidget:
        part, column = _part()
        self._busy = self._waiting()
        self._failed = self._no_summary()
        for one in (self._busy, self._failed):
            column.addWidget(one, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.preview, 1)
        return part

    def _waiting(self) -> QWidget:
        _ = self._catalogue
        said = _("Your summary is being made.")
        hint = _("This takes a few seconds. You can wait, or cancel: your answers stay.")
        return Waiting(said, hint, button(_("Cancel"), "cancel", self.cancel))

    def _no_summary(self) -> QWidget:
        part, column = _part()
        self._trouble: QLabel = label("", bold=True)
        self._trouble.setObjectName("not_made")
        self._again = button(self._catalogue("Try again"), "again", self.make)
        column.addWidget(self._trouble)
        column.addWidget(label(self._catalogue("Your answers are still here.")))
        column.addWidget(self._again, 0, Qt.AlignmentFlag.AlignLeading)
        return pictured("file-alert", part)

    # Where the parts are -------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the preview beside the words where both have room, else below them."""
        super().resizeEvent(event)
        sheet = round(_SHEET * style.column_width())
        self._arrange(beside=event.size().width() >= self._side() + style.WIDE + sheet)

    def _side(self) -> int:
        least = max(part.minimumSizeHint().width() for part in (self._say, self._end))
        return max(least, round(_SIDE * style.column_width()))

    def _arrange(self, *, beside: bool) -> None:
        if beside is self._beside:
            return
        self._beside = beside
        width = self._side() if beside else style.column_width()
        for part in (self._say, self._end):
            part.setMaximumWidth(width)
        for part in (self._say, self._show, self._end):
            self._grid.removeWidget(part)
        # Last: a wheel over the preview turns its pages, and would never come to what is below.
        self._grid.addWidget(self._say, 0, 0)
        self._grid.addWidget(self._end, 1, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self._show, *((0, 1, 2, 1) if beside else (2, 0)))
        self._grid.setColumnStretch(1, 1 if beside else 0)
        self._grid.setRowStretch(1 if beside else 2, 1)
        self._grid.setRowStretch(2 if beside else 1, 0)


def _part() -> tuple[QWidget, QVBoxLayout]:
    part = QWidget()
    column = column_in(part, style.NORMAL)
    return part, column


def _saved(file: Path, catalogue: Catalogue) -> str:
    """Return where the file is; a folder of the person's own is told without their name in it."""
    _, file, home = catalogue, in_words(file), Path(QDir.homePath())
    if file.parent == home:
        return _("Saved as {name} in your home folder.").format(name=file.name)
    inside = file.parent.is_relative_to(home)
    folder = " \u203a ".join(file.parent.relative_to(home).parts) if inside else str(file.parent)
    return _("Saved as {name} in the folder {folder}.").format(name=file.name, folder=folder)


def choose_file(parent: QWidget, catalogue: Catalogue, name: str) -> str:
    """Ask where to save; return an empty text if nowhere."""
    # The page may be built anew below the dialog.
    dialog = QFileDialog(parent.window(), catalogue("Save the summary"), "", "PDF (*.pdf)")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    # The dialog adds the ending before it asks whether to replace a file that is there.
    dialog.setDefaultSuffix("pdf")
    dialog.selectFile(name)
    return ask(dialog)
