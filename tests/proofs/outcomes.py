"""All that can be seen of an assessment, by name: as formulas, and of one real assessment."""

from __future__ import annotations

from typing import TYPE_CHECKING

import z3

from rls_wizard.domain.facts import FINAL, UNSURE, State
from rls_wizard.domain.flags import open_flags
from rls_wizard.domain.flow import missing
from rls_wizard.domain.rules import Urgency
from tests.proofs.answers import every

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rls_wizard.content.load import Content
    from rls_wizard.domain.assessment import Assessment
    from tests.proofs.world import World

UNFINISHED = "row.0b"
"""The row for who has not answered a safety question yet: not for a complete set."""


def can_happen(world: World) -> Iterator[tuple[str, z3.BoolRef]]:
    """Yield all that content defines and somebody must meet: questions, and every rule at work."""
    whole = ("asked ", "appointment ", "population ", "part ", "caution ", "advice ")
    for name, formula in _formulas(world):
        # Where everybody is in one of the variants, the usual words are for nobody.
        if name.startswith(whole) or name.endswith(" certain"):
            yield name, formula
    rows = ((name, holds) for name, holds in world.rows.items() if name != UNFINISHED)
    yield from ((f"row {name}", holds) for name, holds in rows)
    for advice, told in world.advice.items():
        for reason in told.advice.remove:
            removed = every([told.removed, world.logic.holds(reason, FINAL)])
            yield f"{advice} removed by {reason}", removed
    for number, (caution, said) in enumerate(world.cautions):
        for variant in caution.variants:
            fits = z3.Or([world.logic.holds(name) for name in variant.for_])
            yield f"words of caution block {number} for {variant.for_}", every([said, fits])


def formulas(world: World) -> dict[str, z3.BoolRef]:
    """Return a formula for each thing that can come out."""
    return dict(_formulas(world))


def seen(content: Content, found: Assessment) -> set[str]:
    """Return the names of what came out of one person's answers."""
    return set(_seen(content, found))


def _formulas(world: World) -> Iterator[tuple[str, z3.BoolRef]]:
    yield "complete", world.complete
    yield "provisional", world.provisional
    yield "flags open", world.flags_open
    yield from ((f"asked {link_id}", asked) for link_id, asked in world.asked.items())
    yield from ((f"missing {link_id}", gap) for link_id, gap in world.gaps.items())
    for number, raised in enumerate(world.flags):
        yield f"flag block {number} certain", raised.certain
        yield f"flag block {number} unsure", raised.unsure
    for flag in dict.fromkeys(raised.flag.id for raised in world.flags):
        blocks = [raised for raised in world.flags if raised.flag.id == flag]
        for level in Urgency:
            reached = [other for other in Urgency if other.rank >= level.rank]
            yield f"flag {flag} at {level}", z3.Or([block.at(reached) for block in blocks])
    yield from ((f"row {name}", holds) for name, holds in world.rows.items())
    yield from ((f"stage {stage}", holds) for stage, holds in world.stages.items())
    yield from ((f"appointment {name}", holds) for name, holds in world.appointments.items())
    for level in (level for level in Urgency if level is not Urgency.NONE):
        yield f"urgency {level}", world.urgency_at_least(level)
    yield from ((f"population {name}", holds) for name, holds in world.populations.items())
    yield from ((f"part {name}", holds) for name, holds in world.parts.items())
    for number, (_, holds) in enumerate(world.cautions):
        yield f"caution block {number}", holds
    for name, told in world.advice.items():
        yield f"left out {name}", told.removed
        for number, said in enumerate(told.words):
            yield f"advice {name} words {number}", every([told.given, said])


def _seen(content: Content, found: Assessment) -> Iterator[str]:
    rules, logic = content.rules, found.logic
    if found.complete:
        yield "complete"
    if found.provisional:
        yield "provisional"
    if open_flags(rules.red_flags, logic):
        yield "flags open"
    known = content.questionnaire.by_id
    asked = (link_id for link_id in logic.facts if link_id in known)
    yield from (f"asked {name}" for name in asked if _is_asked(found, name))
    gaps = (link for page in content.pages for link in missing(page, logic.facts))
    yield from (f"missing {name}" for name in gaps)
    yield from _flags(content, found)
    if found.row:
        yield f"row {found.row.id}"
    yield f"stage {found.stage}"
    yield from (f"appointment {row.id}" for row in found.appointments)
    yield from (f"urgency {level}" for level in Urgency if 0 < level.rank <= found.urgency.rank)
    yield from (f"population {name}" for name in found.population)
    yield from (f"part {conclusion.rule.id}" for conclusion in found.parts)
    said = [conclusion.rule for conclusion in found.cautions]
    yield from (
        f"caution block {n}" for n, c in enumerate(rules.cautions) if any(c is s for s in said)
    )
    yield from (f"left out {conclusion.rule.id}" for conclusion in found.left_out)
    given = {conclusion.rule.id: conclusion.text for conclusion in found.advice}
    for advice in (advice for advice in rules.advice if advice.id in given):
        texts = [*(variant.text for variant in advice.variants), advice.text]
        yield f"advice {advice.id} words {texts.index(given[advice.id])}"


def _is_asked(found: Assessment, name: str) -> bool:
    # What is worked out may stand there without being asked; formulas do not tell these apart.
    return name in found.logic.facts and found.logic.fact(name).state is not State.NOT_ASKED


def _flags(content: Content, found: Assessment) -> Iterator[str]:
    for number, flag in enumerate(content.rules.red_flags):
        if found.logic.met(flag.when):
            yield f"flag block {number} certain"
        elif found.logic.met(flag.when, UNSURE):
            yield f"flag block {number} unsure"
    for conclusion in found.red_flags:
        for level in Urgency:
            if level.rank <= conclusion.level.rank:
                yield f"flag {conclusion.rule.id} at {level}"
