"""What no worked case just misses: a flag or removal that might always fire would not be noticed.

Two cases are neighbours if they differ in the answer to one question. Only questions that both were
asked are compared. That is enough: whether a question is asked rests on the answers before it, so
one that only one of them was asked came, or went, with the one answer that differs.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from rls_wizard.content.faults.coverage import flag_name, met, removal_name, removed
from rls_wizard.domain.facts import UNSURE, State
from rls_wizard.domain.flow import ANSWERED_BY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from rls_wizard.content.load import Content
    from rls_wizard.domain.assessment import Assessment
    from rls_wizard.domain.facts import Fact
    from rls_wizard.domain.rules import Advice, RedFlag

    _Test = Callable[[Assessment], bool]
    _Wanted = tuple[str, _Test, _Test]
    """A block in an editor's words, what tells that it fires, and that it does not."""

_MAY_RAISE = UNSURE | {State.PENDING}


def never_missed(content: Content, found: Mapping[str, Assessment]) -> Iterator[str]:
    """Yield a fault for each flag and removal that fires, but has no neighbour where it does not.

    `found` are the assessments by the names of their cases.
    """
    pairs = _neighbours(content, found)
    for block, fires, does_not in _wanted(content):
        firing = [name for name, assessment in found.items() if fires(assessment)]
        missing = {name for name, assessment in found.items() if does_not(assessment)}
        if firing and not any(pairs[name] & missing for name in firing):
            yield (
                f"{block}: no case just misses it; add one that is like {firing[-1]!r},"
                " but for one answer"
            )


def _wanted(content: Content) -> Iterator[_Wanted]:
    for number, flag in enumerate(content.rules.red_flags, 1):
        yield flag_name(flag, number), met(flag.when), _not_raised(flag)
    for advice in content.rules.advice:
        for name in advice.remove:
            yield removal_name(advice, name), removed(advice, name), _given(advice)


def _not_raised(flag: RedFlag) -> _Test:
    """Return what tells that a block is denied: a "not sure" raises it, silence leaves it open."""
    return lambda found: not found.logic.met(flag.when, _MAY_RAISE)


def _given(advice: Advice) -> _Test:
    return lambda found: any(c.rule is advice for c in found.advice)


def _neighbours(content: Content, found: Mapping[str, Assessment]) -> dict[str, set[str]]:
    asked = (ANSWERED_BY, *(item.link_id for item in content.questionnaire.asked))
    answers = {
        name: [_known(assessment.logic.facts.get(link_id)) for link_id in asked]
        for name, assessment in found.items()
    }
    pairs: dict[str, set[str]] = {name: set() for name in found}
    for one, other in combinations(answers, 2):
        if _differ_in_one(answers[one], answers[other]):
            pairs[one].add(other)
            pairs[other].add(one)
    return pairs


def _known(fact: Fact | None) -> object:
    """Return what tells two answers apart; None if it was not asked."""
    return fact and (fact.state, fact.value)


def _differ_in_one(one: list[object], other: list[object]) -> bool:
    different = 0
    for mine, theirs in zip(one, other, strict=True):
        if mine != theirs and mine is not None and theirs is not None:
            different += 1
            if different > 1:
                return False
    return different == 1
