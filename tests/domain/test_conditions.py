import pytest

from rls_wizard.domain.condition import Condition
from rls_wizard.domain.facts import FINAL, NOTHING, OPEN, UNSURE
from rls_wizard.domain.response import Absent

UNKNOWN, DECLINED, ON_PAPER = Absent.UNKNOWN, Absent.DECLINED, Absent.ON_PAPER
IS_YES = {"question": "q", "answer": "yes"}


def met(define, answer, conditions, value, counted=NOTHING, **item):
    definitions = define([{"link_id": "q", **item}])
    response = answer({} if value is None else {"q": value})
    return definitions.logic(response).met(map(Condition.model_validate, conditions), counted)


# The table of states of design.md 4: advice reads NOTHING, a red flag UNSURE, a contraindication
# FINAL (it holds) or OPEN (advice is held back).
@pytest.mark.parametrize(
    ("value", "advice", "flag", "contraindication", "held_back"),
    [
        ("yes", True, True, True, True),
        ("no", False, False, False, False),
        (None, False, False, False, True),
        (UNKNOWN, False, True, True, True),
        (DECLINED, False, False, True, True),
        (ON_PAPER, False, False, True, True),
    ],
)
def test_what_each_state_means(define, answer, value, advice, flag, contraindication, held_back):
    readings = [
        met(define, answer, [IS_YES], value, counted) for counted in (NOTHING, UNSURE, FINAL, OPEN)
    ]
    assert readings == [advice, flag, contraindication, held_back]


@pytest.mark.parametrize("counted", [NOTHING, UNSURE, FINAL, OPEN])
def test_what_is_not_asked_is_false(define, answer, counted):
    definitions = define(
        [
            {"link_id": "first"},
            {"link_id": "q", "enable_when": [{"question": "first", "answer": "yes"}]},
        ]
    )
    logic = definitions.logic(answer({"first": "no", "q": "yes"}))
    assert not logic.met([Condition(question="q", answer="yes")], counted)
    assert not logic.met([Condition(question="q", operator="!=", answer="yes")], counted)
    assert logic.met([Condition(question="q", operator="exists", answer=False)], counted)
    for operator in ("=", "!="):
        unsure = Condition(question="q", operator=operator, answer="asked-unknown")
        assert not logic.met([unsure], counted)


@pytest.mark.parametrize("operator", [">", "<", ">=", "<="])
def test_what_is_no_number_is_neither_more_nor_less(define, answer, operator):
    assert not met(define, answer, [IS_YES | {"operator": operator, "answer": 4}], "yes", OPEN)


@pytest.mark.parametrize(
    ("operator", "answer_to_compare", "value", "expected"),
    [
        (">=", 4, 4, True),
        (">", 4, 4, False),
        ("<", 4, 3, True),
        ("<=", 4, 5, False),
        ("=", 4, 4, True),
        ("!=", 4, 4, False),
    ],
)
def test_numbers(define, answer, operator, answer_to_compare, value, expected):
    condition = {"question": "q", "operator": operator, "answer": answer_to_compare}
    item = {"type": "integer", "minimum": 0, "maximum": 10}
    assert met(define, answer, [condition], value, **item) is expected


@pytest.mark.parametrize(("code", "expected"), [("a", True), ("b", True), ("c", False)])
def test_several_answers_are_asked_one_by_one(define, answer, code, expected):
    item = {"repeats": True, "options": {"a": "A", "b": "B", "c": "C"}}
    is_code = {"question": "q", "answer": code}
    is_not = {"question": "q", "operator": "!=", "answer": code}
    assert met(define, answer, [is_code], ("a", "b"), **item) is expected
    assert met(define, answer, [is_not], ("a", "b"), **item) is not expected


@pytest.mark.parametrize(
    ("value", "expected"), [("yes", True), (UNKNOWN, False), (DECLINED, False)]
)
def test_exists_means_a_value(define, answer, value, expected):
    exists = {"question": "q", "operator": "exists", "answer": True}
    assert met(define, answer, [exists], value, OPEN) is expected


def test_an_absence_can_be_asked_for(define, answer):
    unsure = {"question": "q", "answer": "asked-unknown"}
    assert met(define, answer, [unsure], UNKNOWN)
    assert not met(define, answer, [unsure], "yes", OPEN)
    assert met(define, answer, [unsure], None, OPEN)
    assert not met(define, answer, [unsure], None)


def finding(define, *blocks):
    return define([{"link_id": "q"}, {"link_id": "r"}], findings=blocks)


@pytest.mark.parametrize(
    ("answers", "behind"), [(("no", "yes"), ("r",)), (("yes", "no"), ("q",)), (("no", "no"), ())]
)
def test_rows_with_one_id_mean_any(define, answer, answers, behind):
    rows = [
        {"id": "f", "when": [IS_YES]},
        {"id": "f", "when": [{"question": "r", "answer": "yes"}]},
    ]
    logic = finding(define, *rows).logic(answer(dict(zip("qr", answers, strict=True))))
    assert logic.holds("f") is bool(behind)
    assert logic.behind("f") == behind


