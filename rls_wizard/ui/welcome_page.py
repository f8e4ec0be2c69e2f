"""The first page. It is on the screen before the questions are loaded, so it needs none of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from rls_wizard.purpose import purpose
from rls_wizard.ui import style, who
from rls_wizard.ui.layouts import column_in
from rls_wizard.ui.link import LinkRow
from rls_wizard.ui.option import CheckOption, RadioOption
from rls_wizard.ui.words import QuestionBox, alert, heading, label, quiet

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance

    from rls_wizard.i18n import Catalogue
    from rls_wizard.ui.question_page import QuestionPage


class Greeting(NamedTuple):
    """What a kiosk says on its first page."""

    words: tuple[str, ...]
    """In place of how long it takes, and of what becomes of the answers at home."""
    clinic: Callable[[], QWidget] | None = None
    """Makes what the clinic says of itself."""
    earlier: bool = False
    """Whether an earlier summary can be read there."""


class WelcomePage(QWidget):
    """What this is for and is not, how long it takes, what becomes of answers, and who answers."""

    chosen = Signal(str)
    """Who answers."""
    read_advice = Signal()
    """The person wants to read instead of answering."""
    continue_earlier = Signal()
    """The person was here before, and has the summary of that visit."""
    keep = Signal(bool)
    """Whether the answers are to be kept until the person is done."""

    def __init__(
        self,
        catalogue: Catalogue,
        answered_by: str = "",
        note: str = "",
        *,
        keeps: bool = False,
        greeting: Greeting | None = None,
    ) -> None:
        """Show the choice made before, if any, a note on top, and what becomes of the answers.

        `greeting` is that of a kiosk.
        """
        super().__init__()
        _ = self._catalogue = catalogue
        self._said = greeting.words if greeting else (_takes_and_stays(_, keeps=keeps),)
        self._reads_earlier = greeting is None or greeting.earlier
        column = self._column = column_in(self, style.NORMAL)
        if greeting is not None and greeting.clinic is not None:
            column.addWidget(greeting.clinic())
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

    def ask(self, questions: QuestionPage, review: str, first: str) -> None:
        """Take in what is loaded by now: the questions asked here, and who looked at it all.

        `first`, if there is anything, stands before any question: it is for who decides whether to
        begin.
        """
        self.questions = questions
        if first:
            self._column.insertWidget(self._column.indexOf(self._box), label(first, bold=True))
        self._column.insertWidget(self._column.count() - 1, quiet(review))
        place = self._column.indexOf(self._box) + 1
        self._column.insertSpacing(place, style.NORMAL)
        self._column.insertWidget(place + 1, questions)
        questions.show()

    def take_note(self, note: QWidget) -> None:
        """Show a line about the last time, below what is said to whoever was here before."""
        self._column.insertWidget(self._column.indexOf(self._box), note)
        note.show()

    def ask_to_keep(self, kept: bool) -> None:
        """Ask whether the answers are kept, where that can be done."""
        text = self._catalogue("Keep my answers on this computer until I am done")
        row = CheckOption(text)
        row.setObjectName("keep")
        row.setChecked(kept)
        row.clicked.connect(self.keep)
        self._column.insertWidget(self._column.count() - 2, row)

    def offer_unfinished(self, pressed: SignalInstance) -> None:
        """Lead to a visit that was broken off."""
        text = self._catalogue("There is an unfinished visit: continue or delete it")
        self._words.insertWidget(self._words.count() - 1, _way("unfinished", text, pressed))

    def _first_words(self, _: Catalogue) -> QWidget:
        """Return what this is, set close: on a small screen the first answers are in view, too."""
        made = QWidget()
        column = self._words = column_in(made, style.TIGHT)
        for paragraph in (*_paragraphs(_), *self._said):
            column.addWidget(label(paragraph))
        if self._reads_earlier:
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


def _takes_and_stays(_: Catalogue, *, keeps: bool) -> str:
    takes = _("It takes about 15 minutes. You can go back at any time.")
    if keeps:
        stay = _("Your answers stay on this computer until you are done, so you can take a break.")
    else:
        stay = _(
            "Your answers stay in this program and are forgotten when you close it, unless you "
            "save the summary."
        )
    return f"{takes} {stay}"


def _paragraphs(_: Catalogue) -> tuple[str, ...]:
    return (
        _(
            "Answer questions about your legs, your sleep and your health. You then see the advice "
            "that fits, and get a summary to take to a doctor or nurse."
        ),
        " ".join(purpose(_)),
    )
