"""The page for what cannot wait: it looks like nothing else in the program, and says little."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from rls_wizard.domain.rules import Urgency
from rls_wizard.ui import brush, marks, style
from rls_wizard.ui.chapters import marked
from rls_wizard.ui.layouts import column_in
from rls_wizard.ui.link import LinkRow
from rls_wizard.ui.option import draw_focus
from rls_wizard.ui.words import label, quiet

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPaintEvent
    from PySide6.QtWidgets import QLabel

    from rls_wizard.domain.reference import Country
    from rls_wizard.i18n import Catalogue
    from rls_wizard.report.model import Line, Report

_NUMBER, _LONG_NUMBER = 2.2, style.HEADING
_LONG = 16
_IN = style.TIGHT
_ROLE = QPalette.ColorRole
_GROUNDS = (_ROLE.Window, _ROLE.Base, _ROLE.AlternateBase, _ROLE.Button, _ROLE.HighlightedText)
_INKS = (
    _ROLE.WindowText, _ROLE.Text, _ROLE.ButtonText, _ROLE.PlaceholderText, _ROLE.BrightText,
    _ROLE.Highlight, _ROLE.Mid, _ROLE.Midlight,
)  # fmt: skip


class UrgentPage(QWidget):
    """What to do, whom to call, what not to do, and nothing else."""

    personal = True
    """It repeats what the person told: see `aloud.said`."""
    go_on = Signal()
    """The person will get seen today, and wants to go on with the history."""

    stop = Signal()
    """The person wants to end the visit here."""

    def __init__(
        self,
        report: Report,
        country: Country,
        catalogue: Catalogue,
        private: frozenset[str] | None = None,
    ) -> None:
        """Show the most urgent flag of a report that has one.

        `private` are the private questions where strangers may look on, and staff are near.
        """
        super().__init__()
        column = column_in(self, style.WIDE)
        number = whom_to_call(report.flags[0], country, catalogue)
        column.addWidget(UrgentAction(report, catalogue, number, private))
        if report.urgency is Urgency.SAME_DAY:
            said = catalogue("I will get seen today: go on with my history")
            row = LinkRow(said)
            row.setObjectName("go_on")
            row.clicked.connect(self.go_on)
            column.addWidget(row)
        if private is not None:
            row = LinkRow(catalogue("Stop here, and forget my answers"))
            row.setObjectName("stop")
            row.clicked.connect(self.stop)
            column.addWidget(row)
        if report.origin.overdue:
            column.addWidget(quiet(report.origin.overdue))
        column.addStretch()


class UrgentAction(QFrame):
    """The words of the most urgent flag, on a ground of their own."""

    def __init__(
        self,
        report: Report,
        catalogue: Catalogue,
        number: str = "",
        private: frozenset[str] | None = None,
    ) -> None:
        """Show the flags of a report, with whom to call in large letters if given.

        In a room the staff are told first, and no sign is named that is private.
        """
        super().__init__()
        self.setObjectName("urgent")
        theme = self.palette()
        self.setPalette(_colours(theme.color(_ROLE.Shadow), theme.color(_ROLE.Light)))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(style.WIDE, style.WIDE, style.WIDE, style.WIDE)
        self._column.setSpacing(style.NORMAL)
        first = report.urgency_text
        if private is not None:
            first = catalogue("Tell the staff at the desk now.")
            self._add(label(first, style.HEADING, bold=True), marks.warning)
            self._add(label(report.urgency_text, style.QUESTION, bold=True))
        else:
            self._add(label(first, style.QUESTION, bold=True), marks.warning)
        if number:
            plate = _colours(theme.color(_ROLE.Base), theme.color(_ROLE.BrightText))
            self._column.addWidget(_plate(number, plate))
        self._what(report.flags[0])
        self._told(report.flags, catalogue, private or frozenset())
        # The focus begins here, so that Enter cannot pass a page that was not read.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        flag = report.flags[0]
        said = dict.fromkeys((first, report.urgency_text, flag.action, flag.avoid))
        self.setAccessibleName(" ".join(said))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            palette, box = self.palette(), QRectF(self.rect())
            shape = brush.rounded(box, style.ROUND)
            brush.fill(painter, shape, palette, palette.color(_ROLE.Window))
            # A line within, as on signs at the road: in the dark the ground alone is no sign.
            inner = brush.rounded(box.adjusted(_IN, _IN, -_IN, -_IN), style.HAIR)
            brush.stroke(painter, inner, palette.color(_ROLE.Text), 2)
            draw_focus(painter, self)

    def _what(self, flag: Line) -> None:
        self._add(label(flag.action, style.TITLE))
        if flag.avoid:
            self._add(label(flag.avoid, style.TITLE, bold=True), marks.no_entry)

    def _told(self, flags: tuple[Line, ...], catalogue: Catalogue, private: frozenset[str]) -> None:
        """Say what this is about, so that a slip of the finger is seen, and what else to tell."""
        named = [f for f in flags if private.isdisjoint(answer.link_id for answer in f.because)]
        if named:
            titles = "\n".join(f"\u2022 {flag.title}" for flag in named)
            self._add(label(f"{catalogue('This is about:')}\n{titles}", style.SMALL))
        if flags[0].overdue:  # the others' words are not shown here
            self._add(label(flags[0].overdue, style.SMALL))

    def _add(self, words: QLabel, sign: marks.Draw | None = None) -> None:
        shown = marked(sign, words, style.TITLE, _ROLE.WindowText) if sign else words
        self._column.addWidget(shown)


def _plate(number: str, colours: QPalette) -> QFrame:
    """Return a number that can be read from across the room."""
    plate = QFrame()
    plate.setPalette(colours)
    plate.setAutoFillBackground(True)
    inside = QVBoxLayout(plate)
    inside.setContentsMargins(style.WIDE, style.NORMAL, style.WIDE, style.NORMAL)
    shown = label(number, _LONG_NUMBER if len(number) > _LONG else _NUMBER, bold=True)
    shown.setObjectName("number")
    inside.addWidget(shown)
    return plate


def whom_to_call(flag: Line, country: Country, catalogue: Catalogue) -> str:
    """Return whom the words of a flag name first, as a sentence: "Call 999"."""
    maternity = catalogue("Phone {whom}").format(whom=country.maternity)
    numbers = (country.emergency, country.urgent, country.crisis, country.poisons)
    known = {words: words for words in numbers} | {country.maternity: maternity}
    named = [words for words in known if words in flag.action]
    first = known.get(min(named, key=flag.action.index, default=""), "")
    return first[:1].upper() + first[1:]


def _colours(ground: QColor, ink: QColor) -> QPalette:
    palette = QPalette()
    for roles, colour in ((_GROUNDS, ground), (_INKS, ink)):
        for role in roles:
            palette.setColor(role, colour)
    return palette
