"""Where a scanner types the code that it reads from a paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter

from rls_wizard.ui.card import Card
from rls_wizard.ui.option import draw_focus
from rls_wizard.ui.words import label

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QPaintEvent

    from rls_wizard.i18n import Catalogue

_PAUSE = 2_000
"""No scanner waits as long between two keys: what came before was no code."""
_ONE_END = 500
"""Some scanners press Enter twice: the second is not meant for what has come up by then."""
_MOST = 4_000
"""More than any code has, with what some scanners put around it."""
_ENDS = (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter, QtCore.Qt.Key.Key_Tab)


class ScannerBox(Card):
    """Takes the keys that a scanner presses, in any layout, up to Enter; shows none of them.

    Also those that go to something else, if it filters the events of that.
    """

    scanned = Signal(str)
    """What was typed."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Wait for the first key."""
        super().__init__()
        _ = self._catalogue = catalogue
        self._typed = ""
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
        self.setObjectName("scanner")
        self.setAccessibleName(_("Scanner"))
        self.installEventFilter(self)
        self._said = label("")
        self.add(self._said)
        self._just_scanned = QTimer(self, singleShot=True, interval=_ONE_END)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._forget)
        self._say()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of a scanner from who would get them."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _ENDS and self._just_scanned.isActive():
                return True
            return self.isVisible() and self._takes(event)
        return super().eventFilter(watched, event)

    def _takes(self, event: QKeyEvent) -> bool:
        """Take a key if it is a scanner's: Enter and the like only behind others.

        Alone they press what has the focus, or move it.
        """
        if event.key() in _ENDS and self._typed:
            typed = self._typed
            self._forget()
            self._just_scanned.start()
            self.scanned.emit(typed)
            return True
        if not event.text().isprintable() or not (self._typed + event.text()).strip():
            return False
        self._typed = (self._typed + event.text())[:_MOST]
        self._pause.start()
        self._say()
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a ring around it for who uses keys."""
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_focus(painter, self)

    def _forget(self) -> None:
        self._pause.stop()
        self._typed = ""
        self._say()

    def _say(self) -> None:
        _ = self._catalogue
        text = _("The code is coming in.") if self._typed else _("Ready for the scanner.")
        if text != self._said.text():
            self._said.setText(text)
            self.setAccessibleDescription(text)
