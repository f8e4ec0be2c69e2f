"""What is past its day of review says so, wherever it stands."""

from datetime import date

import pytest

from rls_wizard.report.build import build_paper, build_report
from rls_wizard.report.library import build_library
from tests.report.test_pdf import pages, squeezed

TODAY = date(2026, 12, 2)
DUE = date(2026, 12, 1)
SAID = "This text was due to be checked again by 1 December 2026."
WHOLE = "These texts were due to be checked again by 22 November 2027."
LATER = date(2027, 11, 23)
LEG = {"rf.01": "yes"}


@pytest.fixture
def due(content):
    """Return the content with one rule that is to be looked at again by the first of December."""

    def make(name):
        table = {"rf": "red_flags", "part": "parts", "CAU": "cautions", "ADV": "advice"}
        field = table[name.replace(".", "-").partition("-")[0]]
        blocks = tuple(
            rule.model_copy(update={"next_review": DUE}) if rule.id == name else rule
            for rule in getattr(content.rules, field)
        )
        rules = content.rules.model_copy(update={field: blocks})
        return content.model_copy(update={"rules": rules})

    return make


def said_by(report):
    lines = (*report.flags, *report.parts, *report.advice, *report.questions)
    lines += (*report.knowledge, *report.cautions, *report.left_out)
    return [line.id for line in lines if line.overdue]


def test_only_the_rule_that_is_due_says_so_and_only_after_its_day(due, visit):
    walk = due("ADV-WALK")
    assert said_by(build_report(walk, visit(), DUE)) == []
    report = build_report(walk, visit(), TODAY)
    assert said_by(report) == ["ADV-WALK"]
    assert [line.overdue for line in report.advice if line.overdue] == [SAID]
    assert report.origin.overdue == ""


def test_a_rule_without_a_day_of_its_own_goes_with_the_whole(content, visit):
    report = build_report(content, visit(), LATER)
    assert said_by(report) == []
    assert report.origin.overdue.startswith(WHOLE)


def test_what_is_left_out_says_it_if_any_of_it_is_due(due, visit):
    report = build_report(due("ADV-COLD"), visit({"conditions": ("neuropathy",)}), TODAY)
    (line,) = report.left_out
    assert "; A cold pack; " in line.title
    assert line.overdue == SAID


def test_the_persons_pages_say_it_below_the_words(due, visit):
    _, person, *_ = pages(build_paper(due("ADV-WALK"), visit(), TODAY))
    everything = "".join(pages(build_paper(due("ADV-WALK"), visit(), TODAY)))
    assert everything.count(squeezed(SAID)) == 1
    assert squeezed(WHOLE) not in person


def test_the_clinician_and_the_person_read_it_beside_a_warning_sign(due, visit):
    clinician, person, *_ = pages(build_paper(due("rf.01"), visit(LEG), TODAY))
    assert squeezed(SAID) in clinician
    assert squeezed(SAID) in person


def test_the_whole_is_said_on_top_of_both_pages(content, visit):
    clinician, person, *_ = pages(build_paper(content, visit(), LATER))
    assert clinician.index(squeezed(WHOLE)) < 600
    assert person.index(squeezed(WHOLE)) < 60


def test_in_an_urgent_result_it_comes_after_what_to_do(content, visit):
    report = build_paper(content, visit(LEG), LATER)
    _, person, *_ = pages(report)
    assert person.index(squeezed(report.flags[-1].text)) < person.index(squeezed(WHOLE))


def test_all_advice_says_it_of_the_whole_a_rule_and_the_numbers(due, content):
    library = build_library(due("CAU-IRON-LOSS"), TODAY, "gb")
    lines = [m.line for chapter in library.chapters for m in chapter.measures]
    assert [line.id for line in lines if line.overdue] == ["CAU-IRON-LOSS"]
    assert (library.overdue, library.numbers_due) == ("", "")
    late = build_library(content, LATER, "gb")
    assert late.overdue.startswith(WHOLE)
    assert late.numbers_due == "22 November 2027"
    assert build_library(content, LATER).numbers_due == ""


def test_the_first_day_that_has_passed_is_told(due, content):
    assert content.overdue_since(date(2027, 11, 22)) is None
    assert content.overdue_since(LATER) == date(2027, 11, 22)
    assert due("ADV-WALK").overdue_since(LATER) == DUE
