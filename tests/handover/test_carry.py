"""Answers of other versions: of an older one with a list of what was lost, of a newer one never."""

import json

import pytest

from rls_wizard import i18n
from rls_wizard.domain.codebook import CodeBook
from rls_wizard.handover.answer_file import as_object
from rls_wizard.handover.earlier import EarlierError
from rls_wizard.handover.earlier.carry import carried
from tests.conftest import TODAY

WORDS = i18n.load("en")
RETIRED = [
    {"question": "naps", "short": "Sleeps by day"},
    {"question": "arms", "became": "family", "short": "Relatives"},
    {"question": "caffeine", "option": "tea", "became": "morning", "short": "Tea"},
    {"question": "caffeine", "option": "mate", "short": "Mate"},
    {"question": "mimics", "option": "itch", "became": "cramp", "short": "Itch"},
    {"question": "mimics", "option": "ache", "short": "Ache"},
    {"question": "medicines.dose", "short": "Dose"},
    {"question": "medicines.class", "option": "tonic", "became": "other", "short": "Tonic"},
    {"question": "rf.99", "became": "rf.01", "short": "An old sign"},
    {"question": "rf.98", "short": "Another old sign"},
]


@pytest.fixture
def later(content):
    """Return today's content as of a later version, in which some things are retired."""
    book = CodeBook(retired=RETIRED)
    about = content.about.model_copy(update={"version": "2027.2"})
    return content.model_copy(update={"about": about, "read_codebook": lambda: book})


@pytest.fixture
def carry(later):
    def carry(answers, version="2026.11", **fields):
        file = {"format": 1, "answered_on": "2026-11-22", "content_version": version}
        return carried(file | {"answers": answers} | fields, later, TODAY, WORDS)

    return carry


def test_answers_to_what_is_asked_the_same_are_all_there(content, visit, later):
    earlier = carried(as_object(visit(content_version="2026.11")), later, TODAY, WORDS)
    assert (earlier.response.answers, earlier.lost) == (visit().answers, ())


CARRIED = {
    "a question by another name": ({"arms": "yes"}, {"family": "yes"}, ""),
    "not beside the new one": ({"family": "no", "arms": "yes"}, {"family": "no"}, ""),
    "nor before it": ({"arms": "yes", "family": "no"}, {"family": "no"}, ""),
    "an option by another name": ({"caffeine": "tea"}, {"caffeine": "morning"}, ""),
    "a question no more": ({"naps": "yes", "age": 40}, {"age": 40}, "Sleeps by day"),
    "an option no more": ({"caffeine": "mate"}, {}, "Mate"),
    "one of several": ({"mimics": ["back", "itch"]}, {"mimics": ("cramp", "back")}, ""),
    "one of several no more": ({"mimics": ["ache", "back"]}, {"mimics": ("back",)}, "Ache"),
    "all of several no more": ({"mimics": ["ache"]}, {}, "Ache"),
    "a question nobody knows": ({"shoe.size": 42, "age": 40}, {"age": 40}, "shoe.size"),
    "a number out of range": ({"bother": 12}, {}, "How much it bothers"),
    "in a row": (
        {"medicines": [{"medicines.dose": "x", "medicines.class": "tonic"}]},
        {"medicines": ({"medicines.class": "other"},)},
        "Dose",
    ),
    "not sure": ({"arms": {"absent": "asked-unknown"}}, {"family": "asked-unknown"}, ""),
    "an odd value": ({"caffeine": 7}, {}, "Caffeine"),
    "an odd value among several": ({"mimics": [7, "back"]}, {}, "Other feelings"),
    "no rows": ({"medicines": []}, {"medicines": ()}, ""),
}


@pytest.mark.parametrize("what", CARRIED)
def test_older_answers_are_taken_over_as_far_as_they_can_be(carry, later, what):
    given, expected, lost = CARRIED[what]
    earlier = carry(given)
    assert earlier.response.answers == expected
    told = " ".join(earlier.lost)
    item = later.questionnaire.by_id.get(next(iter(given)))
    assert (not lost and not told) or lost in told or item.label in told
    assert len(earlier.lost) == bool(lost)


