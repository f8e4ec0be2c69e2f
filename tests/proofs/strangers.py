"""People whose answers are drawn at random, likely or not: what the program accepts, they may say.

`tests/people.py` has likely people. Proofs are about all people, so these here are wilder: from
those who are sure of everything to those who leave half of it open.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from rls_wizard.domain.item import Item, ItemType
from rls_wizard.domain.response import Absent, AnsweredBy, Response
from tests.proofs.answers import NUMBERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rls_wizard.content.load import Content

DAY = date(2026, 11, 22)
_PRIVATE = (Absent.DECLINED, Absent.ON_PAPER)


@dataclass(frozen=True)
class _Temper:
    """How likely somebody is to answer in a way that is no plain answer."""

    silent: float
    unsure: float
    flagged: float
    private: float


class Strangers:
    """Draws answer sets; the same ones for the same seed."""

    def __init__(self, content: Content, seed: int) -> None:
        """Take the questions."""
        self._items = content.questionnaire.asked
        self._rng = random.Random(seed)
        self._near = _near(content)
        self._flags = {c.question for f in content.rules.red_flags for c in f.when}

    def draw(self, size: int) -> Iterator[Response]:
        """Yield so many answer sets."""
        return (self._one() for _ in range(size))

    def _one(self) -> Response:
        pick = self._rng.choice
        temper = _Temper(
            silent=pick((0, 0, 0, 0.02, 0.3)),
            unsure=pick((0, 0, 0.01, 0.05, 0.3)),
            flagged=pick((0, 0, 0, 0.02, 0.3)),
            private=pick((0, 0.1)),
        )
        answers = {item.link_id: self._answer(item, temper) for item in self._items}
        given = {link_id: value for link_id, value in answers.items() if value is not None}
        return Response(answered_on=DAY, answered_by=pick(tuple(AnsweredBy)), answers=given)

    def _answer(self, item: Item, temper: _Temper) -> Any:
        chance = self._rng.random
        if chance() < (temper.silent if item.required else 0.5):
            return None
        if chance() < temper.unsure:
            return Absent.UNKNOWN
        if item.private and chance() < temper.private:
            return self._rng.choice(_PRIVATE)
        if item.link_id in self._flags and item.option("no"):
            return "yes" if chance() < temper.flagged else "no"
        if item.type is ItemType.GROUP:
            count = self._rng.choice((0, 1, 1, 2, 3))
            return tuple(self._row(item, temper) for _ in range(count))
        return self._value(item)

    def _row(self, group: Item, temper: _Temper) -> dict[str, Any]:
        row = {child.link_id: self._answer(child, temper) for child in group.items}
        return {link_id: value for link_id, value in row.items() if value is not None}

    def _value(self, item: Item) -> Any:
        if item.type in NUMBERS:
            return self._number(item)
        if item.type is ItemType.CHOICE:
            return self._codes(item) if item.repeats else self._rng.choice(item.offered).code
        return "2026-03" if item.type is ItemType.DATE else "as told"

    def _number(self, item: Item) -> int:
        low, high = item.minimum or 0, item.maximum or 0
        near = [n for n in self._near.get(item.link_id, ()) if low <= n <= high]
        return self._rng.choice([self._rng.randint(low, high), *near])

    def _codes(self, item: Item) -> tuple[str, ...]:
        alone = [option.code for option in item.offered if option.exclusive]
        if alone and self._rng.random() < 0.4:
            return (self._rng.choice(alone),)
        others = [option.code for option in item.offered if not option.exclusive]
        return tuple(self._rng.sample(others, min(len(others), self._rng.choice((1, 1, 2, 4)))))


def _near(content: Content) -> dict[str, set[int]]:
    """Return the numbers at which a condition turns, for each question."""
    items = content.questionnaire.by_id.values()
    conditions = [c for item in items for c in item.enable_when]
    conditions += [c for block in content.rules.named for c in block.when]
    found: dict[str, set[int]] = {}
    for c in conditions:
        if c.question and isinstance(c.answer, int | float) and not isinstance(c.answer, bool):
            found.setdefault(c.question, set()).update({int(c.answer) + n for n in (-1, 0, 1)})
    return found
