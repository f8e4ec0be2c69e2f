"""Advice left out: grouped by the reasons, or by as few of them as name everything."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from rls_wizard.domain.rules import Advice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from rls_wizard.domain.conclusion import Conclusion


class Group(NamedTuple):
    """Advice that is left out for the same reasons."""

    reasons: tuple[str, ...]
    """In words, each once."""
    unsure: bool
    """Whether these are only things that the person was not sure about."""
    found: tuple[Conclusion, ...]
    more: bool = False
    """Whether some of it has reasons that are not named."""

    @property
    def titles(self) -> str:
        """What it is that is left out."""
        return "; ".join(c.rule.title for c in self.found if isinstance(c.rule, Advice))


def by_reasons(words: Mapping[str, str], found: Iterable[Conclusion]) -> tuple[Group, ...]:
    """Return a group for each set of reasons; `words` say what a finding is, in a fixed order."""
    groups: dict[tuple[tuple[str, ...], bool], tuple[Conclusion, ...]] = {}
    place = _place_in(words)
    for conclusion in found:
        names = sorted(conclusion.reasons or conclusion.doubts, key=place)
        told = tuple(dict.fromkeys(words.get(name, name) for name in names))
        key = told, not conclusion.reasons
        groups[key] = (*groups.get(key, ()), conclusion)
    return tuple(Group(reasons, unsure, group) for (reasons, unsure), group in groups.items())


def by_fewest(groups: Iterable[Group]) -> tuple[Group, ...]:
    """Return groups of one reason each, the one that leaves out most first.

    Each advice stands in one of them. One reason is enough to leave it out.
    """
    every = tuple(groups)
    return tuple(
        group
        for unsure in (False, True)
        for group in _fewest([group for group in every if group.unsure is unsure])
    )


def _fewest(left: list[Group]) -> Iterator[Group]:
    while left:
        count = Counter(reason for group in left for reason in group.reasons for _ in group.found)
        (main, _), *_ = count.most_common(1)
        named = [group for group in left if main in group.reasons]
        found = tuple(conclusion for group in named for conclusion in group.found)
        more = any(len(group.reasons) > 1 for group in named)
        yield named[0]._replace(reasons=(main,), found=found, more=more)
        left = [group for group in left if main not in group.reasons]


def _place_in(words: Mapping[str, str]) -> Callable[[str], int]:
    places = {name: number for number, name in enumerate(words)}
    return lambda name: places.get(name, len(places))
