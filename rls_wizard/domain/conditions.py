"""The one place where an answer is compared, and where silence is given its meaning.

Three-valued logic is kept as two bounds. `met(conditions)` is the lower bound: true whatever the
open answers turn out to be. `met(conditions, counted)` counts answers in the named states as
meeting the condition that asks for them. So with OPEN counted it is the upper bound, and a
condition is unknown where the two bounds differ. Each kind of rule reads the bound it needs:
advice the lower one, a contraindication the upper one, a red flag the one in which only
"not sure" counts.
"""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING, NamedTuple

from rls_wizard.domain.condition import questions, wanted
from rls_wizard.domain.facts import ABSENCES, NOT_ASKED, NOTHING, OPEN, UNSURE, Counted, Fact, State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from rls_wizard.domain.condition import Condition
    from rls_wizard.domain.response import Value


_COMPARE: dict[str, Callable[[float, float], bool]] = {
    ">": operator.gt,
    ">=": operator.ge,
    "<": operator.lt,
    "<=": operator.le,
}


class Clause(NamedTuple):
    """One way for a named conclusion to be true; several clauses of one name mean any."""

    when: tuple[Condition, ...] = ()
    any_row: tuple[Condition, ...] = ()
    """Conditions that one row of a repeating group meets all together."""
    group: str | None = None
    """The repeating group whose rows `any_row` looks at."""
    of: tuple[str, ...] = ()
    at_least: int = 0
    """How many of the named conclusions must be true."""
    flag: bool = False
    """A red flag: "not sure" counts as yes, a declined answer as no."""


