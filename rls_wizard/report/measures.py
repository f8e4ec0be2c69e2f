"""The six numbers, each as it stands on a scale (`rules.md` 2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rls_wizard.domain.facts import State
from rls_wizard.domain.item import Appearance
from rls_wizard.report.model import Measure
from rls_wizard.report.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rls_wizard.content.load import Content
    from rls_wizard.domain.conditions import Logic
    from rls_wizard.domain.facts import Fact
    from rls_wizard.domain.item import Item


def measures(content: Content, logic: Logic) -> Iterator[Measure]:
    """Yield what was asked for a scale, in the order of the paper."""
    words = Words(content, logic)
    wanted = (link_id for section in content.paper if section.scales for link_id in section.items)
    for link_id in wanted:
        item, fact = content.questionnaire.by_id[link_id], logic.fact(link_id)
        if fact.state is not State.NOT_ASKED:
            yield _measure(item, fact, words)


def _measure(item: Item, fact: Fact, words: Words) -> Measure:
    scale = item.appearance is Appearance.SCALE
    return Measure(
        item.link_id,
        words.called(item.link_id),
        words.left_open if words.skipped(item.link_id) else words.at_end(item, fact),
        value=fact.value if isinstance(fact.value, int | float) else None,
        least=(item.minimum or 0) if scale else 0,
        most=(item.maximum or 0) if scale else 0,
        hours=item.names if item.appearance is Appearance.HOUR else (),
        asked=item.label,
    )
