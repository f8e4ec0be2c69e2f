"""What is said where even the page that tells of a fault fails: one sentence, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout

from rls_wizard import crash
from rls_wizard.crash.trail import trail

if TYPE_CHECKING:
    from collections.abc import Callable

    from rls_wizard.ui.window import WizardWindow

_NAME = "last_word"


def show_last_word(window: WizardWindow | None, _: Callable[[str], str] = str) -> QLabel:
    """Say it at the top of the window, once; without one, in a window of its own."""
    made = window.findChild(QLabel, _NAME) if window is not None else None
    if made is None:
        # Of nothing but Qt: our own parts may be what fails.
        made = QLabel()
        made.setObjectName(_NAME)
        made.setTextFormat(Qt.TextFormat.PlainText)
        made.setWordWrap(True)
        made.setMargin(16)
    made.setText(_last_word(_) if window is not None else _not_started(_))
    root = window.layout() if window is not None else None
    if isinstance(root, QVBoxLayout):
        root.insertWidget(0, made)
    made.show()
    return made


def _last_word(_: Callable[[str], str]) -> str:
    return _(
        "Something went wrong in the program. If it happens again, close it and start it again."
    )


def _not_started(_: Callable[[str], str]) -> str:
    return _(
        "The program cannot start. You did nothing wrong, and nothing of yours is lost. "
        "Please start it again. If that does not help, install it anew."
    )


def say_not_started(error: Exception) -> int:
    """Say that the program could not begin, until that is closed; return the exit code."""
    crash.say(trail(error))
    qt = QApplication.instance() or QApplication([])
    # It stays as long as something holds it.
    shown = show_last_word(None)
    shown.setWindowTitle("Restless legs wizard")
    qt.exec()
    return 1
