"""Dates and what happened then, along a line."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from rls_wizard.ui import brush, style
from rls_wizard.ui.words import label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QLabel

    from rls_wizard.report.model import Moment

_LINE, _DATES, _EVENTS = range(3)
"""The columns."""
_SHARES = {_DATES: 2, _EVENTS: 3}
_DASHES = [2.0, 3.0]
_TOP = Qt.AlignmentFlag.AlignTop


class _Stop(NamedTuple):
    date: QLabel
    far: bool
    """Whether the line below it is broken."""


class TimelineView(QWidget):
    """A row for each date, with a dot on a line before it.

    The line adds nothing to the words; it is broken where more than a year passes.
    """

    def __init__(self, moments: Iterable[Moment]) -> None:
        """Show the moments in their order."""
        super().__init__()
        self._stops: list[_Stop] = []
        self._dot = self.fontMetrics().height() / 2
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, style.TIGHT, 0, style.TIGHT)
        self._grid.setHorizontalSpacing(style.NORMAL)
        self._grid.setVerticalSpacing(style.NORMAL)
        self._grid.setColumnMinimumWidth(_LINE, round(self._dot) + style.NORMAL)
        for column, share in ({_DATES: 1} if style.NARROW else _SHARES).items():
            self._grid.setColumnStretch(column, share)
        for moment in moments:
            self._add(moment)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line, and a dot beside the first line of each date."""
        del event
        palette = self.palette()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for above, below in pairwise(self._stops):
                pen = QPen(palette.color(QPalette.ColorRole.Mid), self._dot / 5)
                if above.far:
                    pen.setDashPattern(_DASHES)
                ends = [self._spot(above.date), self._spot(below.date)]
                painter.strokePath(brush.polyline(ends), pen)
            for stop in self._stops:
                dot = QRectF(0, 0, self._dot, self._dot)
                dot.moveCenter(self._spot(stop.date))
                brush.fill(painter, brush.circle(dot), palette, style.ink(palette))

    def _add(self, moment: Moment) -> None:
        row = 2 * len(self._stops)
        date = label(moment.date, bold=True)
        events = QVBoxLayout()
        events.setSpacing(style.HAIR)
        self._grid.addWidget(date, row, _DATES, _TOP)
        # Below the date, where there is no room beside it.
        place = (row + 1, _DATES) if style.NARROW else (row, _EVENTS)
        self._grid.addLayout(events, *place)
        for text in moment.events:
            events.addWidget(label(text))
        events.addStretch()
        self._stops.append(_Stop(date, moment.far))

    def _spot(self, date: QLabel) -> QPointF:
        """Return where the dot of a date is: at the height of its first line."""
        x = self.width() - self._dot / 2 if self.isRightToLeft() else self._dot / 2
        return QPointF(x, date.y() + date.fontMetrics().height() / 2)
