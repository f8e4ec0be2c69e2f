"""The style of what Qt draws itself, the menu: with room for every hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOptionMenuItem

from rls_wizard.ui import brush, style

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOption, QWidget

_Control, _Metric = QStyle.ControlElement, QStyle.PixelMetric
_Part, _Role = QStyle.PrimitiveElement, QPalette.ColorRole


class Roomy(QProxyStyle):
    """Lines as high as all else that is pressed, with our edges around them.

    The edges that Qt makes of the ground would not be seen where the ground is black.
    """

    def __init__(self, owner: QWidget) -> None:
        """Take who is drawn so; it goes when its owner goes."""
        super().__init__("fusion")
        self.setParent(owner)

    def sizeFromContents(
        self,
        kind: QStyle.ContentsType,
        option: QStyleOption,
        size: QSize,
        /,
        w: QWidget | None = None,
    ) -> QSize:
        """Return at least the size of a target."""
        found = super().sizeFromContents(kind, option, size, w)  # type: ignore[arg-type]
        if _is_line(option):
            found = found.expandedTo(QSize(style.TARGET, style.TARGET))
        return found

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        /,
        w: QWidget | None = None,
    ) -> None:
        """Draw what divides lines."""
        super().drawControl(element, option, painter, w)
        box, palette = QRectF(option.rect), option.palette
        if element is _Control.CE_MenuItem and not _is_line(option):
            line = QRectF(box.left(), box.center().y(), box.width(), 1)
            brush.fill(painter, brush.rounded(line, 0), palette, palette.color(_Role.Midlight))

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        /,
        w: QWidget | None = None,
    ) -> None:
        """Draw the edge of a menu: it tells from the page below it where that has its colour."""
        if element is not _Part.PE_FrameMenu:
            super().drawPrimitive(element, option, painter, w)
            return
        half = brush.EDGE / 2
        edge = brush.rounded(QRectF(option.rect).adjusted(half, half, -half, -half), 0)
        brush.stroke(painter, edge, option.palette.color(_Role.Mid), brush.EDGE)

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        /,
    ) -> int:
        """Return as much room around a menu as its edge takes."""
        if metric is _Metric.PM_MenuPanelWidth:
            return brush.EDGE
        return super().pixelMetric(metric, option, widget)


def _is_line(option: QStyleOption) -> bool:
    """Tell whether this is a line of a menu to press."""
    divider = QStyleOptionMenuItem.MenuItemType.Separator
    return isinstance(option, QStyleOptionMenuItem) and option.menuItemType != divider