@pytest.mark.parametrize(
    ("value", "certain", "possible"),
    [("yes", False, False), ("no", True, True), (None, False, True), (UNKNOWN, False, True)],
)
def test_not_turns_the_bounds_round(define, answer, value, certain, possible):
    logic = finding(define, {"id": "f", "when": [IS_YES]}).logic(
        answer({"q": value} if value else {})
    )
    without = [Condition.model_validate({"finding": "f", "is": False})]
    assert logic.met(without) is certain
    assert logic.met(without, OPEN) is possible


@pytest.mark.parametrize(("least", "expected"), [(1, True), (2, False)])
def test_so_many_of_them(define, answer, least, expected):
    blocks = [
        {"id": "a", "when": [IS_YES]},
        {"id": "b", "when": [{"question": "r", "answer": "yes"}]},
        {"id": "c", "of": ["a", "b"], "at_least": least},
    ]
    logic = finding(define, *blocks).logic(answer({"q": "yes", "r": "no"}))
    assert logic.holds("c") is expected


GROUP = {
    "link_id": "drugs",
    "type": "group",
    "repeats": True,
    "items": [
        {"link_id": "drugs.name", "type": "text", "text": "Name"},
        {"link_id": "drugs.kind", "type": "choice", "text": "?", "options": {"x": "X", "y": "Y"}},
        {"link_id": "drugs.from", "type": "choice", "text": "?", "options": {"s": "S", "p": "P"}},
    ],
}
SHOP_X = [{"question": "drugs.kind", "answer": "x"}, {"question": "drugs.from", "answer": "s"}]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("x", "s")], [0]),
        ([("y", "s"), ("x", "s")], [1]),
        ([("x", "p"), ("y", "s")], []),
        ([], []),
    ],
)
def test_any_row_means_one_row_meets_all(define, answer, rows, expected):
    definitions = define([GROUP], findings=[{"id": "f", "any_row": SHOP_X}])
    value = tuple({"drugs.kind": kind, "drugs.from": where} for kind, where in rows)
    logic = definitions.logic(answer({"drugs": value}))
    assert logic.holds("f") is bool(expected)
    assert logic.matching_rows(["f"]).get("drugs", []) == expected


def test_an_entry_is_not_asked_what_stands_outside_its_list(define, answer):
    findings = [{"id": "f", "any_row": [IS_YES, SHOP_X[0]]}]
    logic = define([{"link_id": "q"}, GROUP], findings=findings).logic(
        answer({"q": "yes", "drugs": ({"drugs.kind": "x"},)})
    )
    assert not logic.holds("f", OPEN)


def test_an_unsure_list_may_hold_any_row(define, answer):
    definitions = define([GROUP], findings=[{"id": "f", "any_row": SHOP_X}])
    logic = definitions.logic(answer({"drugs": UNKNOWN}))
    assert not logic.holds("f")
    assert logic.holds("f", FINAL)


def test_open_questions_are_named(define, answer):
    conditions = [
        Condition(question="q", answer="yes"),
        Condition(question="r", answer="yes"),
    ]
    logic = finding(define, {"id": "f", "when": [IS_YES]}).logic(answer({"q": "yes"}))
    assert not logic.met(conditions)
    assert logic.met(conditions, OPEN)
    assert logic.open_questions(conditions) == ("r",)


def test_a_calculated_number_is_never_stored(define, answer):
    number = {"type": "integer", "minimum": 1, "maximum": 400}
    items = [
        {"link_id": "height", **number},
        {"link_id": "weight", **number},
        {
            "link_id": "bmi",
            "type": "decimal",
            "calculated": {"formula": "body-mass-index", "of": ["height", "weight"]},
        },
    ]
    definitions = define(items)
    assert definitions.logic(answer({"height": 170, "weight": 95})).fact("bmi").value == 32.9
    unsure = definitions.logic(answer({"height": 170, "weight": UNKNOWN}))
    assert unsure.met([Condition(question="bmi", operator=">=", answer=30)], FINAL)


def test_rows_are_gathered_through_other_findings(define, answer):
    findings = [
        {"id": "x", "any_row": [{"question": "drugs.kind", "answer": "x"}]},
        {"id": "y", "any_row": [{"question": "drugs.kind", "answer": "y"}]},
        {"id": "either", "of": ["x", "y"], "at_least": 1},
    ]
    definitions = define([GROUP], findings=findings)
    rows = tuple({"drugs.kind": kind} for kind in ("y", "x"))
    logic = definitions.logic(answer({"drugs": rows}))
    assert logic.matching_rows(["either"]) == {"drugs": [0, 1]}


def test_reasons_are_what_holds_and_not_what_does_not(define, answer):
    blocks = [
        {"id": "calm", "when": [{"finding": "f", "is": False}]},
        {"id": "f", "when": [IS_YES]},
    ]
    logic = finding(define, *blocks).logic(answer({"q": "no", "r": "yes"}))
    calm = Condition(finding="calm")
    assert logic.because([calm]) == ()
    assert logic.because([calm, Condition(question="r", answer="yes")]) == ("r",)


def test_where_nothing_holds_the_reasons_are_what_does_not(define, answer):
    blocks = [
        {"id": "calm", "when": [{"finding": "any", "is": False}]},
        {"id": "any", "when": [{"finding": "f"}]},
        {"id": "f", "when": [IS_YES]},
    ]
    logic = finding(define, *blocks).logic(answer({"q": "no"}))
    assert logic.because_not([Condition(finding="calm")]) == ("q",)
    assert logic.behind("calm") == ("q",)
