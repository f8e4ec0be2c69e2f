"""Which items and pages a person sees, worked out afresh from the answers."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from rls_wizard.domain.conditions import Clause, Logic
from rls_wizard.domain.facts import NOT_ASKED, Fact, State, fact
from rls_wizard.domain.response import Absent

if TYPE_CHECKING:
    from rls_wizard.domain.item import Calculation, Item
    from rls_wizard.domain.questionnaire import Page, Questionnaire
    from rls_wizard.domain.response import Response, Value

ANSWERED_BY = "answered_by"
"""Who answers: told before the first question, and used in conditions like an answer."""

PRIVATE_ANSWERS = "private_answers"
"""Whether any private question was answered so far: "yes", or not asked. Used like an answer."""

Clauses = Mapping[str, tuple[Clause, ...]]
Facts = Mapping[str, Fact]


def observe(questionnaire: Questionnaire, clauses: Clauses, response: Response) -> Facts:
    """Return what became of every question that is asked; the others are not among them.

    An answer to a question that no longer applies is left out, as with FHIR's enableWhen.
    """
    facts: dict[str, Fact] = {ANSWERED_BY: fact(str(response.answered_by))}
    logic = Logic(clauses, facts)
    for page in questionnaire.pages:
        for item in page.items:
            _observe_item(item, response, logic, facts)
    return facts


def path(questionnaire: Questionnaire, facts: Facts) -> tuple[Page, ...]:
    """Return the pages that have anything to ask, in order."""
    return tuple(page for page in questionnaire.pages if any(_asks(i, facts) for i in page.items))


def missing(page: Page, facts: Facts) -> tuple[str, ...]:
    """Return the link ids on the page that still need an answer, children of groups too."""
    return tuple(link for item in page.items for link in _missing(item, facts))


def wording(item: Item, logic: Logic) -> str:
    """Return the words of a question that fit the person."""
    fitting = (variant.text for variant in item.wording if logic.met(variant.when))
    return next(fitting, item.text)


def _asks(item: Item, facts: Facts) -> bool:
    return item.link_id in facts and (item.asks or any(_asks(i, facts) for i in item.items))


def _observe_item(item: Item, response: Response, logic: Logic, facts: dict[str, Fact]) -> None:
    if not logic.met(item.enable_when) or _is_unset(item, response):
        return
    if item.calculated is not None:
        facts[item.link_id] = _calculate(item.calculated, facts)
    elif item.repeats and item.items:
        facts[item.link_id] = _observe_rows(item, response.get(item.link_id), logic, facts)
    elif item.asks:
        facts[item.link_id] = known = fact(response.get(item.link_id))
        if item.private and known.state in {State.GIVEN, State.UNKNOWN}:
            facts[PRIVATE_ANSWERS] = fact("yes")
        _observe_children(item, response, logic, facts)
    else:
        facts[item.link_id] = Fact(State.GIVEN)
        _observe_children(item, response, logic, facts)


def _is_unset(item: Item, response: Response) -> bool:
    given = fact(response.get(item.link_id)).state is State.GIVEN
    return item.preset and not given


def _observe_children(item: Item, response: Response, logic: Logic, facts: dict[str, Fact]) -> None:
    for child in item.items:
        _observe_item(child, response, logic, facts)


def _observe_rows(item: Item, value: Value | None, logic: Logic, facts: dict[str, Fact]) -> Fact:
    if not isinstance(value, tuple):
        return fact(value)
    rows = tuple(_observe_row(item, row, logic, facts) for row in value if isinstance(row, Mapping))
    return Fact(State.GIVEN, value, rows)


def _observe_row(
    item: Item, row: Mapping[str, Value], logic: Logic, facts: dict[str, Fact]
) -> dict[str, Fact]:
    seen: dict[str, Fact] = {}
    inside = logic.among(ChainMap(seen, facts))
    children = {child.link_id: child for child in item.items}
    for child in item.items:
        if inside.met(child.enable_when):
            source = children[child.follows_from] if child.follows_from else None
            followed = _following(child, source, seen) if source else ()
            given = fact(row.get(child.link_id))
            seen[child.link_id] = Fact(State.GIVEN, followed, follows=True) if followed else given
    return seen


def _following(item: Item, source: Item, seen: Facts) -> tuple[str, ...]:
    """Return what follows for an item; what stands alone gives way to what does not."""
    groups = _groups(source, seen)
    alone = {option.code for option in item.options if option.exclusive} if groups else set()
    return tuple(group for group in groups if group not in alone) or groups


def _groups(source: Item, seen: Facts) -> tuple[str, ...]:
    """Return the groups of the options that were chosen, each once."""
    known = seen.get(source.link_id, NOT_ASKED)
    if known.state is not State.GIVEN:
        return ()
    codes = known.value if isinstance(known.value, tuple) else (known.value,)
    options = (source.option(str(code)) for code in codes)
    return tuple(dict.fromkeys(group for option in options if option for group in option.groups))


def _missing(item: Item, facts: Facts) -> tuple[str, ...]:
    known = facts.get(item.link_id, NOT_ASKED)
    if known.state is State.NOT_ASKED:
        return ()
    if known.rows:
        gaps = (_missing(child, row) for row in known.rows for child in item.items)
        return tuple(dict.fromkeys(link for gap in gaps for link in gap))
    if item.items and not item.asks:
        return tuple(link for child in item.items for link in _missing(child, facts))
    return (item.link_id,) if item.required and known.state is State.PENDING else ()


def _calculate(calculation: Calculation, facts: Facts) -> Fact:
    inputs = [facts.get(link_id, NOT_ASKED) for link_id in calculation.of]
    for state in (State.NOT_ASKED, State.PENDING, State.DECLINED, State.UNKNOWN):
        if any(known.state is state for known in inputs):
            return Fact(state, Absent.UNKNOWN if state is State.UNKNOWN else None)
    numbers = [known.value for known in inputs if isinstance(known.value, int | float)]
    return Fact(State.GIVEN, _CALCULATIONS[calculation.formula](numbers))


def body_mass_index(numbers: list[int | float]) -> float:
    """Return kg/m2 from height in cm and weight in kg."""
    height, weight = numbers
    return round(weight / (height / 100) ** 2, 1)


_CALCULATIONS: Mapping[str, Callable[[list[int | float]], float]] = {
    "body-mass-index": body_mass_index
}
