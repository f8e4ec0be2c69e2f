"""Our own edge around a field to type in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout

from rls_wizard.ui import brush, style

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QPaintEvent

_RING = 3


class Framed(QFrame):
    """Draws the edge, a ring while the field has the focus, and what is wrong as colour."""

    def __init__(self, field: QLineEdit | QPlainTextEdit) -> None:
        """Take the field, which loses its own frame."""
        super().__init__()
        self._field = field
        self._wrong = False
        if isinstance(field, QLineEdit):
            field.setFrame(False)
            field.setMinimumHeight(style.TARGET - 2 * style.HAIR)
        else:
            field.setFrameShape(QFrame.Shape.NoFrame)
        field.installEventFilter(self)
        self.setFocusProxy(field)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        # A tall window has room to spare; a line to write in must not take it.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(style.TIGHT, style.HAIR, style.TIGHT, style.HAIR)
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
            box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
            shape = brush.rounded(box, style.ROUND)
            brush.fill(painter, shape, palette, palette.color(roles.Base))
            edge = roles.BrightText if self._wrong else roles.Mid
            brush.stroke(painter, shape, palette.color(edge), 2.5 if self._wrong else 1.5)
            if self._field.hasFocus():
                # Shown to everybody, not only to who uses keys: here typing goes.
                inner = brush.rounded(box.adjusted(2, 2, -2, -2), style.ROUND - 2)
                ring = inner if self._wrong else shape
                brush.stroke(painter, ring, palette.color(roles.Text), _RING)
