"""Which answers are told as the reason for something, which were missing, and which rows."""

import pytest

from rls_wizard.domain.condition import Condition
from rls_wizard.domain.facts import NOTHING, UNSURE
from rls_wizard.domain.response import Absent

KINDS = {"x": "X", "y": "Y"}
LIST = {
    "link_id": "drugs",
    "type": "group",
    "repeats": True,
    "items": [
        {"link_id": "drugs.kind", "type": "choice", "text": "Kind", "options": KINDS},
        {"link_id": "drugs.now", "type": "choice", "text": "Now", "options": {"yes": "Yes"}},
    ],
}
SEVERAL = {"link_id": "ill", "repeats": True, "options": {"ms": "MS", "pad": "PAD", "flu": "Flu"}}
LATER = {"link_id": "later", "enable_when": [{"question": "r", "answer": "yes"}]}
ITEMS = [{"link_id": "q"}, {"link_id": "r"}, {"link_id": "s"}, LATER, SEVERAL, LIST]


def yes(question):
    return {"question": question, "answer": "yes"}


def finding(name, *when, **more):
    return {"id": name, "when": list(when), **more}


X = {"id": "x", "any_row": [{"question": "drugs.kind", "answer": "x"}]}
X_NOW = {"id": "x", "any_row": [*X["any_row"], yes("drugs.now")]}
A, B = finding("a", yes("q")), finding("b", yes("r"))


@pytest.fixture
def logic(define, answer):
    """Return what holds by these findings for these answers."""

    def build(findings, answers):
        return define(ITEMS, findings=findings).logic(answer(answers))

    return build


def conditions(*blocks):
    return [Condition.model_validate(block) for block in blocks]


CIRCLE = [finding("a", {"finding": "b"}), finding("b", {"finding": "a"}, yes("q"))]


@pytest.mark.parametrize("name", ["a", "b"])
def test_what_goes_in_a_circle_does_not_hold_and_ends(logic, name):
    found = logic(CIRCLE, {"q": "yes"})
    assert not found.holds(name)
    assert found.because_not(conditions({"finding": name, "is": False})) == ("q",)
    assert found.matching_rows([name]) == {}


@pytest.mark.parametrize(
    ("answers", "because"),
    [
        ({"q": "yes", "r": "no"}, ("q",)),
        ({"q": "no", "r": "yes"}, ("r",)),
        ({"q": "yes", "r": "yes"}, ("q", "r")),
        ({"q": "no", "r": "no"}, ()),
    ],
)
def test_of_several_that_are_enough_those_that_hold_are_the_reason(logic, answers, because):
    found = logic([A, B, {"id": "either", "of": ["a", "b"]}], answers)
    assert found.because(conditions({"finding": "either"})) == because


def test_a_list_is_a_reason_as_a_whole(logic):
    found = logic([X], {"drugs": ({"drugs.kind": "x"},)})
    assert found.because(conditions({"finding": "x"})) == ("drugs",)


@pytest.mark.parametrize(("gate", "because"), [("yes", ("later",)), ("no", ())])
def test_what_was_not_asked_is_no_reason(logic, gate, because):
    found = logic([], {"r": gate, "later": Absent.UNKNOWN})
    no_answer = conditions({"question": "later", "operator": "exists", "answer": False})
    assert found.met(no_answer)
    assert found.because(no_answer) == because


def test_what_may_not_hold_is_no_reason_either(logic):
    without = conditions({"finding": "a", "is": False})
    found = logic([A], {"q": Absent.UNKNOWN})
    assert found.met(without, UNSURE)
    assert found.because(without, UNSURE) == ()


def test_all_that_something_rests_on_keeps_it_from_being_true(logic):
    worse = finding("worse", yes("r"), {"finding": "a"}, of=["x", "c"])
    c = finding("c", yes("later"), yes("s"))
    found = logic([A, X, c, worse], {"q": "no", "r": "no", "s": "yes", "drugs": ()})
    assert found.because_not(conditions({"finding": "worse", "is": False})) == (
        "r",
        "q",
        "drugs",
        "s",
    )


PAD, MS = ({"question": "ill", "answer": code} for code in ("pad", "ms"))
LEGS = {"id": "legs", "of": ["pad", "ms"]}


@pytest.mark.parametrize(
    ("asked_for", "findings", "decisive"),
    [
        ([PAD], [], [("ill", "pad")]),
        ([{"finding": "legs"}], [], [("ill", "pad")]),
        ([], ["legs"], [("ill", "pad")]),
        ([], ["ms"], []),
        ([{"finding": "ms", "is": False}], [], []),
        ([yes("q"), {"finding": "pad"}], ["legs"], [("q", "yes"), ("ill", "pad"), ("ill", "pad")]),
    ],
)
def test_of_several_answers_to_a_question_those_that_matter_are_known(
    logic, asked_for, findings, decisive
):
    found = logic(
        [finding("pad", PAD), finding("ms", MS), LEGS], {"q": "yes", "ill": ("pad", "flu")}
    )
    assert list(found.decisive(conditions(*asked_for), findings)) == decisive


ROWS = ({"drugs.kind": "y"}, {"drugs.kind": "x"}, {"drugs.kind": Absent.UNKNOWN})


@pytest.mark.parametrize(
    ("findings", "counted", "rows"),
    [
        ([X, finding("f", {"finding": "x"})], NOTHING, {"drugs": [1]}),
        ([X, finding("f", {"finding": "x"})], UNSURE, {"drugs": [1, 2]}),
        ([X, finding("f", yes("q")), finding("f", {"finding": "x"})], NOTHING, {"drugs": [1]}),
        ([X, finding("f", yes("r"))], NOTHING, {}),
        ([X, finding("f", {"finding": "x"}, yes("q")), finding("f", yes("r"))], NOTHING, {}),
    ],
)
def test_only_rows_that_make_something_true_are_told(logic, findings, counted, rows):
    found = logic(findings, {"q": "no", "r": "yes", "drugs": ROWS})
    assert found.holds("f", counted)
    assert found.matching_rows(["f"], counted) == rows


def test_rows_that_leave_a_no_in_doubt_are_not_told(logic):
    found = logic([X, finding("calm", {"finding": "x", "is": False})], {"drugs": ROWS[2:]})
    assert found.holds("calm", UNSURE)
    assert found.matching_rows(["calm"], UNSURE) == {}


def test_what_is_sure_by_one_way_is_not_open_by_another(logic):
    findings = [A, finding("a", yes("s")), B, {"id": "both", "of": ["a", "b"], "at_least": 2}]
    found = logic(findings, {"q": "yes"})
    assert found.open_questions(conditions({"finding": "both"})) == ("r",)


@pytest.mark.parametrize(
    ("answers", "gaps"),
    [
        ({}, ("drugs",)),
        ({"drugs": ()}, ()),
        ({"drugs": ({"drugs.kind": "x"},)}, ("drugs.now",)),
        ({"drugs": ({"drugs.kind": "y"},)}, ()),
        ({"drugs": ({"drugs.kind": "y"}, {})}, ("drugs.now", "drugs.kind")),
        ({"drugs": ({"drugs.kind": "x", "drugs.now": "yes"},)}, ()),
    ],
)
def test_of_a_list_either_all_is_open_or_what_its_entries_lack(logic, answers, gaps):
    found = logic([X_NOW], answers)
    assert found.open_questions(conditions({"finding": "x"})) == gaps
