"""Asks a solver whether anybody can be so, and writes down an answer set that is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import z3

from rls_wizard.domain.response import AnsweredBy, Response
from rls_wizard.domain.values import plain
from tests.proofs.rows import Impossible, Lists, value_of
from tests.proofs.strangers import DAY

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rls_wizard.domain.item import Item
    from tests.proofs.answers import Symbol
    from tests.proofs.world import World

_PLAIN = ("no", "none", "never", "good", "same", "works", "over_1_year", "gb", "morning")
"""What somebody with nothing to tell answers, as far as it is offered."""
_USUAL = {"age": 45, "core.urge": "yes", "core.rest": "yes", "core.relief": "yes"}
_USUAL |= {"core.evening": "yes"}


class Search:
    """Looks for people in one world; what it learns about lists it keeps."""

    def __init__(self, world: World) -> None:
        """Take the world in which the answers count."""
        self.world = world
        self._solver = z3.Solver()
        self._solver.add(*world.answers.rules, *_growing(world))
        groups = (item for item in world.content.questionnaire.asked if item.items)
        self._lists = {g.link_id: Lists(world, g) for g in groups if g.repeats}

    def find(self, *goal: z3.BoolRef, simple: bool = False) -> Response | None:
        """Return answers that meet a goal, or None if there are none: then that is proved.

        If `simple`, all answers that do not matter are the usual ones. Raises RuntimeError if the
        solver gives up.
        """
        self._solver.push()
        self._solver.add(*goal)
        response, lemmas = self._found(simple)
        self._solver.pop()
        self._solver.add(*lemmas)
        return response

    def find_all(self, goals: Mapping[str, z3.BoolRef]) -> dict[str, Response | None]:
        """Return for each goal somebody who meets it; one person often meets many."""
        found: dict[str, Response | None] = {}
        waiting = dict(goals)
        while waiting:
            name = next(iter(waiting))
            response = found[name] = self.find(self.world.complete, waiting.pop(name))
            if response is not None:
                met = [n for n, goal in waiting.items() if z3.is_true(self._model.eval(goal, True))]
                found |= dict.fromkeys(met, response)
                waiting = {n: goal for n, goal in waiting.items() if n not in found}
        return found

    def _found(self, simple: bool) -> tuple[Response | None, list[z3.BoolRef]]:
        lemmas: list[z3.BoolRef] = []
        # Whom nothing meets, no wish makes any plainer.
        wishes = self._wished() if simple and self._can_be() else []
        while self._met_with_most(wishes):
            self._model = self._solver.model()
            found = self._written(self._model)
            if isinstance(found, Response):
                return found, lemmas
            lemmas.append(found.lemma)
            self._solver.add(found.lemma)
        return None, lemmas

    def _can_be(self, *more: z3.BoolRef) -> bool:
        found = self._solver.check(*more)
        if found == z3.unknown:
            raise RuntimeError(f"the solver gave up: {self._solver.reason_unknown()}")
        return found == z3.sat

    def _wished(self) -> list[str]:
        """Return the names of all wishes for a plain person, the dearest first."""
        named = {f"wish {number}": wish for number, wish in enumerate(self._wishes())}
        self._solver.add(*(z3.Implies(z3.Bool(name), wish) for name, wish in named.items()))
        return list(named)

    def _met_with_most(self, wishes: list[str]) -> bool:
        """Tell whether anybody is left; of wishes that clash, the last ones are given up."""
        given_up: list[str] = []
        while not self._can_be(*map(z3.Bool, wishes)):
            clashing = {wish.decl().name() for wish in self._solver.unsat_core()}
            if not clashing:
                return False
            given_up.append(next(name for name in reversed(wishes) if name in clashing))
            wishes.remove(given_up[-1])
        # A core may name more than what clashes.
        for name in given_up:
            if self._can_be(*map(z3.Bool, [*wishes, name])):
                wishes.append(name)
        return self._can_be(*map(z3.Bool, wishes))

    def _wishes(self) -> Iterator[z3.BoolRef]:
        answers = self.world.answers
        yield answers.answered_by.options[AnsweredBy.SELF.value]
        for item, found in answers:
            asked = self.world.asked[item.link_id]
            yield z3.Or(z3.Not(asked), found.given if item.required else found.pending)
        yield from map(z3.Not, self.world.row_gaps.values())
        yield from map(z3.Not, self.world.logic.row_variables.values())
        for item, found in answers:
            yield from _usual(item, found)

    def _written(self, model: z3.ModelRef) -> Response | Impossible:
        answers, world = {}, self.world
        for item, found in world.answers:
            if not z3.is_true(model.eval(world.asked[item.link_id], model_completion=True)):
                continue
            if item.link_id in self._lists and z3.is_true(model.eval(found.given, True)):
                rows = self._lists[item.link_id].rows_of(model)
                if isinstance(rows, Impossible):
                    return rows
                answers[item.link_id] = tuple(rows)
            elif (value := value_of(item, found, model)) is not None:
                answers[item.link_id] = value
        who = world.answers.answered_by.options
        by = next(code for code in AnsweredBy if z3.is_true(model.eval(who[code.value], True)))
        return Response(answered_on=DAY, answered_by=by, answers=answers)


def _growing(world: World) -> Iterator[z3.BoolRef]:
    """Yield that a row that meets a condition meets it also where more counts as meeting it."""
    free = world.logic.row_variables
    for (name, number, counted), holds in free.items():
        for (other, place, more), follows in free.items():
            if (other, place) == (name, number) and counted < more:
                yield z3.Implies(holds, follows)


def _usual(item: Item, found: Symbol) -> Iterator[z3.BoolRef]:
    usual = _USUAL.get(item.link_id)
    if found.number is not None:
        yield found.number == (item.minimum if usual is None else usual)
        return
    code = str(usual or next((c for c in _PLAIN if c in found.options), ""))
    if code:
        yield z3.Or(z3.Not(found.given), found.options[code])
    yield from (z3.Not(option) for other, option in found.options.items() if other != code)


def answer_file(response: Response) -> str:
    """Return answers as the file that `rls-wizard assess` reads."""
    answers = {link_id: plain(value) for link_id, value in response.answers.items()}
    told = {
        "format": 1,
        "answered_by": response.answered_by.value,
        "answered_on": response.answered_on.isoformat(),
        "answers": answers,
    }
    return json.dumps(told, ensure_ascii=False, indent=1)
