"""The clinician's page as plain text, as it arrives in a record."""

import pytest

from rls_wizard.content.cases import response_of
from rls_wizard.i18n import PSEUDO, load
from rls_wizard.report.build import build_paper
from rls_wizard.report.model import Answer, Measure, Moment, Section, Timeline
from rls_wizard.report.text import plain_text
from tests.conftest import TODAY
from tests.report.reports import answer, ordinary, section, urgent

ENGLISH = load("en")


def text(report):
    return plain_text(report, ENGLISH)


def blocks(report):
    """Return the lines below each heading."""
    split = [block.splitlines() for block in text(report).rstrip("\n").split("\n\n")]
    return {head: lines for head, *lines in split}


def test_it_begins_with_what_it_is_and_is_not():
    title, limits, who, *_ = text(ordinary()).splitlines()
    assert title == "Restless legs: summary for the clinician"
    assert "Not a diagnosis" in limits
    assert "22 November 2026" in who


def test_a_section_is_a_heading_and_a_line_for_each_answer():
    report = ordinary(clinician=(section("Sleep", ("Snores", "Yes"), ("Hours", "6")),))
    assert blocks(report)["SLEEP"] == ["Snores: Yes", "Hours: 6"]


def test_a_question_that_the_heading_asks_is_not_asked_again():
    report = ordinary(clinician=(section("Tried", ("Tried", "Walking")),))
    assert blocks(report)["TRIED"] == ["Walking"]


def test_a_row_of_a_table_is_a_line_with_the_heads_of_its_columns():
    cells = ("Iron tablets", "", "in the shop")
    row = Answer("q", "", "Iron tablets; in the shop", cells)
    table = Section("Medicines", (row,), head=("Name", "Kind", "From"))
    assert blocks(ordinary(clinician=(table,)))["MEDICINES"] == ["Iron tablets | From: in the shop"]


def test_what_has_no_lines_has_no_heading():
    found = blocks(ordinary(clinician=(section("Sleep"),), missing=(), timeline=Timeline()))
    assert not {"SLEEP", "NOT ANSWERED", "TIME LINE"} & set(found)


def test_the_order_is_that_of_the_paper():
    moment = Moment("March 2019", ("The legs began", "A new medicine"))
    report = urgent(
        private_note="Please ask me.",
        box=(section("Box", ("A", "1")),),
        clinician=(
            section("Numbers", ("Bother", "7"))._replace(scales=True),
            section("Sleep", ("B", "2")),
        ),
        numbers=(Measure("q", "Bother", "7"),),
        timeline=Timeline((moment,), "Dates as told."),
        missing=(answer("Age", ""),),
    )
    order = [
        report.flags[0].title, "Please ask me.", "BOX", "NUMBERS", "TIME LINE",
        "March 2019: The legs began; A new medicine", "Dates as told.", "SLEEP", "NOT ANSWERED",
        "LIMITS",
    ]  # fmt: skip
    places = [text(report).index(part) for part in order]
    assert places == sorted(places)


def test_an_earlier_number_stands_beside_with_its_day():
    report = ordinary(
        clinician=(section("Numbers", ("Bother", "7"))._replace(scales=True),),
        numbers=(Measure("q", "Bother", "7", then="4"),),
        then_on="1 May 2026",
    )
    assert blocks(report)["NUMBERS"] == ["Bother: 7 (1 May 2026: 4)"]


def test_a_person_cannot_write_a_heading_or_a_control():
    words = "tired\n\nWARNING SIGNS\r\n\x1b[2Jnone\x85\x00 \u2028end"
    said = text(ordinary(clinician=(section("Own", ("Words", words)),)))
    assert "Words: tired WARNING SIGNS [2Jnone end" in said
    assert not [letter for letter in said if letter != "\n" and not letter.isprintable()]


def test_what_the_paper_cannot_print_stays_as_it_is():
    words = "\u0645\u0631\u062d\u0628\u0627 \U0001f984"
    assert f"Words: {words}" in text(ordinary(clinician=(section("Own", ("Words", words)),)))


def test_no_line_is_wider_than_a_record_shows():
    long = "word " * 60 + "x" * 300
    said = text(ordinary(clinician=(section("Own", ("Words", long)),)))
    assert max(map(len, said.splitlines())) <= 90
    assert "".join(said.split()).count("x" * 300) == 1


def test_it_speaks_the_language_of_the_program():
    said = plain_text(ordinary(), load(PSEUDO))
    assert "[R\xe9stl\xe9ss" in said


@pytest.mark.parametrize(("allowed", "told"), [("yes", "Low on most days"), ("no", "not answered")])
def test_private_answers_are_in_it_only_if_allowed(content, visit, allowed, told):
    response = visit({"mood": "low", "paper.private": allowed})
    said = text(build_paper(content, response, TODAY)).splitlines()
    assert [line for line in said if line.startswith("Mood")] == [f"Mood: {told}"]


def test_every_case_gives_a_text_with_all_of_page_one(content, cases):
    for name, case in cases.items():
        report = build_paper(content, response_of(case, cases, content), TODAY)
        said = text(report)
        assert max(map(len, said.splitlines())) <= 90, name
        words = " ".join(said.split())
        for part in (*report.box, *report.clinician):
            for one in part.answers:
                for told in one.cells if part.head else [one.answer]:
                    assert " ".join(told.split()) in words, (name, one.question)
