"""The style of what Qt draws itself, menus and message boxes: with room for every hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOptionMenuItem

from rls_wizard.ui import brush, style

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOption, QWidget

_Contents, _Control, _State = QStyle.ContentsType, QStyle.ControlElement, QStyle.StateFlag


class Roomy(QProxyStyle):
    """Lines and buttons as high as all else that is pressed, with our ring around the focus."""

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
        if kind is _Contents.CT_PushButton or _is_line(option):
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
        """Draw the ring around a button that has the focus."""
        super().drawControl(element, option, painter, w)
        if element is _Control.CE_PushButton and option.state & _State.State_HasFocus:
            brush.ring(painter, QRectF(option.rect), option.palette)


def _is_line(option: QStyleOption) -> bool:
    """Tell whether this is a line of a menu to press."""
    divider = QStyleOptionMenuItem.MenuItemType.Separator
    return isinstance(option, QStyleOptionMenuItem) and option.menuItemType != divider
