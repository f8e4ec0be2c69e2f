"""What was copied in a visit is not for the next one."""

from __future__ import annotations

from PySide6.QtGui import QClipboard, QGuiApplication


def keep_empty(app: QGuiApplication) -> None:
    """Clear the clipboard now, and once the visit ends; what was killed has not done so."""
    _clear()
    app.aboutToQuit.connect(_clear)


def _clear() -> None:
    board = QGuiApplication.clipboard()
    board.clear(QClipboard.Mode.Clipboard)
    if board.supportsSelection():
        board.clear(QClipboard.Mode.Selection)
