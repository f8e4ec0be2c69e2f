"""Cautions under headings, so that who has many of them finds a way through."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rls_wizard.domain.rules import Caution

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from rls_wizard.domain.conclusion import Conclusion
    from rls_wizard.report.model import Line

_FEW = 5
"""So many are read at a glance, and need no headings."""


def by_topic(found: Sequence[Conclusion], topics: Mapping[str, str]) -> Sequence[Conclusion]:
    """Return cautions, the most urgent first, by topic: the one with the most urgent leads."""
    if len(found) <= _FEW:
        return found
    order = list(topics)
    most: dict[str, int] = {}
    for caution in found:
        most[_topic(caution)] = max(caution.level.rank, most.get(_topic(caution), 0))
    return sorted(found, key=lambda c: (-most[_topic(c)], order.index(_topic(c))))


def headed(lines: Sequence[Line]) -> Iterable[tuple[str, tuple[Line, ...]]]:
    """Return lines with their heading; few stand together, with none."""
    if len(lines) <= _FEW:
        return [("", tuple(lines))]
    return [(topic, tuple(same)) for topic, same in groupby(lines, key=lambda line: line.topic)]


def _topic(caution: Conclusion) -> str:
    return caution.rule.topic if isinstance(caution.rule, Caution) else ""
