"""Several yes-or-no questions as one list of ticks, with "None of these"."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from rls_wizard.domain.flow import wording
from rls_wizard.domain.response import Absent
from rls_wizard.ui import style
from rls_wizard.ui.answers.heading import HeadingGroup
from rls_wizard.ui.layouts import divider
from rls_wizard.ui.link import Disclosure, LinkRow
from rls_wizard.ui.option import CheckOption
from rls_wizard.ui.words import discard, label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from rls_wizard.domain.conditions import Logic
    from rls_wizard.domain.item import Item
    from rls_wizard.domain.response import Value
    from rls_wizard.ui.answers.base import AnswerWidget

_YES, _NO = "yes", "no"


class TicksAnswer(HeadingGroup):
    """A tick is a yes; once something is ticked, what is not ticked is a no.

    Nothing is recorded before that. Who is not sure about one is asked one by one.
    """

    def build(self, value: Value | None) -> None:
        """Create the list, or the single questions if they were answered one by one."""
        del value
        answers = [self.asking.value(child.link_id) for child in self._asked(self.asking.logic)]
        some = any(answer is not None for answer in answers)
        if some and (None in answers or any(isinstance(answer, Absent) for answer in answers)):
            self._ticks: dict[str, CheckOption] = {}
            self.add_children()
        else:
            self._add_list()

    def follow(self, logic: Logic) -> None:
        """Tick what was answered; show what applies."""
        super().follow(logic)
        self._logic = logic
        if not self._ticks:
            return
        answers = []
        for child in self.item.items:
            tick = self._ticks[child.link_id]
            for control in (tick, self._helps.get(child.link_id)):
                if control is not None:
                    control.setVisible(child.link_id in logic.facts)
            answer = self.asking.value(child.link_id)
            tick.setChecked(answer == _YES)
            if child.link_id in logic.facts:
                answers.append(answer)
        self._none.setChecked(bool(answers) and all(answer == _NO for answer in answers))

    def unanswered(self) -> bool:
        """Tell whether any line of the list has no answer."""
        return any(self.asking.value(c.link_id) is None for c in self._asked(self._logic))

    def request(self) -> str:
        """Return what to do where nothing is ticked."""
        if not self._ticks:
            return super().request()
        _ = self.asking.catalogue
        return _("Tick what is true. If nothing is, choose \u201cNone of these\u201d.")

    def widgets_for(self, link_id: str) -> list[AnswerWidget]:
        """Return the whole list for a question that is a line of it."""
        if self._ticks and link_id in self._ticks:
            return [self]
        return super().widgets_for(link_id)

    def unfinished(self) -> object | None:
        """Return whether the questions are asked one by one."""
        return True if not self._ticks else None

    def resume(self, state: object) -> None:
        """Ask one by one again."""
        if state is True and self._ticks:
            self._open()
            self.rearranged.emit()

    def _add_list(self) -> None:
        _ = self.asking.catalogue
        self._logic = self.asking.logic
        self._ticks = {}
        self._helps: dict[str, Disclosure] = {}
        for child in self.item.items:
            tick = CheckOption(wording(child, self.asking.logic))
            tick.setObjectName(f"{child.link_id}{self.asking.suffix}.yes")
            tick.clicked.connect(self._ticked)
            self._ticks[child.link_id] = tick
            together = QVBoxLayout()
            together.setSpacing(style.TIGHT)
            together.addWidget(tick)
            self.column.addLayout(together)
            if child.help is not None:
                toggle = Disclosure(
                    _("What does this mean?"), f"{child.link_id}.help", partial(label, child.help)
                )
                toggle.belong_to(child.text)
                toggle.toggled.connect(self.rearranged)
                self._helps[child.link_id] = toggle
                together.addLayout(_indented(toggle))
        self._none = CheckOption(_("None of these"))
        self._none.setObjectName(f"{self.name}.none")
        self._none.clicked.connect(self._none_ticked)
        self._unsure = LinkRow(_("Not sure about one"), quiet=True)
        self._unsure.setObjectName(f"{self.name}.unsure")
        self._unsure.clicked.connect(self._one_by_one)
        self._apart = divider(style.NORMAL)
        for control in (self._apart, self._none, self._unsure):
            self.column.addWidget(control)

    def _asked(self, logic: Logic) -> list[Item]:
        return [child for child in self.item.items if child.link_id in logic.facts]

    def _ticked(self) -> None:
        asked = [child.link_id for child in self._asked(self._logic)]
        ticked = {link for link in asked if self._ticks[link].isChecked()}
        self._tell_all(
            {link: (_YES if link in ticked else _NO) if ticked else None for link in asked}
        )

    def _none_ticked(self, checked: bool) -> None:
        answer = _NO if checked else None
        self._tell_all({child.link_id: answer for child in self._asked(self._logic)})

    def _tell_all(self, answers: dict[str, str | None]) -> None:
        """Announce all at once what is new among these answers."""
        new = {
            link: answer for link, answer in answers.items() if self.asking.value(link) != answer
        }
        if new:
            self.answered.emit(new)

    def _one_by_one(self) -> None:
        asked = [child.link_id for child in self._asked(self._logic)]
        # "Not ticked" was not meant as a no to each.
        self._tell_all({link: None for link in asked if self.asking.value(link) == _NO})
        self._open()
        self.rearranged.emit()
        self.wanted.emit(self)

    def _open(self) -> None:
        """Put the single questions in place of the list."""
        controls: list[QWidget] = [
            *self._ticks.values(),
            *self._helps.values(),
            self._apart,
            self._none,
            self._unsure,
        ]
        self._ticks = {}
        for control in controls:
            discard(control)
        self.add_children()
        self.follow(self._logic)


def _indented(toggle: QWidget) -> QHBoxLayout:
    """Return a row for help, so that it is seen to belong to the line above it."""
    row = QHBoxLayout()
    row.addSpacing(style.WIDE + style.NORMAL)
    row.addWidget(toggle)
    return row
