"""What a rule must say, and what is known of all rules together."""

from datetime import date

import pytest
from pydantic import ValidationError

from rls_wizard.domain.rules import Advice, Caution, Finding, RuleBook, Stage, UrgencyRow

RULE = {
    "title": "T",
    "text": "Plain.",
    "source": ["S"],
    "grade": "C",
    "reviewed_on": date(2026, 11, 22),
}
IS_YES = [{"question": "q", "answer": "yes"}]


@pytest.mark.parametrize("stage", Stage)
def test_a_stage_is_a_part_of_the_text_or_says_that_there_is_none(stage):
    without = {"none", "withheld", "incomplete", "not-for-this-tool"}
    assert stage.fits is (stage.value not in without)


@pytest.mark.parametrize(
    ("block", "fault"),
    [
        ({}, "a finding needs when, any_row or of"),
        ({"at_least": 2}, "a finding needs when, any_row or of"),
        ({"of": ["a", "b"], "at_least": 0}, "at_least must lie between 1 and 2"),
        ({"of": ["a", "b"], "at_least": 3}, "at_least must lie between 1 and 2"),
    ],
)
def test_a_finding_that_finds_nothing_is_refused(block, fault):
    with pytest.raises(ValidationError, match=fault):
        Finding.model_validate({"id": "f", **block})


@pytest.mark.parametrize(
    "block",
    [{"when": IS_YES}, {"any_row": IS_YES}, {"of": ["a"]}, {"of": ["a", "b"], "at_least": 2}],
)
def test_a_finding_needs_only_one_thing_to_go_by(block):
    assert Finding.model_validate({"id": "f", **block}).id == "f"


def test_who_is_to_be_seen_soon_is_told_by_when():
    soon = {"id": "u", "level": "soon", "when": IS_YES}
    with pytest.raises(ValidationError, match="'soon' needs a text that says by when"):
        UrgencyRow.model_validate(soon)
    assert UrgencyRow.model_validate(soon | {"text": "Within two weeks."}).text
    assert UrgencyRow.model_validate(soon | {"level": "routine"}).text is None


def words(*texts):
    return [{"for": [text.lower().rstrip(".")], "text": text} for text in texts]


def test_only_words_to_ask_first_are_such():
    other = {"ask": words("Ask.", "Phone."), "gentle": words("Gently.")}
    advice = Advice.model_validate({"id": "ADV-X", **RULE, **other})
    asks = [advice.asks_first(text) for text in ("Ask.", "Phone.", "Gently.", "Plain.")]
    assert asks == [True, True, False, False]
    assert [variant.text for variant in advice.variants] == ["Ask.", "Phone.", "Gently."]


def test_all_that_a_caution_says_to_some_is_known():
    other = {"instead": words("Other."), "lines": words("Also.")}
    block = {"id": "CAU-X", "topic": "t", "when": IS_YES, **RULE, **other}
    assert [v.text for v in Caution.model_validate(block).variants] == ["Other.", "Also."]


def test_a_finding_is_called_by_its_words_and_else_by_its_meaning():
    book = RuleBook.model_validate(
        {
            "findings": [
                {"id": "numb", "text": "numb feet", "meaning": "neuropathy", "when": IS_YES},
                {"id": "calm", "meaning": "no complaint", "when": IS_YES},
                {"id": "calm", "when": IS_YES},
            ],
            "populations": [{"id": "old", "text": "over 65", "when": IS_YES}],
        }
    )
    assert book.words == {"numb": "numb feet", "old": "over 65"}
    assert book.meanings == {"numb": "numb feet", "calm": "no complaint", "old": "over 65"}


def test_a_group_of_people_can_be_named_like_a_finding(define, answer):
    old = {"id": "old", "text": "over 65", "when": IS_YES}
    definitions = define([{"link_id": "q"}], populations=[old])
    assert definitions.logic(answer({"q": "yes"})).holds("old")
    assert not definitions.logic(answer({"q": "no"})).holds("old")
