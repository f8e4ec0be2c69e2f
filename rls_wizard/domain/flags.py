"""Red flags: raised by a yes, and by "not sure" too; never by silence, but silence is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rls_wizard.domain.conclusion import Conclusion, conclude
from rls_wizard.domain.condition import questions
from rls_wizard.domain.facts import NOTHING, OPEN, UNSURE, State

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rls_wizard.domain.conditions import Logic
    from rls_wizard.domain.rules import RedFlag, RuleBook, Urgency


def red_flags(table: Iterable[RedFlag], logic: Logic) -> tuple[Conclusion, ...]:
    """Return each raised flag once, the most urgent first; of one level, yes before not sure."""
    blocks: dict[str, list[RedFlag]] = {}
    for flag in table:
        blocks.setdefault(flag.id, []).append(flag)
    raised = [found for rows in blocks.values() if (found := _raise(rows, logic))]
    return tuple(sorted(raised, key=lambda flag: (-flag.level.rank, flag.unsure)))


def _raise(rows: list[RedFlag], logic: Logic) -> Conclusion | None:
    candidates: list[Conclusion] = []
    for row in rows:
        if logic.met(row.when):
            candidates.append(_flag(row, row.level, logic))
        elif logic.met(row.when, UNSURE):
            candidates.append(_flag(row, level_when_unsure(row, rows), logic, unsure=True))
    return max(candidates, key=lambda c: (c.level.rank, not c.unsure), default=None)


def _flag(row: RedFlag, level: Urgency, logic: Logic, *, unsure: bool = False) -> Conclusion:
    found = conclude(row, logic, UNSURE if unsure else NOTHING)
    return found._replace(level=level, unsure=unsure)


def level_when_unsure(row: RedFlag, rows: list[RedFlag]) -> Urgency:
    """Return the flag's lowest urgent level for "not sure" (`rules.md` 1)."""
    if not row.level.urgent:
        return row.level
    return min((r.level for r in rows if r.level.urgent), key=lambda level: level.rank)


def open_flags(table: Iterable[RedFlag], logic: Logic) -> tuple[str, ...]:
    """Return the unanswered questions that could still raise a flag."""
    counted = UNSURE | {State.PENDING}
    found: dict[str, None] = {}
    for row in table:
        if logic.met(row.when, counted) and not logic.met(row.when, UNSURE):
            gaps = logic.open_questions(row.when, frozenset({State.PENDING}), UNSURE)
            found |= dict.fromkeys(gaps)
    return tuple(found)


def flag_questions(rules: RuleBook) -> frozenset[str]:
    """Return the questions that the conditions of red flags name."""
    return frozenset(q for flag in rules.red_flags for q in questions(flag.when))


def undenied(table: Iterable[RedFlag], logic: Logic) -> tuple[str, ...]:
    """Return the flag questions that were asked and got neither a yes nor a no."""
    named = dict.fromkeys(q for row in table for q in questions(row.when))
    return tuple(q for q in named if logic.fact(q).state in OPEN)
