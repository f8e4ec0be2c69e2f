"""What a question may look like."""

import pytest
from pydantic import ValidationError

from rls_wizard.domain.flow import missing, observe
from rls_wizard.domain.item import Item

TICK = {"link_id": "since.about", "type": "choice", "options": {"yes": "About"}, "text": "About?"}
DATE = {"link_id": "since", "type": "date", "text": "When?", "required": True, "items": [TICK]}
HOUR = {"link_id": "start", "type": "integer", "text": "When?", "minimum": 0, "maximum": 23}
CHOICE = {"link_id": "land", "type": "choice", "text": "Where?", "options": {"a": "A", "b": "B"}}

MEASURED = {"by": "unit", "equal": {"g": 1, "kg": 0.001}, "source": ["S"]}


@pytest.mark.parametrize(
    ("block", "fault"),
    [
        (HOUR | {"names": ["one"]}, "names are for whole numbers"),
        (CHOICE | {"names": ["one"]}, "names is only for integer"),
        (HOUR | {"appearance": "hour", "maximum": 24}, "an hour goes from 0 to 23"),
        (CHOICE | {"repeats": True, "appearance": "body"}, "a body repeats, and its options are"),
        (HOUR | {"appearance": "body"}, "body is only for choice"),
        (CHOICE | {"appearance": "folded"}, "a folded choice needs 'more'"),
        (CHOICE | {"more": "More"}, "a folded choice needs 'more'"),
        (DATE | {"items": [TICK, TICK | {"link_id": "x"}]}, "a date has no items but one choice"),
        (DATE | {"items": [TICK | {"required": True}]}, "a date has no items but one choice"),
        (DATE | {"items": [CHOICE]}, "a date has no items but one choice"),
        (HOUR | {"items": [TICK]}, "items is only for date and group"),
        (DATE | {"options": {"a": "A"}}, "options is only for choice"),
        (DATE | {"measured": MEASURED}, "measured is only for decimal and integer"),
        (DATE | {"appearance": "ticks"}, "ticks is only for group"),
        (CHOICE | {"options": {}}, "a choice needs options"),
        (DATE | {"type": "group", "items": []}, "a group needs items"),
        (DATE | {"type": "group", "repeats": True, "items": [DATE]}, "an item of a row has no"),
    ],
)  # fmt: skip
def test_what_does_not_fit_together_is_refused(block, fault):
    with pytest.raises(ValidationError, match=fault):
        Item.model_validate(block)


def test_a_date_may_be_about_right(define, answer):
    questionnaire = define([DATE]).questionnaire
    assert questionnaire.told_inside == {"since.about"}
    (page,) = questionnaire.pages
    facts = observe(questionnaire, {}, answer())
    assert missing(page, facts) == ("since",)
    facts = observe(questionnaire, {}, answer({"since": "2026-03", "since.about": "yes"}))
    assert missing(page, facts) == ()
    assert facts["since.about"].value == "yes"
