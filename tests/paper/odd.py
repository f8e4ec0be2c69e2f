"""People whose words are hard to print: too long, of other scripts, or meant to do harm."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

from rls_wizard.domain.item import ItemType
from rls_wizard.domain.values import LONGEST_TEXT
from rls_wizard.handover import answer_file
from tests.proofs.strangers import Strangers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rls_wizard.content.load import Content
    from rls_wizard.domain.item import Item
    from rls_wizard.domain.response import Response

WORDS = (
    "x" * 2000,
    "Donaudampfschifffahrt" * 40,
    "a\u00a0" * 900,
    "-" * 500,
    "short",
    "\u200b",
    "a\n\n" * 29,
    "\U0001f600",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467\ufe0f and me",
    "\u0645\u0631\u062d\u0628\u0627 hello",
    "\u05e9\u05dc\u05d5\u05dd",
    "\u202eback\u202c",
    "\x00\x07\x1b[31m red",
    "\ue000 own",
    "<b>&amp;</b> ]]> <para>",
    "{country.urgent} %s",
    "\u2022 a dot",
    "e\u0301 " * 300,
    "\u0395\u03bb\u03bb\u03b7\u03bd\u03b9\u03ba\u03ac \u0438 \u044f \u2192 \u2713 \u2265",
    "\u6f22\u5b57" * 99,
    "It is worst in the evening. I walk until four, and then I sleep. " * 30,
)
_MEDICINES = 30


def people(content: Content, seed: int, count: int) -> Iterator[Response]:
    """Yield so many of them; the same ones for the same seed."""
    dice = random.Random(seed)
    texts = {item.link_id: item for item in _texts(content.questionnaire.asked)}
    for response in Strangers(content, seed).draw(count):
        answers = {link_id: _said(link_id, value, texts, dice)
                   for link_id, value in response.answers.items()}  # fmt: skip
        written = answer_file.write(response.model_copy(update={"answers": answers}))
        yield answer_file.read(written, content, response.answered_on)


def _texts(items: Any) -> Iterator[Item]:
    for item in items:
        if item.type is ItemType.TEXT:
            yield item
        yield from _texts(item.items)


def _said(link_id: str, value: Any, texts: dict[str, Item], dice: random.Random) -> Any:
    """Return an answer with other words, and with many more rows now and then."""
    if isinstance(value, tuple) and value and isinstance(value[0], dict):
        rows = value * _MEDICINES if dice.random() < 0.3 else value
        return tuple(
            {name: _said(name, inner, texts, dice) for name, inner in row.items()}
            for row in rows[:_MEDICINES]
        )
    if link_id in texts and isinstance(value, str):
        return dice.choice(WORDS)[: texts[link_id].maximum or LONGEST_TEXT]
    return value
