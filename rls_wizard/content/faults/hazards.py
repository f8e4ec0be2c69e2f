"""Hazards that name what is not there, and rules that no hazard names."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, get_args

from rls_wizard.content.faults.names import kind
from rls_wizard.content.hazards import Severity, named, traced

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rls_wizard.content.hazards import Hazard, HazardLog
    from rls_wizard.content.load import Content

FIRST = tuple(f"H{number}" for number in range(1, 21))
"""The hazards that the evidence names; those found later come behind them."""


def hazard_faults(content: Content, log: HazardLog) -> Iterator[str]:
    """Yield what is missing in the hazard log, and what in it leads nowhere."""
    ids = [hazard.id for hazard in log.hazards]
    yield from (f"hazard {name!r} is missing" for name in FIRST if name not in ids)
    pages = [page.id for page in content.questionnaire.pages]
    screens = [screen.id for screen in log.screens]
    yield from _twice("hazard", ids)
    yield from _twice("screen", [*screens, *pages])
    for word in get_args(Severity):
        if word not in log.severity:
            yield f"{word!r} is not explained in [severity]"
    rules = {rule.id: kind(rule).removesuffix("_row") for rule in traced(content.rules)}
    for hazard in log.hazards:
        yield from _hazard(hazard, tuple(rules), {*screens, *pages})
    seen = named((p for hazard in log.hazards for p in hazard.patterns), rules)
    for name, what in rules.items():
        if name not in seen:
            yield f"{what} {name!r}: no hazard names it; say which it reduces or arises from"


def _twice(what: str, ids: list[str]) -> Iterator[str]:
    for name, times in Counter(ids).items():
        if times > 1:
            yield f"{what} {name!r} is used {times} times; ids are never used again"


def _hazard(hazard: Hazard, rules: tuple[str, ...], screens: set[str]) -> Iterator[str]:
    who = f"hazard {hazard.id!r}"
    empty = {
        "rules, nor rules it arises from": not hazard.patterns,
        "rules or controls that reduce it": not (hazard.rules or hazard.controls),
        "screens": not hazard.screens,
        "tests": not hazard.tests,
    }
    yield from (f"{who} has no {what}" for what, missing in empty.items() if missing)
    for pattern in hazard.patterns:
        if not named([pattern], rules):
            yield f"{who} names the rule {pattern!r}, which nothing defines"
    for screen in hazard.screens:
        if screen not in screens:
            yield f"{who} names the screen {screen!r}, which is neither a page nor a [[screen]]"
