"""An answer that is typed: what stands in the field is either a value, nothing, or a fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rls_wizard.domain.response import Absent
from rls_wizard.domain.values import AnswerError, accept
from rls_wizard.ui.announce import announce
from rls_wizard.ui.answers.base import AnswerWidget
from rls_wizard.ui.answers.framed import Framed
from rls_wizard.ui.answers.line import Line
from rls_wizard.ui.answers.unsure import AbsenceTicks

if TYPE_CHECKING:
    from rls_wizard.domain.conditions import Logic
    from rls_wizard.domain.response import Value


class FieldAnswer(AnswerWidget):
    """One line to type in, and ticks for not answering."""

    _frame: Framed | None = None

    def build(self, value: Value | None) -> None:
        """Create the field and the ticks."""
        self._field, self._frame = self.add_field()
        self._name_field()
        self._describe("")
        self._ticks = AbsenceTicks(self.item, self.name, self.asking, self)
        self._ticks.add_to(self.column)
        self._ticks.show(value)
        if value is not None and not isinstance(value, Absent):
            self._field.put(self.written(value))
        self._field.written.connect(self._edited)
        self._field.editingFinished.connect(self._finished)
        self._ticks.ticked.connect(self._ticked)

    def follow(self, logic: Logic) -> None:
        """Name the field by the question."""
        super().follow(logic)
        self._name_field()

    def add_field(self) -> tuple[Line, Framed]:
        """Put a field as wide as the column into it; return it, with its frame."""
        field = Line(f"{self.name}.value")
        frame = Framed(field)
        self.column.addWidget(frame)
        return field, frame

    def _name_field(self) -> None:
        """Tell a screen reader what is asked: the frame keeps a buddy from doing that."""
        self._field.setAccessibleName(self.words)

    def read(self, text: str) -> str | int | float:
        """Return what was typed as a plain answer; raise ValueError if it cannot be one."""
        return text

    def written(self, value: Value) -> str:
        """Return an answer as it is typed."""
        return str(value)

    def hint(self) -> str:
        """Return what can be typed, in a few words."""
        return ""

    def complaint(self) -> str:
        """Return what to say when what was typed cannot be used."""
        return self.hint()

    def fault(self) -> str:
        """Return the complaint if something stands here that cannot be used."""
        typed = self._field.text().strip()
        return self.complaint() if typed and self._value() is None else ""

    def show_fault(self, text: str) -> None:
        """Say it next to the question, and show and tell it at the field."""
        super().show_fault(text)
        if self._frame is not None:
            self._frame.set_wrong(bool(text))
            self._describe(text)

    def unfinished(self) -> object | None:
        """Return what was typed and cannot be used."""
        return self._field.text() if self.fault() else None

    def resume(self, state: object) -> None:
        """Put it back, with what is wrong with it."""
        self._field.put(str(state))
        self._finished()

    def _describe(self, fault: str) -> None:
        hints = ". ".join(filter(None, (self.item.unit, self.hint(), self.freedom)))
        self._field.setAccessibleDescription(fault or hints)

    def _value(self) -> Value | None:
        try:
            plain = self.read(self._field.text().strip())
            return accept(self.item, plain, self.asking.today)
        except (AnswerError, ValueError):
            return None

    def _edited(self) -> None:
        self._ticks.show(None)
        self.show_fault("")
        self.tell(self._value())

    def _finished(self) -> None:
        fault = self.fault()
        self.show_fault(fault)
        if fault:  # the focus has gone on, and stays where it is
            announce(self, f"{self.called()} {fault}")

    def _ticked(self, value: Absent | None) -> None:
        self._field.put("")
        self.show_fault("")
        self.tell(value)
