"""What the readers read for: the content that is shipped, and people who answered."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from rls_wizard import i18n
from rls_wizard.content.load import Content, load_content
from rls_wizard.domain.item import Item, ItemType
from rls_wizard.domain.response import Response, Then
from rls_wizard.handover.answer_file import write
from rls_wizard.paths import resources
from tests import people
from tests.conftest import TODAY

if TYPE_CHECKING:
    from random import Random

__all__ = ["TODAY", "WORDS", "answer_files", "content", "odd_answer", "responses"]

WORDS = i18n.load("en")
VERSIONS = (None, "2026.11", "2025.3", "2099.1")
"""Not told, today's, an older and a newer one."""


@cache
def content() -> Content:
    """Return the content that is shipped, with something retired in it."""
    read = load_content(resources() / "content", WORDS)
    book = read.codebook
    retired = [
        *(one.model_dump() for one in book.retired),
        {"question": "nap", "became": "naps", "short": "Sleeps by day"},
        {"question": "shoe_size", "short": "Size of shoes"},
        {"question": "mimics", "option": "itch", "became": "cramp", "short": "Itch"},
        {"question": "caffeine", "option": "mate", "short": "Mate"},
    ]
    book = book.model_validate(book.model_dump() | {"retired": retired})
    return read.model_copy(update={"read_codebook": lambda: book})


@cache
def responses() -> list[Response]:
    """Return people of all kinds."""
    everybody = [people.response(kind(seed)) for kind in people.KINDS for seed in range(6)]
    for number in range(0, len(everybody), 3):
        response = everybody[number]
        then = Then(answered_on="2026-01-31", answers=dict(response.answers))
        changed = response.record("rf.01", "no").take_back("rf.01")
        everybody.append(changed.model_copy(update={"then": then}))
    return everybody


@cache
def answer_files() -> list[bytes]:
    """Return answer files of all versions, older ones with what is asked no more."""
    files = []
    for number, response in enumerate(responses()):
        file = json.loads(write(response))
        version = VERSIONS[number % len(VERSIONS)]
        if version is not None:
            file["content_version"] = version
        if version == "2025.3":
            file["answers"] |= {"nap": "yes", "shoe_size": 42, "mimics": ["itch"]}
        files.append(json.dumps(file).encode())
    return files


def odd_answer(dice: Random) -> dict[str, Any]:
    """Return answers that are nearly such as the questions take them."""
    items = dice.sample(list(content().questionnaire.asked), dice.randint(1, 4))
    return {item.link_id: _near(item, dice) for item in items}


def _near(item: Item, dice: Random) -> Any:
    if item.type is ItemType.GROUP:
        rows = range(dice.choice([0, 1, 2, 99, 100, 101]))
        return [{child.link_id: _near(child, dice) for child in item.items} for _ in rows]
    if item.type is ItemType.CHOICE:
        codes = [option.code for option in item.options]
        several = dice.choices(codes, k=dice.randint(1, min(12, len(codes) + 1)))
        return several if item.repeats == (dice.random() < 0.9) else several[0]
    if item.type in {ItemType.INTEGER, ItemType.DECIMAL}:
        low, high = item.minimum or 0, item.maximum or 100
        return dice.choice([low, high, low - 1, high + 1, low + 0.5, float(high), high - 0.00001])
    if item.type is ItemType.DATE:
        return dice.choice(
            ["1900", "1899", "2026", "2026-11", "2026-12", "2026-11-22", "2024-02-30"]
        )
    return dice.choice(["x" * 2_000, "x" * 2_001, "a\n" * 60, "a\n" * 61, "\u202e{0}\x07", " "])
