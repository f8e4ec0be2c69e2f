"""Questions that nobody can ever be asked.

For each question all that it rests on is gathered, each with the few answers that can make a
difference, and these are tried together until the question is asked.
"""

from __future__ import annotations

from itertools import islice, product
from typing import TYPE_CHECKING, Any

from rls_wizard.content.cases import CASE_DAY
from rls_wizard.content.faults.order import all_conditions_behind
from rls_wizard.domain.facts import ABSENCES
from rls_wizard.domain.flow import PRIVATE_ANSWERS
from rls_wizard.domain.item import Item, ItemType
from rls_wizard.domain.response import Absent, AnsweredBy, Response

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rls_wizard.content.load import Content
    from rls_wizard.domain.condition import Condition

_MOST_TRIES = 4_000


def unreachable_questions(content: Content) -> Iterator[str]:
    """Yield a fault for each question that no answers lead to."""
    group_of = content.questionnaire.group_of
    for item in content.questionnaire.by_id.values():
        if item.link_id not in group_of and not _reachable(content, item):
            yield f"item {item.link_id!r} can never be asked: no answers before it lead to it"


def _reachable(content: Content, item: Item) -> bool:
    conditions = _needed(content, item)
    if not conditions or any(c.question == PRIVATE_ANSWERS for c in item.enable_when):
        return True  # `rules._private` looks after the second
    known = content.questionnaire.by_id
    asked = (c.question for c in conditions if c.question)
    names = [question for question in dict.fromkeys(asked) if question in known]
    choices = [_candidates(content, known[name], conditions) for name in names]
    people = product(AnsweredBy, *choices)
    return any(
        item.link_id in content.logic(_response(who, names, answers)).facts
        for who, *answers in islice(people, _MOST_TRIES)
    )


def _needed(content: Content, item: Item) -> list[Condition]:
    """Return every condition on the way to a question: its own, and those of what it rests on."""
    found: dict[Condition, None] = {}
    waiting = [item, *_around(content, item)]
    seen: set[str] = set()
    while waiting:
        here = waiting.pop()
        if here.link_id in seen:
            continue
        seen.add(here.link_id)
        for condition in all_conditions_behind(content, here.enable_when):
            found[condition] = None
            before = content.questionnaire.by_id.get(condition.question or "")
            if before is not None:
                waiting += [before, *_around(content, before)]
    return list(found)


def _around(content: Content, item: Item) -> list[Item]:
    """Return the groups that an item stands in."""
    items = content.questionnaire.by_id.values()
    return [group for group in items if item in group.items]


def _candidates(content: Content, item: Item, conditions: Iterable[Condition]) -> list[Any]:
    """Return the answers of a question that can make a difference, the likeliest first."""
    if item.type is ItemType.GROUP and item.repeats:
        rows = [{child.link_id: a} for child in item.items for a in _own(child, conditions)]
        return [tuple(rows), None]
    group = content.questionnaire.group_of.get(item.link_id)
    if group is not None:
        return [None]
    answers = _own(item, conditions)
    return [(a,) if item.repeats and not isinstance(a, Absent) else a for a in answers] + [None]


def _own(item: Item, conditions: Iterable[Condition]) -> list[Any]:
    asked = [c for c in conditions if c.question == item.link_id]
    found: dict[Any, None] = {}
    for condition in asked:
        if condition.answer in ABSENCES:
            found[Absent(str(condition.answer))] = None
        elif isinstance(condition.answer, bool):
            found[item.options[0].code if item.options else item.minimum or 1] = None
        elif isinstance(condition.answer, str):
            found[condition.answer] = None
            found |= dict.fromkeys(option.code for option in item.options)
        elif condition.answer is not None:
            near = (condition.answer, condition.answer + 1, condition.answer - 1)
            found |= dict.fromkeys(near)
    return list(found)


def _response(who: AnsweredBy, names: list[str], answers: list[Any]) -> Response:
    given = {name: a for name, a in zip(names, answers, strict=True) if a is not None}
    return Response(answered_on=CASE_DAY, answered_by=who, answers=given)
