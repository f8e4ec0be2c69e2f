"""What the report says, before anybody draws it."""

from datetime import date

import pytest

from rls_wizard.domain.questionnaire import Absent
from rls_wizard.report.build import build_paper, build_report

TODAY = date(2026, 11, 22)


def asked(report):
    """Return what the box says about warning signs."""
    return [s.answers[0].answer for s in report.box if s.title == "Warning signs"]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "Asked: no to all"),
        ({"bother": None}, "Asked: no to all"),
        ({"rf.01": None}, "Not all of them were answered"),
        ({"rf.11": Absent.DECLINED}, "Not all of them were answered"),
        ({"rf.11": "yes", "paper.private": "no"}, "Not all of them were answered"),
    ],
)
def test_no_to_all_is_only_said_when_it_was(content, visit, changes, said):
    assert asked(build_paper(content, visit(changes), TODAY)) == [said]


def test_what_is_missing_is_no_reason(content, visit):
    report = build_report(content, visit({"days_per_week": None}), TODAY)
    assert [a.link_id for a in report.missing] == ["days_per_week"]
    assert report.stage_because == ()


def test_a_source_from_memory_says_so(content, visit):
    report = build_report(content, visit({"rf.24": None, "rf.23": None}), TODAY)
    (cold,) = [line for line in report.advice if line.id == "ADV-COLD"]
    assert cold.sources[1].endswith("(from memory, to be checked)")


def test_past_the_review_date_it_is_said(content, visit):
    assert build_report(content, visit(), TODAY).origin.overdue == ""
    assert build_report(content, visit(), date(2027, 11, 23)).origin.overdue


def test_answers_of_one_row_only(content, visit):
    report = build_report(content, visit(), TODAY)
    (caution,) = [line for line in report.cautions if line.id == "CAU-MED-ANTIHISTAMINE-SHOP"]
    assert [a.answer.split(" (")[0] for a in caution.because] == ["Night-time cold tablets"]
