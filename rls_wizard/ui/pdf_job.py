"""The PDF is made in another process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from rls_wizard.ui.child import Errand

if TYPE_CHECKING:
    from rls_wizard.i18n import Catalogue

UNUSABLE = 2
INCOMPLETE = 3
"""Exit codes: a command cannot use what it was given; a part of the program is missing."""


class PdfJob(Errand):
    """Hands answers to the child and takes the PDF from it."""

    made = Signal(bytes)
    failed = Signal(str, bool)
    """Why, in the user's words, and whether it may help to try again."""

    def __init__(self, command: list[str], catalogue: Catalogue, parent: QObject) -> None:
        """Take the program to run and its arguments."""
        super().__init__(command, parent)
        self._catalogue = catalogue

    def returned(self, code: int, printed: bytes, complaint: str) -> None:
        """Tell of the PDF, or why there is none."""
        del complaint  # it is for who reads a terminal
        if code == 0 and printed.startswith(b"%PDF"):
            self.made.emit(printed)
        elif code == UNUSABLE:
            text = self._catalogue("The summary could not be made from these answers.")
            self.failed.emit(text, False)
        elif code == INCOMPLETE:
            text = self._catalogue(
                "The summary could not be made: a part of this program is missing or damaged. "
                "Install the program again, then try again here. Your answers are still here."
            )
            self.failed.emit(text, True)
        else:
            self.failed_to_return()

    def failed_to_return(self) -> None:
        """Tell that there is no PDF."""
        self.failed.emit(self._catalogue("The summary could not be made."), True)
