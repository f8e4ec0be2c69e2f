"""The pages of a PDF below each other, to scroll and to zoom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollBar

from rls_wizard.ui import style
from rls_wizard.ui.option import draw_focus
from rls_wizard.ui.scroll_bar import ScrollBar
from rls_wizard.ui.touch import scroll_by_finger

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QPaintEvent, QResizeEvent, QWheelEvent

_GAP = style.NORMAL
_STEP = 1.25
_LEAST, _MOST = 0.4, 4.0
_WIDEST = 1.5
"""Of a page that is fitted, as a share of the text column: wider would only be less of it."""
_MOST_PIXELS = 6_000_000
"""Of one picture: beyond it a page is drawn with fewer and shown a little softer."""
_NOTCH = 120
"""What one step of a mouse wheel counts."""
_BARS = Qt.ScrollBarPolicy


class Sheets(QAbstractScrollArea):
    """Keeps pictures only of the pages near the view, and asks for those it lacks."""

    wanted = Signal(list)
    """Pages, counted from 0, with their pixels a point: the most urgent first."""
    turned = Signal(int)
    """The page that is read now."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self._sizes: list[tuple[float, float]] = []
        self._boxes: list[QRect] = []
        self._pictures: dict[int, tuple[float, QImage]] = {}
        self._zoom: float | None = None
        self._turned = 0
        self._page = -1
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Always there, or fitting the width could switch it on and off for ever.
        self.setVerticalScrollBar(ScrollBar())
        self.setVerticalScrollBarPolicy(_BARS.ScrollBarAlwaysOn)
        self.viewport().setBackgroundRole(QPalette.ColorRole.AlternateBase)
        # Paper has its left on the left in every language.
        self.horizontalScrollBar().setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.setSingleStep(style.SECTION)
        scroll_by_finger(self)

    # What is shown -------------------------------------------------------------------------------

    def show_pages(self, sizes: list[tuple[float, float]]) -> None:
        """Show pages of these sizes, in points; their pictures are still to come."""
        self._pictures.clear()
        self._sizes, self._zoom, self._page = sizes, None, -1
        self._lay_out()

    def put(self, number: int, scale: float, picture: QImage) -> None:
        """Take the picture of a page."""
        self._pictures[number] = (scale, picture)
        self.viewport().update()

    def clear(self) -> None:
        """Forget the pages and their pictures."""
        self.show_pages([])

    @property
    def drawn(self) -> bool:
        """Whether every page in the view has its picture, sharp."""
        seen = self._near(0)
        return bool(seen) and all(self._has(number) for number in seen)

    # Zoom ----------------------------------------------------------------------------------------

    def larger(self) -> None:
        """Zoom in one step."""
        self._zoom_to(self._scale() * _STEP)

    def smaller(self) -> None:
        """Zoom out one step."""
        self._zoom_to(self._scale() / _STEP)

    def fit(self) -> None:
        """Let a page take the width."""
        self._zoom_to(None)

    def _zoom_to(self, zoom: float | None) -> None:
        self._zoom = zoom and min(max(zoom, _LEAST), _MOST)
        self._lay_out()

    def _scale(self) -> float:
        if self._zoom is not None:
            return self._zoom
        room = min(self.viewport().width() - 2 * _GAP, _WIDEST * style.column_width())
        widest = max((width for width, _ in self._sizes), default=1.0)
        return min(max(room / widest, _LEAST), _MOST)

    # Where the pages are -------------------------------------------------------------------------

    def _lay_out(self) -> None:
        across = _Anchor(self.horizontalScrollBar())
        down = _Anchor(self.verticalScrollBar())
        scale, top = self._scale(), _GAP
        self._boxes = []
        for width, height in self._sizes:
            box = QRect(0, top, round(width * scale), round(height * scale))
            self._boxes.append(box)
            top = box.bottom() + 1 + _GAP
        widest = max((box.width() for box in self._boxes), default=0)
        across.restore(widest + 2 * _GAP, self.viewport().width())
        down.restore(top, self.viewport().height())
        self._follow()

    def _placed(self, number: int) -> QRect:
        """Return where a page is in the view."""
        box, room = self._boxes[number], self.viewport().width()
        left = max(_GAP, (room - box.width()) // 2) - self.horizontalScrollBar().value()
        return box.translated(left, -self.verticalScrollBar().value())

    def _near(self, margin: int) -> list[int]:
        view = self.viewport().rect().adjusted(0, -margin, 0, margin)
        near = [n for n in range(len(self._boxes)) if self._placed(n).intersects(view)]
        middle = view.center().y()
        return sorted(near, key=lambda n: abs(self._placed(n).center().y() - middle))

    def _follow(self) -> None:
        """Let the pictures and the number of the page follow the view."""
        height = self.viewport().height()
        kept = self._near(height)
        self._pictures = {n: found for n, found in self._pictures.items() if n in kept}
        near = self._near(height // 2)
        self.wanted.emit([(n, self._sharp(n)) for n in near if not self._has(n)])
        reading = height // 3
        page = next((n for n in range(len(self._boxes)) if self._placed(n).bottom() > reading), 0)
        if self._boxes and page != self._page:
            self._page = page
            self.turned.emit(page)
        self.viewport().update()

    def _sharp(self, number: int) -> float:
        """Return the pixels a point that make a page sharp on this screen."""
        width, height = self._sizes[number]
        most = (_MOST_PIXELS / (width * height)) ** 0.5
        return float(min(self._scale() * self.devicePixelRatioF(), most))

    def _has(self, number: int) -> bool:
        found = self._pictures.get(number)
        return found is not None and found[0] == self._sharp(number)

    # What Qt tells -------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Return the least size: around it all scrolls as soon as it wants more than there is."""
        return self.minimumSize()

    def event(self, event: QEvent) -> bool:
        """Draw anew on a screen with other pixels."""
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._follow()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the new width."""
        super().resizeEvent(event)
        self._lay_out()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Follow the scroll bars."""
        del dx, dy
        self._follow()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Draw the ring."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom by + and -, fit by 0, go to either end; Qt does the rest."""
        bar, key = self.verticalScrollBar(), Qt.Key
        acts: dict[Qt.Key, Callable[[], None]] = {
            key.Key_Plus: self.larger,
            key.Key_Equal: self.larger,
            key.Key_Minus: self.smaller,
            key.Key_0: self.fit,
            key.Key_Home: lambda: bar.setValue(bar.minimum()),
            key.Key_End: lambda: bar.setValue(bar.maximum()),
        }
        act = acts.get(Qt.Key(event.key()))
        # With Control the same keys change the size of the text.
        if act is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        else:
            act()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Control, scroll without."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._turned += event.angleDelta().y()
        if abs(self._turned) >= _NOTCH:
            act = self.larger if self._turned > 0 else self.smaller
            self._turned = 0
            act()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw paper with an edge, and on it what is there."""
        del event
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            for number in self._near(0):
                self._draw(painter, number)
            draw_focus(painter, self.viewport())

    def _draw(self, painter: QPainter, number: int) -> None:
        box = self._placed(number)
        found = self._pictures.get(number)
        if found is None:
            painter.fillRect(box, Qt.GlobalColor.white)
        elif self._has(number) and found[0] == self._scale() * self.devicePixelRatioF():
            # Point by point: scaled by even half a pixel, letters would blur.
            found[1].setDevicePixelRatio(self.devicePixelRatioF())
            painter.drawImage(box.topLeft(), found[1])
        else:
            painter.drawImage(box, found[1])
        self._dim(painter, box)
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawRect(box.adjusted(-1, -1, 0, 0))

    def _dim(self, painter: QPainter, box: QRect) -> None:
        """Let paper be no brighter than the words around it: white would blind in the dark."""
        roles = QPalette.ColorRole
        ground, words = map(self.palette().color, (roles.Base, roles.PlaceholderText))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.fillRect(box, max(ground, words, key=QColor.lightness))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)


class _Anchor:
    """Keeps what is in the middle of the view there, when all grows or shrinks; an edge stays."""

    def __init__(self, bar: QScrollBar) -> None:
        self._bar = bar
        self._whole = bar.maximum() + bar.pageStep()
        self._middle = bar.value() + bar.pageStep() / 2

    def restore(self, whole: int, view: int) -> None:
        bar = self._bar
        at_start = bar.value() == 0
        share = self._middle / self._whole if self._whole else 0.5
        bar.setPageStep(view)
        bar.setRange(0, max(0, whole - view))
        bar.setValue(0 if at_start else round(share * whole - view / 2))
