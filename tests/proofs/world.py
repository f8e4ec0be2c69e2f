"""Everything that the program concludes, as formulas over one person's answers.

`domain/flow.py`, `flags.py` and `assessment.py` once more, over symbols. That both say the same is
checked in `test_translation.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import z3

from rls_wizard.domain.facts import FINAL, NOTHING, OPEN, UNSURE, State
from rls_wizard.domain.flags import level_when_unsure
from rls_wizard.domain.flow import ANSWERED_BY, PRIVATE_ANSWERS
from rls_wizard.domain.rules import (
    FLAGS_OPEN,
    FLAGS_URGENT,
    PROVISIONAL,
    Stage,
    Urgency,
    stage_outcome,
)
from tests.proofs.answers import NO, YES, Answers, Symbol, every, some
from tests.proofs.body_mass import BodyMass
from tests.proofs.logic import NOT_ASKED, Asked, Logic

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rls_wizard.content.load import Content
    from rls_wizard.domain.item import Item
    from rls_wizard.domain.rules import Advice, Caution, RedFlag


@dataclass(frozen=True)
class Raised:
    """One block of a red flag."""

    flag: RedFlag
    certain: z3.BoolRef
    unsure: z3.BoolRef
    """Raised, but only by "not sure"."""
    level_unsure: Urgency

    @property
    def holds(self) -> z3.BoolRef:
        """It is raised in any way."""
        return some([self.certain, self.unsure])

    def at(self, levels: Iterable[Urgency]) -> z3.BoolRef:
        """It is raised at one of these levels."""
        known = set(levels)
        return some(
            [
                self.certain if self.flag.level in known else NO,
                self.unsure if self.level_unsure in known else NO,
            ]
        )


@dataclass(frozen=True)
class Told:
    """One advice: whether it is given or left out, and in which words."""

    advice: Advice
    given: z3.BoolRef
    removed: z3.BoolRef
    words: tuple[z3.BoolRef, ...]
    """For each variant that its words are said; the last stands for the usual ones."""


@dataclass
class World:
    """What the content makes of all answers at once."""

    content: Content
    answers: Answers
    logic: Logic
    asked: dict[str, z3.BoolRef]
    """By link id, without the questions inside rows."""
    gaps: dict[str, z3.BoolRef] = field(default_factory=dict)
    """By link id: it needs an answer and has none."""
    row_gaps: dict[str, z3.BoolRef] = field(default_factory=dict)
    """By link id of a question in a list: one of the rows has a gap there. Left free."""
    flags: list[Raised] = field(default_factory=list)
    rows: dict[str, z3.BoolRef] = field(default_factory=dict)
    """By id of a row of the stage table: it decides."""
    stages: dict[Stage, z3.BoolRef] = field(default_factory=dict)
    appointments: dict[str, z3.BoolRef] = field(default_factory=dict)
    parts: dict[str, z3.BoolRef] = field(default_factory=dict)
    cautions: list[tuple[Caution, z3.BoolRef]] = field(default_factory=list)
    """Each block, and that it is the one that speaks."""
    advice: dict[str, Told] = field(default_factory=dict)
    populations: dict[str, z3.BoolRef] = field(default_factory=dict)
    provisional: z3.BoolRef = NO
    flags_open: z3.BoolRef = NO

    @property
    def complete(self) -> z3.BoolRef:
        """Every question that needs an answer has one."""
        return z3.Not(some(self.gaps.values()))

    @property
    def urgent(self) -> z3.BoolRef:
        """A flag asks for help now or today."""
        return some(raised.at(_URGENT) for raised in self.flags)

    def urgency_at_least(self, level: Urgency) -> z3.BoolRef:
        """The whole result is at least as urgent as this."""
        reached = [other for other in Urgency if other.rank >= level.rank]
        rules = self.content.rules
        rows = [self.appointments[row.id] for row in rules.urgency if row.level in reached]
        said = [holds for caution, holds in self.cautions if caution.urgency in reached]
        return some([*(raised.at(reached) for raised in self.flags), *rows, *said])

    def fact(self, link_id: str) -> Asked:
        """Return whether a question is asked, and what was answered."""
        return self.logic.facts.get(link_id, NOT_ASKED)


_URGENT = [level for level in Urgency if level.urgent]


def build(content: Content, answers: Answers | None = None) -> World:
    """Return what a content makes of all answers."""
    answers = answers or Answers(content.questionnaire)
    logic = Logic(content.clauses, {ANSWERED_BY: (YES, answers.answered_by)})
    world = World(content, answers, logic, {})
    for page in content.pages:
        for item in page.items:
            _observe(world, item, YES)
    _flags(world)
    _stage(world)
    _conclusions(world)
    return world


# What is asked -----------------------------------------------------------------------------------


def _observe(world: World, item: Item, around: z3.BoolRef) -> None:
    facts = world.logic.facts
    told = world.answers.of[item.link_id].given if item.preset else YES
    enabled = every([world.logic.met(item.enable_when), told])
    asked = world.asked[item.link_id] = every([around, enabled])
    if item.calculated is not None:
        inputs = [facts.get(link_id, NOT_ASKED) for link_id in item.calculated.of]
        known, found = _calculated(inputs)
        world.asked[item.link_id] = every([asked, known])
        facts[item.link_id] = world.asked[item.link_id], found
    elif item.asks:
        found = world.answers.of[item.link_id]
        facts[item.link_id] = asked, found
        if item.required:
            world.gaps[item.link_id] = every([asked, found.pending])
        for child in (child for child in item.items if child.required):
            missing = world.row_gaps[child.link_id] = z3.Bool(f"gap:{child.link_id}")
            world.gaps[child.link_id] = every([asked, found.given, missing])
        if item.private:
            told = every([asked, some([found.given, found.unknown])])
            before, _ = facts.get(PRIVATE_ANSWERS, NOT_ASKED)
            facts[PRIVATE_ANSWERS] = some([before, told]), Symbol(given=YES, options={"yes": YES})
    else:
        facts[item.link_id] = asked, Symbol(given=YES)
    if not item.repeats:
        for child in item.items:
            _observe(world, child, asked)


def _calculated(inputs: list[Asked]) -> Asked:
    """Return the body mass index: of its states the first that an input has, in this order."""
    states = [
        some(found.pending for _, found in inputs),
        some(state for _, found in inputs for state in found.private_states),
        some(found.unknown for _, found in inputs),
    ]
    pending, declined, unknown = (
        every([state, *(z3.Not(before) for before in states[:n])]) for n, state in enumerate(states)
    )
    (_, height), (_, weight) = inputs
    return every(asked for asked, _ in inputs), Symbol(
        pending=pending,
        declined=declined,
        unknown=unknown,
        given=every(found.given for _, found in inputs),
        number=BodyMass(height.number, weight.number),
    )


# Flags and stage ---------------------------------------------------------------------------------


def _flags(world: World) -> None:
    logic, table = world.logic, world.content.rules.red_flags
    for flag in table:
        certain = logic.met(flag.when)
        unsure = every([z3.Not(certain), logic.met(flag.when, UNSURE)])
        blocks = [other for other in table if other.id == flag.id]
        world.flags.append(Raised(flag, certain, unsure, level_when_unsure(flag, blocks)))
    open_states = UNSURE | {State.PENDING}
    world.flags_open = some(
        every([logic.met(flag.when, open_states), z3.Not(logic.met(flag.when, UNSURE))])
        for flag in table
    )
    logic.decide(FLAGS_URGENT, world.urgent)
    logic.decide(FLAGS_OPEN, world.flags_open)


def _stage(world: World) -> None:
    logic, before = world.logic, []
    found: dict[Stage, list[z3.BoolRef]] = {stage: [] for stage in Stage}
    for row in world.content.rules.stages:
        met = logic.met(row.when)
        still_open = [might for stage, _, might in before if stage is not row.stage]
        earlier = [z3.Not(certain) for _, certain, _ in before]
        decides = every([met, *earlier, z3.Not(some(still_open))])
        world.rows[row.id] = decides
        found[row.stage].append(decides)
        before.append((row.stage, met, logic.met(row.when, OPEN)))
    undecided = z3.Not(some(world.rows.values()))
    found[Stage.INCOMPLETE].append(undecided)
    world.stages = {stage: some(rows) for stage, rows in found.items()}
    for stage, holds in world.stages.items():
        logic.decide(stage_outcome(stage), holds)


# What is said ------------------------------------------------------------------------------------


def _conclusions(world: World) -> None:
    rules, logic = world.content.rules, world.logic
    for population in rules.populations:
        world.populations[population.id] = logic.holds(population.id)
    fits = some(holds for stage, holds in world.stages.items() if stage.fits)
    world.provisional = every([logic.holds(PROVISIONAL), fits])
    spoken: dict[str, list[z3.BoolRef]] = {}
    for caution in rules.cautions:
        met = logic.met(caution.when)
        before = spoken.setdefault(caution.id, [])
        world.cautions.append((caution, every([met, *map(z3.Not, before)])))
        before.append(met)
    for row in rules.urgency:
        world.appointments[row.id] = logic.met(row.when)
    for part in rules.parts:
        here = some(world.stages[stage] for stage in part.stages)
        world.parts[part.id] = every([here, logic.met(part.when)])
    for advice in rules.advice:
        world.advice[advice.id] = _told(world, advice)


def _told(world: World, advice: Advice) -> Told:
    logic = world.logic
    here = some(world.stages[stage] for stage in advice.stages) if advice.stages else YES
    applies = every([z3.Not(world.stages[Stage.WITHHELD]), here, logic.met(advice.when)])
    removed = some(logic.holds(f, counted) for f in advice.remove for counted in (NOTHING, FINAL))
    held_back = some(
        every([logic.holds(name, OPEN), z3.Not(logic.holds(name, FINAL))])
        for name in advice.filters
    )
    words: list[z3.BoolRef] = []
    for variant in advice.variants:
        fits = some(logic.holds(name, FINAL) for name in variant.for_)
        words.append(every([fits, *map(z3.Not, words)]))
    words.append(z3.Not(some(words)))
    given = every([applies, z3.Not(removed), z3.Not(held_back)])
    return Told(advice, given, every([applies, removed]), tuple(words))