def test_a_sign_that_was_taken_back_keeps_its_memory(carry):
    earlier = carry({}, changed=["rf.99", "rf.98"])
    assert earlier.response.changed == ("rf.01",)
    assert "Another old sign" in earlier.lost[0]


@pytest.mark.parametrize("version", ["2027.2", None])
@pytest.mark.parametrize("answers", [{"shoe_size": 42}, {"bother": 12}, {"naps": "yes"}, [], None])
def test_of_the_same_version_every_answer_must_fit(carry, version, answers):
    with pytest.raises(EarlierError, match="damaged, or were changed"):
        carry(answers, version)


@pytest.mark.parametrize("version", ["2027.3", "2027.10", "2028"])
def test_newer_answers_that_are_not_known_are_refused(carry, version):
    assert carry({"age": 40}, version).response.answers == {"age": 40}
    with pytest.raises(EarlierError, match="newer program"):
        carry({"shoe_size": 42}, version)


DAMAGED = {
    "no day": {"answered_on": None},
    "no such day": {"answered_on": "2026-02-30"},
    "a number for a day": {"answered_on": 7},
    "nobody": {"answered_by": "cat"},
    "no format": {"format": None},
    "format 0": {"format": 0},
    "a format that is true": {"format": True},
    "changed, but odd": {"changed": 7},
    "changed, but odd in part": {"changed": ["rf.01", 7]},
    "an unknown field": {"name": "Jo"},
    "a version that is a list": {"content_version": ["2026"]},
}


def test_answers_that_are_none_are_refused_of_an_older_version_too(carry):
    with pytest.raises(EarlierError, match="damaged, or were changed"):
        carry(7)


@pytest.mark.parametrize("version", ["2026.11", "2027.2"])
@pytest.mark.parametrize("what", DAMAGED)
def test_what_no_program_of_ours_wrote_is_refused(carry, version, what):
    with pytest.raises(EarlierError, match="damaged, or were changed"):
        carry({"age": 40}, **({"version": version} | DAMAGED[what]))


def test_a_day_to_come_is_named(carry):
    with pytest.raises(EarlierError, match="from 1 January 2027, which is still to come"):
        carry({}, answered_on="2027-01-01")


def test_a_later_format_is_refused(carry):
    with pytest.raises(EarlierError, match="newer program"):
        carry({}, format=2)


def test_the_visit_before_an_older_one_is_not_carried_along(carry):
    then = {"answered_on": "2026-01-01", "answers": {"naps": "yes"}}
    assert carry({"age": 40}, then=then).response.then is None


def test_the_visit_before_is_carried_along_with_answers_of_today(carry):
    then = {"answered_on": "2026-01-01", "answers": {"age": 39}}
    assert carry({"age": 40}, version="2027.2", then=then).response.then.answers == {"age": 39}


ODD_NAMES = ["two\nlines", "\u202eabc", "x" * 61, "Two words", "", "é"]


@pytest.mark.parametrize("name", ODD_NAMES)
@pytest.mark.parametrize("where", [{"{}": 1}, {"medicines": [{"{}": 1}]}])
def test_what_was_never_the_name_of_a_question_is_not_repeated(carry, name, where):
    answers = json.loads(json.dumps(where).replace("{}", json.dumps(name)[1:-1]))
    with pytest.raises(EarlierError, match="damaged, or were changed"):
        carry(answers)
    with pytest.raises(EarlierError, match="damaged, or were changed"):
        carry({}, changed=[name])


def test_nobody_is_told_of_more_lost_than_can_be(carry):
    assert len(carry({f"old.{n}": 1 for n in range(100)}).lost[0]) < 1_000
    with pytest.raises(EarlierError, match="damaged, or were changed"):
        carry({f"old.{n}": 1 for n in range(101)})


def test_what_was_taken_over_is_of_todays_content(carry):
    assert carry({"arms": "yes"}).response.content_version == "2027.2"
