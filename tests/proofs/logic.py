"""Conditions and findings as formulas: `domain/conditions.py` once more, over symbols."""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING

import z3

from rls_wizard.domain.facts import ABSENCES, NOTHING, OPEN, UNSURE, Counted, State
from rls_wizard.domain.response import Absent
from tests.proofs.answers import NO, Symbol, every, some

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rls_wizard.domain.condition import Condition
    from rls_wizard.domain.conditions import Clause

_COMPARE = {">": operator.gt, ">=": operator.ge, "<": operator.lt, "<=": operator.le}
Asked = tuple[z3.BoolRef, Symbol]
"""Whether a question is asked, and what was answered."""
NOT_ASKED: Asked = (NO, Symbol())


class Logic:
    """Says as formulas which conditions hold."""

    def __init__(self, clauses: Mapping[str, tuple[Clause, ...]], facts: dict[str, Asked]) -> None:
        """Take the named conclusions, and the facts, which may still grow as in the engine."""
        self.facts = facts
        self.clauses = clauses
        self.row_variables: dict[tuple[str, int, Counted], z3.BoolRef] = {}
        """Whether some row of its group meets a clause: left free, `rows.py` says which can be."""
        self._decided: dict[str, z3.BoolRef] = {}
        self._memory: dict[tuple[str, Counted], z3.BoolRef] = {}

    def decide(self, name: str, holds: z3.BoolRef) -> None:
        """Make the outcome of a table known to the rules that come after it."""
        self._decided[name] = holds

    def met(self, conditions: Iterable[Condition], counted: Counted = NOTHING) -> z3.BoolRef:
        """Return that every condition is met."""
        return every(self._met(condition, counted) for condition in conditions)

    def holds(self, name: str, counted: Counted = NOTHING) -> z3.BoolRef:
        """Return that a finding, population, flag, caution or outcome is true."""
        if name in self._decided:
            return self._decided[name]
        if (name, counted) not in self._memory:
            self._memory[name, counted] = NO
            clauses = enumerate(self.clauses.get(name, ()))
            found = some(self._clause(name, number, c, counted) for number, c in clauses)
            self._memory[name, counted] = found
        return self._memory[name, counted]

    def _clause(self, name: str, number: int, clause: Clause, counted: Counted) -> z3.BoolRef:
        if clause.flag:
            counted = (counted & {State.PENDING}) | UNSURE
        parts = [self.met(clause.when, counted)]
        if clause.of:
            named = [(self.holds(part, counted), 1) for part in clause.of]
            parts.append(z3.PbGe(named, clause.at_least))
        if clause.group is not None:
            parts.append(self._any_row(name, number, clause.group, counted))
        return every(parts)

    def _any_row(self, name: str, number: int, group: str, counted: Counted) -> z3.BoolRef:
        asked, found = self.facts.get(group, NOT_ASKED)
        key = (name, number, counted)
        if key not in self.row_variables:
            states = "+".join(sorted(state.name.lower() for state in counted))
            self.row_variables[key] = z3.Bool(f"row:{name}:{number}:{states}")
        by_row = every([found.given, self.row_variables[key]])
        return every([asked, some([by_row, state_in(found, counted)])])

    def _met(self, condition: Condition, counted: Counted) -> z3.BoolRef:
        if condition.finding is not None:
            if condition.is_:
                return self.holds(condition.finding, counted)
            return z3.Not(self.holds(condition.finding, OPEN - counted))
        return compare(condition, self.facts.get(condition.question or "", NOT_ASKED), counted)


def state_in(found: Symbol, counted: Counted) -> z3.BoolRef:
    """Return that a question is in one of these states."""
    states = {
        State.PENDING: [found.pending],
        State.UNKNOWN: [found.unknown],
        State.DECLINED: found.private_states,
    }
    return some(state for name in counted for state in states.get(name, ()))


def compare(condition: Condition, fact: Asked, counted: Counted) -> z3.BoolRef:
    """Return that one question meets a condition."""
    asked, found = fact
    open_counts = z3.BoolVal(State.PENDING in counted)
    if condition.operator == "exists":
        holds = found.given if condition.answer else z3.Not(found.given)
        known = z3.If(found.pending, open_counts, holds)
        return z3.If(asked, known, z3.BoolVal(condition.answer is False))
    if condition.answer in ABSENCES:
        same = _absent(found, str(condition.answer))
        holds = same if condition.operator == "=" else z3.Not(same)
        return every([asked, z3.If(found.pending, open_counts, holds)])
    by_value = every([found.given, _value(condition, found)])
    return every([asked, some([by_value, state_in(found, counted)])])


def _absent(found: Symbol, name: str) -> z3.BoolRef:
    return {
        Absent.UNKNOWN.value: found.unknown,
        Absent.DECLINED.value: found.declined,
        Absent.ON_PAPER.value: found.on_paper,
    }[name]


def _value(condition: Condition, found: Symbol) -> z3.BoolRef:
    if condition.operator in _COMPARE:
        if found.number is None or isinstance(condition.answer, str):
            return NO
        return _COMPARE[condition.operator](found.number, condition.answer)
    if isinstance(condition.answer, str):
        same = found.options.get(condition.answer, NO)
    else:
        same = NO if found.number is None else found.number == condition.answer
    return same if condition.operator == "=" else z3.Not(same)
