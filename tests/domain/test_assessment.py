"""What a stage and advice rest on, what is still to be answered, and whom other words are for."""

from datetime import date

import pytest

from rls_wizard.domain.assessment import assess
from rls_wizard.domain.response import Absent

RULE = {
    "title": "T",
    "text": "Plain.",
    "source": ["S"],
    "grade": "C",
    "reviewed_on": date(2026, 11, 22),
}
WITHHELD = {"id": "row.0", "stage": "withheld", "when": [{"finding": "flags.urgent"}], "text": "0"}
OPEN = {"id": "row.1", "stage": "incomplete", "when": [{"finding": "flags.open"}], "text": "1"}
REST = {"id": "row.9", "stage": "initial", "text": "9"}


def yes(question):
    return {"question": question, "answer": "yes"}


def flag(question, level):
    return {"id": f"rf.{question}", "level": level, "when": [yes(question)], **RULE}


def advice(**changes):
    return {"id": "ADV-X", **RULE, **changes}


@pytest.fixture
def assessed(define, answer):
    """Return what answers to a few questions amount to; each yes to one is a finding, too."""

    def build(answers, **tables):
        items = [{"link_id": name, "private": True} for name in "abc"]
        findings = [{"id": name, "text": name, "when": [yes(name)]} for name in "abc"]
        definitions = define(items, **{"findings": findings, "stages": [REST]} | tables)
        return assess(definitions, answer(answers))

    return build


NO = dict.fromkeys("abc", "no")
URGENT = [flag("a", "soon"), flag("b", "same-day"), flag("c", "emergency")]


@pytest.mark.parametrize(
    ("answers", "because"),
    [
        (NO | {"a": "yes", "b": "yes"}, ("b",)),
        (NO | {"b": Absent.UNKNOWN, "c": "yes"}, ("c", "b")),
        ({"a": "no", "c": "no"}, ("b",)),
    ],
)
def test_a_stage_that_rests_on_signs_names_them(assessed, answers, because):
    found = assessed(answers, red_flags=URGENT, stages=[WITHHELD, OPEN, REST])
    assert found.stage_because == because


def test_signs_to_be_answered_are_missing_though_their_page_may_be_left(assessed):
    found = assessed({"b": "no"}, red_flags=URGENT, stages=[WITHHELD, OPEN, REST])
    assert (found.complete, found.missing) == (True, ("a", "c"))


def test_what_the_stage_waits_for_is_missing_though_its_page_may_be_left(assessed):
    row = {"id": "row.2", "stage": "worsening", "when": [yes("a"), yes("b")], "text": "2"}
    found = assessed({"a": "yes"}, stages=[row, REST])
    assert (found.stage.value, found.complete, found.missing) == ("incomplete", True, ("b",))


def test_a_stage_names_its_own_reasons_where_its_conditions_do_not_tell(assessed):
    quiet = [{"finding": "b", "is": False}]
    row = {"id": "row.2", "stage": "initial", "when": [yes("a"), *quiet], "text": "2"}
    assert assessed(NO | {"a": "yes"}, stages=[row]).stage_because == ("a",)
    found = assessed(NO | {"a": "yes"}, stages=[row | {"because": ["c", "a"]}])
    assert found.stage_because == ("a", "c")
    found = assessed(NO, stages=[row | {"when": quiet}])
    assert found.stage_because == ("b",)


@pytest.mark.parametrize(
    ("when", "because"),
    [([], ("a",)), ([yes("b")], ("b",)), ([{"finding": "c", "is": False}], ("a",))],
)
def test_advice_that_asks_for_nothing_goes_by_what_the_stage_goes_by(assessed, when, because):
    row = REST | {"when": [yes("a")]}
    answers = {"a": "yes", "b": "yes", "c": "no"}
    (found,) = assessed(answers, stages=[row], advice=[advice(when=when)]).advice
    assert found.because == because


@pytest.mark.parametrize(
    ("changes", "given"),
    [
        ({}, True),
        ({"stages": ["initial"]}, True),
        ({"stages": ["worsening"]}, False),
        ({"when": [yes("a")]}, True),
        ({"when": [yes("b")]}, False),
        ({"stages": ["worsening"], "when": [yes("a")]}, False),
    ],
)
def test_advice_is_for_its_stages_and_conditions(assessed, changes, given):
    found = assessed(NO | {"a": "yes"}, advice=[advice(**changes)])
    assert [c.text for c in found.advice] == ["Plain."] * given


OTHER = [{"for": ["a", "b"], "text": "Other."}]


@pytest.mark.parametrize("field", ["ask", "gentle"])
@pytest.mark.parametrize(
    ("answers", "text"),
    [(NO, "Plain."), (NO | {"a": "yes"}, "Other."), (NO | {"b": Absent.UNKNOWN}, "Other.")],
)
def test_other_words_of_advice_are_for_who_is_in_any_finding(assessed, field, answers, text):
    (found,) = assessed(answers, advice=[advice(**{field: OTHER})]).advice
    assert found.text == text


@pytest.mark.parametrize(("b", "text"), [("no", "Plain."), ("yes", "Other.")])
def test_other_words_of_a_caution_are_for_who_is_in_any_finding(assessed, b, text):
    caution = {"id": "CAU-X", "topic": "t", "when": [yes("c")], "instead": OTHER, **RULE}
    (found,) = assessed({"a": "no", "b": b, "c": "yes"}, cautions=[caution]).cautions
    assert found.text == text


def test_what_is_left_out_names_the_answers_that_are_sure_and_those_that_are_not(assessed):
    answers = {"a": "no", "b": Absent.UNKNOWN, "c": "yes"}
    (found,) = assessed(answers, advice=[advice(remove=["a", "b", "c"])]).left_out
    assert (found.reasons, found.doubts, found.because) == (("c",), ("b",), ("c", "b"))
