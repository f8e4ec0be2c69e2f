from datetime import date

import pytest

from rls_wizard.domain.assessment import assess
from rls_wizard.domain.flags import flag_questions
from rls_wizard.domain.questionnaire import Absent
from rls_wizard.domain.rules import Stage, Urgency

YES = {"question": "rf", "answer": "yes"}
RULE = {
    "text": "Go.",
    "source": ["S"],
    "grade": "P",
    "reviewed_on": date(2026, 11, 22),
    "title": "T",
}


def flag(level, *when):
    return {"id": "rf.99", "level": level, "when": list(when), **RULE}


def assessed(define, answer, flags, value):
    definitions = define(
        [{"link_id": "rf", "private": True}],
        red_flags=flags,
        stages=[
            {"id": "r0", "stage": "withheld", "when": [{"finding": "flags.urgent"}], "text": "0"},
            {"id": "r1", "stage": "incomplete", "when": [{"finding": "flags.open"}], "text": "1"},
            {"id": "r2", "stage": "initial", "text": "2"},
        ],
    )
    return assess(definitions, answer({"rf": value} if value else {}))


@pytest.mark.parametrize(
    ("value", "stage", "urgency"),
    [
        ("yes", Stage.WITHHELD, Urgency.SAME_DAY),
        ("no", Stage.INITIAL, Urgency.NONE),
        (Absent.UNKNOWN, Stage.WITHHELD, Urgency.SAME_DAY),
        (Absent.DECLINED, Stage.INITIAL, Urgency.NONE),
        (Absent.ON_PAPER, Stage.INITIAL, Urgency.NONE),
        (None, Stage.INCOMPLETE, Urgency.NONE),
    ],
)
def test_what_each_answer_does(define, answer, value, stage, urgency):
    assessment = assessed(define, answer, [flag("same-day", YES)], value)
    assert (assessment.stage, assessment.urgency) == (stage, urgency)


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        (["emergency"], Urgency.EMERGENCY),
        (["emergency", "same-day"], Urgency.SAME_DAY),
        (["soon"], Urgency.SOON),
        (["same-day", "soon"], Urgency.SAME_DAY),
    ],
)
def test_not_sure_counts_at_the_lowest_urgent_level(define, answer, levels, expected):
    other = {"question": "rf", "answer": "no"}
    flags = [flag(levels[0], YES), *(flag(level, YES, other) for level in levels[1:])]
    assert assessed(define, answer, flags, Absent.UNKNOWN).urgency is expected


def test_the_highest_level_counts(define, answer):
    flags = [flag("soon", YES), flag("emergency", YES), flag("same-day", YES)]
    (raised,) = assessed(define, answer, flags, "yes").red_flags
    assert raised.level is Urgency.EMERGENCY


def test_a_soon_flag_never_withholds_the_stage(define, answer):
    assessment = assessed(define, answer, [flag("soon", YES)], "yes")
    assert (assessment.stage, assessment.urgency) == (Stage.INITIAL, Urgency.SOON)


def test_flag_questions_are_those_that_flags_name(define):
    rules = define(
        [{"link_id": "rf"}, {"link_id": "age"}],
        findings=[{"id": "old", "when": [{"question": "age", "answer": "yes"}]}],
        red_flags=[flag("soon", YES, {"finding": "old"})],
    ).rules
    assert flag_questions(rules) == {"rf"}


FLAG_QUESTIONS = [
    "rf.01", "rf.02", "rf.03", "rf.04", "rf.04.past", "rf.05", "rf.08", "rf.17", "rf.18", "rf.19",
]  # fmt: skip


@pytest.mark.parametrize("link_id", FLAG_QUESTIONS)
@pytest.mark.parametrize("value", ["yes", Absent.UNKNOWN])
def test_every_urgent_flag_withholds_stage_and_advice(content, visit, link_id, value):
    assessment = assess(content, visit({link_id: value}))
    assert assessment.stage is Stage.WITHHELD
    assert assessment.urgency.urgent
    assert (assessment.advice, assessment.left_out, assessment.parts) == ((), (), ())
