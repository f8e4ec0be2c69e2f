"""Shows how far printing is, and asks what is to be asked, below the button that began it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QWidget

from rls_wizard.ui import style
from rls_wizard.ui.announce import announce
from rls_wizard.ui.card import Card
from rls_wizard.ui.layouts import column_in, put_in_place
from rls_wizard.ui.option import CheckOption, RadioOption
from rls_wizard.ui.printing.way import Print, Step
from rls_wizard.ui.printing.words import HEALS, to_do, wrong
from rls_wizard.ui.words import QuestionBox, alert, button, discard, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rls_wizard.handover.printing.talk import Printer
    from rls_wizard.handover.printing.trouble import Trouble
    from rls_wizard.i18n import Catalogue

_FEW = 2
"""How many pages are the clinician's and the person's, as a rule."""


class PrintBox(QWidget):
    """A button, and in its place what comes of pressing it; built anew at every change."""

    begin = Signal()
    printer = Signal(str)
    """The printer that is chosen, by its path."""
    pages = Signal(int)
    send = Signal()
    leave = Signal()
    confirm = Signal()
    rearranged = Signal()
    """Other things can be pressed now."""
    wanted = Signal(QWidget)
    """The choice, which is to be brought into view."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Show the button."""
        super().__init__()
        self._catalogue = catalogue
        self._column = column_in(self, style.NORMAL)
        self._shown: Print | None = None
        # Only once all has its place it is known whether it is in view.
        self._view = QTimer(self, singleShot=True, interval=0)
        self._view.timeout.connect(self._bring_into_view)
        self._part = QWidget()
        self._column.addWidget(self._part)
        self.follow(Print())

    def follow(self, state: Print) -> None:
        """Show how far it is."""
        # What is chosen here is shown already.
        seen = replace(state, path="", pages=0)
        if seen == self._shown:
            return
        before, self._shown = self._shown, seen
        focused = self._focused()
        old, self._part = self._part, self._build(state)
        put_in_place(self._column, old, self._part)
        # At once, for a layout would do it only later.
        self._part.show()
        discard(old)
        self.rearranged.emit()
        begins = _can_choose(state) and before is not None and before.step is not Step.CHOOSING
        if focused is not None:
            # Elsewhere nobody who is about to press one thing shall hit another.
            self._focus("" if begins else focused)
        if focused is not None and begins:
            self._view.start()
        if before is not None and (text := self._told(state)):
            announce(self, text)

    # The focus -----------------------------------------------------------------------------------

    def _focused(self) -> str | None:
        """Return the name of what the keyboard acts on, if that is in here."""
        focused = QApplication.focusWidget()
        inside = focused is not None and self.isAncestorOf(focused)
        return focused.objectName() if focused is not None and inside else None

    def _focus(self, name: str) -> None:
        buttons = self._part.findChildren(QAbstractButton)
        named = (one for one in buttons if one.objectName() == name)
        first = (one for one in buttons if not isinstance(one, RadioOption) or one.isChecked())
        if found := next(named, None) or next(first, None):
            # Its place is known only once it is laid out.
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            found.setFocus()

    def _bring_into_view(self) -> None:
        # Only if need be, for then other things are under the pointer.
        if self.visibleRegion().boundingRect() != self.rect():
            self.wanted.emit(self)

    # What is said --------------------------------------------------------------------------------

    def _told(self, state: Print) -> str:
        _ = self._catalogue
        if state.trouble is not None:
            return " ".join(self._what_is_wrong(state.trouble))
        return {
            Step.NONE: "",
            Step.LOOKING: _("Looking for printers. This can take some seconds. You can wait."),
            Step.CHOOSING: _("Which printer?"),
            Step.WAITING: _("It will be printed as soon as it is made."),
            Step.PRINTING: _("Your page is being printed. You can wait here."),
            Step.ASKING: _("Did your page come out?"),
            Step.OUT: _("Printed. Take all pages with you. Leave none in the printer."),
        }.get(state.step, "")

    def _build(self, state: Print) -> QWidget:
        card = Card(QPalette.ColorRole.BrightText if state.trouble else None)
        parts = [*self._words(state), *self._buttons(state)]
        if state.step is Step.NONE:
            (part,) = parts
            return part
        card.column.setSpacing(style.NORMAL)
        for one in parts:
            card.add(one)
        return card

    def _words(self, state: Print) -> list[QWidget]:
        _ = self._catalogue
        if state.trouble is not None:
            return self._trouble(state, state.trouble)
        if _can_choose(state):
            return self._choice(state)
        if text := self._told(state):
            said = label(text, bold=True)
            said.setObjectName("print.said")
            return [said]
        return []

    def _trouble(self, state: Print, trouble: Trouble) -> list[QWidget]:
        fault, text = self._what_is_wrong(trouble)
        if self._heals(state, trouble):
            text += " " + self._catalogue("Your page then comes out by itself.")
        said = alert(fault)
        said.setObjectName("print.fault")
        return [said, label(text)]

    def _what_is_wrong(self, trouble: Trouble) -> tuple[str, str]:
        """Return that, and what to do."""
        return wrong(trouble, self._catalogue), to_do(trouble, self._catalogue)

    def _heals(self, state: Print, trouble: Trouble) -> bool:
        """Tell whether the page comes out once that is put right."""
        return state.busy and trouble in HEALS

    def _choice(self, state: Print) -> list[QWidget]:
        _ = self._catalogue
        question = _("Which printer?")
        box = QuestionBox(question)
        box.setContentsMargins(0, 0, 0, 0)
        column = column_in(box, style.TIGHT)
        column.addWidget(label(question, bold=True))
        for number, printer in enumerate(state.printers):
            row = RadioOption(_titled(printer, _))
            row.setObjectName(f"print.printer.{number}")
            row.setChecked(printer.path == state.path)
            row.clicked.connect(partial(self.printer.emit, printer.path))
            column.addWidget(row)
        few = CheckOption(_("Only the first {number} pages").format(number=_FEW))
        few.setObjectName("print.few")
        few.setChecked(state.pages == _FEW)
        few.toggled.connect(lambda on: self.pages.emit(_FEW if on else 0))
        return [box, few]

    # What can be pressed -------------------------------------------------------------------------

    def _buttons(self, state: Print) -> Sequence[QPushButton]:
        _ = self._catalogue
        texts = {
            "print": (_("Print") if state.step is Step.NONE else _("Print again"), self.begin),
            "print.send": (_("Print"), self.send),
            "print.yes": (_("Yes"), self.confirm),
            "print.no": (_("No, try again"), self.send),
            "print.again": (_("Try again"), self.send),
            "print.other": (_("Choose another printer"), self.begin),
            "print.leave": (_("Do not print"), self.leave),
        }
        return [
            button(texts[name][0], name, texts[name][1], primary=name in _PRIMARY)
            for name in _offered(state)
        ]


_PRIMARY = {"print.send", "print.yes"}


def _offered(state: Print) -> tuple[str, ...]:
    """Return the names of what can be pressed, beside the choice."""
    match state.step:
        case Step.NONE | Step.OUT:
            return ("print",)
        case Step.CHOOSING if _can_choose(state):
            return ("print.send", "print.leave")
        case Step.PRINTING if state.trouble:
            return ("print.again", "print.other", "print.leave")
        case Step.PRINTING:
            return ("print.other", "print.leave")
        case Step.ASKING:
            return ("print.yes", "print.no", "print.other")
        case _:
            return ("print.leave",)


def _can_choose(state: Print) -> bool:
    return state.step is Step.CHOOSING and bool(state.printers)


def _titled(printer: Printer, catalogue: Catalogue) -> str:
    """Return how a printer is called, and what is wrong with it."""
    if printer.trouble is None:
        return printer.title
    return f"{printer.title}\n{wrong(printer.trouble, catalogue)}"
