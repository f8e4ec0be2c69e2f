import re
from datetime import date

import pytest

from rls_wizard.domain.assessment import assess
from rls_wizard.domain.response import Absent

ADVICE = {
    "id": "ADV-X",
    "title": "X",
    "text": "Do it.",
    "source": ["S"],
    "grade": "C",
    "reviewed_on": date(2026, 11, 22),
    "remove": ["bad"],
    "ask": [{"for": ["risky"], "text": "Ask first."}],
    "gentle": [{"for": ["weak"], "text": "Gently."}],
}
FINDINGS = [
    {"id": name, "text": name, "when": [{"question": name, "answer": "yes"}]}
    for name in ("bad", "risky", "weak")
]
STAGES = [{"id": "r", "stage": "initial", "text": "all"}]


def outcome(define, answer, **changes):
    items = [{"link_id": name, "private": True} for name in ("bad", "risky", "weak")]
    definitions = define(items, findings=FINDINGS, stages=STAGES, advice=[ADVICE])
    answers = {"bad": "no", "risky": "no", "weak": "no"} | changes
    given = {name: value for name, value in answers.items() if value is not None}
    assessment = assess(definitions, answer(given))
    return [c.text for c in assessment.advice], [c.rule.id for c in assessment.left_out]


@pytest.mark.parametrize(
    ("changes", "texts", "left_out"),
    [
        ({}, ["Do it."], []),
        ({"bad": "yes"}, [], ["ADV-X"]),
        ({"bad": Absent.UNKNOWN}, [], ["ADV-X"]),
        ({"bad": Absent.DECLINED}, [], ["ADV-X"]),
        ({"bad": None}, [], []),
        ({"risky": "yes"}, ["Ask first."], []),
        ({"risky": Absent.UNKNOWN}, ["Ask first."], []),
        ({"risky": None}, [], []),
        ({"weak": "yes"}, ["Gently."], []),
        ({"weak": Absent.UNKNOWN}, ["Gently."], []),
        ({"risky": "yes", "weak": "yes"}, ["Ask first."], []),
        ({"bad": "yes", "risky": "yes"}, [], ["ADV-X"]),
    ],
)
def test_what_removes_and_what_softens(define, answer, changes, texts, left_out):
    assert outcome(define, answer, **changes) == (texts, left_out)


def test_known_and_doubtful_reasons_are_told_apart(content, visit):
    unsure = assess(content, visit({"conditions": Absent.UNKNOWN})).left_out
    known = assess(content, visit({"conditions": ("pad",)})).left_out
    assert all(not c.reasons and c.doubts for c in unsure)
    assert {"pad"} <= {reason for c in known for reason in c.reasons}


NEVER_REMOVED = {"ADV-WALK", "ADV-STRETCH", "ADV-SLEEP", "ADV-ALERTING", "ADV-DIARY"}


def test_some_advice_is_never_removed(content):
    removed = {advice.id for advice in content.rules.advice if advice.remove}
    assert not removed & NEVER_REMOVED


def test_no_text_names_a_dose_or_tells_to_stop(content):
    texts = [rule.text.lower() for rule in content.rules.sourced]
    assert not [t for t in texts if " mg" in t or "milligram" in t or "stop taking" in t]
    assert not [t for t in texts if "refractory" in t]


def test_who_is_told_to_take_nothing_new_is_told_to_keep_what_was_prescribed(content):
    texts = [rule.text for rule in content.rules.sourced]
    warned = [t for t in texts if "Do not take" in t or "begin any medicine" in t]
    assert len(warned) >= 5
    assert not [t for t in warned if not re.search("(?i)keep (to|taking|giving) ", t)]


# rules.md 6: every massage, heat, compression and exercise text, also its other words.
TOUCHES_THE_LEGS = [
    "WALK", "EXERCISE", "STRETCH", "MASSAGE", "MASSAGE-DEVICE", "WARMTH", "CONTRAST", "COLD",
    "YOGA", "VIBRATION", "COMPRESSION", "NIR",
]  # fmt: skip


@pytest.mark.parametrize("name", TOUCHES_THE_LEGS)
def test_touching_the_legs_carries_its_own_warning(content, name):
    found = next(a for a in content.rules.advice if a.id == f"ADV-{name}")
    for text in (found.text, *(variant.text for variant in found.variants)):
        assert "newly swollen, painful or warm" in text


