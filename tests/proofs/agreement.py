"""Where formulas and engine disagree about strangers: nowhere, or no proof is worth much."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from rls_wizard.domain.assessment import assess
from rls_wizard.domain.flow import ANSWERED_BY
from rls_wizard.domain.response import Absent, AnsweredBy, Response
from tests.proofs.many import Many, bits
from tests.proofs.outcomes import formulas, seen
from tests.proofs.strangers import Strangers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rls_wizard.domain.assessment import Assessment
    from tests.proofs.world import World

_ABSENT = {
    "?unknown": Absent.UNKNOWN,
    "?declined": Absent.DECLINED,
    "?on-paper": Absent.ON_PAPER,
}


def disagreements(world: World, seed: int, size: int) -> dict[str, int]:
    """Return for each outcome of which they disagree about so many strangers how many they are."""
    return disagreements_about(world, Strangers(world.content, seed).draw(size))


def disagreements_about(world: World, people: Iterable[Response]) -> dict[str, int]:
    """Return for each outcome about how many of these people formulas and engine disagree."""
    responses: list[Response] = []
    said: dict[str, set[int]] = {}
    rows: dict[str, set[int]] = {}
    for number, response in enumerate(people):
        found = assess(world.content, response)
        for name in seen(world.content, found):
            said.setdefault(name, set()).add(number)
        for name in _met_by_a_row(world, found):
            rows.setdefault(name, set()).add(number)
        responses.append(response)
    many = _many(world, responses, rows)
    known = formulas(world)
    wrong = Counter({name: len(said[name]) for name in said if name not in known})
    for name, formula in known.items():
        real = _bits(said.get(name, set()), len(responses))
        wrong[name] += (many.of(formula) ^ real).bit_count()
    return dict(+wrong)


def _met_by_a_row(world: World, found: Assessment) -> Iterator[str]:
    for child, variable in world.row_gaps.items():
        if child in found.missing:
            yield variable.decl().name()
    for (name, number, counted), variable in world.logic.row_variables.items():
        clause = world.content.clauses[name][number]
        rows = found.logic.fact(clause.group or "").rows
        if any(found.logic.row_met(clause, row, counted) for row in rows):
            yield variable.decl().name()


def _many(world: World, responses: list[Response], rows: dict[str, set[int]]) -> Many:
    size = len(responses)
    free = (*world.logic.row_variables.values(), *world.row_gaps.values())
    names = (variable.decl().name() for variable in free)
    values = {name: _bits(rows.get(name, set()), size) for name in names}
    for who in AnsweredBy:
        values[f"{ANSWERED_BY}.{who}"] = bits(r.answered_by is who for r in responses)
    numbers: dict[str, list[float]] = {}
    for item, symbol in world.answers:
        told = [response.get(item.link_id) for response in responses]
        if symbol.number is not None:
            least = item.minimum or 0
            name = symbol.number.decl().name()
            numbers[name] = [v if isinstance(v, int | float) else least for v in told]
        for variable in (*symbol.states, *symbol.options.values()):
            name = variable.decl().name()
            values[name] = bits(_is(name.removeprefix(item.link_id), value) for value in told)
    return Many(size, values, numbers)


def _bits(people: set[int], size: int) -> int:
    return bits(number in people for number in range(size))


def _is(variable: str, value: Any) -> bool:
    """Tell whether a variable of a question, without the question's name, holds for an answer."""
    if variable in _ABSENT:
        return value is _ABSENT[variable]
    if variable == "?pending":
        return value is None
    if value is None or isinstance(value, Absent):
        return False
    code = variable.removeprefix("=")
    return variable == "?given" or code == value or (isinstance(value, tuple) and code in value)
