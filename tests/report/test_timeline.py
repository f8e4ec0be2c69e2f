"""The time line in words, on the screen's report and read back from paper."""

import re
from datetime import date

import pypdfium2
import pytest

from rls_wizard import i18n
from rls_wizard.report.build import build_paper, build_report
from rls_wizard.report.model import Moment, Timeline
from rls_wizard.report.pdf import make_pdf
from tests.report.reports import ordinary, section, urgent

TODAY = date(2026, 11, 22)
TREATED = "row 2: it wears off"
PLAIN = "mild adult"
NOTE = "Dates as told. They show no cause."
VISIT = ("22 November 2026", ("These answers were given",))
FEW = Timeline(
    (
        Moment("2012", ("The feelings in the legs began",), far=True),
        Moment("March 2026", ("sertraline: began", "Gave blood")),
        Moment("22 November 2026", ("These answers were given",)),
    ),
    NOTE,
)
MANY = Timeline(
    tuple(Moment(f"March {1990 + n}", (f"The dose went up: number {n}",)) for n in range(30)), NOTE
)


@pytest.fixture
def told(content, visit):
    """Return what the time line of a case says, with these answers."""

    def tell(changes, case=PLAIN):
        found = build_report(content, visit(changes, case=case), TODAY).timeline.moments
        return [(moment.date, moment.events) for moment in found]

    return tell


def pages(report):
    document = pypdfium2.PdfDocument(make_pdf(report, i18n.load("en")))
    texts = [re.sub(r"\s+", " ", page.get_textpage().get_text_range()) for page in document]
    document.close()
    return texts


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"onset.date": "2012"}, "2012"),
        ({"onset.date": "2012-03"}, "March 2012"),
        ({"onset.date": "2012-03-09"}, "9 March 2012"),
        ({"onset.date": "2012", "onset.date.about": "yes"}, "About 2012"),
    ],
)
def test_a_date_is_said_as_well_as_it_is_known(told, changes, said):
    assert told(changes) == [(said, ("The feelings in the legs began",)), VISIT]


@pytest.mark.parametrize(
    ("onset", "said"),
    [
        ("over_1_year", "Before November 2025"),
        ("under_1_year", "November 2025 to August 2026"),
        ("under_4_weeks", "October 2026 to November 2026"),
    ],
)
def test_without_a_date_it_is_said_between_when_it_began(told, onset, said):
    changes = {"onset": onset, "iron.signs": ("donation",), "donation.date": "2026"}
    assert (said, ("The feelings in the legs began",)) in told(changes)


def test_without_any_date_there_is_no_line(told):
    assert told({}) == []


def test_what_is_told_in_a_list_names_its_entry(told):
    rows = (
        {"rx.events.kind": "raised", "rx.events.date": "2025", "rx.events.words": "two \n tablets"},
        {"rx.events.kind": "infusion", "rx.events.date": "2025"},
        {"rx.events.kind": "best"},
    )
    found = dict(told({"rx.events": rows}, case=TREATED))
    assert found["2025"] == ("The dose went up: two tablets", "Iron drip (infusion)")


def test_weeks_are_about_right(told):
    changes = {"pregnancy": "pregnant", "pregnancy.weeks": 30}
    assert ("About April 2026", ("Pregnancy began",)) in told(changes)


def test_a_birth_is_there_only_after_birth(told):
    after = {"pregnancy": "after_birth", "birth.date": "2026-10-30"}
    assert ("30 October 2026", ("Gave birth",)) in told(after)
    assert told(after | {"pregnancy": "no"}) == []


def test_far_apart_is_more_than_a_year(content, visit):
    dates = {"onset.date": "2024-10", "iron.signs": ("donation",), "donation.date": "2025-10"}
    found = build_report(content, visit(dates, case=PLAIN), TODAY).timeline.moments
    assert [moment.far for moment in found] == [False, True, False]


def test_an_urgent_visit_has_it_for_the_clinician(content, visit):
    response = visit({"onset.date": "2012"}, case="rf.02: chest pain")
    paper = build_paper(content, response, TODAY)
    assert paper.urgent
    assert any("The feelings in the legs began" in page for page in pages(paper))


def test_paper_shows_every_date_with_what_happened_and_no_cause():
    first, *_ = pages(ordinary()._replace(timeline=FEW))
    shown = first[first.index("Time line") :]
    for text in (NOTE, *(x for m in FEW.moments for x in (m.date, *m.events))):
        assert text in shown


def test_without_dates_nothing_is_on_paper():
    assert not any("Time line" in page or NOTE in page for page in pages(ordinary()))


@pytest.mark.parametrize("report", [ordinary(), urgent()])
def test_a_few_dates_add_no_page(report):
    assert len(pages(report._replace(timeline=FEW))) == len(pages(report))


def test_where_the_first_page_is_full_it_stands_before_the_answers():
    pages_of = {rows: pages(_with_rows(rows, FEW)) for rows in range(26, 38, 2)}
    moved = [rows for rows, texts in pages_of.items() if "Time line" not in texts[0]]
    assert 0 < len(moved) < len(pages_of)
    for rows in moved:
        (page,) = [page for page in pages_of[rows] if "Time line" in page]
        assert page.index("All answers") < page.index("Time line") < page.index("Question 1")
        assert len(pages_of[rows]) == len(pages(_with_rows(rows, Timeline())))


def test_many_dates_go_on_over_pages():
    texts = " ".join(pages(ordinary()._replace(timeline=MANY)))
    for moment in MANY.moments:
        assert texts.count(moment.date) == 1
        assert f"{moment.events[0]} " in texts


def _with_rows(number, timeline):
    rows = [(f"A question that is not short, number {n}", f"{n} times") for n in range(number)]
    both = section("Many", *rows), section("As many", *rows)
    return ordinary()._replace(clinician=both, timeline=timeline)
