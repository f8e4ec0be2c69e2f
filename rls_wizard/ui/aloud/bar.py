"""The bar that steers reading aloud, below the header while it is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QWidget

from rls_wizard.ui import style
from rls_wizard.ui.announce import announce
from rls_wizard.ui.layouts import column_in
from rls_wizard.ui.words import button
from rls_wizard.ui.wrap import Wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rls_wizard.i18n import Catalogue
    from rls_wizard.ui.push import PushButton

_MOST = 0.2
"""The share of the window that words may take: the page, and what is urgent, must be seen."""


class Bar(QWidget):
    """Tells which button was pressed; shows what goes on."""

    pause = Signal()
    again = Signal()
    slower = Signal()
    faster = Signal()
    quieter = Signal()
    louder = Signal()
    stop = Signal()

    def __init__(self, catalogue: Catalogue, *, has_volume: bool = False) -> None:
        """Create it, with nothing to steer as yet.

        The volume takes the place of the speed, which is in the settings, too: of large buttons
        there is no room for more.
        """
        super().__init__()
        _ = self._catalogue = catalogue
        self.setObjectName("aloud.bar")
        column = column_in(self, style.HAIR)
        column.setContentsMargins(style.WIDE, 0, style.WIDE, style.TIGHT)
        self._said = _Said()
        self._pause = button(_("Pause"), "aloud.pause", self.pause)
        self._steers = (
            self._pause,
            button(_("Again"), "aloud.again", self.again),
            *(self._volume() if has_volume else self._speed()),
        )
        self._stop = button(_("Stop"), "aloud.stop", self.stop)
        buttons = (*self._steers, self._stop)
        for one in buttons:
            # A press leaves the focus where it was: there the person goes on.
            one.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._row = _Row((self._said, *buttons))
        column.addWidget(self._row)

    def _speed(self) -> tuple[PushButton, ...]:
        _ = self._catalogue
        return (
            button(_("Slower"), "aloud.slower", self.slower),
            button(_("Faster"), "aloud.faster", self.faster),
        )

    def _volume(self) -> tuple[PushButton, ...]:
        _ = self._catalogue
        made = (
            button(_("Quieter"), "aloud.quieter", self.quieter),
            button(_("Louder"), "aloud.louder", self.louder),
        )
        for one in made:
            one.repeats = True
        return made

    def tell(self, text: str, brief: str = "") -> None:
        """Say something in place of the buttons that steer.

        What failed can be told briefly, too: so it is where all of it leaves no page to be seen.
        """
        self._said.setText(text)
        window = self.window()
        high = self._said.heightForWidth(window.width() - 2 * style.WIDE)
        if brief and high > _MOST * window.height():
            self._said.setText(brief)
        if brief:  # nothing is read that could be stopped
            self._stop.setText(self._catalogue("OK"))
        self._show(steers=False)
        announce(self, text)

    def steer(self, *, speaking: bool) -> None:
        """Offer the buttons."""
        _ = self._catalogue
        self._pause.setText(_("Pause") if speaking else _("Go on"))
        self._show(steers=True)

    def _show(self, *, steers: bool) -> None:
        self._said.setVisible(not steers)
        for one in self._steers:
            one.setVisible(steers)
        # Its rows are placed by hand, for those that are shown.
        self._row.arrange()


class _Said(QLabel):
    """Words in one line, in the middle of the row, and in more only where they find no room."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setFont(style.font(style.SMALL))
        self.setObjectName("aloud.said")

    def sizeHint(self) -> QSize:
        """Return the size of one line, as high as a button."""
        wide = self.fontMetrics().horizontalAdvance(self.text()) + 1
        high = QFontMetrics(style.font()).height() + 2 * style.TIGHT
        return QSize(wide, max(style.TARGET, high))


class _Row(Wrap):
    """Only those that are shown take room."""

    def __init__(self, widgets: Sequence[QWidget]) -> None:
        super().__init__(widgets)
        self._all = self.widgets

    def event(self, event: QEvent) -> bool:
        """Place everything anew when one of them has another size, as with a new font."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.place()
            self.updateGeometry()
        return super().event(event)

    def arrange(self) -> None:
        """Take up which are shown, and what stands on them."""
        self.widgets = tuple(one for one in self._all if not one.isHidden())
        self.place()
        self.updateGeometry()
