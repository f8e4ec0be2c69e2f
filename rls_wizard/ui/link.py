"""Lines of text to press: one leads to somewhere else, the other shows more below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from rls_wizard.ui import brush, style
from rls_wizard.ui.layouts import column_in
from rls_wizard.ui.option import Row, draw_focus, line_in
from rls_wizard.ui.wrap import Wrap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtGui import QPaintEvent

_DOWN = ((0.25, 0.4), (0.5, 0.65), (0.75, 0.4))
_ON = ((0.4, 0.25), (0.65, 0.5), (0.4, 0.75))
_STEM = ((0.5, 0.15), (0.5, 0.8))
_HEAD = ((0.25, 0.55), (0.5, 0.8), (0.75, 0.55))


class LinkRow(Row, QPushButton):
    """A line that leads to somewhere else."""

    def __init__(self, text: str, *, framed: bool = True, quiet: bool = False) -> None:
        """Show the text; without a frame where many stand together on a card."""
        super().__init__()
        self._framed = framed
        self.set_up(text, quiet=quiet)

    def draw_ground(self, painter: QPainter) -> None:
        """Draw the frame, or nothing but the focus."""
        if self._framed:
            super().draw_ground(painter)
        else:
            draw_focus(painter, self)

    def draw_mark(self, painter: QPainter, box: QRectF) -> None:
        """Draw an arrow onwards."""
        _arrow(self, painter, box, _ON)


class PlaceLink(LinkRow):
    """A line that leads further down on the same page."""

    pad = style.HAIR

    def __init__(self, text: str) -> None:
        """Show the text."""
        super().__init__(text, framed=False)
        self.setForegroundRole(QPalette.ColorRole.Link)

    def draw_mark(self, painter: QPainter, box: QRectF) -> None:
        """Draw an arrow down."""
        for points in (_STEM, _HEAD):
            _arrow(self, painter, box, points)


class Toggle(Row, QPushButton):
    """A small line of text that opens and closes something below it."""

    pad = style.HAIR

    def __init__(self, text: str, name: str) -> None:
        """Show the text."""
        super().__init__()
        self.setFont(style.font(style.SMALL))
        self.set_up(text)
        self.setForegroundRole(QPalette.ColorRole.Link)
        self.setObjectName(name)
        self.setCheckable(True)

    def draw_ground(self, painter: QPainter) -> None:
        """Draw nothing but the focus."""
        draw_focus(painter, self)

    def draw_mark(self, painter: QPainter, box: QRectF) -> None:
        """Draw an arrow to where more is shown."""
        _arrow(self, painter, box, _DOWN if self.isChecked() else _ON)


class Note(QFrame):
    """Something said by the way: on a tinted ground, with a bar at its side."""

    def __init__(self, content: QWidget) -> None:
        """Take what is said."""
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(style.WIDE, style.TIGHT, style.WIDE, style.TIGHT)
        column.addWidget(content)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground and bar."""
        del event
        with QPainter(self) as painter:
            palette, roles = self.palette(), QPalette.ColorRole
            ground = brush.rounded(QRectF(self.rect()), 0)
            brush.fill(painter, ground, palette, palette.color(roles.AlternateBase))
            brush.bar(painter, self, roles.Highlight)


class Disclosures(QWidget):
    """Lines side by side, each of which shows more below them."""

    toggled = Signal()

    def __init__(self, entries: Sequence[tuple[str, str, Callable[[], QWidget]]]) -> None:
        """Take title, name and content of each; what is below is built when first asked for."""
        super().__init__()
        self._notes: dict[str, Note] = {}
        self._toggles = {name: Toggle(title, name) for title, name, _ in entries}
        self._builds = {name: build for _, name, build in entries}
        self._layout = column_in(self, style.HAIR)
        self._layout.addWidget(Wrap(tuple(self._toggles.values())))
        for toggle in self._toggles.values():
            toggle.toggled.connect(self._show)

    def belong_to(self, words: str) -> None:
        """Tell a screen reader what the lines are about."""
        for toggle in self._toggles.values():
            toggle.setAccessibleName(f"{toggle.text()} {words}")

    def opened(self) -> tuple[str, ...]:
        """Return the names of the open ones."""
        return tuple(name for name, toggle in self._toggles.items() if toggle.isChecked())

    def open(self, names: Iterable[str]) -> None:
        """Open some."""
        for name in names:
            if toggle := self._toggles.get(name):
                toggle.setChecked(True)

    def close_all(self) -> bool:
        """Close what is open; tell whether anything was."""
        opened = self.opened()
        for name in opened:
            self._toggles[name].setChecked(False)
        return bool(opened)

    def note(self, name: str) -> Note | None:
        """Return what stands below a line, if that was opened."""
        return self._notes.get(name)

    def _show(self) -> None:
        for name, toggle in self._toggles.items():
            if toggle.isChecked() and name not in self._notes:
                self._notes[name] = Note(self._builds[name]())
                self._layout.addWidget(self._notes[name])
            if note := self._notes.get(name):
                note.setVisible(toggle.isChecked())
        self.toggled.emit()


class Disclosure(Disclosures):
    """A line that shows more below it."""

    def __init__(self, title: str, name: str, build: Callable[[], QWidget]) -> None:
        """Show the title only."""
        super().__init__([(title, name, build)])


def _arrow(
    row: Row, painter: QPainter, box: QRectF, points: tuple[tuple[float, float], ...]
) -> None:
    if row.isRightToLeft():
        points = tuple((1 - x, y) for x, y in points)
    brush.stroke(painter, line_in(box, points), row.ink(), 2.5)
