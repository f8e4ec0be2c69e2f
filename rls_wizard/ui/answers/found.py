"""What a thing contains, proposed while its name is typed; nothing counts before it is ticked."""

from __future__ import annotations

from functools import partial
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from rls_wizard.domain.medicines import LEAST_LETTERS
from rls_wizard.domain.values import text_given
from rls_wizard.ui import style
from rls_wizard.ui.answers.base import AnswerWidget
from rls_wizard.ui.option import CheckOption
from rls_wizard.ui.words import quiet

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QLabel

    from rls_wizard.content.medicines import Proposal
    from rls_wizard.domain.conditions import Logic
    from rls_wizard.domain.response import Value


class Line(NamedTuple):
    """What one tick stands for, and its words."""

    codes: tuple[str, ...]
    words: str

    def stands(self, confirmed: tuple[str, ...]) -> bool:
        """Tell whether all of it is confirmed."""
        return set(self.codes) <= set(confirmed)


class FoundAnswer(AnswerWidget):
    """A tick for each proposal, and for what was ticked before; gone where there is neither.

    All is worked out from the name and the answer, so that nothing is lost with the widget.
    """

    def heading(self) -> QLabel:
        """Return what stands above the ticks, small: the question is the one for the name."""
        return quiet(self.words, style.BODY)

    def build(self, value: Value | None) -> None:
        """Start empty: the ticks come with the name."""
        del value
        self._looked_for: str | None = None
        self._told = ""
        self._lines: list[Line] = []
        self._ticks: list[CheckOption] = []
        self._unknown = quiet(self._not_known(), style.BODY)
        self._unknown.hide()
        self.column.addWidget(self._unknown)

    def applies(self, logic: Logic) -> bool:
        """Tell whether there is anything to look for, or to take back."""
        enough = len(self._typed()) >= LEAST_LETTERS
        return super().applies(logic) and (enough or bool(self._confirmed()))

    def follow(self, logic: Logic) -> None:
        """Follow the name while it is typed, and the answer."""
        super().follow(logic)
        if self.isVisible():
            self._look()

    def showEvent(self, event: QShowEvent) -> None:
        """Look only now: a row that is folded needs no proposals."""
        super().showEvent(event)
        self._look()

    def _may_be_left_out(self) -> str:
        return ""

    def _typed(self) -> str:
        return text_given(self.asking.value(self.item.found_by or "")).strip()

    def _confirmed(self) -> tuple[str, ...]:
        value = self.asking.value(self.item.link_id)
        return tuple(map(str, value)) if isinstance(value, tuple) else ()

    def _look(self) -> None:
        typed = self._typed()
        if typed != self._looked_for:
            self._looked_for = typed
            proposed = self._proposed(typed)
            self._lines = [*self._uncovered(proposed), *proposed]
        self._lines += self._uncovered(self._lines)
        self._show_lines()
        self._announce()

    def _proposed(self, typed: str) -> list[Line]:
        found = self.asking.find(typed) if len(typed) >= LEAST_LETTERS else ()
        return [Line(proposal.codes, self._asked_as(proposal)) for proposal in found]

    def _uncovered(self, lines: list[Line]) -> list[Line]:
        """Return a line for each thing that is confirmed, and that none of these takes back."""
        confirmed = self._confirmed()
        ticked = {code for line in lines if line.stands(confirmed) for code in line.codes}
        return [Line((code,), self._contains((code,))) for code in confirmed if code not in ticked]

    def _asked_as(self, proposal: Proposal) -> str:
        _ = self.asking.catalogue
        substances = self._substances(proposal.codes)
        if proposal.country:
            words = _("{name} ({country}): contains {substances}?")
        elif proposal.name.casefold() != substances.casefold():
            words = _("{name}: contains {substances}?")
        else:
            words = _("Contains {substances}?")
        return words.format(name=proposal.name, country=proposal.country, substances=substances)

    def _contains(self, codes: tuple[str, ...]) -> str:
        words = self.asking.catalogue("Contains {substances}?")
        return words.format(substances=self._substances(codes))

    def _substances(self, codes: tuple[str, ...]) -> str:
        options = (self.item.option(code) for code in codes)
        return ", ".join(option.text for option in options if option)

    def _not_known(self) -> str:
        _ = self.asking.catalogue
        return _("We do not know this name. That is fine: it is kept as you typed it.")

    def _show_lines(self) -> None:
        self._words.setVisible(bool(self._lines))
        self._unknown.setVisible(not self._lines)
        while len(self._ticks) < len(self._lines):
            self._add_tick()
        confirmed = self._confirmed()
        for tick, line in zip_longest(self._ticks, self._lines):
            if line is not None:
                self._take(tick, line)
                tick.setChecked(line.stands(confirmed))
            tick.setVisible(line is not None)

    def _add_tick(self) -> None:
        """Add one more tick; ticks are used again, for new ones would flicker."""
        tick = CheckOption("")
        tick.clicked.connect(partial(self._pressed, len(self._ticks)))
        self._ticks.append(tick)
        self.column.addWidget(tick)
        self.rearranged.emit()

    def _take(self, tick: CheckOption, line: Line) -> None:
        name = f"{self.name}.{'+'.join(line.codes)}"
        if (tick.objectName(), tick.accessibleName()) != (name, line.words):
            tick.setObjectName(name)
            tick.setAccessibleName(line.words)
            tick.set_up(line.words)

    def _pressed(self, number: int) -> None:
        codes, before = self._lines[number].codes, self._confirmed()
        rest = tuple(code for code in before if code not in codes)
        self.tell((*rest, *codes) if self._ticks[number].isChecked() else rest or None)

    def _announce(self) -> None:
        """Tell a screen reader: the focus is in the field, so that it would pass this over."""
        text = f"{self.words} {self._lines[0].words}" if self._lines else self._not_known()
        if text != self._told:
            self._told = text
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
