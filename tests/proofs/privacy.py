"""Two people who differ only in private answers that may not be on paper: their papers are alike.

What `domain/privacy.py` does to answers is done to the variables of every formula: each private
answer becomes "not told". What `build_paper` makes of that is looked at in `test_paper.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import z3

from rls_wizard.domain.fixed import PERMISSION
from tests.proofs.answers import NO, every, some
from tests.proofs.outcomes import formulas

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.proofs.world import World

Substitution = list[tuple[z3.ExprRef, z3.ExprRef]]


def differences_on_paper(world: World) -> Iterator[tuple[str, z3.BoolRef]]:
    """Yield for each thing on paper that it differs between the two."""
    other = _of_another(world)
    _, permission = world.fact(PERMISSION)
    forbidden = z3.Not(permission.options["yes"])
    alike = [z3.substitute(rule, *other) for rule in world.answers.rules]
    both = [world.complete, z3.substitute(world.complete, *other), forbidden, *alike]
    told = _as_told(world)
    for name, formula in _on_paper(world).items():
        mine = z3.substitute(formula, *told)
        theirs = z3.substitute(mine, *other)
        if not mine.eq(theirs):
            yield f"paper tells by: {name}", every([*both, z3.Xor(mine, theirs)])
    for name, differs in _asked_by_what_is_private(world, told, other):
        yield f"paper tells by: {name}", every([*both, differs])


def _asked_by_what_is_private(
    world: World, told: Substitution, other: Substitution
) -> Iterator[tuple[str, z3.BoolRef]]:
    """Yield for each open question on paper that what is private decides whether it is asked.

    Who was not asked has no answer there, and who was has one.
    """
    for item, _ in world.answers:
        asked = world.asked[item.link_id]
        theirs = z3.substitute(asked, *other)
        if not item.private and not asked.eq(theirs):
            on_paper = z3.substitute(asked, *told)
            yield f"answer to {item.link_id}", every([on_paper, z3.Xor(asked, theirs)])


def _on_paper(world: World) -> dict[str, z3.BoolRef]:
    """Return all that comes out, and that each question stands there as not told."""
    found = formulas(world)
    for item, symbol in world.answers:
        if item.private:
            asked = world.asked[item.link_id]
            found[f"{item.link_id} not told"] = every([asked, some(symbol.private_states)])
            found[f"{item.link_id} open"] = every([asked, symbol.pending])
    return found


def _as_told(world: World) -> Substitution:
    """Return what `for_paper` does: whatever was answered in private was not told."""
    changes: Substitution = []
    for item, found in world.answers:
        if item.private:
            # Who chose the box on paper is to have it.
            answered = some([found.unknown, found.declined, found.given])
            changes.append((found.declined, answered))
            gone = [found.unknown, found.given, *found.options.values()]
            changes += [(variable, NO) for variable in gone]
    return changes


def _of_another(world: World) -> Substitution:
    """Return the private variables of somebody else with the same other answers."""
    private = (found for item, found in world.answers if item.private)
    return [
        (variable, z3.Bool(f"other {variable.decl().name()}"))
        for found in private
        for variable in found.variables
        if z3.is_bool(variable) and not variable.eq(found.on_paper)
    ]
