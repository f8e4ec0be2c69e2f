"""The window: a page in a column that scrolls, Back and Next below it.

It needs nothing but Qt and our style, so that it can be painted before anything else is loaded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QScroller,
    QVBoxLayout,
    QWidget,
)

from rls_wizard.ui import style
from rls_wizard.ui.alert import AlertStrip
from rls_wizard.ui.order import chain, controls
from rls_wizard.ui.words import button, discard, give_room

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QPaintEvent

    from rls_wizard.i18n import Catalogue

_WIDTH, _HEIGHT = 1024, 720


class WizardWindow(QWidget):
    """Shows one page at a time; tells when Back or Next is pressed."""

    back = Signal()
    forward = Signal()
    painted = Signal()
    """The first picture stands. What it does not need is imported and set up after it."""
    closing = Signal()

    def __init__(self, catalogue: Catalogue) -> None:
        """Create an empty window."""
        super().__init__()
        self._painted = False
        self._page = QWidget()
        self.strip = AlertStrip()
        self._back = button("", "back", self.back)
        self._next = button("", "next", self.forward)
        self._scroll = self._scroll_area()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self._scroll, 1)
        column.addWidget(_line())
        column.addLayout(self._bar())
        self.set_catalogue(catalogue)
        room = self.screen().availableGeometry()
        self.resize(min(_WIDTH, room.width()), min(_HEIGHT, room.height()))

    @property
    def page(self) -> QWidget:
        """The page that is shown."""
        return self._page

    def set_catalogue(self, catalogue: Catalogue) -> None:
        """Speak another language; the page is the caller's to build anew."""
        self._catalogue = catalogue
        if catalogue.right_to_left != self.isRightToLeft():
            direction = QtCore.Qt.LayoutDirection
            self.setLayoutDirection(
                direction.RightToLeft if catalogue.right_to_left else direction.LeftToRight
            )
        self.setWindowTitle(catalogue("Restless legs wizard"))
        self._scroll.setAccessibleName(catalogue("Page"))
        self._back.setText(catalogue("Back"))
        give_room(self._back)

    def show_page(self, page: QWidget, *, back: bool = True, forward: str | None = None) -> None:
        """Put a page in place of the one before, which is gone at once."""
        by_keys = self._painted and self._uses_keys()
        old, self._page = self._page, page
        page.setMaximumWidth(style.column_width())
        self._middle.replaceWidget(old, page)
        page.show()
        self._back.setVisible(back)
        self._next.setVisible(forward is not None)
        self._next.setText(forward or "")
        give_room(self._next)
        self._scroll.verticalScrollBar().setValue(0)
        if self._painted:
            self._focus_first(by_keys=by_keys)
        discard(old)

    def reorder(self) -> None:
        """Let Tab follow the page after something came or went on it."""
        chain(self._page, self._back, self._next)

    def bring(self, widget: QWidget) -> None:
        """Scroll to something on the page, and focus the first control in it."""
        self._middle.activate()
        self._focus(next(controls(widget), widget), by_keys=self._uses_keys())
        top = widget.mapTo(self._content, QPoint(0, 0)).y()
        self._scroll.verticalScrollBar().setValue(top - style.WIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell when the first picture stands."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._first_picture_stands)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the window goes, for work to be ended."""
        self.closing.emit()
        super().closeEvent(event)

    def _first_picture_stands(self) -> None:
        self.painted.emit()
        QTimer.singleShot(0, self._settle)

    def _settle(self) -> None:
        """Set up what the first picture could do without."""
        touch = QScroller.ScrollerGestureType.TouchGesture
        QScroller.grabGesture(self._scroll.viewport(), touch)
        if not self._page.isAncestorOf(self.focusWidget()):
            self._focus_first(by_keys=self._uses_keys())

    def _uses_keys(self) -> bool:
        return self.testAttribute(QtCore.Qt.WidgetAttribute.WA_KeyboardFocusChange)

    def _focus_first(self, *, by_keys: bool) -> None:
        self.reorder()
        self._focus(next(controls(self._page), self._next), by_keys=by_keys)

    def _focus(self, widget: QWidget, *, by_keys: bool) -> None:
        widget.setFocus()
        # Whoever came by keys goes on by keys, and needs to see where the focus is.
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_KeyboardFocusChange, by_keys)

    def _scroll_area(self) -> QScrollArea:
        self._content = QWidget()
        self._middle = QHBoxLayout(self._content)
        self._middle.setContentsMargins(style.WIDE, style.WIDE, style.WIDE, style.WIDE)
        self._middle.addStretch()
        self._middle.addWidget(self._page, 1_000)
        self._middle.addStretch()
        area = QScrollArea()
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidgetResizable(True)
        # NoFocus, as a number, because naming `Qt` costs a tenth of the time to the first picture.
        area.setProperty("focusPolicy", 0)
        area.setWidget(self._content)
        return area

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setContentsMargins(style.WIDE, style.TIGHT, style.WIDE, style.NORMAL)
        for one in (self._back, self._next):
            policy = one.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            one.setSizePolicy(policy)
        palette = self._next.palette()
        palette.setColor(QPalette.ColorRole.Button, style.ink(palette))
        palette.setColor(QPalette.ColorRole.ButtonText, palette.color(QPalette.ColorRole.Base))
        self._next.setPalette(palette)
        bar.addWidget(self._back)
        bar.addStretch()
        bar.addWidget(self._next)
        return bar


def _line() -> QFrame:
    line = QFrame()
    line.setFrameShape(QFrame.Shape.HLine)
    line.setForegroundRole(QPalette.ColorRole.Mid)
    return line
