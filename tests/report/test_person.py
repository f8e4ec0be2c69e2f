"""The person's pages, read back from the file: what stands where, and in which size."""

import ctypes
import re
from collections import Counter
from datetime import date

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from rls_wizard.content.cases import read_cases, response_of
from rls_wizard.content.reader import Reader
from rls_wizard.domain.response import Absent
from rls_wizard.domain.rules import Stage
from rls_wizard.i18n import load
from rls_wizard.paths import own_content
from rls_wizard.report.build import build_paper
from rls_wizard.report.pdf import make_pdf
from tests.report.reports import SLEEPY, answer, line, ordinary, section, soon, urgent

ENGLISH = load("en")
TODAY = date(2026, 11, 22)
CASES = {case.name: case for case in read_cases(Reader(own_content(), ENGLISH))}
PEOPLE = [name for name in CASES if re.match(r"P\d\d:", name)]
WITH_SLIP = {"ADV-IRON-TEST", "CAU-IRON-ASK", "CAU-IRON-LOW", "CAU-IRON-LOSS", "CAU-DIET"}


def paper(content, name):
    return build_paper(content, response_of(CASES[name], CASES, content), TODAY)


def pages(report, **options):
    """Return the text of each page, in one line."""
    document = pypdfium2.PdfDocument(make_pdf(report, ENGLISH, **options))
    texts = []
    for page in document:
        reader = page.get_textpage()
        texts.append(" ".join(reader.get_text_range().split()))
        reader.close()
    document.close()
    return texts


def run(report, **options):
    """Return the text of all pages in one line, without what stands at their feet."""
    foot = r"Self-reported and not checked by a clinician\. Not a diagnosis\. ·.*?Page \d+ of \d+ "
    return " ".join(re.sub(foot, "", text) for text in pages(report, **options))


def page_two(report):
    return pages(report)[1]


def sizes(report, **options):
    """Return for each page how many characters have which size, without the foot."""
    document = pypdfium2.PdfDocument(make_pdf(report, ENGLISH, **options))
    found = []
    for page in document:
        reader = page.get_textpage()
        count = Counter()
        for n in range(reader.count_chars()):
            bottom = ctypes.c_double()
            others = [ctypes.c_double() for _ in range(3)]
            pdfium.FPDFText_GetCharBox(reader, n, others[0], others[1], bottom, others[2])
            if bottom.value > 51 and chr(pdfium.FPDFText_GetUnicode(reader, n)).strip():
                count[round(pdfium.FPDFText_GetFontSize(reader, n), 1)] += 1
        found.append(count)
        reader.close()
    document.close()
    return found


def test_page_two_names_what_to_do_what_to_say_and_whom_to_call():
    text = page_two(ordinary())
    order = [
        "For you: what to do next",
        "Please talk to a clinician about this at your next chance.",
        "What you can do",
        "Read about it first",
        "A daily walk",
        "What to ask a clinician",
        "Things to tell your clinician",
        "Left out for you",
        "because of high blood pressure",
        "When to get help",
        "call 112",
    ]
    assert [text.index(told) for told in order] == sorted(text.index(told) for told in order)
    assert "Your advice in full" in pages(ordinary())[2]


def test_what_is_to_be_asked_first_is_not_among_the_things_to_tick():
    asked = line("A daily walk", "Ask first how much.")._replace(ask_first=True)
    text = page_two(ordinary(advice=(asked, line("Sleep", "Go to bed."))))
    assert text.index("Sleep") < text.index("What to ask a clinician")
    assert text.index("What to ask a clinician") < text.index("A daily walk: ask first")


def test_a_list_that_is_cut_says_so_and_stands_in_full_behind():
    many = tuple(line(f"Title {n:02}", f"Text {n:02}.") for n in range(40))
    _, text, *others = pages(ordinary(advice=many))
    shown = len(re.findall(r"Title \d\d", text))
    assert 0 < shown < 40
    assert f"and {40 - shown} more" in text
    assert "Your advice in full" in others[0]
    assert all(f"Title {n:02} Text {n:02}." in " ".join(others) for n in range(40))


def test_a_flag_that_can_wait_is_on_page_two_with_what_to_do():
    text = page_two(soon())
    assert text.index(SLEEPY.title) < text.index("Do not drive") < text.index("What you can do")


def test_an_urgent_page_names_nothing_but_the_urgent_action():
    texts = pages(urgent())
    assert not [text for text in texts if "in full" in text or "Cut this out" in text]
    assert "What you can do" not in texts[1]


@pytest.mark.parametrize("country", ["gb", "us", "nz", "other"])
def test_help_has_the_numbers_of_the_persons_country(content, visit, country):
    report = build_paper(content, visit({"country": country}), TODAY)
    text = page_two(report)
    numbers = content.country(country)
    help_ = text[text.index("When to get help") :].lower()
    for told in (numbers.emergency, numbers.urgent, numbers.crisis):
        assert " ".join(told.split()).lower() in help_


