"""Then and now: what was told at the visit before, beside what is told today."""

from datetime import date

import pytest
from pypdfium2 import PdfDocument

from rls_wizard.domain.again import begin_again
from rls_wizard.domain.response import Absent
from rls_wizard.i18n import load
from rls_wizard.report.build import build_paper, build_report
from rls_wizard.report.pdf import make_pdf
from rls_wizard.report.then import LastTime
from tests.conftest import TODAY

LATER = date(2027, 11, 29)


@pytest.fixture
def reports(content, visit):
    """Return the report of a second visit, whose answers are those of the first but for some."""

    def of(then=(), now=(), build=build_report, forget=False):
        earlier = visit(dict(then))
        again = begin_again(content, earlier, LATER)
        for link_id, value in {**earlier.answers, **dict(now)}.items():
            again = again.record(link_id, value)
        return build(content, again.model_copy(update={"then": None}) if forget else again, LATER)

    return of


def test_each_number_has_the_one_of_then(reports):
    report = reports({"bother": 7, "start_hour": 21, "trend_3m": "worse"}, {"bother": 4})
    told = {m.link_id: (m.then, m.answer) for m in report.numbers}
    assert report.then_on == "22 November 2026"
    assert told["bother"] == ("7", "4")
    assert told["start_hour"] == ("9 pm", "9 pm")
    assert told["trend_3m"] == ("Worse", "Worse")


def test_what_was_not_told_then_is_not_compared(reports):
    told = {m.link_id: m.then for m in reports({"start_hour": None}).numbers}
    assert told["start_hour"] == ""
    assert told["bother"]


def test_not_sure_is_told(content, visit):
    again = begin_again(content, visit({"bother": Absent.UNKNOWN}), LATER)
    assert LastTime(content, again).answer("bother") == "not sure"


def test_what_was_not_asked_then_has_no_answer(content, visit):
    earlier = visit({"rx_now": "no", "rx_weeks": 12})
    assert LastTime(content, begin_again(content, earlier, LATER)).answer("rx_weeks") == ""


def test_a_first_visit_knows_of_no_other(content, visit):
    report = build_report(content, visit(), TODAY)
    assert (report.then_on, {m.then for m in report.numbers}) == ("", {""})
    assert not any(check.carried for part in report.review.sections for check in part.checks)


def test_all_else_of_the_report_is_as_without_a_visit_before(reports):
    beside, alone = reports(), reports(forget=True)
    assert beside != alone
    differs = {"then_on": "", "numbers": (), "review": alone.review}
    assert beside._replace(**differs) == alone._replace(**differs)


def test_the_review_says_what_is_as_it_was(reports):
    report = reports({"family": "yes", "height": None}, {"tried": ("walk",)})
    carried = {c.link_id for part in report.review.sections for c in part.checks if c.carried}
    assert "family" in carried
    assert {"bother", "tried"} & carried == set()


def test_the_person_reads_both_side_by_side_on_paper(reports):
    text = printed(reports({"bother": 7}, {"bother": 4}, build=build_paper))
    assert "Then and now Question 22 November 2026 29 November 2027 Days a week " in text
    assert " Bother on a day with it, 0 to 10 7 4 " in text


def test_without_a_visit_before_there_is_no_such_table(reports):
    assert "Then and now" not in printed(reports(build=build_paper, forget=True))


def test_who_needs_help_now_reads_of_nothing_else(reports):
    assert "Then and now" not in printed(reports((), {"rf.01": "yes"}, build=build_paper))


def printed(report):
    """Return the text of all pages, in the order of reading."""
    document = PdfDocument(make_pdf(report, load("en")))
    texts = [page.get_textpage().get_text_range() for page in document]
    return " ".join(" ".join(texts).split())
