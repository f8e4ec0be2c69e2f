"""Seeded random people walk through all questions: each reaches the end, and is answered."""

import random

import pytest

from rls_wizard.domain.assessment import assess
from rls_wizard.domain.facts import NOT_ASKED, State
from rls_wizard.domain.flow import missing, path
from rls_wizard.domain.item import ItemType
from rls_wizard.domain.response import Absent, AnsweredBy, Response
from rls_wizard.domain.rules import Stage

SOUND_STAGES = set(Stage)


def any_value(item, dice):
    if item.private and dice.random() < 0.2:
        return dice.choice([Absent.DECLINED, Absent.ON_PAPER])
    if item.required and dice.random() < 0.05:
        return Absent.UNKNOWN
    if item.type is ItemType.GROUP:
        rows = ({c.link_id: any_value(c, dice) for c in item.items} for _ in range(2))
        return tuple(rows)
    if item.type is ItemType.CHOICE:
        code = dice.choice(item.offered).code
        return (code,) if item.repeats else code
    if item.type is ItemType.INTEGER:
        return dice.randint(item.minimum, item.maximum)
    return {ItemType.DECIMAL: 18.0, ItemType.DATE: "2026-08"}.get(item.type, "some words")


def answer(items, content, response, dice):
    for item in items:
        facts = content.logic(response).facts
        if facts.get(item.link_id, NOT_ASKED).state is State.NOT_ASKED:
            continue
        if item.asks:
            response = response.record(item.link_id, any_value(item, dice))
        else:
            response = answer(item.items, content, response, dice)
    return response


@pytest.mark.parametrize("seed", range(60))
def test_every_walk_reaches_the_end(content, seed):
    dice = random.Random(seed)
    response = Response(answered_on="2026-11-22", answered_by=dice.choice(list(AnsweredBy)))
    done = set()
    while True:
        pages = path(content.questionnaire, content.logic(response).facts)
        page = next((page for page in pages if page.id not in done), None)
        if page is None:
            break
        done.add(page.id)
        response = answer(page.items, content, response, dice)
        facts = content.logic(response).facts
        assert missing(page, facts) == ()
    assessment = assess(content, response)
    assert assessment.complete
    if assessment.stage is Stage.WITHHELD:
        assert assessment.red_flags
    elif assessment.stage is not Stage.NOT_FOR_THIS_TOOL:
        assert "ADV-SAFETY-NET" in {c.rule.id for c in assessment.advice}
