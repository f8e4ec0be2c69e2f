"""Shows how far printing is, and asks what is to be asked, below the button that began it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget

from rls_wizard.ui import style
from rls_wizard.ui.announce import announce
from rls_wizard.ui.layouts import column_in
from rls_wizard.ui.option import RadioOption
from rls_wizard.ui.printing.way import Print, Step
from rls_wizard.ui.printing.words import HEALS, to_do, wrong
from rls_wizard.ui.words import QuestionBox, alert, button, discard, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import SignalInstance

    from rls_wizard.handover.printing.talk import Printer
    from rls_wizard.handover.printing.trouble import Trouble
    from rls_wizard.i18n import Catalogue
    from rls_wizard.ui.push import PushButton

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

    def __init__(self, catalogue: Catalogue) -> None:
        """Show the button."""
        super().__init__()
        self._catalogue = catalogue
        self._column = column_in(self, style.NORMAL)
        self._shown: Print | None = None
        self._part = QWidget()
        self._column.addWidget(self._part)
        self.follow(Print())

    def follow(self, state: Print) -> None:
        """Show how far it is."""
        # What is chosen here is shown already.
        seen = replace(state, path="", pages=0)
        if seen == self._shown:
            return
        fresh, self._shown = self._shown is not None, seen
        focused = self._focused()
        old, self._part = self._part, self._build(state)
        self._column.replaceWidget(old, self._part)
        # At once, for a layout would do it only later.
        self._part.show()
        discard(old)
        self.rearranged.emit()
        if focused is not None:
            self._focus(focused)
        if fresh and (text := self._told(state)):
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

    # What is said --------------------------------------------------------------------------------

    def _told(self, state: Print) -> str:
        _ = self._catalogue
        if state.trouble is not None:
            return f"{wrong(state.trouble, _)} {to_do(state.trouble, _)}"
        return {
            Step.NONE: "",
            Step.LOOKING: _("Looking for printers."),
            Step.CHOOSING: _("Which printer?"),
            Step.WAITING: _("It will be printed as soon as it is made."),
            Step.PRINTING: _("Your page is being printed."),
            Step.ASKING: _("Did your page come out?"),
            Step.OUT: _("Printed. Take all pages with you. Leave none in the printer."),
        }[state.step]

    def _build(self, state: Print) -> QWidget:
        part = QWidget()
        column = column_in(part, style.NORMAL)
        if state.trouble is not None:
            self._add_trouble(column, state, state.trouble)
        elif state.printers and state.step is Step.CHOOSING:
            self._add_choice(column, state)
        elif text := self._told(state):
            said = label(text, bold=True)
            said.setObjectName("print.said")
            column.addWidget(said)
        for one in self._buttons(state):
            column.addWidget(one)
        return part

    def _add_trouble(self, column: QVBoxLayout, state: Print, trouble: Trouble) -> None:
        _ = self._catalogue
        said = alert(wrong(trouble, _))
        said.setObjectName("print.fault")
        column.addWidget(said)
        text = to_do(trouble, _)
        if state.busy and trouble in HEALS:
            text += " " + _("Your page then comes out by itself.")
        column.addWidget(label(text))

    def _add_choice(self, column: QVBoxLayout, state: Print) -> None:
        _ = self._catalogue
        printers = [(one.path, _titled(one, _)) for one in state.printers]
        column.addWidget(
            _choice(_("Which printer?"), "printer", printers, state.path, self.printer)
        )
        counts = [
            (0, _("All pages")),
            (_FEW, _("Only the first {number} pages").format(number=_FEW)),
        ]
        column.addWidget(_choice(_("How many pages?"), "pages", counts, state.pages, self.pages))

    # What can be pressed -------------------------------------------------------------------------

    def _buttons(self, state: Print) -> list[PushButton]:
        _ = self._catalogue
        texts = {
            "print": (_("Print"), self.begin),
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
        case Step.CHOOSING if state.printers:
            return ("print.send", "print.leave")
        case Step.PRINTING if state.trouble:
            return ("print.again", "print.other", "print.leave")
        case Step.PRINTING:
            return ("print.other", "print.leave")
        case Step.ASKING:
            return ("print.yes", "print.no", "print.other")
        case _:
            return ("print.leave",)


def _titled(printer: Printer, catalogue: Catalogue) -> str:
    """Return how a printer is called, and what is wrong with it."""
    if printer.trouble is None:
        return printer.title
    return f"{printer.title}\n{wrong(printer.trouble, catalogue)}"


def _choice(
    question: str,
    name: str,
    options: Sequence[tuple[object, str]],
    chosen: object,
    told: SignalInstance,
) -> QWidget:
    """Return a question with its answers, of which one is chosen."""
    box = QuestionBox(question)
    column = column_in(box, style.TIGHT)
    column.addWidget(label(question, bold=True))
    for number, (value, text) in enumerate(options):
        row = RadioOption(text)
        row.setObjectName(f"print.{name}.{number}")
        row.setChecked(value == chosen)
        row.clicked.connect(partial(told.emit, value))
        column.addWidget(row)
    return box
