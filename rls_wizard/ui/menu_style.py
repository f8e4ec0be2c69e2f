"""How a menu looks: entries as large as anything to press, and an edge that can be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QProxyStyle, QStyle

from rls_wizard.ui import brush, style

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOption, QWidget


class MenuStyle(QProxyStyle):
    """For one menu only: it asks Python about each of its entries."""

    def __init__(self) -> None:
        """Begin with the style of all else."""
        super().__init__("fusion")

    def sizeFromContents(
        self,
        kind: QStyle.ContentsType,
        option: QStyleOption,
        size: QSize,
        widget: QWidget | None = None,
    ) -> QSize:
        """Return the size of an entry; the line between two groups of them stays thin."""
        # Qt takes None, too; its stub does not say so.
        made = super().sizeFromContents(kind, option, size, widget)  # type: ignore[arg-type]
        if kind is QStyle.ContentsType.CT_MenuItem and made.height() > style.WIDE:
            made.setHeight(max(made.height(), style.TARGET))
        return made

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw the edge in the colour of all edges."""
        if element is QStyle.PrimitiveElement.PE_FrameMenu and widget is not None:
            edge = brush.rounded(QRectF(widget.rect()).adjusted(1, 1, -1, -1), 1)
            brush.stroke(painter, edge, widget.palette().color(QPalette.ColorRole.Mid), 2)
        else:
            super().drawPrimitive(element, option, painter, widget)
