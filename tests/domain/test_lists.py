"""Options that are another list's blocks, and answers that follow from them."""

import re

import pytest
from pydantic import ValidationError

from rls_wizard.domain.assessment import assess
from rls_wizard.domain.facts import State
from rls_wizard.domain.item import AnswerOption, Item
from rls_wizard.domain.medicines import Medicine
from rls_wizard.domain.response import Absent
from rls_wizard.domain.values import AnswerError, accept

MEDICINES = {
    "link_id": "medicines",
    "type": "group",
    "text": "Which ones?",
    "repeats": True,
    "items": [
        {"link_id": "name", "type": "text", "text": "Name"},
        {
            "link_id": "contains",
            "type": "choice",
            "text": "Contains",
            "repeats": True,
            "options_from": "medicines",
            "found_by": "name",
        },
        {
            "link_id": "kind",
            "type": "choice",
            "text": "Kind",
            "required": True,
            "follows_from": "contains",
            "options": {"sleepy": "Sleepy", "sick": "Sick", "water": "Water"},
            "unoffered": ["water"],
        },
    ],
}
PROMETHAZINE = AnswerOption(code="promethazine", text="promethazine", groups=("sleepy", "sick"))
FINDINGS = [{"id": "sick", "any_row": [{"question": "kind", "answer": "sick"}]}]


@pytest.fixture
def definitions(define):
    """The medicines that a person lists, and one rule about their kinds."""
    furosemide = AnswerOption(code="furosemide", text="furosemide", groups=("water",))
    lists = {"medicines": lambda: (PROMETHAZINE, furosemide)}
    return define([MEDICINES], lists, findings=FINDINGS)


def kind(definitions, answer, *rows):
    facts = definitions.logic(answer({"medicines": rows})).facts
    return [row["kind"] for row in facts["medicines"].rows]


def test_what_is_confirmed_answers_what_follows_from_it(definitions, answer):
    (found,) = kind(definitions, answer, {"name": "Phenergan", "contains": ("promethazine",)})
    assert (found.value, found.follows) == (("sleepy", "sick"), True)
    logic = definitions.logic(answer({"medicines": ({"contains": ("promethazine",)},)}))
    assert logic.holds("sick")


def test_without_a_confirmation_it_is_asked_whatever_the_name(definitions, answer):
    (found,) = kind(definitions, answer, {"name": "promethazine"})
    assert found.state is State.PENDING
    response = answer({"medicines": ({"name": "promethazine"},)})
    assert assess(definitions, response).missing == ("kind",)
    assert not definitions.logic(response).holds("sick")


def test_a_confirmation_goes_before_an_older_answer_of_ones_own(definitions, answer):
    (found,) = kind(definitions, answer, {"contains": ("furosemide",), "kind": "sick"})
    assert found.value == ("water",)


def test_two_confirmed_substances_answer_together(definitions, answer):
    (found,) = kind(definitions, answer, {"contains": ("furosemide", "promethazine")})
    assert found.value == ("water", "sleepy", "sick")


def test_what_stands_alone_gives_way_to_another_substance(define, answer):
    kinds = {"sleepy": "Sleepy", "other": "Something else"}
    name, contains, asked = MEDICINES["items"]
    asked = asked | {"options": kinds, "unoffered": [], "exclusive": ["other"]}
    night = AnswerOption(code="night", text="night", groups=("sleepy",))
    pain = AnswerOption(code="pain", text="pain", groups=("other",))
    lists = {"medicines": lambda: (night, pain)}
    definitions = define([MEDICINES | {"items": [name, contains, asked]}], lists)
    both, alone = kind(
        definitions, answer, {"contains": ("pain", "night")}, {"contains": ("pain",)}
    )
    assert (both.value, alone.value) == (("sleepy",), ("other",))


def test_not_sure_of_the_substance_leaves_the_question(definitions, answer):
    (found,) = kind(definitions, answer, {"contains": Absent.UNKNOWN, "kind": "sick"})
    assert (found.value, found.follows) == ("sick", False)


def test_what_only_follows_is_not_offered(definitions):
    item = definitions.questionnaire.by_id["kind"]
    assert [option.code for option in item.offered] == ["sleepy", "sick"]


def test_a_medicine_is_known_by_every_name():
    block = {"id": "paracetamol", "name": "Paracetamol", "classes": ["other"], "source": ["S"]}
    assert Medicine.model_validate(block).names == ("Paracetamol",)
    more = Medicine.model_validate(block | {"also": ["acetaminophen", "APAP"]})
    assert more.names == ("Paracetamol", "acetaminophen", "APAP")


def test_the_list_is_read_when_it_is_first_needed():
    reads = []
    lists = {"medicines": lambda: reads.append("read") or (PROMETHAZINE,)}
    item = Item.model_validate(MEDICINES["items"][1], context=lists)
    assert reads == []
    assert [option.code for option in item.options] == ["promethazine"]
    assert item.option("promethazine")
    assert reads == ["read"]


@pytest.mark.parametrize(
    ("told", "read"),
    [({}, []), ({"contains": Absent.UNKNOWN}, []), ({"contains": ("x",)}, ["read"])],
)
def test_for_entries_without_a_confirmed_medicine_the_list_is_not_read(define, answer, told, read):
    reads = []
    lists = {"medicines": lambda: reads.append("read") or (PROMETHAZINE,)}
    (found,) = kind(define([MEDICINES], lists), answer, {"name": "Phenergan", **told})
    assert found.state is State.PENDING
    assert reads == read


def test_a_code_that_the_list_does_not_have_is_refused(definitions):
    item = definitions.questionnaire.by_id["contains"]
    with pytest.raises(AnswerError, match="'aspirin' is not offered"):
        accept(item, ["aspirin"], None)


def test_what_only_follows_is_refused_as_an_answer(definitions):
    item = definitions.questionnaire.by_id["kind"]
    with pytest.raises(AnswerError, match="'water' is not offered; choose from sleepy, sick"):
        accept(item, "water", None)


@pytest.mark.parametrize("field", ["exclusive", "unoffered"])
@pytest.mark.parametrize(
    ("codes", "fault"),
    [
        (5, "must be a list of options"),
        ("sick", "must be a list of options"),
        ([{}], "names [{}], which is no option"),
        (["water", "odd", 5], "names ['odd', 5], which is no option"),
    ],
)
def test_what_names_no_options_is_a_fault_in_words(field, codes, fault):
    block = MEDICINES["items"][2] | {"follows_from": None, field: codes}
    with pytest.raises(ValidationError, match=re.escape(f"{field} {fault}")):
        Item.model_validate(block)


@pytest.mark.parametrize("field", ["found_by", "follows_from"])
def test_what_it_rests_on_stands_before_it(field):
    late = {"found_by": MEDICINES["items"][1], "follows_from": MEDICINES["items"][2]}[field]
    early = late | {"link_id": "early", field: "name"}
    with pytest.raises(ValidationError, match=f"{field} of 'early' names no question before it"):
        Item.model_validate(MEDICINES | {"items": [early, *MEDICINES["items"]]})


@pytest.mark.parametrize("change", [{"repeats": False}, {"options_from": "countries"}])
def test_only_several_medicines_are_found_by_a_name(change):
    with pytest.raises(ValidationError, match="found_by is for a choice that repeats"):
        Item.model_validate(MEDICINES["items"][1] | change)
