"""The first page. It is on the screen before the questions are loaded, so it needs none of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from rls_wizard.purpose import purpose
from rls_wizard.ui import style, who
from rls_wizard.ui.layouts import column_in
from rls_wizard.ui.link import LinkRow
from rls_wizard.ui.option import RadioOption
from rls_wizard.ui.words import QuestionBox, alert, heading, label, quiet

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from rls_wizard.i18n import Catalogue
    from rls_wizard.ui.question_page import QuestionPage


class WelcomePage(QWidget):
    """What this is for and is not, how long it takes, what becomes of answers, and who answers."""

    chosen = Signal(str)
    """Who answers."""
    read_advice = Signal()
    """The person wants to read instead of answering."""
    continue_earlier = Signal()
    """The person was here before, and has the summary of that visit."""

    def __init__(self, catalogue: Catalogue, answered_by: str = "", note: str = "") -> None:
        """Show the choice made before, if any, and a note on top."""
        super().__init__()
        _ = catalogue
        column = self._column = column_in(self, style.NORMAL)
        if note:
            column.addWidget(label(note, bold=True))
        column.addWidget(heading(_("Restless legs: prepare your visit")))
        column.addWidget(self._first_words(_))
        column.addWidget(self._who(_, answered_by))
        self.questions: QuestionPage | None = None
        """What is asked here besides, once it is loaded."""
        column.addSpacing(style.NORMAL)
        advice = _("Or read all advice without answering")
        column.addWidget(_way("read_advice", advice, self.read_advice))
        column.addStretch()

    def ask(self, questions: QuestionPage, review: str, overdue: str) -> None:
        """Take in what is loaded by now: the questions asked here, and who looked at it all.

        `overdue`, if it is so, stands before any question: it is for who decides whether to begin.
        """
        self.questions = questions
        if overdue:
            self._column.insertWidget(self._column.indexOf(self._box), label(overdue, bold=True))
        self._column.insertWidget(self._column.count() - 1, quiet(review))
        place = self._column.indexOf(self._box) + 1
        self._column.insertSpacing(place, style.NORMAL)
        self._column.insertWidget(place + 1, questions)
        questions.show()

    def take_note(self, note: QWidget) -> None:
        """Show a line about the last time, below what is said to whoever was here before."""
        self._column.insertWidget(self._column.indexOf(self._box), note)
        note.show()

    def _first_words(self, _: Catalogue) -> QWidget:
        """Return what this is, set close: on a small screen the first answers are in view, too."""
        made = QWidget()
        column = column_in(made, style.TIGHT)
        for paragraph in _paragraphs(_):
            column.addWidget(label(paragraph))
        # Above the questions: whoever was here before has yet to find it.
        earlier = _("Were you here before? Continue from an earlier summary")
        column.addWidget(_way("earlier", earlier, self.continue_earlier))
        return made

    def complain(self) -> QWidget:
        """Say that the question has to be answered; return where."""
        self._fault.show()
        return self._box

    def _who(self, _: Catalogue, answered_by: str) -> QWidget:
        self._box = QuestionBox()
        column = column_in(self._box, style.TIGHT)
        title = who.question(_)
        self._box.setTitle(title)
        self._box.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label(title, style.QUESTION, bold=True))
        self._fault = alert(_("Please choose who is answering."))
        self._fault.hide()
        column.addWidget(self._fault)
        self._codes: list[str] = []
        self._buttons = QButtonGroup(self)
        for code, text in who.answers(_).items():
            row = RadioOption(text)
            row.setObjectName(f"answered_by.{code}")
            row.setChecked(code == answered_by)
            self._buttons.addButton(row, len(self._codes))
            self._codes.append(code)
            column.addWidget(row)
        self._buttons.buttonClicked.connect(self._clicked)
        return self._box

    def choice(self) -> str:
        """Return who answers, empty before that is chosen."""
        number = self._buttons.checkedId()
        return self._codes[number] if number >= 0 else ""

    def _clicked(self) -> None:
        self._fault.hide()
        self.chosen.emit(self.choice())


def _way(name: str, text: str, pressed: SignalInstance) -> QWidget:
    """Return a line that leads elsewhere."""
    row = LinkRow(text)
    row.setObjectName(name)
    row.clicked.connect(pressed)
    return row


def _paragraphs(_: Catalogue) -> tuple[str, ...]:
    return (
        _(
            "Answer questions about your legs, your sleep and your health. You then see the advice "
            "that fits, and get a summary to take to a doctor or nurse."
        ),
        " ".join(purpose(_)),
        _(
            "It takes about 15 minutes. You can go back at any time. Your answers stay in this "
            "program and are forgotten when you close it, unless you save the summary."
        ),
    )
