"""Page 1, read back: what stands where, and how it flows when one page is too small."""

import re
from datetime import date

import pypdfium2
import pytest

from rls_wizard.i18n import load
from rls_wizard.report.build import build_paper
from rls_wizard.report.model import Answer, Section
from rls_wizard.report.pdf import make_pdf
from rls_wizard.report.pdf.clinician import clinician_page, one_page
from rls_wizard.report.pdf.fonts import register
from tests.report.reports import BOX, CLINICIAN, ordinary, section, soon

ENGLISH = load("en")
TODAY = date(2026, 11, 22)
PERSON = re.compile("For you: what to do next|What to do now")


def pages(report):
    """Return the words of each of the clinician's pages."""
    document = pypdfium2.PdfDocument(make_pdf(report, ENGLISH))
    texts = []
    for page in document:
        reader = page.get_textpage()
        text = " ".join(reader.get_text_range().split())
        reader.close()
        if PERSON.search(text):
            break
        texts.append(re.sub(r"Self-reported and not checked[^·]*·.*?Page \d+ of \d+", "", text))
    document.close()
    return texts


def many(title, number):
    return section(title, *[(f"Question {n}", f"answer {n}") for n in range(number)])


def test_nearly_every_case_is_one_page(content, cases, visit):
    register()
    papers = (build_paper(content, visit(case=case), TODAY) for case in cases)
    fitting = [one_page(clinician_page(paper, ENGLISH)[0]) for paper in papers]
    assert sum(fitting) >= 0.95 * len(cases)


def test_a_visit_reads_in_the_order_of_the_dossier(content, visit):
    paper = build_paper(content, visit({"onset.date": "2019"}), TODAY)
    (text,) = pages(paper)
    titles = [
        "Name",
        "Date of birth",
        *(s.title for s in paper.box),
        *(s.title for s in paper.clinician if not s.small),
        "Part shown",
        "Reviewed by",
        "Signature",
        "Limits",
    ]
    titles.insert(titles.index("How often, how strong, and when") + 1, "Time line")
    place = 0
    for title in titles:
        assert title in text[place:], title
        place = text.index(title, place)


def test_what_was_denied_is_in_small_print_where_there_is_room():
    denied = section("Denied", ("Warning signs", "one; two; three"))._replace(small=True)
    (text,) = pages(ordinary(clinician=(denied,)))
    assert "Denied Warning signs: one; two; three" in text


def test_what_was_denied_gives_way_before_the_page_is_two():
    long = section("Denied", ("Warning signs", "; ".join(f"sign {n}" for n in range(900))))
    (text,) = pages(ordinary(clinician=(*CLINICIAN, long._replace(small=True))))
    assert "Denied" not in text


def test_where_the_page_flows_over_nothing_is_left_out():
    denied = section("Denied", ("Warning signs", "one; two; three"))._replace(small=True)
    text = " ".join(pages(ordinary(clinician=(many("Many", 90), denied))))
    assert "Denied Warning signs: one; two; three" in text
    assert all(f"Question {n} answer {n} " in text for n in range(90))


def aside(told):
    return told._replace(answers=tuple(a._replace(aside=a.answer != "Yes") for a in told.answers))


def test_what_was_denied_in_the_same_words_stands_in_one_line():
    told = section("Sleep", ("Snores", "No"), ("Kicks", "Yes"), ("Falls", "No"), ("Nods", "Yes"))
    (text,) = pages(ordinary(clinician=(aside(told),)))
    assert "Sleep Kicks Yes Nods Yes No: Snores; Falls" in text


def test_a_yes_is_never_in_a_line_with_others(content, visit):
    changes = {"kicks": "yes", "apnoea_signs": "yes"}
    (text,) = pages(build_paper(content, visit(changes), TODAY))
    assert "Loud snoring or pauses Yes Kicks in sleep, seen Yes" in text
    assert "No: Nodding off driving or at machines; Falls or unsteady, 3 months" in text


def table(rows):
    entries = (("Medicine", f"tablet {n}", "shop", "No", "2019") for n in range(rows))
    answers = tuple(Answer("m", "Medicines", cells[1], cells) for cells in entries)
    return Section("Medicines", answers, head=("Kind", "Name", "From", "Before", "Begun"))


def test_a_long_table_shows_its_head_on_each_page_and_tears_no_row():
    texts = pages(ordinary(clinician=(table(80),)))
    filled = [text for text in texts if "tablet" in text]
    assert len(filled) > 1
    assert all("Kind Name From Before Begun Medicine tablet" in text for text in filled)
    joined = " ".join(texts)
    assert all(f"Medicine tablet {n} shop No 2019" in joined for n in range(80))


def test_a_long_word_leaves_room_for_the_other_columns():
    long = ("Medicine", "x" * 100, "prescribed", "not answered", "September 2019")
    told = table(2)._replace(answers=(Answer("m", "Medicines", "", long), *table(2).answers))
    (text,) = pages(ordinary(clinician=(told,)))
    assert "prescribed not answered September 2019" in text


@pytest.mark.parametrize("rows", range(30, 62, 2))
def test_no_title_is_left_alone_at_the_foot_of_a_page(rows):
    report = ordinary(clinician=(table(rows), many("Second", 3), many("Third", 40), table(3)))
    for text in pages(report):
        assert not text.rstrip().endswith(("Second", "Third", "Medicines", "Begun"))


def test_the_box_comes_before_all_but_the_flags():
    (text,) = pages(soon())
    order = ["Soon", *(s.title for s in BOX), CLINICIAN[0].title]
    found = [text.index(title) for title in order]
    assert found == sorted(found)


def test_what_to_do_is_told_to_the_person_and_not_beside_the_flag():
    report = soon()
    (text,) = pages(report)
    assert report.flags[0].title in text
    assert report.flags[0].text not in text
