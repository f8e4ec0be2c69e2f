"""A step of the check: what to do, and whether it works."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from rls_wizard.report.acceptance import Finding, Outcome, in_words
from rls_wizard.ui import style
from rls_wizard.ui.announce import announce
from rls_wizard.ui.layouts import column_in
from rls_wizard.ui.option import RadioOption
from rls_wizard.ui.words import QuestionBox, heading, label, subheading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rls_wizard.i18n import Catalogue


class CheckPage(QWidget):
    """Says what to do; a step that needs eyes or ears asks whether it worked."""

    def __init__(self, catalogue: Catalogue, title: str, texts: Iterable[str]) -> None:
        """Show title and texts."""
        super().__init__()
        self._catalogue = catalogue
        self._title = title
        self._outcome = Outcome.NOT_TRIED
        self._told = ""
        self._answers: dict[Outcome, RadioOption] = {}
        self.column = column_in(self, style.WIDE)
        self.column.addWidget(heading(title))
        for text in texts:
            self.column.addWidget(label(text))
        self._status = label("", bold=True)
        self._status.setObjectName("check.status")
        self._status.hide()

    @property
    def finding(self) -> Finding:
        """What came of it so far."""
        return Finding(self._title, self._outcome, self._told)

    def recall(self, before: Finding) -> None:
        """Show what was found when staff were here before."""
        if self._answers:
            self.say(before.told)
            self.take(before.outcome)

    def stop(self) -> None:
        """End what the step is at: it is left."""

    def say(self, text: str) -> None:
        """Say how far it is, and remember it for the sheet."""
        self._told = text
        self._status.setText(text)
        self._status.setVisible(bool(text))
        announce(self, text)

    def conclude(self, outcome: Outcome, told: str) -> None:
        """Settle what came of it, where the computer knows."""
        self.say(told)
        self.take(outcome)

    def ask(self, question: str) -> None:
        """Ask below all else whether it works."""
        self.column.addWidget(self._status)
        box = QuestionBox(question)
        column = column_in(box, style.TIGHT)
        column.addWidget(subheading(question))
        for outcome in Outcome:
            row = RadioOption(in_words(outcome, self._catalogue))
            row.setObjectName(f"check.{outcome.name.lower()}")
            row.clicked.connect(partial(self.take, outcome))
            self._answers[outcome] = row
            column.addWidget(row)
        self.column.addWidget(box)
        self.column.addStretch()
        self.take(self._outcome)

    def take(self, outcome: Outcome) -> None:
        """Take what staff found."""
        self._outcome = outcome
        if row := self._answers.get(outcome):
            row.setChecked(True)

    def close_column(self) -> None:
        """End a step that asks nothing."""
        self.column.addWidget(self._status)
        self.column.addStretch()


class SettingsCheck(CheckPage):
    """Whether kiosk.toml can be used."""

    def __init__(self, catalogue: Catalogue, faults: Iterable[str]) -> None:
        """Show every fault, or that there is none."""
        _ = catalogue
        super().__init__(_, _("Settings"), [_("This is what the settings file says.")])
        told = "\n".join(faults)
        self.close_column()
        if told:
            self.conclude(Outcome.NO, told)
        else:
            self.conclude(Outcome.YES, _("The settings can be used."))
