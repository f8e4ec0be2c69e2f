"""What a question may look like."""

import pytest
from pydantic import ValidationError

from rls_wizard.domain.flow import missing, observe
from rls_wizard.domain.item import Item
from rls_wizard.domain.questionnaire import Page

TICK = {"link_id": "since.about", "type": "choice", "options": {"yes": "About"}, "text": "About?"}
DATE = {"link_id": "since", "type": "date", "text": "When?", "required": True, "items": [TICK]}
HOUR = {"link_id": "start", "type": "integer", "text": "When?", "minimum": 0, "maximum": 23}
CHOICE = {"link_id": "land", "type": "choice", "text": "Where?", "options": {"a": "A", "b": "B"}}

SAY = {"link_id": "say", "type": "display", "text": "Well done"}
LIST = {"link_id": "drugs", "type": "group", "text": "Which?", "repeats": True, "items": [CHOICE]}
BODY = CHOICE | {
    "repeats": True,
    "appearance": "body",
    "options": dict.fromkeys(
        ("both_legs", "one_leg", "feet", "arms", "trunk", "elsewhere"), "Here"
    ),
}
WORKED_OUT = {"formula": "body-mass-index", "of": ["height", "weight"]}
WEEKS_AGO = HOUR | {"timeline": {"text": "It began", "ago": "weeks"}}
AGO = {"question": "land", "months": {"a": [0, 3]}}
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
        (HOUR | {"row": "R", "items": [TICK]}, "items is only for date and group"),
        (DATE | {"options": {"a": "A"}}, "options is only for choice"),
        (DATE | {"measured": MEASURED}, "measured is only for decimal and integer"),
        (DATE | {"appearance": "ticks"}, "ticks is only for group"),
        (CHOICE | {"options": {}}, "a choice needs options"),
        (DATE | {"type": "group", "items": []}, "a group needs items"),
        (DATE | {"type": "group", "repeats": True, "items": [DATE]}, "an item of a row has no"),
        (HOUR | {"names": [str(hour) for hour in range(25)]}, "names are for whole numbers"),
        (HOUR | {"appearance": "hour", "minimum": 1}, "an hour goes from 0 to 23"),
        (CHOICE | {"appearance": "hour"}, "hour is only for integer"),
        (CHOICE | {"appearance": "scale"}, "scale is only for integer"),
        (BODY | {"repeats": False}, "a body repeats, and its options are"),
        (HOUR | {"minimum": None}, "a number needs minimum and maximum"),
        (HOUR | {"maximum": None}, "a number needs minimum and maximum"),
        (HOUR | {"minimum": 24}, "minimum is more than maximum"),
        (HOUR | {"measured": MEASURED, "unit": "kg"}, "measured, or has one unit, but not both"),
        (HOUR | {"calculated": WORKED_OUT, "required": True}, "a calculated number is not asked"),
        (HOUR | {"calculated": WORKED_OUT, "wrong": "No"}, "a calculated number is not asked"),
        (HOUR | {"calculated": WORKED_OUT, "measured": MEASURED}, "a calculated number is not"),
        (SAY | {"lasts": True}, "lasts is only for what is asked"),
        (HOUR | {"calculated": WORKED_OUT, "lasts": True}, "lasts is only for what is asked"),
        (LIST | {"repeats": False, "lasts": True}, "lasts is only for what is asked"),
        (LIST | {"items": [CHOICE | {"lasts": True}]}, "a list lasts as a whole"),
        (HOUR | {"timeline": {"text": "It began"}}, "nothing else, needs ago"),
        (DATE | {"timeline": {"text": "It began", "ago": "weeks"}}, "nothing else, needs ago"),
        (WEEKS_AGO | {"minimum": -1}, "ago counts from 0 to 5200 weeks"),
        (WEEKS_AGO | {"maximum": 5201}, "ago counts from 0 to 5200 weeks"),
        (
            HOUR | {"timeline": {"text": "It began", "ago": "weeks", "unknown": AGO}},
            "unknown is for a date",
        ),
        (DATE | {"timeline": {"text": "B", "unknown": AGO | {"months": {"a": [3, 0]}}}}, "smaller"),
        (
            DATE
            | {"timeline": {"text": "B", "unknown": AGO | {"months": {"b": [0, 3], "a": [3, 0]}}}},
            "smaller",
        ),
        (DATE | {"timeline": {"text": "B", "unknown": AGO | {"months": {"a": []}}}}, "one number"),
        (
            DATE | {"timeline": {"text": "B", "unknown": AGO | {"months": {"a": [0, 1, 2]}}}},
            "one number",
        ),
    ],
)  # fmt: skip
def test_what_does_not_fit_together_is_refused(block, fault):
    with pytest.raises(ValidationError, match=fault):
        Item.model_validate(block)


