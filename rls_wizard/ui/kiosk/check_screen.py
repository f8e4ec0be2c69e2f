"""How large the screen is: a bank card laid on it tells, for all of them have one size."""

from __future__ import annotations

from functools import partial
from math import hypot
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from rls_wizard.report.acceptance import Finding, Outcome
from rls_wizard.ui import brush, style
from rls_wizard.ui.kiosk.check_page import CheckPage
from rls_wizard.ui.kiosk.measure import measure
from rls_wizard.ui.kiosk.size import (
    CAPITAL,
    GAP,
    GUESSED,
    LEAST_DIAGONAL,
    MEASURED,
    TARGET,
    Scale,
)
from rls_wizard.ui.words import button, label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from rls_wizard.i18n import Catalogue

CARD = 85.60, 53.98
"""A card in millimetres: ISO/IEC 7810, ID-1."""
_ROUND = 3.18
_INCH = 25.4
_NEAR = 0.03
"""By how much a screen may be other than the settings say."""
_STEPS = (-10, -1, 1, 10)
"""How many pixels wider the buttons make the card."""


class Card(QWidget):
    """A card as large as the scale makes it."""

    def __init__(self, dots: float) -> None:
        """Take the pixels of a millimetre."""
        super().__init__()
        self.wide = round(CARD[0] * dots)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def dots(self) -> float:
        """The pixels of a millimetre, as drawn."""
        return self.wide / CARD[0]

    def grow(self, pixels: int) -> None:
        """Become so many pixels wider, and as much higher as a card is."""
        self.wide = max(100, self.wide + pixels)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the card."""
        return QSize(self.wide, round(CARD[1] * self.dots))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card to its very edge."""
        del event
        palette, roles = self.palette(), QPalette.ColorRole
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            shape = brush.rounded(QRectF(self.rect()), _ROUND * self.dots)
            brush.fill(painter, shape, palette, palette.color(roles.Highlight))


class ScreenCheck(CheckPage):
    """Has the card made as large as a real one, and says what to write into the settings."""

    def __init__(self, catalogue: Catalogue, scale: Scale, picture: QSize, taken: Scale) -> None:
        """Begin with the scale that was measured last; `taken` is what the kiosk goes by."""
        _ = catalogue
        texts = (
            _(
                "Lay a bank card on the coloured box. Press + and \u2212 until the box is as large "
                "as the card."
            ),
            _("Every bank card is 85.6 mm wide and 54.0 mm high."),
        )
        super().__init__(_, _("Size of the screen"), texts)
        self._picture, self._taken = picture, taken
        row = QHBoxLayout()
        row.setSpacing(style.TIGHT)
        names = (_("Much smaller"), _("Smaller"), _("Larger"), _("Much larger"))
        for steps, sign, name in zip(
            _STEPS, ("\u2212\u2212", "\u2212", "+", "++"), names, strict=True
        ):
            made = button(sign, f"card.{steps}", partial(self._grow, steps))
            made.setAccessibleName(name)
            made.setToolTip(name)
            made.repeats = True
            made.setAutoRepeat(True)
            row.addWidget(made)
        row.addStretch()
        self.column.addLayout(row)
        self.card = Card(scale.dots)
        self.column.addWidget(self.card, 0, Qt.AlignmentFlag.AlignLeading)
        self._line = label("", bold=True)
        self._line.setObjectName("check.line")
        self.column.addWidget(self._line)
        self._show_size()
        self.ask(_("Is the box as large as the card?"))

    @property
    def width_mm(self) -> float:
        """How wide the picture is, as measured."""
        return round(self._picture.width() / self.card.dots, 1)

    @property
    def scale(self) -> Scale:
        """The scale that the card says."""
        return Scale(self.card.dots, MEASURED)

    @property
    def line(self) -> str:
        """What to write into kiosk.toml."""
        return f"width_mm = {self.width_mm}"

    @property
    def finding(self) -> Finding:
        """What was measured; a screen that is too small, or other than the settings say, fails."""
        found = super().finding
        wrong = self._wrong()
        if found.outcome is Outcome.NOT_TRIED and self._taken.how == GUESSED:
            told = self._catalogue("The screen does not tell its size. It must be measured.")
            return found._replace(outcome=Outcome.NO, told=told)
        if found.outcome is not Outcome.YES:
            return found
        outcome = Outcome.NO if wrong else Outcome.YES
        return found._replace(outcome=outcome, told=" ".join((self._size(), *wrong)))

    def _grow(self, pixels: int) -> None:
        self.card.grow(pixels)
        self.take(Outcome.NOT_TRIED)
        self._show_size()

    def _show_size(self) -> None:
        _ = self._catalogue
        told = [self._size(), *self._wrong()]
        told.append(_("In kiosk.toml, below [screen]: {line}").format(line=self.line))
        self._line.setText("\n".join(told))

    def _size(self) -> str:
        wide, high = self._picture.width(), self._picture.height()
        inches = hypot(wide, high) / self.card.dots / _INCH
        return self._catalogue("{wide} x {high} mm, {inches} inches.").format(
            wide=round(wide / self.card.dots),
            high=round(high / self.card.dots),
            inches=f"{inches:.1f}",
        )

    def _wrong(self) -> list[str]:
        _ = self._catalogue
        wrong = []
        if hypot(self._picture.width(), self._picture.height()) / self.card.dots < LEAST_DIAGONAL:
            wrong.append(_("The screen is too small: it must have 10 inches."))
        if abs(self._taken.dots / self.card.dots - 1) > _NEAR:
            said = _("The kiosk takes it for {said} mm. Write the line below, then check again.")
            wrong.append(said.format(said=round(self._picture.width() / self._taken.dots)))
        return wrong


class TargetCheck(CheckPage):
    """Measures a real page."""

    def __init__(
        self, catalogue: Catalogue, scale: Scale, open_page: Callable[[], QWidget]
    ) -> None:
        """Take the scale that the card told, and what opens a page as people will see it."""
        _ = catalogue
        texts = [_("A page of questions was opened behind this one, and measured.")]
        super().__init__(_, _("Size of buttons and letters"), texts)
        self.close_column()
        window = open_page()
        found = measure(window, scale)
        told = _(
            "Smallest button: {side} mm. Smallest gap: {gap} mm. Lowest capital: {capital} mm."
        ).format(
            side=f"{min(found.sides.values()):.1f}",
            gap=f"{min(found.gaps.values()):.1f}",
            capital=f"{min(found.capitals.values()):.1f}",
        )
        window.close()
        wrong = found.small or found.near or found.low()
        if wrong:
            told += " " + _("At least {side}, {gap} and {capital} mm are needed.").format(
                side=TARGET, gap=GAP, capital=CAPITAL
            )
        self.conclude(Outcome.NO if wrong else Outcome.YES, told)
