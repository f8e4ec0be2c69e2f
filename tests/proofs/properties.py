"""What must hold for every answer set, each as the formula of somebody for whom it does not.

A property that holds has no such person. `refuted` says who it is, else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import z3

from rls_wizard.domain.rules import Stage, Urgency
from tests.proofs import spec
from tests.proofs.answers import NO, every, one_of, some
from tests.proofs.privacy import differences_on_paper
from tests.proofs.search import Search, answer_file
from tests.proofs.short_way import differences_of_the_short_way

if TYPE_CHECKING:
    from rls_wizard.domain.response import Response
    from tests.proofs.world import World

Bad = Iterator[tuple[str, z3.BoolRef]]
"""What is wrong, in words, and the formula of whom it is wrong for."""


@dataclass(frozen=True)
class Refutation:
    """Somebody for whom a property does not hold."""

    wrong: str
    response: Response

    def __str__(self) -> str:
        """Return what is wrong, and the answer file that shows it."""
        return f"{self.wrong}; with `rls-wizard assess` these answers show it:\n" + answer_file(
            self.response
        )


def refuted(world: World, bad: Callable[[World], Bad]) -> Refutation | None:
    """Return somebody for whom a property does not hold; None proves that there is nobody."""
    search = Search(world)
    wrong = dict(bad(world))
    if search.find(some(wrong.values())) is None:
        return None
    for words, formula in wrong.items():
        if response := search.find(formula, simple=True):
            return Refutation(words, response)
    raise AssertionError("what a sum of formulas found is in none of them")


def one_stage(world: World) -> Bad:
    """Every complete answer set has exactly one stage."""
    stages = list(world.stages.values())
    yield "no stage, or several", every([world.complete, z3.Not(one_of(stages))])
    several = [every([one, other]) for one, other in _pairs(list(world.rows.values()))]
    yield "several rows of the stage table decide", some(several)
    asked = [spec.Plain(world).told(question) for question in spec.STAGE_QUESTIONS]
    known = every([world.complete, *asked])
    undecided = z3.Not(some(world.rows.values()))
    yield "all that a stage needs is told, and no row decides", every([known, undecided])


def stage_of_the_rules(world: World) -> Bad:
    """Who answered all that a stage needs gets the stage of rules.md 3."""
    plain = spec.Plain(world)
    told = [plain.told(question) for question in spec.STAGE_QUESTIONS]
    for stage, expected in spec.stages(world).items():
        different = z3.Xor(expected, world.stages[stage])
        yield f"the stage {stage} differs", every([world.complete, *told, different])


def urgent_flags_withhold(world: World) -> Bad:
    """An emergency or same-day flag always withholds the stage, and empties advice."""
    raised = some(block.at([Urgency.EMERGENCY, Urgency.SAME_DAY]) for block in world.flags)
    shown = z3.Not(world.stages[Stage.WITHHELD])
    yield "a stage is shown beside an urgent flag", every([raised, shown])
    for name, told in world.advice.items():
        yield f"{name} is given beside an urgent flag", every([raised, told.given])
        yield f"{name} is left out beside an urgent flag", every([raised, told.removed])
    without = every([world.stages[Stage.WITHHELD], z3.Not(raised)])
    yield "the stage is withheld, and nothing is urgent", without


def flags_are_asked_and_raised(world: World) -> Bad:
    """The signs that concern everybody are asked of everybody, and a "yes" raises its flag."""
    for question in spec.EVERYBODY.split():
        asked, _ = world.fact(question)
        yield f"{question} is not asked", every([world.complete, z3.Not(asked)])
    plain = spec.Plain(world)
    for level, questions in spec.FLAGS.items():
        for question in questions.split():
            flag = ".".join(question.split(".")[:2])
            blocks = (block for block in world.flags if block.flag.id == flag)
            reached = [other for other in Urgency if other.rank >= level.rank]
            missed = z3.Not(some(block.at(reached) for block in blocks))
            yield f"a yes to {question} is missed", every([plain.is_(question, "yes"), missed])


def nothing_removed_is_given(world: World) -> Bad:
    """No advice together with what removes it, known or not sure."""
    found = spec.situations(world)
    for name, reasons in spec.REMOVED.items():
        for reason in reasons.split(", "):
            given = world.advice[name].given
            yield f"{name} is given in spite of: {reason}", every([given, found[reason]])


def populations_are_filtered(world: World) -> Bad:
    """No advice without the filter of each group of people."""
    found = spec.situations(world)
    for people, names in spec.FILTERED.items():
        for name in names.split():
            given = world.advice[f"ADV-{name}"].given
            yield f"ADV-{name} is given: {people}", every([found[people], given])
    for people, names in spec.SOFTENED.items():
        for name in names.split():
            told = world.advice[f"ADV-{name}"]
            usual = every([found[people], told.given, told.words[-1]])
            yield f"ADV-{name} is given in the usual words: {people}", usual
    for name, reasons in spec.ASK_FIRST.items():
        told = world.advice[name]
        asking = some(told.words[: len(told.advice.ask)])
        for reason in reasons.split(", "):
            without = every([found[reason], told.given, z3.Not(asking)])
            yield f"{name} is given without asking first: {reason}", without


def everybody_gets_a_next_step(world: World) -> Bad:
    """Every complete answer set gets at least one next step, and the safety net."""
    urgent = world.urgent
    net = world.advice.get("ADV-SAFETY-NET")
    given = net.given if net else NO
    yield "no safety net", every([world.complete, z3.Not(urgent), z3.Not(given)])
    deeds = [a.given for a in world.advice.values() if a.advice.kind in {"do", "ask"}]
    appointments = (world.appointments[r.id] for r in world.content.rules.urgency if r.text)
    flags = (block.holds for block in world.flags)
    steps = [*deeds, *appointments, *flags, world.urgency_at_least(Urgency.ROUTINE)]
    yield "no next step", every([world.complete, z3.Not(some(steps))])
    parts = some([*world.parts.values(), *flags, urgent, world.stages[Stage.INCOMPLETE]])
    yield "no part of the text, and nothing in its place", every([world.complete, z3.Not(parts)])


def unsure_raises_what_yes_raises(world: World) -> Bad:
    """A flag raised by "yes" is raised by "not sure", too, at its lowest urgent level."""
    for question in _flag_questions(world):
        asked, found = world.fact(question)
        told_yes = {found.given.decl().name(), found.options["yes"].decl().name()}
        instead = [
            (variable, z3.BoolVal(variable.decl().name() in told_yes))
            for variable in (*found.states, *found.options.values())
            if not variable.eq(NO)
        ]
        unsure = every([world.complete, asked, found.unknown])
        for flag in dict.fromkeys(block.flag.id for block in world.flags):
            blocks = [block for block in world.flags if block.flag.id == flag]
            urgent = [b.flag.level for b in blocks if b.flag.level.urgent]
            lowest = min(urgent, key=lambda level: level.rank, default=Urgency.SOON)
            by_it = some(b.at(_from(lowest)) for b in blocks if _names(b, question))
            raised = some(b.at(_from(lowest)) for b in blocks)
            if not by_it.eq(NO):
                wrong = f"{flag} is raised by a yes to {question}, and not by \u201cnot sure\u201d"
                yes = z3.substitute(by_it, *instead)
                yield wrong, every([unsure, yes, z3.Not(raised)])


def urgency_covers_every_flag(world: World) -> Bad:
    """The urgency of the whole is never below a raised flag, nor below what rules.md 5 says."""
    for block in world.flags:
        for level in Urgency:
            short = every([block.at([level]), z3.Not(world.urgency_at_least(level))])
            yield f"{block.flag.id} is more urgent than the whole", short
    shown = z3.Not(world.urgent)
    for level, table in ((Urgency.SOON, spec.soon), (Urgency.ROUTINE, spec.routine)):
        for who, holds in table(world).items():
            short = every([world.complete, shown, holds, z3.Not(world.urgency_at_least(level))])
            yield f"not {level}: {who}", short


def private_answers_stay_off_paper(world: World) -> Bad:
    """What is private and may not be on paper never changes what paper shows."""
    yield from differences_on_paper(world)


def short_way_protects_as_well(world: World) -> Bad:
    """Who goes the short way of a kiosk has the same flags, stage and filters as anybody else."""
    yield from differences_of_the_short_way(world)


PROPERTIES = (
    one_stage,
    stage_of_the_rules,
    urgent_flags_withhold,
    flags_are_asked_and_raised,
    nothing_removed_is_given,
    populations_are_filtered,
    everybody_gets_a_next_step,
    unsure_raises_what_yes_raises,
    urgency_covers_every_flag,
    private_answers_stay_off_paper,
    short_way_protects_as_well,
)


def _pairs(formulas: list[z3.BoolRef]) -> Iterator[tuple[z3.BoolRef, z3.BoolRef]]:
    return ((a, b) for n, a in enumerate(formulas) for b in formulas[n + 1 :])


def _from(level: Urgency) -> list[Urgency]:
    return [other for other in Urgency if other.rank >= level.rank]


def _names(block: object, question: str) -> bool:
    return any(c.question == question for c in block.flag.when)  # type: ignore[attr-defined]


def _flag_questions(world: World) -> list[str]:
    """Return the questions whose yes a block of a flag asks for."""
    conditions = (c for block in world.flags for c in block.flag.when)
    return list(dict.fromkeys(c.question for c in conditions if c.question and c.answer == "yes"))
