"""What no worked case shows: a rule that no case fires is a rule that nobody has seen at work."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from rls_wizard.content.faults.names import editors_name
from rls_wizard.domain.assessment import Assessment
from rls_wizard.domain.facts import FINAL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rls_wizard.content.load import Content
    from rls_wizard.domain.condition import Condition
    from rls_wizard.domain.rules import Advice, Caution, RedFlag, Rule, RuleBook, StageRow

_Wanted = tuple[str, Callable[[Assessment], bool]]
"""A block in an editor's words, and what tells whether an assessment shows it at work."""


def unfired(content: Content, assessments: Iterable[Assessment]) -> Iterator[str]:
    """Yield a fault for each rule, variant and removal that no assessment shows."""
    people = tuple(assessments)
    for block, shown_by in _wanted(content):
        if not any(map(shown_by, people)):
            yield f"{block}: no case fires it; add one to the cases"


def _wanted(content: Content) -> Iterator[_Wanted]:
    rules = content.rules
    for number, population in enumerate(rules.populations, 1):
        yield f"population {population.id!r} (block {number})", met(population.when)
    for number, flag in enumerate(rules.red_flags, 1):
        yield flag_name(flag, number), met(flag.when)
    for row in rules.stages:
        yield f"stage row {row.id!r}", _decided(row)
    for level in rules.urgency:
        yield f"urgency row {level.id!r}", met(level.when)
    for number, rule in enumerate((*rules.parts, *rules.cautions, *rules.advice), 1):
        yield f"{editors_name(rule)} (block {number})", _said(rule)
    yield from _special(rules)


def _special(rules: RuleBook) -> Iterator[_Wanted]:
    """Yield the other words of cautions and advice, and what removes advice."""
    for caution in rules.cautions:
        yield from _variants(caution, (name for v in caution.variants for name in v.for_))
    for advice in rules.advice:
        yield from _variants(advice, (name for v in advice.variants for name in v.for_))
        for name in advice.remove:
            yield removal_name(advice, name), removed(advice, name)


def _variants(rule: Caution | Advice, names: Iterable[str]) -> Iterator[_Wanted]:
    for name in names:
        yield f"words of {rule.id!r} for {name!r}", _said(rule, name)


def flag_name(flag: RedFlag, number: int) -> str:
    """Return what an editor calls one of several blocks of a flag."""
    return f"red flag {flag.id!r} ({flag.level.value}, block {number})"


def removal_name(advice: Advice, finding: str) -> str:
    """Return what an editor calls a finding that removes an advice."""
    return f"advice {advice.id!r} removed by {finding!r}"


def met(when: tuple[Condition, ...]) -> Callable[[Assessment], bool]:
    """Return what tells whether conditions hold."""
    return lambda found: found.logic.met(when)


def _decided(row: StageRow) -> Callable[[Assessment], bool]:
    return lambda found: found.row is row


def _said(rule: Rule, to: str | None = None) -> Callable[[Assessment], bool]:
    """Return what tells whether the rule fired, for someone in the finding `to` if one is named."""

    def said(found: Assessment) -> bool:
        fired = any(c.rule is rule for c in (*found.parts, *found.cautions, *found.advice))
        return fired and (to is None or found.logic.holds(to, FINAL))

    return said


def removed(advice: Advice, name: str) -> Callable[[Assessment], bool]:
    """Return what tells whether a finding removed an advice."""
    return lambda found: any(
        c.rule is advice and name in (*c.reasons, *c.doubts) for c in found.left_out
    )
