"""Days in words, who reviewed the content, and what is past its day of review."""

from datetime import date

import pytest
from pydantic import ValidationError

from rls_wizard.domain.model import Reviewed
from rls_wizard.domain.reference import ClinicalReview

DAY = date(2026, 11, 22)
REVIEW = {"state": "reviewed", "who": "A. Body, neurologist", "on": DAY, "fingerprint": "f00"}


@pytest.fixture(scope="module")
def about(content):
    return content.about


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2026", "2026"),
        ("2026-01", "January 2026"),
        ("2026-12", "December 2026"),
        ("2026-03-01", "1 March 2026"),
        (date(2026, 12, 31), "31 December 2026"),
    ],
)
def test_a_day_is_said_as_exactly_as_it_is_known(about, day, words):
    assert about.dates.in_words(day) == words


@pytest.mark.parametrize("gone", ["who", "on", "fingerprint"])
def test_a_review_names_who_when_and_what(gone):
    with pytest.raises(ValidationError, match="'reviewed' needs who, on and fingerprint"):
        ClinicalReview.model_validate({k: v for k, v in REVIEW.items() if k != gone})


@pytest.mark.parametrize("field", ["who", "on", "fingerprint"])
def test_where_nobody_reviewed_nothing_of_a_review_is_said(field):
    with pytest.raises(ValidationError, match="'none' has no who, on or fingerprint"):
        ClinicalReview.model_validate({"state": "none", field: REVIEW[field]})


@pytest.mark.parametrize(
    ("review", "words"),
    [
        (REVIEW, "reviewed by A. Body, neurologist on 22 November 2026"),
        ({"state": "none"}, "not yet reviewed by a clinician"),
    ],
)
def test_what_is_said_of_the_review(about, review, words):
    told = ClinicalReview.model_validate(review)
    assert about.model_copy(update={"clinical_review": told}).review == words


def test_without_a_review_no_day_is_filled_in(about):
    says = about.review_says | {"none": "nobody{day}"}
    assert about.model_copy(update={"review_says": says}).review == "nobody"


@pytest.mark.parametrize(
    ("who", "words"),
    [
        ("self", ""),
        ("parent", "“You” and “I” always mean your child."),
        ("carer", "“You” and “I” always mean the person you answer for."),
    ],
)
def test_who_answers_for_another_is_told_whom_you_means(about, who, words):
    assert about.whom(who) == words


def test_help_stands_before_slips_and_nothing_of_either_is_forgotten(about):
    assert about.help
    assert about.slips
    assert about.handed == about.help + about.slips


DUE = "This text was due to be checked again by 23 November 2026."
ALL_DUE = "These texts were due to be checked again by 23 November 2026. They may be out of date."


@pytest.mark.parametrize(("today", "late"), [(22, False), (23, False), (24, True), (30, True)])
def test_after_its_day_of_review_a_text_says_so(about, today, late):
    day, today = date(2026, 11, 23), date(2026, 11, today)
    line = Reviewed(reviewed_on=DAY, next_review=day)
    whole = about.model_copy(update={"next_review": day})
    assert line.overdue_since(today) == (day if late else None)
    assert whole.told_overdue(line, today) == (DUE if late else "")
    assert whole.told_overdue(whole, today) == (ALL_DUE if late else "")


def test_a_text_without_a_day_of_its_own_is_never_late(about):
    never = date(9999, 12, 31)
    assert Reviewed(reviewed_on=DAY).overdue_since(never) is None
    assert about.told_overdue(Reviewed(reviewed_on=DAY), never) == ""


@pytest.mark.parametrize("day", [DAY, date(2026, 11, 21)])
def test_the_next_review_comes_after_the_last(day):
    with pytest.raises(ValidationError, match="next_review must come after reviewed_on"):
        Reviewed(reviewed_on=DAY, next_review=day)
