"""Where it is felt: a list of ticks, and a figure that gives the same answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QBoxLayout, QWidget

from rls_wizard.ui import style
from rls_wizard.ui.answers.choices import ChoicesAnswer
from rls_wizard.ui.answers.figure import HEIGHT, TARGET, WIDTH, Figure
from rls_wizard.ui.layouts import column_in
from rls_wizard.ui.wrap import Wrap

if TYPE_CHECKING:
    from rls_wizard.domain.response import Value

_SHARE = 0.42
"""How much of the width the figure takes at most."""


class BodyAnswer(ChoicesAnswer):
    """The list does all, for the keyboard and for screen readers; the figure presses its ticks."""

    def build(self, value: Value | None) -> None:
        """Create the ticks, and let the figure follow them."""
        super().build(value)
        self._figure.pressed.connect(lambda code: self.ticks[code].click())
        for tick in self.ticks.values():
            tick.toggled.connect(self._show)
        self._show()

    def make_list(self) -> QBoxLayout:
        """Return where the ticks go: beside the figure."""
        self._figure = Figure()
        ticks = QWidget()
        layout = column_in(ticks, style.TIGHT)
        self.column.addWidget(Pictured(ticks, self._figure))
        return layout

    def _show(self) -> None:
        self._figure.show_chosen({c for c, tick in self.ticks.items() if tick.isChecked()})


class Pictured(Wrap):
    """A list and a figure beside it, as large as the text asks for; no figure without room."""

    def __init__(self, words: QWidget, figure: Figure) -> None:
        """Take both."""
        super().__init__((words, figure))
        self._words, self._figure = words, figure

    def place(self) -> None:
        """Show the figure where it has room."""
        self._figure.setVisible(self._wide(self.width()) > 0)
        super().place()

    def boxes(self, width: int) -> list[QRect]:
        """Return where both stand."""
        wide = self._wide(width)
        rest = width - wide - style.WIDE if wide else width
        high = wide * HEIGHT // WIDTH
        lines = self._words.heightForWidth(rest)
        low = max(0, (lines - high) // 2)
        return [QRect(0, 0, rest, lines), QRect(width - wide, low, wide, high)]

    def _wide(self, width: int) -> int:
        """Return how wide the figure is, 0 if it would be too small to press, or the list."""
        scale = self.font().pixelSize() / style.BODY_PIXELS
        least = WIDTH * style.TARGET // TARGET
        wide = min(round(max(1.0, scale) * least), round(width * _SHARE))
        room = width - wide - style.WIDE
        return wide if wide >= least and room >= self._words.minimumSizeHint().width() else 0
