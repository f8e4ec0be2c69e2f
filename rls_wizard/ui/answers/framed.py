"""Our own edge around a field to type in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout

from rls_wizard.ui import brush, style
from rls_wizard.ui.scroll_bar import ScrollBar

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QPaintEvent

_WITHIN = 6
"""How far within the ring the edge of what is wrong stands, so that both are seen."""


class Framed(QFrame):
    """Draws the edge, a ring while the field has the focus, and what is wrong as colour."""

    def __init__(self, field: QLineEdit | QPlainTextEdit) -> None:
        """Take the field, which loses its own frame."""
        super().__init__()
        self._field = field
        self._wrong = False
        if isinstance(field, QLineEdit):
            field.setFrame(False)
            field.setMinimumHeight(style.TARGET - 2 * style.TIGHT)
        else:
            field.setFrameShape(QFrame.Shape.NoFrame)
            field.setVerticalScrollBar(ScrollBar())
        field.installEventFilter(self)
        self.setFocusProxy(field)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        # A tall window has room to spare; a line to write in must not take it.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(style.NORMAL, style.TIGHT, style.NORMAL, style.TIGHT)
        column.addWidget(field)

    def set_wrong(self, wrong: bool) -> None:
        """Show by the edge whether what stands here can be used."""
        self._wrong = wrong
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the focus of the field."""
        del watched
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, edge and ring."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            palette, roles = self.palette(), QPalette.ColorRole
            box = QRectF(self.rect())
            ground = brush.rounded(box.adjusted(1, 1, -1, -1), style.ROUND)
            brush.fill(painter, ground, palette, palette.color(roles.Base))
            focused = self._field.hasFocus()
            inset = _WITHIN if focused else 0
            if self._wrong:
                within = box.adjusted(inset, inset, -inset, -inset)
                brush.edge(painter, within, palette.color(roles.BrightText), brush.STRONG)
            elif not focused:
                brush.edge(painter, box, palette.color(roles.Mid))
            if focused:
                # Shown to everybody, not only to who uses keys: here typing goes.
                brush.ring(painter, box, palette)
