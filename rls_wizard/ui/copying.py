"""The clinician's page as text on the clipboard, and nothing there once the visit ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from collections.abc import Callable

_HINTS = {
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"\1",
    "x-kde-passwordManagerHint": b"secret",
}
"""Asks those who keep all that was ever copied not to keep this: Windows, and KDE."""


class Copying(QObject):
    """Copies, and clears the clipboard if our text is still on it."""

    copied = Signal()

    def __init__(self, make_text: Callable[[], str], parent: QObject) -> None:
        """Take what makes the text when it is wanted."""
        super().__init__(parent)
        self._make_text = make_text
        self._text = ""

    @property
    def done(self) -> bool:
        """Whether it was copied."""
        return bool(self._text)

    def copy(self) -> None:
        """Put the text on the clipboard."""
        self._text = self._make_text()
        data = QMimeData()
        data.setText(self._text)
        for kind, value in _HINTS.items():
            data.setData(kind, value)
        QGuiApplication.clipboard().setMimeData(data)
        self.copied.emit()

    def stop(self) -> None:
        """Forget the text. What somebody copied since stays."""
        text, self._text = self._text, ""
        clipboard = QGuiApplication.clipboard()
        # A system may keep the ends of lines in its own way.
        if text and clipboard.text().split() == text.split():
            clipboard.clear()
