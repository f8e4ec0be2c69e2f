"""A figure whose parts are pressed; it only repeats what a list beside it says."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPainterPathStroker, QPalette
from PySide6.QtWidgets import QWidget

from rls_wizard.ui import brush
from rls_wizard.ui.option import TICK, line_in

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtGui import QMouseEvent, QPaintEvent

    Points = tuple[tuple[float, float], ...]
    Lines = tuple[tuple[Points, float], ...]
    """Corners, and how thick the line between them is, which makes them round."""

WIDTH, HEIGHT = 262, 368
"""In these all the points below are given; a part is then as large as a target of these pixels:"""
TARGET = 46
_NEAR = 4, 8, 13
"""How far beside a part a press still counts for it, the nearest first."""


class Part:
    """A part of the figure."""

    def __init__(self, lines: Lines, ticks: Points, also: Lines = (), size: int = 20) -> None:
        """Take what is drawn, and where ticks stand in it; and what counts for it and is nobody's.

        No dataclass: making one would cost more than all else here at the start.
        """
        self.lines, self.also, self.ticks, self.size = lines, also, ticks, size

    @cached_property
    def shape(self) -> QPainterPath:
        """What is drawn."""
        return _thick(self.lines)

    @cached_property
    def body(self) -> QPainterPath:
        """What counts for it too."""
        return _thick(self.also)

    def holds(self, point: QPointF) -> bool:
        """Tell whether a point is in it."""
        return self.shape.contains(point) or self.body.contains(point)

    def is_near(self, point: QPointF, by: float) -> bool:
        """Tell whether a point is no further away than this."""
        return _outline(self.shape, 2 * by).contains(point)


_HEAD = ((((100, 38), (100, 38.1)), 52), (((100, 60), (100, 76)), 20))
PARTS = {
    # Not the head, which would light up for any other place, too; but who presses that means this.
    "elsewhere": Part(((((220, 38), (220, 38.1)), 54),), ((220, 38),), also=_HEAD),
    "trunk": Part(
        ((((79, 92), (121, 92), (113, 138), (117, 172), (83, 172), (87, 138)), 26),),
        ((100, 124),),
        size=30,
    ),
    "arms": Part(
        (
            (((52, 90), (57, 93), (37, 144), (28, 186), (24, 185), (30, 142)), 18),
            (((25, 194), (24, 200)), 25),
            (((148, 90), (143, 93), (163, 144), (172, 186), (176, 185), (170, 142)), 18),
            (((175, 194), (176, 200)), 25),
        ),
        ((32, 144), (168, 144)),
    ),
    "both_legs": Part(
        (
            (((77, 206), (90, 206), (87, 304), (79, 304)), 18),
            (((123, 206), (110, 206), (113, 304), (121, 304)), 18),
        ),
        ((83, 246), (117, 246)),
    ),
    "feet": Part(
        (
            (((80, 334), (86, 334), (70, 350), (64, 348)), 18),
            (((120, 334), (114, 334), (130, 350), (136, 348)), 18),
        ),
        ((75, 341), (125, 341)),
    ),
    # Seen from the side: it is neither the left one nor the right one.
    "one_leg": Part(
        (
            (((214, 206), (229, 206), (226, 258), (223, 324), (216, 324), (213, 258)), 18),
            (((218, 330), (243, 336), (218, 336)), 16),
        ),
        ((220, 246),),
    ),
}
"""By the codes of the options."""
_DOTS = ((208, 38), (220, 38), (232, 38))
"""Of "somewhere else", until a tick stands there."""


class Figure(QWidget):
    """Tells of the part that is pressed. It takes no focus: the list beside it does all."""

    pressed = Signal(str)

    def __init__(self) -> None:
        """Begin with nothing chosen."""
        super().__init__()
        self._chosen: frozenset[str] = frozenset()
        self._down = ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_chosen(self, codes: Collection[str]) -> None:
        """Light up these parts."""
        self._chosen = frozenset(codes)
        self.update()

    def part_at(self, point: QPointF) -> str:
        """Return the code of what is at a point of the widget; empty if nothing is."""
        spot = self._mirrored(point) / self._scale()
        inside = (code for code, part in PARTS.items() if part.holds(spot))
        near = (code for by in _NEAR for code, part in PARTS.items() if part.is_near(spot, by))
        return next(inside, next(near, ""))

    def isDown(self) -> bool:
        """Tell whether a part is pressed, as a button does."""
        return bool(self._down)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show what will be chosen."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._hold(self.part_at(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take two quick presses as one: see `option.Row`."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose it, unless the finger has left it."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        held, here = self._down, self.part_at(event.position())
        self._hold("")
        if held and held == here:
            self.pressed.emit(held)

    def _hold(self, code: str) -> None:
        self._down = code
        self.update()

    def _scale(self) -> float:
        return self.width() / WIDTH

    def _mirrored(self, point: QPointF) -> QPointF:
        right = self.isRightToLeft()
        return QPointF(self.width() - point.x(), point.y()) if right else point

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the head, which is nobody's, and each part."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.isRightToLeft():
                painter.translate(self.width(), 0)
                painter.scale(-1, 1)
            painter.scale(self._scale(), self._scale())
            for code, part in PARTS.items():
                self._draw(painter, code, part)

    def _draw(self, painter: QPainter, code: str, part: Part) -> None:
        palette, roles = self.palette(), QPalette.ColorRole
        chosen, down = code in self._chosen, code == self._down
        ground = roles.Highlight if chosen else roles.AlternateBase if down else roles.Base
        edge = roles.Text if down else roles.Highlight if chosen else roles.Mid
        brush.fill(painter, part.body, palette, palette.color(roles.Base))
        brush.stroke(painter, part.body, palette.color(roles.Mid), 1.5)
        brush.fill(painter, part.shape, palette, palette.color(ground))
        brush.stroke(painter, part.shape, palette.color(edge), 2 if chosen or down else 1.5)
        if chosen:
            self._tick(painter, part)
        elif code == "elsewhere":
            for x, y in _DOTS:
                dot = _thick(((((x, y), (x, y + 0.1)), 6),))
                brush.fill(painter, dot, palette, palette.color(roles.Text))

    def _tick(self, painter: QPainter, part: Part) -> None:
        """Draw a tick in each piece: colour alone says nothing."""
        colour = self.palette().color(QPalette.ColorRole.HighlightedText)
        half, mirrored = part.size / 2, -1 if self.isRightToLeft() else 1
        for x, y in part.ticks:
            painter.save()
            painter.translate(x, y)
            painter.scale(mirrored, 1)
            box = QRectF(-half, -half, part.size, part.size)
            brush.stroke(painter, line_in(box, TICK), colour, 3)
            painter.restore()


def _thick(lines: Lines) -> QPainterPath:
    """Return areas with round corners as one shape; of two corners a line."""
    path = QPainterPath()
    for corners, width in lines:
        area = brush.polyline([QPointF(x, y) for x, y in (*corners, corners[0])])
        path = path.united(area).united(_outline(area, width))
    return path.simplified()


def _outline(path: QPainterPath, width: float) -> QPainterPath:
    """Return a path made thicker."""
    pen = QPainterPathStroker()
    pen.setWidth(width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen.createStroke(path)
