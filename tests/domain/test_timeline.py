from datetime import date

import pytest

from rls_wizard.domain.privacy import for_paper
from rls_wizard.domain.response import Absent
from rls_wizard.domain.timeline import VISIT, timeline

TODAY = date(2026, 11, 22)
GONE = ("onset", "onset.date", "iron.date", "donation.date", "rx_weeks", "pregnancy.weeks")
SINCE_WHEN = {
    "link_id": "began.date",
    "type": "date",
    "timeline": {
        "text": "Began",
        "unknown": {"question": "began", "months": {"lately": [0, 1], "long": [12]}},
    },
}
BEGAN = {"link_id": "began", "options": {"lately": "Lately", "long": "Long ago", "odd": "Odd"}}
GIVEN = {"link_id": "given", "type": "date", "timeline": {"text": "Gave blood"}}
MEDICINES = {
    "link_id": "drugs",
    "type": "group",
    "repeats": True,
    "items": [
        {"link_id": "drugs.name", "type": "text", "text": "Name"},
        {
            "link_id": "drugs.start",
            "type": "date",
            "text": "Start",
            "timeline": {"text": "{drugs.name}"},
        },
    ],
}


@pytest.fixture
def events(define, answer):
    """Return the time line of answers to a few questions."""
    definitions = define([BEGAN, SINCE_WHEN, GIVEN, MEDICINES])

    def told(answers):
        facts = definitions.logic(answer(answers)).facts
        return timeline(definitions.questionnaire, facts, TODAY)

    return told


@pytest.fixture
def of(content, visit):
    """Return the time line of a case, which had no dates, with these answers."""

    def told(answers, case="A sample visit", paper=False):
        response = visit(dict.fromkeys(GONE) | answers, case=case)
        if paper:
            response = for_paper(content.questionnaire, response)
        return timeline(content.questionnaire, content.logic(response).facts, TODAY)

    return told


def dates(events):
    return [(event.link_id, event.first) for event in events]


def test_dates_stand_in_order_and_the_visit_is_last(events):
    rows = ({"drugs.start": "2020-05"}, {"drugs.start": "2018"})
    found = events({"began.date": "2019-03", "given": "2026-11-22", "drugs": rows})
    assert dates(found) == [
        ("drugs.start", "2018"),
        ("began.date", "2019-03"),
        ("drugs.start", "2020-05"),
        ("given", "2026-11-22"),
        (VISIT, "2026-11-22"),
    ]
    assert [event.row for event in found] == [1, None, 0, None, None]


def test_what_was_in_the_same_month_stays_in_the_order_of_asking(events):
    rows = ({"drugs.start": "2019-03"}, {"drugs.start": "2019-03"})
    found = events({"given": "2019-03", "began.date": "2019-03", "drugs": rows})
    assert [event.link_id for event in found[:2]] == ["began.date", "given"]
    assert [event.row for event in found[2:4]] == [0, 1]


def test_a_year_stands_before_its_months_and_a_month_before_its_days(events):
    rows = tuple({"drugs.start": told} for told in ("2019-03-02", "2019-03", "2019"))
    assert [e.first for e in events({"drugs": rows})[:3]] == ["2019", "2019-03", "2019-03-02"]


@pytest.mark.parametrize("told", [("2019", "2019-01"), ("2019-01", "2019"), ("2019-01-01", "2019")])
def test_a_year_begins_with_its_first_day(events, told):
    rows = tuple({"drugs.start": start} for start in told)
    assert tuple(e.first for e in events({"drugs": rows})[:2]) == told


@pytest.mark.parametrize(
    ("answers", "count"),
    [
        ({}, 0),
        ({"given": Absent.UNKNOWN}, 0),
        ({"began": "long"}, 0),
        ({"began": "long", "drugs": ({"drugs.name": "X"},)}, 0),
        ({"given": "2020"}, 2),
        ({"given": "2020", "began": "odd"}, 2),
        ({"given": "2020", "began": "long", "began.date": Absent.UNKNOWN}, 3),
    ],
)
def test_there_is_a_line_once_a_date_is_known(events, answers, count):
    assert len(events(answers)) == count


@pytest.mark.parametrize(
    ("code", "first", "last"), [("long", "", "2025-11"), ("lately", "2026-10", "2026-11")]
)
def test_a_choice_stands_in_for_a_date_that_is_not_known(events, code, first, last):
    found = next(e for e in events({"began": code, "given": "2020"}) if e.link_id == "began.date")
    assert (found.first, found.last) == (first, last)


def test_a_date_stands_alone(events):
    found = events({"began": "long", "began.date": "2019"})
    assert dates(found) == [("began.date", "2019"), (VISIT, "2026-11-22")]


def test_what_began_before_a_month_stands_before_what_was_in_it(events):
    rows = ({"drugs.start": "2025-11"}, {"drugs.start": "2025-10"})
    found = events({"began": "long", "drugs": rows})
    assert [event.row for event in found[:3]] == [1, None, 0]


@pytest.mark.parametrize(
    ("weeks", "told"), [(0, "2026-11"), (30, "2026-04"), (104, "2024-11"), (520, "2016")]
)
def test_weeks_are_counted_back_as_well_as_one_can_count(of, weeks, told):
    (event, _) = of({"rx_weeks": weeks}, case="row 2: it wears off")
    assert (event.link_id, event.first, event.about) == ("rx_weeks", told, True)


def test_a_date_that_is_only_about_right_says_so(of):
    (event, _) = of({"onset.date": "2012", "onset.date.about": "yes"})
    assert event.about


def test_an_answer_that_no_longer_applies_is_not_there(of):
    told = {"donation.date": "2026-08", "onset.date": "2012"}
    asked = of({"iron.signs": ("donation",)} | told)
    assert "donation.date" in [event.link_id for event in asked]
    again = of({"iron.signs": ("none",)} | told)
    assert "donation.date" not in [event.link_id for event in again]


def test_private_dates_are_on_paper_only_if_that_is_allowed(define, answer):
    definitions = define([{**GIVEN, "private": True}, BEGAN, {**SINCE_WHEN}])
    for permission, count in (("yes", 3), ("no", 2), (None, 2)):
        told = {"given": "2020", "began.date": "2019", "paper.private": permission}
        response = for_paper(definitions.questionnaire, answer(told))
        facts = definitions.logic(response).facts
        assert len(timeline(definitions.questionnaire, facts, TODAY)) == count


def test_events_of_treatment_are_told_with_their_entry(of):
    rows = (
        {"rx.events.kind": "raised", "rx.events.date": "2025"},
        {"rx.events.kind": "best"},
        {"rx.events.kind": "infusion", "rx.events.date": "2024-05-03"},
    )
    found = of({"rx.events": rows}, case="row 2: it wears off")
    assert [(event.first, event.row) for event in found] == [
        ("2024-05-03", 2),
        ("2025", 0),
        ("2026-11-22", None),
    ]
