"""The bar that steers reading aloud, below the header while it is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rls_wizard.ui import style
from rls_wizard.ui.announce import announce
from rls_wizard.ui.layouts import column_in
from rls_wizard.ui.words import button, label
from rls_wizard.ui.wrap import Wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rls_wizard.i18n import Catalogue


class Bar(QWidget):
    """Tells which button was pressed; shows what goes on."""

    pause = Signal()
    again = Signal()
    slower = Signal()
    faster = Signal()
    stop = Signal()

    def __init__(self, catalogue: Catalogue) -> None:
        """Create it, with nothing to steer as yet."""
        super().__init__()
        _ = self._catalogue = catalogue
        self.setObjectName("aloud.bar")
        column = column_in(self, style.HAIR)
        column.setContentsMargins(style.WIDE, 0, style.WIDE, style.TIGHT)
        self._said = label("", style.SMALL)
        self._said.setObjectName("aloud.said")
        self._pause = button(_("Pause"), "aloud.pause", self.pause)
        self._steers = (
            self._pause,
            button(_("Again"), "aloud.again", self.again),
            button(_("Slower"), "aloud.slower", self.slower),
            button(_("Faster"), "aloud.faster", self.faster),
        )
        buttons = (*self._steers, button(_("Stop"), "aloud.stop", self.stop))
        for one in buttons:
            # A press leaves the focus where it was: there the person goes on.
            one.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        column.addWidget(self._said)
        self._row = _Buttons(buttons)
        column.addWidget(self._row)

    def tell(self, text: str) -> None:
        """Say something in place of the buttons that steer."""
        self._said.setText(text)
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


class _Buttons(Wrap):
    """Only those that are shown take room."""

    def __init__(self, buttons: Sequence[QWidget]) -> None:
        super().__init__(buttons)
        self._all = tuple(buttons)

    def arrange(self) -> None:
        """Take up which are shown, and what stands on them."""
        self.widgets = tuple(one for one in self._all if not one.isHidden())
        self.place()
        self.updateGeometry()
