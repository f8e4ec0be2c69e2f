"""One person's answers as variables of a solver: every set that the program accepts, no other."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import z3

from rls_wizard.domain.flow import ANSWERED_BY
from rls_wizard.domain.item import Item, ItemType
from rls_wizard.domain.response import AnsweredBy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rls_wizard.domain.questionnaire import Questionnaire

YES, NO = z3.BoolVal(True), z3.BoolVal(False)
NUMBERS = {ItemType.INTEGER, ItemType.DECIMAL}


def every(parts: Iterable[z3.BoolRef]) -> z3.BoolRef:
    """Return the conjunction of the parts, without those that hold anyway."""
    return z3.And(kept) if (kept := [p for p in parts if not p.eq(YES)]) else YES


def some(parts: Iterable[z3.BoolRef]) -> z3.BoolRef:
    """Return the disjunction of the parts, without those that never hold."""
    return z3.Or(kept) if (kept := [p for p in parts if not p.eq(NO)]) else NO


def one_of(parts: list[z3.BoolRef]) -> z3.BoolRef:
    """Return that exactly one of the parts holds."""
    return z3.PbEq([(part, 1) for part in parts], 1)


@dataclass(frozen=True)
class Symbol:
    """What may be answered to one question; exactly one of its five states holds."""

    pending: z3.BoolRef = NO
    unknown: z3.BoolRef = NO
    declined: z3.BoolRef = NO
    on_paper: z3.BoolRef = NO
    given: z3.BoolRef = NO
    options: dict[str, z3.BoolRef] = field(default_factory=dict)
    number: z3.ArithRef | None = None

    @property
    def states(self) -> list[z3.BoolRef]:
        """All that can have become of the question."""
        return [self.pending, self.unknown, self.declined, self.on_paper, self.given]

    @property
    def private_states(self) -> list[z3.BoolRef]:
        """The ones that only a private question has."""
        return [self.declined, self.on_paper]

    @property
    def variables(self) -> list[z3.ExprRef]:
        """Every variable that says what was answered."""
        found = [*self.states, *self.options.values()]
        return [v for v in (*found, self.number) if v is not None and not v.eq(NO)]


class Answers:
    """A symbol for each question that holds an answer of its own, and what must hold of it."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        """Take the questions."""
        self.of = {item.link_id: symbol(item) for item in questionnaire.asked}
        self.items = {item.link_id: item for item in questionnaire.asked}
        who = {code.value: z3.Bool(f"{ANSWERED_BY}.{code.value}") for code in AnsweredBy}
        self.answered_by = Symbol(given=YES, options=who)
        self.rules = [
            one_of(list(who.values())),
            *(rule for item in questionnaire.asked for rule in _rules(item, self.of[item.link_id])),
        ]

    def __iter__(self) -> Iterator[tuple[Item, Symbol]]:
        """Yield each question with its symbol, in the order of asking."""
        return ((self.items[link_id], found) for link_id, found in self.of.items())


def symbol(item: Item) -> Symbol:
    """Return the variables of one question."""
    name = item.link_id
    offered = item.offered if item.type is ItemType.CHOICE else ()
    sort = z3.Real if item.type is ItemType.DECIMAL else z3.Int
    return Symbol(
        pending=z3.Bool(f"{name}?pending"),
        unknown=z3.Bool(f"{name}?unknown"),
        declined=z3.Bool(f"{name}?declined") if item.private else NO,
        on_paper=z3.Bool(f"{name}?on-paper") if item.private else NO,
        given=z3.Bool(f"{name}?given"),
        options={option.code: z3.Bool(f"{name}={option.code}") for option in offered},
        number=sort(f"{name}#") if item.type in NUMBERS else None,
    )


def accepted(item: Item, found: Symbol) -> list[z3.BoolRef]:
    """Return what must hold of an answer where one is given (`domain/values.py`)."""
    rules = [z3.Implies(option, found.given) for option in found.options.values()]
    if found.number is not None:
        rules += [found.number >= item.minimum, found.number <= item.maximum]
    if not found.options:
        return rules
    if not item.repeats:
        return [*rules, z3.Implies(found.given, one_of(list(found.options.values())))]
    rules.append(z3.Implies(found.given, some(found.options.values())))
    for option in (option for option in item.offered if option.exclusive):
        others = [chosen for code, chosen in found.options.items() if code != option.code]
        rules.append(z3.Implies(found.options[option.code], z3.Not(some(others))))
    return rules


def _rules(item: Item, found: Symbol) -> list[z3.BoolRef]:
    states = [state for state in found.states if not state.eq(NO)]
    return [one_of(states), *accepted(item, found)]
