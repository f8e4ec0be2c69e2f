"""The same person on the short way and with all questions: nothing that protects may differ.

Both are one set of answers: only what the short way leaves out is told on one side alone. What a
list of medicines says in rows is said there in kinds (`medicines.kinds`), and the two are taken for
the same.

Flags, stage, groups of people and filters are made of nothing but questions and findings. So it is
enough to prove of each of these that it is the same: that the question is asked of the same people,
that the finding holds for the same people.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import z3

from rls_wizard.domain.facts import FINAL, NOTHING, OPEN, UNSURE
from rls_wizard.domain.fixed import WAY
from rls_wizard.domain.rules import OUTCOMES, PROVISIONAL, Stage, stage_outcome
from tests.proofs.answers import NO, YES, every, some

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rls_wizard.domain.condition import Condition
    from rls_wizard.domain.conditions import Clause
    from tests.proofs.privacy import Substitution
    from tests.proofs.world import World

_ANY, _LIST, _KINDS = "medicines.any", "medicines", "medicines.kinds"
_TOLD_OTHERWISE = {_ANY, _LIST, _KINDS}
"""What findings make of these is compared, and not who is asked."""
_HARMLESS = {
    # They only choose the words of ADV-IRON-TEST, which asks for a test in any case.
    "iron.test", "iron_result_told", "iron_result_not_known",
    # Without a weight, which nobody is asked for, ADV-WEIGHT is never given.
    "bmi",
}  # fmt: skip


def differences_of_the_short_way(world: World) -> Iterator[tuple[str, z3.BoolRef]]:
    """Yield for each thing that protects that the short way lacks it, or says it otherwise."""
    asked, _ = world.fact(WAY)
    short = every([asked, world.answers.of[WAY].options["short"], world.complete])
    protecting = _Protecting(world)
    findings = {
        (name, counted): world.logic.holds(name, counted)
        for name in sorted((protecting.named | protecting.filters) - _HARMLESS)
        for counted in (NOTHING, UNSURE, FINAL, OPEN)
    }
    # Not before: asking for a finding makes the variables of its lists.
    whole = _with_all_questions(world)
    for name in sorted(protecting.questions - _TOLD_OTHERWISE - _HARMLESS):
        here = world.asked.get(name, YES)
        yield f"not asked alike on the short way: {name}", every([short, _differs(here, whole)])
    for name in sorted(protecting.named):
        here = findings[name, NOTHING]
        yield f"not found alike on the short way: {name}", every([short, _differs(here, whole)])
    for (name, counted), here in findings.items():
        wrong = f"missed on the short way: {name}, {len(counted)} states counted"
        yield wrong, every([short, _is_missed(here, whole)])
    for advice in world.content.rules.advice:
        # Of the stage, it is proved by all that it is made of.
        stages = [(holds, z3.Bool(f"stage {name}")) for name, holds in world.stages.items()]
        here = z3.substitute(world.logic.met(advice.when), *stages)
        more = every([here, z3.Not(z3.substitute(here, *whole))])
        yield f"{advice.id} is for more people on the short way", every([short, more])


def _differs(here: z3.BoolRef, whole: Substitution) -> z3.BoolRef:
    there = z3.substitute(here, *whole)
    return NO if here.eq(there) else z3.Xor(here, there)


def _is_missed(here: z3.BoolRef, whole: Substitution) -> z3.BoolRef:
    there = z3.substitute(here, *whole)
    return NO if here.eq(there) else every([there, z3.Not(here)])


class _Protecting:
    """The questions that flags, stage, people and filters rest on, and the findings they name."""

    def __init__(self, world: World) -> None:
        self._clauses = world.content.clauses
        self._seen: set[str] = set()
        self.questions: set[str] = set()
        self.named: set[str] = set()
        """By flags and stages, and the groups of people."""
        rules = world.content.rules
        for rule in (*rules.red_flags, *rules.stages):
            self._look(rule.when)
            self.named |= {c.finding for c in rule.when if c.finding}
        self.named |= {PROVISIONAL, *(population.id for population in rules.populations)}
        outcomes = {*OUTCOMES, *map(stage_outcome, Stage)}
        self.named -= outcomes
        self.filters = {name for a in rules.advice for name in a.filters} - outcomes
        """What removes or softens advice."""
        for name in self.named | self.filters:
            self._follow(name)

    def _look(self, conditions: Iterable[Condition]) -> None:
        for condition in conditions:
            if condition.question is not None:
                self.questions.add(condition.question)
            if condition.finding is not None:
                self._follow(condition.finding)

    def _follow(self, name: str) -> None:
        if name in self._seen:
            return
        self._seen.add(name)
        for clause in self._clauses.get(name, ()):
            self._look(clause.when)
            if clause.group is not None:
                self.questions.add(clause.group)
            for part in clause.of:
                self._follow(part)


def _with_all_questions(world: World) -> Substitution:
    """Return what turns answers of the short way into those of the same person, asked all."""
    way, kinds = world.answers.of[WAY], world.answers.of[_KINDS]
    any_, rows = world.answers.of[_ANY], world.answers.of[_LIST]
    none = every([kinds.given, kinds.options["none"]])
    changes: Substitution = [
        (way.pending, YES), (way.given, NO), (way.unknown, NO),
        *((option, NO) for option in way.options.values()),
        (any_.pending, NO), (any_.given, kinds.given), (any_.unknown, kinds.unknown),
        (any_.options["yes"], every([kinds.given, z3.Not(none)])), (any_.options["no"], none),
        (rows.pending, NO), (rows.given, YES), (rows.unknown, NO),
    ]  # fmt: skip
    for (name, number, _), variable in world.logic.row_variables.items():
        clause = world.content.clauses[name][number]
        changes.append((variable, _by_kind(world, clause)))
    return changes


def _by_kind(world: World, clause: Clause) -> z3.BoolRef:
    """Return that a row is of a kind that was told; its other answers are taken as they come."""
    options = world.answers.of[_KINDS].options
    asked = [c.answer for c in clause.any_row if c.operator == "="]
    return some(options.get(str(kind), NO) for kind in asked)
