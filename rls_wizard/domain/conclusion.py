"""A rule that fired for one person."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from rls_wizard.domain.condition import wanted
from rls_wizard.domain.facts import NOTHING, Counted
from rls_wizard.domain.rules import Urgency

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rls_wizard.domain.conditions import Logic
    from rls_wizard.domain.rules import Rule


class Conclusion(NamedTuple):
    """A rule that fired, its words for this person, and the answers that made it fire."""

    rule: Rule
    text: str
    because: tuple[str, ...]
    rows: Mapping[str, list[int]] = MappingProxyType({})
    """The rows of repeating groups that the words speak of, by group."""
    points: tuple[str, ...] = ()
    """Of a caution: what is said below its words, each by itself."""
    level: Urgency = Urgency.NONE
    """Of a flag or caution: how urgent it is."""
    unsure: bool = False
    """Of a flag: raised by "not sure"."""
    reasons: tuple[str, ...] = ()
    """Of advice left out: the findings that removed it because they hold."""
    doubts: tuple[str, ...] = ()
    """Of advice left out: the findings that removed it because the person was not sure."""


def conclude(
    rule: Rule, logic: Logic, counted: Counted = NOTHING, otherwise: tuple[str, ...] = ()
) -> Conclusion:
    """Return a rule whose conditions hold, with the answers and the rows behind it.

    `otherwise` are the answers to name where the rule asks only that something does not hold.
    """
    rows = logic.matching_rows(wanted(rule.when), counted)
    because = logic.because(rule.when, counted) or otherwise
    return Conclusion(rule, rule.text, because or logic.because_not(rule.when, counted), rows)
