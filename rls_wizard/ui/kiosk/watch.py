"""Sees every event before anything else does, and trusts nothing of the pages."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF
from PySide6.QtGui import QSinglePointEvent, QTouchEvent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Take = Callable[[QObject, QEvent], bool]

KINDS = QEvent.Type
PRESSES = frozenset(
    {KINDS.MouseButtonPress, KINDS.MouseButtonDblClick, KINDS.TouchBegin, KINDS.TabletPress}
)
"""What begins a press of whatever is there."""


def place_of(event: QEvent) -> QPointF | None:
    """Return where on the screen a press, a touch or a move is; None for what is nowhere."""
    if isinstance(event, QTouchEvent):
        return next((point.globalPosition() for point in event.points()), None)
    return event.globalPosition() if isinstance(event, QSinglePointEvent) else None


class Watch(QObject):
    """One filter for all parts of a room: each event of Python's costs time."""

    def __init__(self, parent: QObject, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin to watch, until the program ends, with a clock that nobody can set."""
        super().__init__(parent)
        self.clock = clock
        self._takers: dict[QEvent.Type, list[Take]] = {}
        self._app = QCoreApplication.instance()
        if self._app is not None:
            self._app.installEventFilter(self)
            self._app.aboutToQuit.connect(self.stop)

    def tell(self, kinds: Iterable[QEvent.Type], take: Take) -> None:
        """Tell of these kinds, before those who ask later; `take` returns whether that is all."""
        for kind in kinds:
            self._takers.setdefault(kind, []).append(take)

    def stop(self) -> None:
        """Watch no more."""
        self._takers.clear()
        if self._app is not None:
            self._app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask who wants it; what one has taken nobody else gets."""
        return any(take(watched, event) for take in self._takers.get(event.type(), ()))
