"""Which lists can be: what the free variables for rows may say together, and rows that say it.

The proofs leave it free which conditions some row of a list meets. A solver may so find what no
list can be. Then what it found is asked of single rows, as formulas of their own: either each
thing it wants has a row, and the rows are written down, or the reason is learned as a lemma.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import z3

from rls_wizard.domain.item import Item, ItemType
from rls_wizard.domain.response import Absent
from tests.proofs.answers import Symbol, accepted, every, one_of, some, symbol
from tests.proofs.logic import NOT_ASKED, Asked, Logic

if TYPE_CHECKING:
    from tests.proofs.world import World

Row = dict[str, Any]


@dataclass(frozen=True)
class Impossible:
    """What no list can be, as a formula that every list meets."""

    lemma: z3.BoolRef


class Lists:
    """One kind of list: what each of its rows may be."""

    def __init__(self, world: World, group: Item) -> None:
        """Take a repeating group."""
        self.group = group
        self._symbols = {child.link_id: symbol(child) for child in group.items}
        self._kinds: dict[str, dict[tuple[str, ...], z3.BoolRef]] = {}
        self._facts: dict[str, Asked] = {}
        self._solver = z3.Solver()
        logic = Logic(world.content.clauses, self._facts)
        for child in group.items:
            self._take(child, logic)
        self._meets: dict[str, tuple[z3.BoolRef, z3.BoolRef]] = {}
        self._add_conditions(world, logic)
        self._add_gaps(world)

    def rows_of(self, model: z3.ModelRef) -> list[Row] | Impossible:
        """Return rows that are all that a model says of the list, or why there are none."""
        wanted = {n for n, (free, _) in self._meets.items() if z3.is_true(model.eval(free))}
        unwanted = [name for name in self._meets if name not in wanted]
        rows: list[Row] = []
        while wanted:
            name = min(wanted)
            switches = {z3.Bool(f"not {other}"): other for other in unwanted}
            found = self._solver.check(self._meets[name][1], *switches)
            if found == z3.unsat:
                core = {switches[part] for part in self._solver.unsat_core() if part in switches}
                others = some(self._meets[other][0] for other in sorted(core))
                return Impossible(z3.Implies(self._meets[name][0], others))
            one = self._solver.model()
            wanted -= {n for n in wanted if z3.is_true(one.eval(self._meets[n][1], True))}
            rows.append(self._written(one))
        return rows

    def _take(self, child: Item, logic: Logic) -> None:
        found = self._symbols[child.link_id]
        states = [state for state in found.states if state.decl().kind() != z3.Z3_OP_FALSE]
        self._solver.add(one_of(states))
        asked = logic.met(child.enable_when)
        if child.options_from == "medicines":
            self._add_kinds(child, found)
        else:
            self._solver.add(*accepted(child, found))
        if child.follows_from:
            found = self._followed(child, found)
        self._facts[child.link_id] = asked, found

    def _add_kinds(self, child: Item, found: Symbol) -> None:
        """Tell the medicines of a list apart only by what follows from them."""
        groups = sorted({option.groups for option in child.offered})
        kinds = {kind: z3.Bool(f"{child.link_id}:{'+'.join(kind)}") for kind in groups}
        self._kinds[child.link_id] = kinds
        self._solver.add(z3.Implies(found.given, some(kinds.values())))
        self._solver.add(*(z3.Implies(kind, found.given) for kind in kinds.values()))

    def _followed(self, child: Item, direct: Symbol) -> Symbol:
        """Return the answer that follows from the one before, or else the one given."""
        asked, _ = self._facts.get(child.follows_from or "", NOT_ASKED)
        kinds = self._kinds[child.follows_from or ""]
        raw = {
            option.code: every([asked, some(k for n, k in kinds.items() if option.code in n)])
            for option in child.options
        }
        follows = some(raw.values())
        alone = {option.code for option in child.options if option.exclusive}
        beside = some(holds for code, holds in raw.items() if code not in alone)
        options = {}
        for code, holds in raw.items():
            followed = every([holds, z3.Not(beside)]) if code in alone else holds
            own = direct.options.get(code, z3.BoolVal(False))
            options[code] = some([every([follows, followed]), every([z3.Not(follows), own])])
        return Symbol(
            pending=every([z3.Not(follows), direct.pending]),
            unknown=every([z3.Not(follows), direct.unknown]),
            given=some([follows, direct.given]),
            options=options,
        )

    def _add_conditions(self, world: World, logic: Logic) -> None:
        for (name, number, counted), free in world.logic.row_variables.items():
            clause = world.content.clauses[name][number]
            if clause.group == self.group.link_id:
                self._add(free, logic.met(clause.any_row, counted))

    def _add_gaps(self, world: World) -> None:
        for child in (child for child in self.group.items if child.required):
            asked, found = self._facts[child.link_id]
            self._add(world.row_gaps[child.link_id], every([asked, found.pending]))

    def _add(self, free: z3.BoolRef, meets: z3.BoolRef) -> None:
        name = free.decl().name()
        self._meets[name] = free, meets
        self._solver.add(z3.Implies(z3.Bool(f"not {name}"), z3.Not(meets)))

    def _written(self, model: z3.ModelRef) -> Row:
        row = {child.link_id: self._value(child, model) for child in self.group.items}
        return {link_id: value for link_id, value in row.items() if value is not None}

    def _value(self, child: Item, model: z3.ModelRef) -> Any:
        asked, found = self._facts[child.link_id]
        if not z3.is_true(model.eval(asked, True)):
            return None
        kinds = self._kinds.get(child.link_id)
        if kinds and z3.is_true(model.eval(found.given, True)):
            chosen = {kind for kind, holds in kinds.items() if z3.is_true(model.eval(holds, True))}
            codes = {option.groups: option.code for option in child.offered}
            return tuple(codes[kind] for kind in sorted(chosen))
        return value_of(child, self._symbols[child.link_id], model)


def value_of(item: Item, found: Symbol, model: z3.ModelRef) -> Any:
    """Return the answer that a model gives to a question; None for none."""

    def holds(formula: z3.BoolRef) -> bool:
        return z3.is_true(model.eval(formula, model_completion=True))

    absent = {
        Absent.UNKNOWN: found.unknown,
        Absent.DECLINED: found.declined,
        Absent.ON_PAPER: found.on_paper,
    }
    for reason, state in absent.items():
        if holds(state):
            return reason
    if not holds(found.given):
        return None
    if found.number is not None:
        number = model.eval(found.number, True)
        return number.as_long() if z3.is_int_value(number) else int(number.as_fraction())
    if found.options:
        codes = tuple(code for code, option in found.options.items() if holds(option))
        return codes if item.repeats else codes[0]
    return "2026-03" if item.type is ItemType.DATE else "as told"