def said(content, response, name):
    """Return the words of one advice or caution that is said; None if it is not."""
    found = assess(content, response)
    texts = [c.text for c in (*found.advice, *found.cautions) if c.rule.id == name]
    return texts[0] if texts else None


def took(visit, code, **more):
    row = {"medicines.name": "X", "medicines.class": code, "medicines.from": "prescribed"}
    return visit({"medicines.any": "yes", "medicines": (row,), **more})


def test_only_a_known_blood_thinner_is_one(content, visit):
    plain = said(content, took(visit, "other"), "ADV-MASSAGE")
    assert said(content, took(visit, Absent.UNKNOWN), "ADV-MASSAGE") == plain
    assert "Ask your clinician first" in said(content, took(visit, "blood_thinner"), "ADV-MASSAGE")


def test_the_warning_about_alcohol_is_for_everybody_but_children(content, visit):
    warning = "if you drink most days, do not stop suddenly; ask first."
    for answer in ("never", "some_days", "most_days", Absent.UNKNOWN):
        assert (
            warning
            in said(content, visit({"alcohol": answer, "rf.23": "no"}), "ADV-ALCOHOL").lower()
        )
    assert said(content, visit({"age": 17}), "ADV-ALCOHOL") is None


def test_who_hardly_drinks_is_not_told_when_to_drink(content, visit):
    calm = took(visit, "other")
    never = said(content, calm.record("alcohol", "never"), "ADV-ALCOHOL")
    unsure = said(content, calm.record("alcohol", Absent.UNKNOWN), "ADV-ALCOHOL")
    assert "two hours" in unsure
    assert "two hours" not in never


TESTS = [
    ({}, {"A full blood count", "Some clinics also test"}),
    ({"age": 8}, {"For children and teenagers"}),
    ({"apnoea_signs": "yes"}, {"A full blood count", "Some clinics also test", "A sleep test"}),
    (
        {"mimics": ("walking_pain",)},
        {"A full blood count", "Some clinics also test", "The circulation"},
    ),
    ({"mimics": ("numb",)}, {"A full blood count", "Some clinics also test", "Sugar (HbA1c)"}),
    ({"iron.signs": ("diet",)}, {"A full blood count", "Some clinics also test", "Vitamin B12"}),
    (
        {"iron.test": "told_low"},
        {"A full blood count", "Some clinics also test", "Coeliac disease"},
    ),
    ({"pregnancy": "pregnant"}, {"A full blood count"}),
    ({"conditions": ("kidney_failure",), "dialysis": "yes"}, {"The blood tests of your dialysis"}),
]


@pytest.mark.parametrize(("changes", "expected"), TESTS)
def test_which_tests_to_ask_about(content, visit, changes, expected):
    found = assess(content, visit(changes))
    (lines,) = [c.points for c in found.cautions if c.rule.id == "CAU-TESTS"]
    named = {start for start in expected for line in lines if line.startswith(start)}
    assert named == expected
    assert len(lines) == len(expected)


def test_tests_are_no_orders(content):
    caution = next(c for c in content.rules.cautions if c.id == "CAU-TESTS")
    assert "Your clinician decides" in caution.text
    orders = ("you need", "you must", "order ", "have your")
    assert not [v.text for v in caution.lines if any(o in v.text.lower() for o in orders)]


def test_a_caution_adds_each_line_that_fits(define, answer):
    lines = [
        {"for": ["numb"], "text": "Sugar and vitamin B12."},
        {"for": ["thirsty"], "text": "Sugar."},
        {"for": ["snores"], "text": "Sleep."},
    ]
    findings = [
        {"id": name, "when": [{"question": name, "answer": "yes"}]}
        for name in ("numb", "thirsty", "snores")
    ]
    caution = {
        "id": "CAU-TESTS",
        "title": "Tests",
        "topic": "tests",
        "when": [{"question": "numb", "operator": "exists", "answer": True}],
        "text": "Ask about:",
        "lines": lines,
        "source": ["S"],
        "grade": "C",
        "reviewed_on": date(2026, 11, 22),
    }
    items = [{"link_id": finding["id"]} for finding in findings]
    definitions = define(
        items,
        findings=findings,
        cautions=[caution],
        stages=[{"id": "r", "stage": "initial", "text": "x"}],
    )
    found = assess(definitions, answer({"numb": "yes", "snores": "yes"}))
    assert found.cautions[0].text == "Ask about:"
    assert found.cautions[0].points == ("Sugar and vitamin B12.", "Sleep.")
