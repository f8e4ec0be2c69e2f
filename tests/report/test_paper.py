"""The clinician's page in words: the five lines, what stands below them, and in which order."""

from datetime import date

import pytest

from rls_wizard.domain.flags import flag_questions
from rls_wizard.domain.response import Absent
from rls_wizard.report.build import build_paper

TODAY = date(2026, 11, 22)
NEW = {"medicines.name": "Kwells", "medicines.class": "antihistamine", "medicines.from": "shop"}
OLD = {"medicines.name": "Prozac", "medicines.class": "antidepressant"}
FIVE = ["Warning signs", "Four points", "Six numbers", "For the legs now", "Begun before onset"]
ORDER = [
    "Pattern",
    "Person and course",
    "How often, how strong, and when",
    "Sleep, mood and safety",
    "Conditions and pregnancy",
    "Medicines",
    "Habits",
    "Iron",
    "Iron results",
    "Tried",
    "Asked, and answered no",
    "Own questions",
]


@pytest.fixture
def paper(content, visit):
    """Return the paper of a visit."""

    def of(changes=None, **options):
        return build_paper(content, visit(changes, **options), TODAY)

    return of


@pytest.fixture
def line(paper):
    """Return one line of the box, as questions and answers."""

    def of(title, changes, **options):
        (section,) = (s for s in paper(changes, **options).box if s.title == title)
        return [(answer.question, answer.answer) for answer in section.answers]

    return of


@pytest.fixture
def section(paper):
    """Return one section below the box."""

    def of(title, changes=None, **options):
        (found,) = (s for s in paper(changes, **options).clinician if s.title == title)
        return found

    return of


def medicines(*entries):
    return {"medicines.any": "yes", "medicines": entries}


def test_the_box_of_every_case_has_the_five_lines(content, cases, visit):
    for case in cases:
        box = build_paper(content, visit(case=case), TODAY).box
        assert [section.title for section in box] == FIVE, case


def test_below_it_the_order_is_that_of_the_dossier(paper):
    assert [s.title for s in paper().clinician] == ORDER


def test_a_sign_stands_in_the_first_line_with_its_time(line):
    told = line("Warning signs", {"rf.01": "yes", "rf.since": "since Monday"})
    assert told[0][1] == "Leg newly swollen, painful or warm"
    assert ("Warning signs", "Asked: no to all others") in told
    assert ("Signs since", "since Monday") in told


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ([NEW | {"medicines.near_onset": "yes", "medicines.start": "2026-06"}],
         "Kwells (June 2026)"),
        ([NEW | {"medicines.near_onset": "no"}], "No medicine within 3 months of onset"),
        ([NEW | {"medicines.near_onset": Absent.UNKNOWN}], "Not sure or not answered: Kwells"),
        ([NEW | {"medicines.near_onset": "yes"}, OLD], "Kwells; Not sure or not answered: Prozac"),
        ([{"medicines.name": "X", "medicines.class": "statin"}], "Not asked of these medicines"),
    ],
)  # fmt: skip
def test_the_last_line_says_what_began_before_onset(line, entries, said):
    ((_, told),) = line("Begun before onset", medicines(*entries))
    assert told == said


def test_who_takes_no_medicines_is_told_so(line):
    told = line("Begun before onset", {"medicines.any": "no"})
    assert told == [("Takes medicines", "No")]


def test_used_to_is_said_in_two_words(line):
    told = dict(line("Four points", {"core.relief": "used_to", "core.evening": Absent.UNKNOWN}))
    assert told["Better with moving"] == "Used to"
    assert told["Worse in the evening or night"] == "not sure"


def test_a_medicine_has_a_column_for_all_that_was_asked(section):
    confirmed = {"medicines.name": "Nytol", "medicines.contains": ("diphenhydramine",),
                 "medicines.from": "shop", "medicines.near_onset": "no"}  # fmt: skip
    found = section("Medicines", medicines(confirmed, OLD | {"medicines.start": "2019"}))
    assert found.head[0] == "Name"
    assert [answer.cells for answer in found.answers] == [
        ("Nytol", "diphenhydramine; sedating antihistamine", "Bought without a prescription",
         "No", "not answered"),
        ("Prozac", "antidepressant", "not asked", "not answered", "2019"),
    ]  # fmt: skip


def test_mimics_are_told_as_ticked_and_as_not(paper):
    found = paper({"mimics": ("cramp", "numb")}).clinician
    told = {s.title: {a.link_id: a.answer for a in s.answers} for s in found}
    assert told["Pattern"]["mimics"] == "Cramp; numb or burning feet"
    denied = told["Asked, and answered no"]["mimics"]
    assert "joint pain" in denied
    assert "cramp" not in denied


def test_the_signs_that_were_denied_are_named(section):
    denied = {a.link_id: a.answer for a in section("Asked, and answered no").answers}["denied"]
    assert "leg newly swollen, painful or warm; " in denied
    assert "no flags" not in denied


def test_a_private_sign_that_may_not_be_on_paper_was_not_denied(section):
    denied = section("Asked, and answered no", {"paper.private": "no"}).answers
    assert not any("self-harm" in answer.answer for answer in denied)


def test_names_for_clinicians_are_of_questions_and_answers_that_exist(content):
    for link_id, options in content.paper_names.options.items():
        item = content.questionnaire.by_id[link_id]
        assert [code for code in options if item.option(code) is None] == []


def test_every_warning_sign_has_a_name_of_few_words(content):
    names = content.paper_names.questions
    assert flag_questions(content.rules) - {"rf.09.safe"} <= names.keys()
    assert max(len(name.split()) for name in names.values()) <= 8
