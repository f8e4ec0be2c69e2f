"""Things side by side, in as many lines as the width asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from rls_wizard.ui import style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

_SHARE = 0.7
"""How much of the widest must fit into a column: its text wraps once at most."""


class Wrap(QWidget):
    """Each as wide as it likes to be.

    Placed by hand: a layout inside would answer for the height in place of `heightForWidth`.
    """

    def __init__(self, widgets: Sequence[QWidget]) -> None:
        """Take what stands side by side."""
        super().__init__()
        self.widgets = tuple(widgets)
        for widget in widgets:
            widget.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Tell the layout that the lines wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return where the last line ends."""
        return max((box.bottom() for box in self.boxes(width)), default=-1) + 1

    def sizeHint(self) -> QSize:
        """Return the least size of one alone: the height of all is asked for with the width.

        The height at the least width would stay at every width, as empty room below the page.
        """
        least = QSize(0, 0)
        for widget in self.widgets:
            least = least.expandedTo(widget.minimumSizeHint())
        return least

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything."""
        super().resizeEvent(event)
        self.place()

    def changeEvent(self, event: QEvent) -> None:
        """Place everything anew for who reads from the other side."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.place()

    def place(self) -> None:
        """Put each where it stands."""
        for widget, box in zip(self.widgets, self.boxes(self.width()), strict=True):
            if self.isRightToLeft():
                box.moveRight(self.width() - 1 - box.x())
            widget.setGeometry(box)

    def boxes(self, width: int) -> list[QRect]:
        """Return where each stands, in a width, read from the left."""
        boxes: list[QRect] = []
        left = top = bottom = 0
        for widget in self.widgets:
            wide = min(widget.sizeHint().width(), width)
            # A button does not wrap, and has no other height for another width.
            high = max(widget.heightForWidth(wide), widget.sizeHint().height())
            if left and left + wide > width:
                left, top = 0, bottom + style.TIGHT
            boxes.append(QRect(left, top, wide, high))
            left, bottom = left + wide + style.NORMAL, max(bottom, top + high)
        return boxes


class Columns(Wrap):
    """In columns of one width, read line by line: two, or as many as have room for the widest."""

    def __init__(self) -> None:
        """Create an empty one."""
        super().__init__(())

    def add(self, widget: QWidget) -> None:
        """Put something behind what is there."""
        self.widgets = (*self.widgets, widget)
        widget.setParent(self)
        self.updateGeometry()

    def boxes(self, width: int) -> list[QRect]:
        """Return where each stands: as high as its neighbour."""
        widest = max((widget.sizeHint().width() for widget in self.widgets), default=0)
        two = (width - style.WIDE) // 2 >= widest * _SHARE
        count = max(2 if two else 1, (width + style.WIDE) // (widest + style.WIDE))
        wide = (width - (count - 1) * style.WIDE) // count
        boxes: list[QRect] = []
        top = 0
        for first in range(0, len(self.widgets), count):
            line = self.widgets[first : first + count]
            high = max(widget.heightForWidth(wide) for widget in line)
            boxes += (QRect(n * (wide + style.WIDE), top, wide, high) for n in range(len(line)))
            top += high + style.TIGHT
        return boxes
