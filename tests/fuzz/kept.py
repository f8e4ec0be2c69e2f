"""The reader of a visit that was broken off."""

from __future__ import annotations

import json
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

from rls_wizard.handover.unfinished import Unfinished, UnfinishedError, pack, sum_of, unpack
from tests.fuzz import world
from tests.fuzz.answers import says_what_is_written, usable
from tests.fuzz.objects import spoil_json
from tests.fuzz.spoil import spoil_bytes
from tests.fuzz.target import Target, must, reason

if TYPE_CHECKING:
    from random import Random

_AT = datetime(2026, 11, 22, 3, 4, 5)


def targets() -> list[Target]:
    """Return this reader."""
    return [Target("saved visit", _visits, _spoil, _read, budget=80)]


@cache
def _visits() -> list[bytes]:
    content = world.content()
    pages = [page.id for page in content.questionnaire.pages]
    return [
        pack(Unfinished(response, _AT, "PAGE", page, who_told=True), content)
        for response, page in zip(world.responses(), pages * 9, strict=False)
    ]


def _spoil(raw: bytes, dice: Random) -> bytes:
    """Return it damaged, or with another answer and a sum that is right again."""
    if dice.random() < 0.3:
        return spoil_bytes(raw, dice, dice.choice(_visits()))
    kept = json.dumps(json.loads(raw)["kept"]).encode()
    spoilt = spoil_json(kept, dice, next(iter(world.odd_answer(dice).values())))
    try:
        found = json.loads(spoilt)
        return json.dumps({"sum": sum_of(found), "kept": found}).encode()
    except (ValueError, RecursionError):
        return b'{"sum": "", "kept": %s}' % spoilt


def _read(raw: bytes) -> bool:
    content = world.content()
    try:
        visit = unpack(raw, content, world.TODAY, world.WORDS)
    except UnfinishedError as error:
        reason(str(error), raw)
        return False
    must(not visit.changes or all(line.isprintable() for line in visit.changes), "what changed")
    usable(visit.response)
    again = unpack(pack(visit, content), content, world.TODAY, world.WORDS)
    must(again.response == visit.response, "what was kept of it comes back as something else")
    file = json.loads(raw.decode("utf-8-sig"))["kept"]["visit"]
    if file.get("content_version") != "2025.3" and not visit.changes:
        says_what_is_written(visit.response, file)
    return True
