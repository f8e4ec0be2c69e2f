"""What rests on something that is asked or decided only later, or on itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rls_wizard.content.faults.names import STAGE_OUTCOMES
from rls_wizard.domain.flow import ANSWERED_BY
from rls_wizard.domain.rules import OUTCOMES, Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rls_wizard.content.load import Content
    from rls_wizard.domain.condition import Condition


def order_faults(content: Content) -> Iterator[str]:
    """Yield what stands in the wrong order."""
    yield from _questions(content)
    yield from _circles(content)
    yield from _outcomes(content)
    yield from _steps(content)


def questions_behind(content: Content, conditions: Iterable[Condition]) -> set[str]:
    """Return every question that conditions rest on, through findings too."""
    return {c.question for c in all_conditions_behind(content, conditions) if c.question}


def all_conditions_behind(content: Content, conditions: Iterable[Condition]) -> list[Condition]:
    """Return the conditions and every one that the findings they name rest on."""
    found, _ = _behind(content, conditions)
    return found


def _behind(content: Content, conditions: Iterable[Condition]) -> tuple[list[Condition], set[str]]:
    found = list(conditions)
    names: set[str] = set()
    waiting = [c.finding for c in found if c.finding]
    while waiting:
        name = waiting.pop()
        if name in names:
            continue
        names.add(name)
        for block in content.rules.named:
            if block.id == name:
                more = (*block.when, *(block.any_row if isinstance(block, Finding) else ()))
                found += more
                waiting += [c.finding for c in more if c.finding]
                waiting += block.of if isinstance(block, Finding) else ()
    return found, names


def _questions(content: Content) -> Iterator[str]:
    groups = content.questionnaire.group_of
    asked = {ANSWERED_BY}
    for item in content.questionnaire.by_id.values():
        wordings = (c for wording in item.wording for c in wording.when)
        needed = questions_behind(content, (*item.enable_when, *wordings))
        if item.calculated:
            needed |= set(item.calculated.of)
        known = needed & set(content.questionnaire.by_id)
        for question in sorted(known - asked):
            yield f"item {item.link_id!r} depends on {question!r}, which is asked later"
        outside = {q for q in known if q in groups and groups.get(item.link_id) != groups[q]}
        for question in sorted(q for c in item.enable_when if (q := c.question) in outside):
            yield f"item {item.link_id!r} asks for {question!r} inside a list; use a finding"
        asked.add(item.link_id)


def _circles(content: Content) -> Iterator[str]:
    uses: dict[str, set[str]] = {}
    for block in content.rules.named:
        named = {c.finding for c in block.when if c.finding}
        named |= set(block.of) if isinstance(block, Finding) else set()
        uses.setdefault(block.id, set()).update(named)
    for start, used in uses.items():
        seen: set[str] = set()
        waiting = list(used)
        while waiting:
            name = waiting.pop()
            if name not in seen:
                seen.add(name)
                waiting += uses.get(name, ())
        if start in seen:
            yield f"finding {start!r} goes in a circle: it rests on itself"


def _outcomes(content: Content) -> Iterator[str]:
    """Name what rests on an outcome that is decided only later."""
    rules = content.rules
    early = [(f"item {i.link_id!r}", i.enable_when) for i in content.questionnaire.by_id.values()]
    early += [(f"red flag {flag.id!r}", flag.when) for flag in rules.red_flags]
    tables = [(who, when, {*OUTCOMES, *STAGE_OUTCOMES}) for who, when in early]
    tables += [(f"stage row {row.id!r}", row.when, set(STAGE_OUTCOMES)) for row in rules.stages]
    for who, when, later in tables:
        _, findings = _behind(content, when)
        for name in sorted(findings & later):
            yield f"{who} rests on {name!r}, which is decided only afterwards"


def _steps(content: Content) -> Iterator[str]:
    """Name steps of the way that are left and come back, which would count backwards."""
    seen: list[str] = []
    for page in content.pages:
        step = page.step or page.title
        if step in seen[:-1]:
            yield f"page {page.id!r} belongs to the step {step!r}, but does not stand beside it"
        if step not in seen:
            seen.append(step)
