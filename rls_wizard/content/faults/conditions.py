"""Conditions that ask for what is not there, or can never be true."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rls_wizard.content.faults.names import editors_name, unknown_findings
from rls_wizard.domain.condition import ORDERS
from rls_wizard.domain.facts import ABSENCES
from rls_wizard.domain.flow import ANSWERED_BY, PRIVATE_ANSWERS
from rls_wizard.domain.item import Item, ItemType
from rls_wizard.domain.response import AnsweredBy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rls_wizard.content.load import Content
    from rls_wizard.domain.condition import Condition
    from rls_wizard.domain.rules import Finding

# What the program knows without asking, and what it may be.
_OWN: dict[str, set[str]] = {
    ANSWERED_BY: {who.value for who in AnsweredBy},
    PRIVATE_ANSWERS: {"yes"},
}
_Asked = tuple[str, "tuple[Condition, ...]"]
_NUMBERS = {ItemType.INTEGER, ItemType.DECIMAL}


def condition_faults(content: Content) -> Iterator[str]:
    """Yield the faults of every single condition."""
    for who, conditions in _every_condition(content):
        for condition in conditions:
            yield from _faults(content, who, condition)
    for finding in content.rules.findings:
        yield from unknown_findings(content, f"finding {finding.id!r}", finding.of)
    for finding in (*content.rules.findings, *content.rules.populations):
        yield from _row_faults(content, finding)
    for who, conditions in _of_rules(content):
        for question in (c.question for c in conditions):
            if question in content.questionnaire.group_of:
                yield f"{who} asks for {question!r}, which stands inside a list; use any_row"


def _row_faults(content: Content, finding: Finding) -> Iterator[str]:
    """Yield conditions that look into a list from outside, or for a list where there is none."""
    who, groups = f"finding {finding.id!r}", content.questionnaire.group_of
    for condition in finding.any_row:
        if condition.question not in groups:
            yield f"{who} has {condition.question!r} in any_row, which is no question of a list"
    asked = (groups.get(c.question or "") for c in finding.any_row)
    if len({group.link_id for group in asked if group}) > 1:
        yield f"{who} has questions of two lists in any_row"


def _every_condition(content: Content) -> Iterator[_Asked]:
    """Yield what each block asks for, with the block's name for an editor."""
    for item in content.questionnaire.by_id.values():
        yield f"item {item.link_id!r}", item.enable_when
        for wording in item.wording:
            yield f"item {item.link_id!r} wording", wording.when
    for finding in (*content.rules.findings, *content.rules.populations):
        yield f"finding {finding.id!r}", finding.any_row
    yield from _of_rules(content)


def _of_rules(content: Content) -> Iterator[_Asked]:
    """Yield what blocks ask for that see a list only through a finding."""
    rules = content.rules
    for finding in (*rules.findings, *rules.populations):
        yield f"finding {finding.id!r}", finding.when
    for rule in rules.sourced:
        yield editors_name(rule), rule.when
    for row in rules.stages:
        yield f"stage row {row.id!r}", row.when
    for level in rules.urgency:
        yield f"urgency row {level.id!r}", level.when


def _faults(content: Content, who: str, condition: Condition) -> Iterator[str]:
    if condition.finding is not None:
        yield from unknown_findings(content, who, [condition.finding])
        return
    if condition.question in _OWN:
        if condition.answer not in _OWN[condition.question]:
            yield f"{who} expects {condition.answer!r} for {condition.question!r}, never offered"
        return
    item = content.questionnaire.by_id.get(condition.question or "")
    if item is None:
        yield f"{who} asks for {condition.question!r}, which is no question"
    elif not (item.asks or item.calculated):
        yield f"{who} asks for {condition.question!r}, which is a heading"
    else:
        yield from _comparison_faults(who, condition, item)


def _comparison_faults(who: str, condition: Condition, item: Item) -> Iterator[str]:
    if condition.operator == "exists" or condition.answer in ABSENCES:
        return
    codes = {option.code for option in item.options}
    if codes and condition.operator not in ORDERS and condition.answer not in codes:
        yield f"{who} expects {condition.answer!r} for {item.link_id!r}, never offered"
    elif codes and condition.operator in ORDERS:
        yield f"{who} compares {item.link_id!r} by size, but it is a choice"
    elif item.type in _NUMBERS and isinstance(condition.answer, str):
        yield f"{who} compares the number {item.link_id!r} with a text"
    elif not codes and item.type not in _NUMBERS:
        yield f"{who} compares {item.link_id!r}, of which only 'exists' can be asked"
    elif not codes and not _in_range(item, condition):
        yield f"{who} compares {item.link_id!r} with {condition.answer}, out of its range"


def _in_range(item: Item, condition: Condition) -> bool:
    if not isinstance(condition.answer, int | float):
        return True
    above = item.minimum is None or condition.answer >= item.minimum
    return above and (item.maximum is None or condition.answer <= item.maximum)
