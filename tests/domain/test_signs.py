"""Which raised warning sign is told first and for what, and which are neither yes nor no."""

from datetime import date

import pytest

from rls_wizard.domain.facts import FINAL, NOTHING, OPEN
from rls_wizard.domain.flags import red_flags, undenied
from rls_wizard.domain.response import Absent

RULE = {"text": "Go.", "source": ["S"], "grade": "P", "reviewed_on": date(2026, 11, 22)}
UNKNOWN = Absent.UNKNOWN


def flag(name, level, *when):
    when = when or ({"question": name, "answer": "yes"},)
    return {"id": f"rf.{name}", "title": name, "level": level, "when": list(when), **RULE}


@pytest.fixture
def logic(define, answer):
    """Return the warning signs and what holds for these answers."""

    def build(flags, answers, **tables):
        late = {"link_id": "late", "enable_when": [{"question": "a", "answer": "yes"}]}
        items = [*({"link_id": name} for name in "abcdef"), late]
        definitions = define(items, red_flags=flags, **tables)
        return definitions.rules.red_flags, definitions.logic(answer(answers))

    return build


def test_the_most_urgent_comes_first_and_a_yes_before_not_sure(logic):
    levels = {"a": "soon", "b": "same-day", "c": "same-day", "d": "emergency", "e": "emergency"}
    flags = [flag(name, level) for name, level in levels.items()]
    answers = {"a": "yes", "b": UNKNOWN, "c": "yes", "d": UNKNOWN, "e": "no"}
    raised = red_flags(*logic(flags, answers))
    assert [(found.rule.id, found.unsure) for found in raised] == [
        ("rf.d", True),
        ("rf.c", False),
        ("rf.b", True),
        ("rf.a", False),
    ]


@pytest.mark.parametrize("answers", [{"a": UNKNOWN, "b": "yes"}, {"a": "yes", "b": UNKNOWN}])
def test_of_one_sign_a_yes_goes_before_not_sure(logic, answers):
    rows = [flag("x", "same-day", {"question": q, "answer": "yes"}) for q in "ab"]
    (found,) = red_flags(*logic(rows, answers))
    assert not found.unsure
    assert [answers[link_id] for link_id in found.because] == ["yes"]


def test_what_nobody_was_sure_of_is_told_as_the_reason(logic):
    findings = [{"id": "old", "when": [{"question": "a", "answer": "yes"}]}]
    sign = flag("x", "same-day", {"finding": "old"})
    (found,) = red_flags(*logic([sign], {"a": UNKNOWN}, findings=findings))
    assert (found.unsure, found.because) == (True, ("a",))


def test_a_sign_is_denied_by_nothing_but_a_no(logic):
    flags = [flag(name, "soon") for name in (*"abcde", "late")]
    flags.append(flag("f", "soon", {"question": "f", "answer": "yes"}, {"finding": "old"}))
    answers = {"a": "no", "b": "yes", "c": UNKNOWN, "d": Absent.DECLINED, "f": Absent.ON_PAPER}
    assert undenied(*logic(flags, answers)) == ("c", "d", "e", "f")


# A sign that is named like a finding: "not sure" is a yes, and what is not told is a no.
@pytest.mark.parametrize(
    ("value", "certain", "final", "possible"),
    [
        ("yes", True, True, True),
        ("no", False, False, False),
        (None, False, False, True),
        (UNKNOWN, True, True, True),
        (Absent.DECLINED, False, False, False),
        (Absent.ON_PAPER, False, False, False),
    ],
)
def test_what_each_answer_to_a_sign_means_for_other_rules(logic, value, certain, final, possible):
    _, found = logic([flag("a", "soon")], {} if value is None else {"a": value})
    counted = (NOTHING, FINAL, OPEN)
    assert [found.holds("rf.a", c) for c in counted] == [certain, final, possible]
