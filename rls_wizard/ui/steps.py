"""The steps of the way: which are done, where one is, what is to come.

A list and no bar: a bar that jumps with the answers is not honest, and one that creeps presses.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from rls_wizard.ui import brush, style
from rls_wizard.ui.layouts import column_in, put_in_place, row_in
from rls_wizard.ui.words import discard, label

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from rls_wizard.i18n import Catalogue

_CHARACTERS = 20


class Steps(NamedTuple):
    """The titles of all steps, and which one is shown."""

    titles: tuple[str, ...] = ()
    at: int = 0
    done: tuple[bool, ...] = ()
    """Of each step."""

    def number_in_words(self, _: Catalogue) -> str:
        """Return which of the steps this is; empty where there are no steps."""
        said = _("Step {number} of {total}").format(number=self.at + 1, total=len(self.titles))
        return said if self.titles else ""

    def in_words(self, _: Catalogue) -> str:
        """Return where one is in one line; empty where there are no steps."""
        return self.all_in_words(_)[self.at] if self.titles else ""

    def all_in_words(self, _: Catalogue) -> list[str]:
        """Return that line for each step."""
        line, total = _("Step {number} of {total}: {title}"), len(self.titles)
        return [
            line.format(number=number, total=total, title=title)
            for number, title in enumerate(self.titles, 1)
        ]


class State(Enum):
    """What a step is to the person at the moment."""

    DONE = auto()
    HERE = auto()
    OPEN = auto()


def _state(steps: Steps, number: int) -> State:
    if number == steps.at:
        return State.HERE
    return State.DONE if steps.done[number] else State.OPEN


class StepList(QFrame):
    """The steps at the side of a wide window. To be read, not to be pressed."""

    def __init__(self) -> None:
        """Create an empty list."""
        super().__init__()
        self._rows = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(style.WIDE, style.WIDE, 0, style.TIGHT)
        self._column.addWidget(self._rows)
        self._column.addStretch()

    def show_steps(self, steps: Steps, catalogue: Catalogue) -> None:
        """Show these steps in place of those before."""
        self.setAccessibleName(steps.in_words(catalogue))
        old, self._rows = self._rows, QWidget()
        rows = column_in(self._rows, style.TIGHT)
        for number, title in enumerate(steps.titles):
            rows.addWidget(_Step(title, _state(steps, number), catalogue))
        put_in_place(self._column, old, self._rows)
        discard(old)
        width = self.fontMetrics().averageCharWidth() * _CHARACTERS
        self.setFixedWidth(width + 3 * style.WIDE)


class _Step(QWidget):
    def __init__(self, title: str, state: State, _: Catalogue) -> None:
        super().__init__()
        row = row_in(self, style.TIGHT)
        row.addWidget(_Mark(state))
        text = label(title, style.SMALL, bold=state is State.HERE)
        if state is not State.HERE:
            text.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        states = {
            State.DONE: _("done"), State.HERE: _("you are here"), State.OPEN: _("to come"),
        }  # fmt: skip
        text.setAccessibleDescription(states[state])
        row.addWidget(text, 1)


class _Mark(QWidget):
    """A tick for what is done, a dot for where one is, a ring for what is to come."""

    def __init__(self, state: State) -> None:
        super().__init__()
        self._state = state
        self.setFixedWidth(self.sizeHint().width())

    def sizeHint(self) -> QSize:
        side = self.fontMetrics().height()
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            palette = self.palette()
            side = self.sizeHint().width() * 0.7
            box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
            ink = style.ink(palette)
            if self._state is State.DONE:
                points = ((0.1, 0.55), (0.4, 0.85), (0.95, 0.2))
                spots = [QPointF(box.x() + x * side, box.y() + y * side) for x, y in points]
                brush.stroke(painter, brush.polyline(spots), ink, 2.5)
            elif self._state is State.HERE:
                brush.fill(painter, brush.circle(box), palette, ink)
            else:
                edge = palette.color(QPalette.ColorRole.Mid)
                brush.stroke(painter, brush.circle(box.adjusted(1, 1, -1, -1)), edge, 1.5)
