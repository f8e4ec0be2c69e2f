"""What became of each question: the only form in which rules see answers."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from rls_wizard.domain.response import Absent

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rls_wizard.domain.response import Value


class State(Enum):
    """What became of a question."""

    NOT_ASKED = auto()
    PENDING = auto()
    UNKNOWN = auto()
    DECLINED = auto()
    GIVEN = auto()


Counted = frozenset[State]
NOTHING: Counted = frozenset()
UNSURE: Counted = frozenset({State.UNKNOWN})
FINAL: Counted = frozenset({State.UNKNOWN, State.DECLINED})
OPEN: Counted = FINAL | {State.PENDING}

_STATES = {
    Absent.UNKNOWN: State.UNKNOWN,
    Absent.DECLINED: State.DECLINED,
    Absent.ON_PAPER: State.DECLINED,
}
ABSENCES = frozenset(str(absent) for absent in Absent)


class Fact(NamedTuple):
    """One question as rules see it: its state, and its value where one was given."""

    state: State
    value: Value | None = None
    rows: tuple[Mapping[str, Fact], ...] = ()
    follows: bool = False
    """Whether it follows from another answer, and is not asked."""


NOT_ASKED = Fact(State.NOT_ASKED)
PENDING = Fact(State.PENDING)


def fact(value: Value | None) -> Fact:
    """Return what an enabled question's answer amounts to."""
    if value is None:
        return PENDING
    if isinstance(value, Absent):
        return Fact(_STATES[value], value)
    return Fact(State.GIVEN, value)
