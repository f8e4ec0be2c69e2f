"""The code on the screen, for a phone to take along: shown only while somebody wants that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from rls_wizard.report.qr import QUIET, modules
from rls_wizard.ui import style
from rls_wizard.ui.card import Card
from rls_wizard.ui.layouts import column_in
from rls_wizard.ui.words import button, label

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from rls_wizard.i18n import Catalogue

_SIDE = 4
"""How large the code is at least, in targets: so a phone reads it at arm's length."""
_LEAST = 4
"""Pixels to a module."""


class CodeBox(QWidget):
    """A button; below it the code and what it is for, once somebody asks for that.

    Not before: the code holds answers, and others in the room have phones, too.
    """

    shown = Signal(QWidget)
    """The code, which is to be brought into view."""
    rearranged = Signal()

    def __init__(self, catalogue: Catalogue) -> None:
        """Show nothing before there are digits."""
        super().__init__()
        self._digits, self._catalogue = "", catalogue
        self._part: QWidget | None = None
        column = self._column = column_in(self, style.NORMAL)
        column.addWidget(label(catalogue("You can also take your answers along on your phone.")))
        self._button = button(catalogue("Show code"), "code", self._toggle)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeading)
        self.hide()

    def take(self, digits: str) -> None:
        """Take what is in the code; no digits: there is none."""
        self._digits = digits
        self.setVisible(bool(digits))

    def _toggle(self) -> None:
        _ = self._catalogue
        if self._part is None:
            self._part = self._build()
            self._column.addWidget(self._part)
            self._part.show()
        else:
            self._part.setVisible(self._part.isHidden())
        hidden = self._part.isHidden()
        self._button.setText(_("Show code") if hidden else _("Hide code"))
        self.rearranged.emit()
        if not hidden:
            self.shown.emit(self._code)

    def _build(self) -> QWidget:
        card = Card()
        card.column.setSpacing(style.NORMAL)
        first, *more = _what_it_is(self._catalogue)
        card.add(label(first))
        self._code = Code(self._digits)
        self._code.setAccessibleName(
            self._catalogue("A QR code. It holds your answers, as digits.")
        )
        card.column.addWidget(self._code, 0, Qt.AlignmentFlag.AlignCenter)
        for text in more:
            card.add(label(text))
        return card


class Code(QWidget):
    """Black on white in every theme, each module the same whole number of pixels."""

    def __init__(self, digits: str) -> None:
        """Take at most 991 digits."""
        super().__init__()
        self.setObjectName("code.square")
        self._rows = modules(digits)
        across = len(self._rows) + 2 * QUIET
        self._module = max(_LEAST, _SIDE * style.TARGET // across)
        self.setFixedSize(across * self._module, across * self._module)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dark modules on white."""
        del event
        module = self._module
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor("white"))
            for down, row in enumerate(self._rows, QUIET):
                for across, dark in enumerate(row, QUIET):
                    if dark:
                        box = QRectF(across * module, down * module, module, module)
                        painter.fillRect(box, QColor("black"))


def _what_it_is(_: Catalogue) -> tuple[str, ...]:
    return (
        _("Take a photo of this code with your own phone."),
        _(
            "It holds your answers in code. Your name, your own words and what is private are "
            "not in it."
        ),
        _(
            "Next time, hold the photo in front of the scanner of a clinic. You need not tell "
            "everything again."
        ),
        _("Does your phone offer to look for it in the web? Say no."),
    )
