"""The screens: one may be unplugged while the window is on it, or become smaller."""

from __future__ import annotations

from struct import Struct
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QPoint, QRect, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget


_KEPT = Struct(">IHH4i4iiBBi4i")
"""What QWidget.saveGeometry writes."""
_RECTS = (3, 7, 15)
"""Where left, top, right and bottom stand in it: of the frame, of the usual size, of the inside."""
_FURTHEST = 32_000
"""Pixels. All screens together have fewer."""


class Screens(QObject):
    """Tells of what happens to the screens."""

    changed = Signal()
    """Some came or went, or have another size; told once that is over."""

    def __init__(self, parent: QObject) -> None:
        """Watch them from now on."""
        super().__init__(parent)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.changed)
        for screen in QGuiApplication.screens():
            self._watch(screen)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._came)
            app.screenRemoved.connect(self._happened)
            app.primaryScreenChanged.connect(self._happened)

    def _came(self, screen: QScreen) -> None:
        self._watch(screen)
        self._soon.start()

    def _watch(self, screen: QScreen) -> None:
        screen.availableGeometryChanged.connect(self._happened)

    def _happened(self, _: object) -> None:
        self._soon.start()


def restore_place(window: QWidget, kept: str) -> None:
    """Take up a size and place that Qt wrote; what is damaged, or out of view, is not used so."""
    raw = QByteArray.fromHex(kept.encode("ascii", "replace"))
    if _can_be(bytes(raw.data())):
        window.restoreGeometry(raw)
        bring_into_view(window)


def _can_be(raw: bytes) -> bool:
    """Tell whether the rectangles in it are such as windows have: at others Qt itself ends."""
    if len(raw) != _KEPT.size:
        return False
    numbers = _KEPT.unpack(raw)
    rects = [numbers[at : at + 4] for at in _RECTS]
    return all(
        -_FURTHEST < left < right < _FURTHEST and -_FURTHEST < top < bottom < _FURTHEST
        for left, top, right, bottom in rects
    )


def bring_into_view(window: QWidget) -> None:
    """Move a window, and make it smaller, as far as it stands outside of all screens."""
    if window.isMaximized() or window.isFullScreen():
        return  # the system places these
    frame = window.frameGeometry()
    place = within(frame, [screen.availableGeometry() for screen in QGuiApplication.screens()])
    if place != frame:
        window.resize(window.size() + place.size() - frame.size())
        window.move(place.topLeft())


def within(frame: QRect, rooms: Iterable[QRect]) -> QRect:
    """Return where a frame can be seen whole: as it is, or in the room of which it covers most."""
    real = [room for room in rooms if not room.isEmpty()]
    if not real or sum(_area(frame & room) for room in real) >= _area(frame):
        return frame
    room = max(real, key=lambda one: _area(frame & one))
    size = frame.size().boundedTo(room.size())
    furthest = QPoint(room.right() - size.width() + 1, room.bottom() - size.height() + 1)
    left = min(max(frame.left(), room.left()), furthest.x())
    top = min(max(frame.top(), room.top()), furthest.y())
    return QRect(QPoint(left, top), size)


def _area(rect: QRect) -> int:
    return rect.width() * rect.height()
