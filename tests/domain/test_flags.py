from datetime import date

import pytest

from rls_wizard.domain.assessment import assess
from rls_wizard.domain.flags import flag_questions
from rls_wizard.domain.item import Appearance
from rls_wizard.domain.response import Absent
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


def medicine(kind):
    row = {"medicines.name": "X", "medicines.class": kind, "medicines.from": "prescribed"}
    return {"medicines.any": "yes", "medicines": (row,)}


def legs_medicine(kind):
    return {"rx_now": "yes", "rx_kinds": (kind,), "rx_weeks": 30, "rx_effect": "works"}


NOW, TODAY = Urgency.EMERGENCY, Urgency.SAME_DAY
FELL = {"falls": "yes", "rf.20": "no", "rf.20.stand": "no", "rf.24": "no"}
PREGNANT = {"pregnancy": "pregnant", "pregnancy.weeks": 30} | dict.fromkeys(
    ("rf.12", "rf.12.more", "rf.12.fit", "rf.13", "rf.13.severe", "rf.13.movement"), "no"
)
ON_DOPAMINE = legs_medicine("dopamine") | dict.fromkeys(
    ("aug.earlier", "aug.more", "aug.stronger", "aug.spread", "rf.10"), "no"
)
# rules.md 6 once more: who is asked, what a yes is, and what "not sure" is.
FLAGS = {
    "rf.01": ({}, TODAY, TODAY),
    "rf.02": ({}, NOW, NOW),
    "rf.03": ({}, NOW, NOW),
    "rf.04": ({}, NOW, TODAY),
    "rf.04.past": ({}, TODAY, TODAY),
    "rf.05": ({}, NOW, NOW),
    "rf.05.legs": ({}, NOW, NOW),
    "rf.06": ({}, NOW, NOW),
    "rf.07": (medicine("opioid"), NOW, NOW),
    "rf.08": ({}, TODAY, TODAY),
    "rf.09": ({}, TODAY, TODAY),
    "rf.12": (PREGNANT, TODAY, TODAY),
    "rf.12.more": (PREGNANT, TODAY, TODAY),
    "rf.12.fit": (PREGNANT, NOW, TODAY),
    "rf.13": (PREGNANT, TODAY, TODAY),
    "rf.13.movement": (PREGNANT, TODAY, TODAY),
    "rf.13.severe": (PREGNANT, NOW, TODAY),
    "rf.14": ({"age": 15}, TODAY, TODAY),
    "rf.14.joint": ({"age": 15}, TODAY, TODAY),
    "rf.17": ({}, TODAY, TODAY),
    "rf.18": ({}, TODAY, TODAY),
    "rf.19": ({}, TODAY, TODAY),
    "rf.20": (FELL, TODAY, TODAY),
    "rf.20.stand": (FELL, NOW, TODAY),
    "rf.22": ({"alcohol": "stopped"}, TODAY, TODAY),
    "rf.27": (ON_DOPAMINE, TODAY, TODAY),
}
SOON = {
    "rf.10": ON_DOPAMINE,
    "rf.11": {},
    "rf.16": {},
    "rf.16.weight": {},
    "rf.16.sweats": {},
    "rf.16.bruises": {},
    "rf.16.lump": {},
    "rf.16.child": {"age": 15},
    "rf.08.little": {},
    "rf.23": {"alcohol": "most_days"},
    "rf.24": FELL,
    "rf.25": medicine("antidepressant"),
    "rf.26": {},
}


@pytest.mark.parametrize("link_id", FLAGS)
def test_every_urgent_flag_withholds_stage_and_advice(content, visit, link_id):
    who, level, unsure = FLAGS[link_id]
    for value, expected in (("yes", level), (Absent.UNKNOWN, unsure)):
        found = assess(content, visit({**who, link_id: value}))
        assert (found.stage, found.urgency) == (Stage.WITHHELD, expected)
        assert (found.advice, found.left_out, found.parts) == ((), (), ())


@pytest.mark.parametrize("link_id", SOON)
@pytest.mark.parametrize("value", ["yes", Absent.UNKNOWN])
def test_a_flag_for_the_next_days_leaves_the_stage(content, visit, link_id, value):
    found = assess(content, visit({**SOON[link_id], link_id: value}))
    assert link_id.startswith(tuple(flag.rule.id for flag in found.red_flags))
    assert found.urgency is Urgency.SOON
    assert found.stage is not Stage.WITHHELD


@pytest.mark.parametrize("link_id", [*FLAGS, *SOON])
def test_every_flag_is_asked_since_when(content, visit, link_id):
    who = (FLAGS.get(link_id) or (SOON.get(link_id),))[0]
    before = set(content.logic(visit({**who, link_id: "no"})).facts)
    after = set(content.logic(visit({**who, link_id: "yes"})).facts)
    assert any(asked.startswith("rf.since") for asked in after - before)


