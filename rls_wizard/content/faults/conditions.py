"""Conditions that ask for what is not there, or can never be true."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rls_wizard.content.faults.names import unknown_findings
from rls_wizard.domain.facts import ABSENCES
from rls_wizard.domain.flow import ANSWERED_BY
from rls_wizard.domain.questionnaire import ORDERS, Item, ItemType
from rls_wizard.domain.response import AnsweredBy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rls_wizard.content.load import Content
    from rls_wizard.domain.questionnaire import Condition

_NUMBERS = {ItemType.INTEGER, ItemType.DECIMAL}


def condition_faults(content: Content) -> Iterator[str]:
    """Yield the faults of every single condition."""
    for who, conditions in _every_condition(content):
        for condition in conditions:
            yield from _faults(content, who, condition)
    for finding in content.rules.findings:
        yield from unknown_findings(content, f"finding {finding.id!r}", finding.of)


def _every_condition(content: Content) -> Iterator[tuple[str, tuple[Condition, ...]]]:
    """Yield what each block asks for, with the block's name for an editor."""
    for item in content.questionnaire.by_id.values():
        yield f"item {item.link_id!r}", item.enable_when
        for wording in item.wording:
            yield f"item {item.link_id!r} wording", wording.when
    rules = content.rules
    for finding in (*rules.findings, *rules.populations):
        yield f"finding {finding.id!r}", (*finding.when, *finding.any_row)
    for rule in rules.sourced:
        yield f"{type(rule).__name__.lower()} {rule.id!r}", rule.when
    for row in rules.stages:
        yield f"stage row {row.id!r}", row.when
    for level in rules.urgency:
        yield f"urgency row {level.id!r}", level.when


def _faults(content: Content, who: str, condition: Condition) -> Iterator[str]:
    if condition.finding is not None:
        yield from unknown_findings(content, who, [condition.finding])
        return
    if condition.question == ANSWERED_BY:
        codes = {who_answers.value for who_answers in AnsweredBy}
        if condition.answer not in codes:
            yield f"{who} expects {condition.answer!r} for {ANSWERED_BY!r}, never offered"
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
