"""Names: ids used twice, and what a condition may name."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from rls_wizard.domain.questionnaire import walk
from rls_wizard.domain.rules import OUTCOMES, Stage, stage_outcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rls_wizard.content.load import Content
    from rls_wizard.domain.glossary import Term
    from rls_wizard.domain.model import Model
    from rls_wizard.domain.reference import Country, Help, Slip
    from rls_wizard.domain.rules import Rule

STAGE_OUTCOMES = frozenset(stage_outcome(stage) for stage in Stage)


def name_faults(content: Content) -> Iterator[str]:
    """Yield every id that stands for two things."""
    rules = content.rules
    pages = content.questionnaire.pages
    items = [item.link_id for page in pages for item in walk(page.items)]
    groups = {
        "link_id": items,
        "page": [page.id for page in pages],
        "source": [source.id for source in content.sources],
        "country": [country.id for country in content.countries],
        "paper section": [section.id for section in content.paper],
        "stage row": [row.id for row in rules.stages],
        "help line": [line.id for line in content.about.help],
        "slip": [slip.id for slip in content.about.slips],
        "part": [part.id for part in rules.parts],
        "urgency row": [row.id for row in rules.urgency],
        "advice": [advice.id for advice in rules.advice],
    }
    for kind, ids in groups.items():
        for name, times in Counter(ids).items():
            if times > 1:
                yield f"{kind} {name!r} is used {times} times; ids are never used again"
    yield from _names_of_two_kinds(content)


def _names_of_two_kinds(content: Content) -> Iterator[str]:
    kinds: dict[str, set[str]] = {}
    for block in content.rules.named:
        kinds.setdefault(block.id, set()).add(kind(block))
    for name, found in kinds.items():
        if len(found) > 1:
            yield f"{name!r} is the id of a {' and a '.join(sorted(found))}"
        if name in OUTCOMES or name in STAGE_OUTCOMES:
            yield f"finding {name!r}: the program decides this itself; choose another id"


def finding_names(content: Content) -> set[str]:
    """Return every name that a condition may use as a finding."""
    return {block.id for block in content.rules.named} | set(OUTCOMES) | STAGE_OUTCOMES


def editors_name(block: Rule | Country | Help | Slip | Term) -> str:
    """Return what an editor calls a block: its kind and its id."""
    return f"{kind(block)} {block.id!r}"


def kind(block: Model) -> str:
    """Return the name that blocks of this kind have in their file: red_flag."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", type(block).__name__).lower()


def unknown_sources(content: Content, who: str, names: Iterable[str]) -> Iterator[str]:
    """Yield a fault for each source that nothing defines."""
    for name in names:
        if name not in content.source:
            yield f"{who} names the source {name!r}, which is not in sources.toml"


def unknown_findings(content: Content, who: str, names: Iterable[str]) -> Iterator[str]:
    """Yield a fault for each name that nothing defines."""
    known = finding_names(content)
    for name in names:
        if name not in known:
            yield f"{who} names the finding {name!r}, which nothing defines"