def asked_of(content, visit, changes, *link_ids):
    return set(link_ids) & set(content.logic(visit(changes)).facts)


@pytest.mark.parametrize(
    ("age", "asked"),
    [
        (12, {"rf.14", "rf.14.joint", "rf.16.child", "rf.15", "rf.21"}),
        (13, {"rf.14", "rf.14.joint", "rf.16.child", "rf.06", "mood", "rf.09"}),
        (17, {"rf.14", "rf.14.joint", "rf.16.child", "rf.06", "mood", "rf.09"}),
        (18, {"rf.06", "mood", "rf.09"}),
    ],
)
def test_signs_by_age(content, visit, age, asked):
    by_age = (
        "rf.06", "rf.14", "rf.14.joint", "rf.15", "rf.21", "rf.16.child", "mood", "rf.09",
    )  # fmt: skip
    assert asked_of(content, visit, {"age": age}, *by_age) == asked


@pytest.mark.parametrize(
    ("changes", "asked"),
    [
        (medicine("other"), set()),
        (medicine("antihistamine"), set()),
        (medicine("gabapentinoid"), {"rf.07"}),
        (medicine("opioid"), {"rf.07"}),
        (medicine("sleeping"), {"rf.07"}),
        (medicine("calming"), {"rf.07"}),
        (medicine("antipsychotic"), {"rf.25"}),
        (medicine("antisickness"), {"rf.25"}),
        (medicine("antidepressant"), {"rf.25"}),
        (medicine("dopamine"), {"rf.27"}),
        (medicine(Absent.UNKNOWN), {"rf.07", "rf.25"}),
        (legs_medicine("dopamine"), {"rf.27"}),
        (legs_medicine("gabapentinoid"), {"rf.07", "rf.27"}),
        (legs_medicine("iron"), set()),
        (legs_medicine("device"), set()),
        (legs_medicine("dopamine") | {"rx_kinds": Absent.UNKNOWN}, {"rf.07", "rf.25", "rf.27"}),
    ],
)
def test_signs_by_class_of_medicine(content, visit, changes, asked):
    base = {"medicines.any": "no", "medicines": None}
    classes = ("rf.07", "rf.25", "rf.27")
    assert asked_of(content, visit, base | changes, *classes) == asked


@pytest.mark.parametrize(
    ("alcohol", "asked"),
    [
        ("never", set()),
        ("some_days", set()),
        ("most_days", {"rf.22", "rf.23"}),
        ("stopped", {"rf.22"}),
    ],
)
def test_signs_by_alcohol(content, visit, alcohol, asked):
    assert asked_of(content, visit, {"alcohol": alcohol}, "rf.22", "rf.23") == asked


@pytest.mark.parametrize(("age", "falls"), [(80, "no"), (80, "yes"), (40, "no"), (40, "yes")])
def test_falls_are_asked_only_behind_any_falls(content, visit, age, falls):
    asked = asked_of(content, visit, {"age": age, "falls": falls}, "rf.20", "rf.20.stand", "rf.24")
    assert bool(asked) is (falls == "yes")


def test_who_stopped_a_medicine_is_asked_though_none_is_taken(content, visit):
    none = {"medicines.any": "no", "medicines": None, "rx_now": "no"}
    assert asked_of(content, visit, none, "rf.26") == {"rf.26"}


def test_unbearable_restlessness_asks_for_dark_thoughts(content, visit):
    unbearable = {"rf.25": "yes", "rf.25.unbearable": "yes", "rf.09": None}
    found = assess(content, visit(medicine("antipsychotic") | unbearable))
    assert found.urgency is Urgency.SAME_DAY
    assert "rf.09" in found.missing


def test_the_lines_of_the_tick_lists_are_short(content):
    lists = [i for i in content.questionnaire.by_id.values() if i.appearance is Appearance.TICKS]
    lines = [line.text for group in lists for line in group.items]
    assert [text for text in lines if len(text.split()) > 14] == []


def test_safety_texts_name_the_numbers_of_the_country(content):
    for link_id in ("rf.15", "rf.21", "rf.21.home"):
        text = content.country("us").fill(content.questionnaire.by_id[link_id].text)
        assert "911" in text or "1-800-222-1222" in text
        assert "{" not in text


def test_a_gap_in_a_row_keeps_a_flag_open_though_its_own_question_is_not_sure(content, visit):
    """Nodding off is urgent on a dopamine medicine; of what kind the medicine is was not said."""
    row = {"medicines.name": "as told", "medicines.from": "prescribed"}
    answers = {"rf.11": Absent.UNKNOWN, "medicines.any": "yes", "medicines": (row,)}
    assessment = assess(content, visit(answers))
    assert assessment.stage is Stage.INCOMPLETE
    assert "medicines.class" in assessment.missing
    told = row | {"medicines.class": ("dopamine",)}
    assert assess(content, visit(answers | {"medicines": (told,)})).stage is Stage.WITHHELD