def test_nineteen_of_twenty_people_have_all_of_it_on_one_page(content):
    reports = [paper(content, name) for name in (*PEOPLE, *list(CASES)[::9])]
    calm = [report for report in reports if not report.urgent]
    longer = [report for report in calm if len(starts(report)) > 1]
    assert len(longer) <= len(calm) / 20


def starts(report):
    """Return the pages from page 2 on that come before the advice in full."""
    texts = pages(report)
    return texts[1 : next(n for n, text in enumerate(texts) if "Your advice in full" in text)]


def test_normal_print_is_14_points_and_nothing_is_below_9(content):
    _, second, *others = sizes(paper(content, PEOPLE[1]))
    assert min(second) == 14
    assert min(min(count) for count in others if count) >= 9


def test_large_print_is_18_points_and_nothing_of_it_below_16(content):
    first, *others = sizes(paper(content, PEOPLE[1]), large=True)
    assert first == sizes(paper(content, PEOPLE[1]))[0]
    found = sum(others, Counter())
    assert min(found) >= 16
    assert found[18.0] > sum(found.values()) / 2


def test_large_print_of_an_urgent_page():
    _, second, *_ = sizes(urgent(), large=True)
    assert min(second) >= 16


def test_large_print_says_what_normal_print_says(content):
    report = paper(content, PEOPLE[1])
    large = run(report, large=True)
    for told in (*report.advice, *report.cautions, *report.questions, *report.knowledge):
        assert told.text in large


@pytest.mark.parametrize("name", [n for n in CASES if not re.match(r"rf\.", n)][::13])
def test_a_slip_for_the_iron_test_stands_exactly_where_it_fits(content, name):
    report = paper(content, name)
    said = {told.id for told in (*report.advice, *report.questions, *report.cautions)}
    dialysis = "Dialysis Yes" in " ".join(pages(report))
    fits = bool(said & WITH_SLIP) and not report.urgent and not dialysis
    assert ("A slip for the iron test" in pages(report)[-1]) is fits


@pytest.mark.parametrize("name", ["on dialysis", "on dialysis, no test in the last year"])
def test_dialysis_has_no_slip(content, name):
    report = paper(content, name)
    assert report.cautions
    assert report.stage is not Stage.WITHHELD
    assert not [text for text in pages(report) if "slip" in text]


def test_the_slip_asks_and_leaves_room_for_the_pen(content):
    *_, last = pages(paper(content, PEOPLE[1]))
    slip = last[last.index("A slip for the iron test") :]
    for told in (
        "Ferritin",
        "Transferrin saturation",
        "Ask whether to leave out iron tablets the day before, and whether to eat.",
        "If you use insulin or are pregnant, do not fast unless told.",
        "Name",
        "Date of the test",
        "Time of day",
        "Last iron tablet before it",
        "Result, with its unit",
        "Sources: Winkelman",
    ):
        assert told in slip


def test_all_answers_tell_apart_what_was_not_told(content, visit):
    response = visit(
        {
            "own_words": Absent.ON_PAPER,
            "mood": Absent.DECLINED,
            "kicks": Absent.UNKNOWN,
            "wishes_words": None,
            "trend_3m": None,
        }
    )
    _, told = run(build_paper(content, response, TODAY)).split("All answers")
    asked, _, not_asked = told.partition("Not asked Did not apply to you")
    assert "What does it feel like, in your own words? to be told on paper" in asked
    assert "Mood not answered" in asked
    assert "Kicks in sleep seen by others not sure" in asked
    assert "Change over 3 months not answered yet" in asked
    assert "Own questions left empty" in asked
    assert "Weeks pregnant" not in asked
    assert "Weeks pregnant" in not_asked


def test_an_answer_for_the_pen_has_room_to_write():
    told = answer("In own words", "to be told on paper")
    blank = type(told)(told.link_id, told.question, told.answer, blank=True)
    with_room = section("Legs")
    with_room = type(with_room)("Legs", (blank,))
    without = type(with_room)("Legs", (told,))
    frames = [
        make_pdf(ordinary(answers=(part,), slips=()), ENGLISH) for part in (with_room, without)
    ]
    assert count_rectangles(frames[0]) == count_rectangles(frames[1]) + 1


def count_rectangles(pdf):
    document = pypdfium2.PdfDocument(pdf)
    paths = [
        thing
        for page in document
        for thing in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=3)
    ]
    document.close()
    return len(paths)


def test_a_source_has_one_number_in_the_whole_file(content):
    numbers = {}
    for text in pages(paper(content, next(n for n in PEOPLE if n.startswith("P03")))):
        for number, source in re.findall(r"(\d+): ([A-Z][^:]{12})", text):
            numbers.setdefault(number, set()).add(source)
    told = {number: names for number, names in numbers.items() if len(names) > 1}
    assert numbers
    assert not told


def test_a_private_question_that_did_not_apply_is_not_named(content, visit):
    private = {item.link_id for item in content.questionnaire.asked if item.private}
    report = build_paper(content, visit(), TODAY)
    named = {told.link_id for part in report.not_asked for told in part.answers}
    assert named
    assert not named & private
