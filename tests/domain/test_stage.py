"""The stage table of rules.md 3, as a table of values; an oracle of its own, not the content."""

import itertools

import pytest

from rls_wizard.content.cases import response_of
from rls_wizard.domain.assessment import assess
from rls_wizard.domain.response import Absent
from rls_wizard.domain.rules import Stage, Urgency

UNKNOWN = Absent.UNKNOWN


@pytest.mark.parametrize("days", [1, 2])
@pytest.mark.parametrize(
    ("bother", "impact", "nights"), [(3, 3, 2), (4, 0, 0), (0, 4, 0), (0, 0, 3)]
)
@pytest.mark.parametrize("weeks", [5, 6])
@pytest.mark.parametrize("trend", ["better", "same", "worse"])
def test_untreated_adults(content, visit, days, bother, impact, nights, weeks, trend):
    changes = {
        "days_per_week": days,
        "bother": bother,
        "day_impact": impact,
        "sleep_nights": nights,
        "selfcare_weeks": weeks,
        "trend_3m": trend,
    }
    persistent, steady, worse = days >= 2, weeks >= 6, trend == "worse"
    significant = (bother, impact, nights) != (3, 3, 2)
    if persistent and significant:
        expected = "worsening" if worse and steady else "supportive-see-clinician"
    elif persistent and steady:
        expected = "supportive-see-clinician" if worse else "supportive-self-care"
    else:
        expected = "initial"
    assert assess(content, visit(changes)).stage.value == expected


TREATED = {"rx_now": "yes", "rx_kinds": ("other",), "rx_weeks": 2, "rx_effect": "works"}
EFFECTS = {
    "works": False,
    "helps_partly": False,
    "wearing_off": True,
    "never_helped": True,
    "side_effects_limit_it": True,
    UNKNOWN: False,
}


@pytest.mark.parametrize("effect", EFFECTS)
@pytest.mark.parametrize("weeks", [3, 4])
@pytest.mark.parametrize("strong", [False, True])
def test_treated_adults(content, visit, effect, weeks, strong):
    changes = {**TREATED, "rx_effect": effect, "rx_weeks": weeks}
    changes |= {"bother": 5 if strong else 1, "day_impact": 0, "sleep_nights": 0}
    failing = EFFECTS[effect] or (weeks >= 4 and strong)
    assessment = assess(content, visit(changes))
    assert assessment.stage.value == ("worsening" if failing else "supportive-on-treatment")
    assert assessment.urgency is (Urgency.SOON if failing else Urgency.ROUTINE)


@pytest.mark.parametrize("question", ["aug.earlier", "aug.more", "aug.stronger", "aug.spread"])
def test_each_augmentation_answer_alone_is_failing(content, visit, question):
    answers = dict.fromkeys(["aug.earlier", "aug.more", "aug.stronger", "aug.spread"], "no")
    changes = {**TREATED, "rx_kinds": ("dopamine",), "rf.10": "no", **answers, question: "yes"}
    changes |= {"bother": 0, "day_impact": 0, "sleep_nights": 0}
    assert assess(content, visit(changes)).stage is Stage.WORSENING


CORE = ("core.urge", "core.rest", "core.relief", "core.evening")
CORE_ANSWERS = [
    answers
    for answers in itertools.product(("yes", "no", UNKNOWN), repeat=4)
    if list(answers) != ["yes"] * 4
]


@pytest.mark.parametrize("answers", CORE_ANSWERS, ids=str)
def test_core_points(content, visit, answers):
    assessment = assess(content, visit(dict(zip(CORE, answers, strict=True))))
    unsure = answers[1:].count(UNKNOWN)
    if "no" in answers:
        assert assessment.stage is Stage.NONE
    elif answers[0] is UNKNOWN or unsure >= 2:
        assert assessment.stage is Stage.INCOMPLETE
    else:
        assert assessment.stage is Stage.SUPPORTIVE_SEE_CLINICIAN
        assert assessment.provisional


@pytest.mark.parametrize(
    ("age", "expected"),
    [
        (1, Stage.NOT_FOR_THIS_TOOL),
        (2, Stage.INITIAL),
        (17, Stage.INITIAL),
        (18, Stage.SUPPORTIVE_SEE_CLINICIAN),
    ],
)
def test_ages(content, visit, age, expected):
    assert assess(content, visit({"age": age})).stage is expected


def test_the_reason_is_told(content, visit):
    because = assess(content, visit()).stage_because
    assert set(because) >= {"days_per_week", "bother"}
    assert "trend_3m" not in because


def test_what_is_open_is_named(content, visit):
    assessment = assess(content, visit({"days_per_week": None}))
    assert assessment.stage is Stage.INCOMPLETE
    assert assessment.stage_because == ("days_per_week",)
    assert "days_per_week" in assessment.missing


@pytest.mark.parametrize("link_id", ["rf.01", "rf.08", "rf.11", "rf.08.little"])
def test_no_stage_while_a_flag_question_is_open(content, visit, link_id):
    assessment = assess(content, visit({link_id: None}))
    assert assessment.stage is Stage.INCOMPLETE
    assert link_id in assessment.missing


def test_nothing_else_is_needed_for_a_stage(content, visit):
    optional = ["conditions", "iron.test", "iron.signs", "mimics", "family", "wishes"]
    assessment = assess(content, visit(dict.fromkeys(optional)))
    assert assessment.stage is Stage.SUPPORTIVE_SEE_CLINICIAN
    assert not assessment.complete


MILD = {"days_per_week": 1, "bother": 1, "day_impact": 0, "sleep_nights": 0}


def test_a_part_is_explained_by_what_was_answered_and_not_by_what_does_not_apply(content, visit):
    assessment = assess(content, visit({"age": 70, "rf.24": "no", **MILD}))
    (part,) = assessment.parts
    assert part.rule.id == "part.initial"
    assert "age" not in part.because
    assert part.because == assessment.stage_because


def test_the_part_for_some_people_names_what_they_are(content, visit):
    parts = {p.rule.id: p.because for p in assess(content, visit({"age": 15, **MILD})).parts}
    assert parts["part.initial.people"] == ("age",)


def test_every_stage_and_all_advice_has_its_reason(content, cases):
    for case in cases.values():
        assessment = assess(content, response_of(case, cases, content))
        assert assessment.stage_because, case.name
        if assessment.stage is Stage.INCOMPLETE:
            continue  # what is missing is told instead
        said = (*assessment.parts, *assessment.cautions, *assessment.advice, *assessment.left_out)
        assert [c.rule.id for c in said if not c.because] == [], case.name
