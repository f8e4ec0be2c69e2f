"""Pictures beside words, for who would rather look than read."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from rls_wizard.paths import resources
from rls_wizard.ui import style
from rls_wizard.ui.layouts import row_in

_LINES = 2.8
"""How many lines of text it is high."""
_MOST = 96
"""Its greatest side, in pixels: with very large text the words need the room."""
_INK = b"currentColor"
_ICONS = 32, 128


class Picture(QWidget):
    """A drawing in a colour of the theme; it only adds to words, so screen readers pass it over."""

    def __init__(self, name: str, role: QPalette.ColorRole = QPalette.ColorRole.Highlight) -> None:
        """Take the name of a file in `resources/pictures`, and the colour."""
        super().__init__()
        self.name = name
        self._role = role
        side = min(_MOST, round(style.font().pixelSize() * _LINES))
        self._size = QSize(side, side)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a square."""
        return self._size

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it, the other way round where people read from the right: a walker walks on."""
        del event
        colour = self.palette().color(self._role).name().encode()
        drawing = QSvgRenderer(QByteArray(_file(self.name).replace(_INK, colour)))
        with QPainter(self) as painter:
            if self.isRightToLeft():
                painter.translate(self.width(), 0)
                painter.scale(-1, 1)
            drawing.render(painter, QRectF(self.rect()))


def pictured(name: str, widget: QWidget) -> QWidget:
    """Return a widget with a picture before it; the widget alone without a name or room."""
    if not name or style.NARROW:
        return widget
    made = QWidget()
    row = row_in(made, style.WIDE)
    row.addWidget(Picture(name), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(widget, 1)
    return made


def app_icon() -> QIcon:
    """Return the icon of the program, for systems that do not take it from what is installed."""
    icon = QIcon()
    drawing = QSvgRenderer(str(resources() / "icon" / "rls-wizard.svg"))
    for side in _ICONS:
        pixels = QPixmap(side, side)
        pixels.fill(Qt.GlobalColor.transparent)
        with QPainter(pixels) as painter:
            drawing.render(painter, QRectF(pixels.rect()))
        icon.addPixmap(pixels)
    return icon


@cache
def _file(name: str) -> bytes:
    return (resources() / "pictures" / f"{name}.svg").read_bytes()
