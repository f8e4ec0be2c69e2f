from datetime import date

import pytest

from rls_wizard.domain.assessment import assess
from rls_wizard.domain.questionnaire import Absent

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


@pytest.mark.parametrize("advice", ["ADV-MASSAGE", "ADV-WARMTH", "ADV-COLD", "ADV-COMPRESSION"])
def test_touching_the_legs_carries_its_own_warning(content, advice):
    found = next(a for a in content.rules.advice if a.id == advice)
    variants = [v.text for v in found.gentle if "dialysis" not in v.text]
    for text in (found.text, *variants):
        assert "newly swollen, painful or warm" in text
