"""Which pages a person comes to, and what of the answers counts."""

import pytest

from rls_wizard.domain.asked import as_asked
from rls_wizard.domain.facts import State
from rls_wizard.domain.flow import observe, path
from rls_wizard.domain.item import Item
from rls_wizard.domain.questionnaire import Page, Questionnaire
from rls_wizard.domain.response import Absent

IF_YES = {"enable_when": [{"question": "q", "answer": "yes"}]}
YES_NO = {"yes": "Yes", "no": "No"}


def choice(link_id, **more):
    return {"link_id": link_id, "type": "choice", "text": "?", "options": YES_NO, **more}


def heading(link_id, *inside, **more):
    kind = {"type": "group", "items": list(inside)} if inside else {"type": "display"}
    return {"link_id": link_id, "text": "Head", **kind, **more}


@pytest.mark.parametrize(
    ("items", "on_yes", "on_no"),
    [
        ([choice("a")], True, True),
        ([choice("a", **IF_YES)], True, False),
        ([choice("a", **IF_YES), choice("b")], True, True),
        ([heading("a")], False, False),
        ([heading("a"), choice("b", **IF_YES)], True, False),
        ([heading("a", choice("b"))], True, True),
        ([heading("a", choice("b"), **IF_YES)], True, False),
        ([heading("a", choice("b", **IF_YES))], True, False),
        ([heading("a", choice("b", **IF_YES), heading("c"))], True, False),
        ([heading("a", choice("b", **IF_YES), choice("c"))], True, True),
    ],
)
def test_a_page_that_asks_nothing_is_passed_over(answer, items, on_yes, on_no):
    first = Page(id="first", title="First", item=[Item.model_validate(choice("q"))])
    second = Page(id="second", title="Second", item=[*map(Item.model_validate, items)])
    questionnaire = Questionnaire(pages=(first, second))
    for value, shown in (("yes", on_yes), ("no", on_no)):
        pages = path(questionnaire, observe(questionnaire, {}, answer({"q": value})))
        assert [page.id for page in pages] == ["first", "second"][: 1 + shown]


NUMBER = {"type": "integer", "minimum": 1, "maximum": 400}
BODY = [
    choice("q"),
    {"link_id": "height", **NUMBER},
    {"link_id": "weight", **NUMBER, **IF_YES},
    {
        "link_id": "bmi",
        "type": "decimal",
        "calculated": {"formula": "body-mass-index", "of": ["height", "weight"]},
    },
]


@pytest.mark.parametrize(
    ("height", "weight", "state", "value"),
    [
        (170, 95, State.GIVEN, 32.9),
        (170, None, State.PENDING, None),
        (None, Absent.UNKNOWN, State.PENDING, None),
        (Absent.DECLINED, 95, State.DECLINED, None),
        (Absent.UNKNOWN, Absent.DECLINED, State.DECLINED, None),
        (Absent.UNKNOWN, 95, State.UNKNOWN, Absent.UNKNOWN),
    ],
)
def test_a_sum_is_known_as_far_as_what_it_is_made_of(define, answer, height, weight, state, value):
    answers = {"q": "yes", "height": height, "weight": weight}
    given = {link_id: told for link_id, told in answers.items() if told is not None}
    found = define(BODY).logic(answer(given)).fact("bmi")
    assert (found.state, found.value) == (state, value)


@pytest.mark.parametrize("height", [170, None, Absent.UNKNOWN])
def test_a_sum_of_what_is_not_asked_is_not_asked(define, answer, height):
    given = {"q": "no", "weight": 95} | ({} if height is None else {"height": height})
    assert define(BODY).logic(answer(given)).fact("bmi").state is State.NOT_ASKED


DRUGS = {
    "link_id": "drugs",
    "type": "group",
    "repeats": True,
    "items": [
        choice("drugs.now"),
        choice("drugs.helps", enable_when=[{"question": "drugs.now", "answer": "yes"}]),
    ],
}
ROWS = (
    {"drugs.now": "no", "drugs.helps": "yes"},
    {"drugs.now": "yes", "drugs.helps": "no"},
    {},
)


def test_what_is_not_asked_any_more_is_no_answer(define, answer):
    definitions = define([choice("q"), choice("r", **IF_YES), DRUGS])
    kept = as_asked(definitions, answer({"q": "no", "r": "yes", "drugs": ROWS, "gone": 1}))
    assert kept.answers == {"q": "no", "drugs": ({"drugs.now": "no"}, *ROWS[1:])}


@pytest.mark.parametrize("value", [(), Absent.UNKNOWN])
def test_a_list_without_entries_stays_as_it_was_told(define, answer, value):
    response = answer({"drugs": value})
    assert as_asked(define([DRUGS]), response) == response