class Logic:
    """Tells which conditions hold for one person's answers."""

    def __init__(
        self, clauses: Mapping[str, tuple[Clause, ...]], facts: Mapping[str, Fact]
    ) -> None:
        """Take the named conclusions and the facts.

        Facts may still grow, question by question, as long as nothing is asked of a finding before
        all its questions are there: `check` sees to that, since what was found is kept.
        """
        self.facts = facts
        self._clauses = clauses
        self._decided: dict[str, bool] = {}
        self._memory: dict[tuple[str, Counted], bool] = {}

    def decide(self, name: str, *, holds: bool) -> None:
        """Make the outcome of a table known to the rules that come after it."""
        self._decided[name] = holds

    def among(self, facts: Mapping[str, Fact]) -> Logic:
        """Return the same logic over other facts, such as those of one row."""
        return Logic(self._clauses, facts)

    def fact(self, link_id: str) -> Fact:
        """Return what became of a question."""
        return self.facts.get(link_id, NOT_ASKED)

    def met(self, conditions: Iterable[Condition], counted: Counted = NOTHING) -> bool:
        """Tell whether every condition is met; none at all counts as met."""
        return all(self._met(condition, counted, self.facts) for condition in conditions)

    def holds(self, name: str, counted: Counted = NOTHING) -> bool:
        """Tell whether a finding, population, flag, caution or outcome is true."""
        if name in self._decided:
            return self._decided[name]
        key = (name, counted)
        if key not in self._memory:
            # A definition that goes in a circle is a fault that `check` names; it ends here.
            self._memory[key] = False
            clauses = self._clauses.get(name, ())
            self._memory[key] = any(self.clause_met(clause, counted) for clause in clauses)
        return self._memory[key]

    def clause_met(self, clause: Clause, counted: Counted = NOTHING) -> bool:
        """Tell whether one clause of a conclusion is true."""
        if clause.flag:
            counted = (counted & {State.PENDING}) | UNSURE
        return (
            self.met(clause.when, counted)
            and self._enough(clause, counted)
            and (clause.group is None or self._any_row(clause, self.fact(clause.group), counted))
        )

    def matching_rows(
        self, names: Iterable[str], counted: Counted = NOTHING
    ) -> dict[str, list[int]]:
        """Return, by group, the numbers of the rows that make the findings true, in order."""
        found: dict[str, set[int]] = {}
        for clause in (clause for name in names for clause in self._clauses.get(name, ())):
            if not self.clause_met(clause, counted):
                continue
            parts = (*wanted(clause.when), *clause.of)
            for group, numbers in self.matching_rows(parts, counted).items():
                found.setdefault(group, set()).update(numbers)
            if clause.group is not None:
                rows = enumerate(self.fact(clause.group).rows)
                hits = {number for number, row in rows if self.row_met(clause, row, counted)}
                found.setdefault(clause.group, set()).update(hits)
        return {group: sorted(numbers) for group, numbers in found.items()}

    def because(
        self, conditions: Iterable[Condition], counted: Counted = NOTHING
    ) -> tuple[str, ...]:
        """Return the link ids of the answers that make the conditions true, in order, each once.

        Answers that only keep something else from being true are no reasons: "you get this because
        you are 70" is wrong where being under 18 would have led elsewhere.
        """
        found: dict[str, None] = {}
        for condition in conditions:
            if condition.question is not None:
                found[condition.question] = None
            elif condition.finding is not None and condition.is_:
                found |= dict.fromkeys(self._behind(condition.finding, counted))
        return self._asked(found)

    def because_not(
        self, conditions: Iterable[Condition], counted: Counted = NOTHING
    ) -> tuple[str, ...]:
        """Return the link ids of the answers that keep something else from being true.

        For where `because` has nothing to tell.
        """
        found: dict[str, None] = {}
        for name, holds in ((c.finding, c.is_) for c in conditions if c.finding):
            below = self._excluded(name, counted) if holds else self._below(name, frozenset())
            found |= dict.fromkeys(below)
        return self._asked(found)

    def decisive(
        self, conditions: Iterable[Condition], findings: Iterable[str] = ()
    ) -> Iterator[tuple[str, object]]:
        """Yield the questions, each with an answer, by which conditions and findings are true.

        Somebody may have given several answers to one question, and only one of them matters here.
        """
        names = (*findings, *wanted(conditions))
        yield from ((c.question, c.answer) for c in conditions if c.question)
        for clause in (clause for name in names for clause in self._clauses.get(name, ())):
            if self.clause_met(clause):
                yield from self.decisive(clause.when, clause.of)

    def behind(self, name: str, counted: Counted = NOTHING) -> tuple[str, ...]:
        """Return the link ids of the answers that make a finding true, or else let it be true."""
        return self._behind(name, counted) or tuple(dict.fromkeys(self._excluded(name, counted)))

    def open_questions(
        self, conditions: Iterable[Condition], counted: Counted = OPEN, known: Counted = NOTHING
    ) -> tuple[str, ...]:
        """Return the link ids whose answers, in one of these states, leave the conditions open.

        Answers in the states `known` count as meeting a condition in any case.
        """
        found: dict[str, None] = {}
        for condition in conditions:
            if self.met((condition,), known) == self.met((condition,), known | counted):
                continue
            if condition.question is not None:
                if self.fact(condition.question).state in counted:
                    found[condition.question] = None
            elif condition.finding is not None:
                found |= dict.fromkeys(self._open(condition.finding, counted, known))
        return tuple(found)

    def _met(self, condition: Condition, counted: Counted, facts: Mapping[str, Fact]) -> bool:
        if condition.finding is not None:
            if condition.is_:
                return self.holds(condition.finding, counted)
            return not self.holds(condition.finding, OPEN - counted)
        return _compare(condition, facts.get(condition.question or "", NOT_ASKED), counted)

    def _enough(self, clause: Clause, counted: Counted) -> bool:
        holding = sum(self.holds(name, counted) for name in clause.of)
        return not clause.of or holding >= clause.at_least

    def _any_row(self, clause: Clause, group: Fact, counted: Counted) -> bool:
        if group.state is not State.GIVEN:
            return group.state in counted
        return any(self.row_met(clause, row, counted) for row in group.rows)

    def row_met(self, clause: Clause, row: Mapping[str, Fact], counted: Counted = NOTHING) -> bool:
        """Tell whether one row meets all that a clause asks of a row."""
        return all(self._met(condition, counted, row) for condition in clause.any_row)

    def _behind(self, name: str, counted: Counted) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for clause in self._clauses.get(name, ()):
            if not self.clause_met(clause, counted):
                continue
            found |= dict.fromkeys(self.because(clause.when, counted))
            for part in clause.of:
                found |= dict.fromkeys(self._behind(part, counted))
            if clause.group is not None:
                found[clause.group] = None
        return tuple(found)

    def _excluded(self, name: str, counted: Counted) -> Iterator[str]:
        for clause in self._clauses.get(name, ()):
            if self.clause_met(clause, counted):
                yield from self.because_not(clause.when, counted)

    def _below(self, name: str, seen: frozenset[str]) -> Iterator[str]:
        """Yield every question that a finding rests on."""
        if name in seen:
            return  # a circle is a fault that `check` names
        for clause in self._clauses.get(name, ()):
            yield from questions(clause.when)
            if clause.group is not None:
                yield clause.group
            for part in (*(c.finding for c in clause.when if c.finding), *clause.of):
                yield from self._below(part, seen | {name})

    def _asked(self, found: Iterable[str]) -> tuple[str, ...]:
        return tuple(q for q in found if self.fact(q).state is not State.NOT_ASKED)

    def _open(self, name: str, counted: Counted, known: Counted) -> Iterator[str]:
        for clause in self._clauses.get(name, ()):
            if self.clause_met(clause, known) == self.clause_met(clause, known | counted):
                continue
            yield from self.open_questions(clause.when, counted, known)
            for part in clause.of:
                if self.holds(part, known) != self.holds(part, known | counted):
                    yield from self._open(part, counted, known)
            if clause.group is not None:
                yield from self._open_in_rows(clause.group, clause, counted)

    def _open_in_rows(self, name: str, clause: Clause, counted: Counted) -> Iterator[str]:
        """Yield the group if it is open as a whole, else the open questions of its rows."""
        group = self.fact(name)
        if group.state in counted:
            yield name
        asked = questions(clause.any_row)
        facts = ((q, row.get(q, NOT_ASKED)) for row in group.rows for q in asked)
        yield from (question for question, fact in facts if fact.state in counted)


def _compare(condition: Condition, fact: Fact, counted: Counted) -> bool:
    if condition.operator == "exists":
        return _about_the_state(fact, counted, (fact.state is State.GIVEN) == condition.answer)
    if condition.answer in ABSENCES and fact.state is not State.NOT_ASKED:
        same = fact.value == condition.answer
        return _about_the_state(fact, counted, same == (condition.operator == "="))
    if fact.state is not State.GIVEN:
        return fact.state in counted
    return _compare_value(condition, fact.value)


def _about_the_state(fact: Fact, counted: Counted, holds: bool) -> bool:
    """Return what is known of a question's state: all, unless the answer is still to come."""
    return State.PENDING in counted if fact.state is State.PENDING else holds


def _compare_value(condition: Condition, value: Value | None) -> bool:
    if condition.operator in _COMPARE:
        smaller_or_larger = _COMPARE[condition.operator]
        return isinstance(value, int | float) and smaller_or_larger(value, condition.answer)  # type: ignore[arg-type]
    among = value if isinstance(value, tuple) else (value,)
    return (condition.answer in among) == (condition.operator == "=")