@pytest.mark.parametrize(
    "block",
    [
        HOUR | {"names": [str(hour) for hour in range(24)]},
        HOUR | {"minimum": 1, "names": [str(hour) for hour in range(23)]},
        HOUR | {"appearance": "hour"},
        HOUR | {"minimum": 23},
        HOUR | {"measured": MEASURED},
        HOUR | {"unit": "kg"},
        HOUR | {"minimum": None, "maximum": None, "calculated": WORKED_OUT},
        CHOICE | {"appearance": "folded", "more": "More"},
        CHOICE | {"lasts": True},
        LIST | {"lasts": True},
        DATE | {"items": []},
        DATE | {"timeline": {"text": "It began"}},
        DATE | {"timeline": {"text": "It began", "unknown": AGO}},
        DATE | {"timeline": {"text": "It began", "unknown": AGO | {"months": {"a": [60]}}}},
        DATE | {"timeline": {"text": "It began", "unknown": AGO | {"months": {"a": [0, 0]}}}},
        WEEKS_AGO,
        WEEKS_AGO | {"maximum": 5200},
        BODY,
    ],
)
def test_what_fits_together_is_taken(block):
    assert Item.model_validate(block).link_id == block["link_id"]


@pytest.mark.parametrize(
    ("block", "asks"),
    [
        (CHOICE, True),
        (LIST, True),
        (LIST | {"repeats": False}, False),
        (SAY, False),
        (HOUR | {"calculated": WORKED_OUT}, False),
    ],
)
def test_a_person_answers_questions_and_lists_but_no_headings(block, asks):
    assert Item.model_validate(block).asks is asks


def test_what_is_asked_is_neither_a_heading_nor_a_part_of_a_list(define):
    head = {"link_id": "head", "type": "group", "text": "H", "items": [HOUR]}
    worked_out = HOUR | {"link_id": "sum", "calculated": WORKED_OUT}
    items = define([SAY, head, LIST, worked_out, DATE]).questionnaire.asked
    assert [item.link_id for item in items] == ["start", "drugs", "since", "since.about"]


def test_a_page_without_anything_on_it_is_refused():
    with pytest.raises(ValidationError, match="a page needs at least one item"):
        Page(id="page", title="Page", item=())


def test_the_options_of_a_choice_are_as_the_editor_wrote_them():
    block = CHOICE | {"exclusive": ["a"], "unoffered": ["b"]}
    item = Item.model_validate(block)
    told = [(o.code, o.text, o.exclusive, o.offered) for o in item.options]
    assert told == [("a", "A", True, True), ("b", "B", False, False)]
    assert item.option("b").text == "B"
    assert item.option("c") is None


def test_only_a_date_has_a_tick_that_it_is_about_right():
    assert Item.model_validate(DATE).about.link_id == "since.about"
    assert Item.model_validate(DATE | {"items": []}).about is None
    assert Item.model_validate(LIST).about is None


def test_a_question_is_called_by_its_few_words_where_it_has_some():
    assert Item.model_validate(CHOICE).label == "Where?"
    assert Item.model_validate(CHOICE | {"short": "Land"}).label == "Land"


def test_a_date_may_be_about_right(define, answer):
    questionnaire = define([DATE]).questionnaire
    assert questionnaire.told_inside == {"since.about"}
    (page,) = questionnaire.pages
    facts = observe(questionnaire, {}, answer())
    assert missing(page, facts) == ("since",)
    facts = observe(questionnaire, {}, answer({"since": "2026-03", "since.about": "yes"}))
    assert missing(page, facts) == ()
    assert facts["since.about"].value == "yes"
