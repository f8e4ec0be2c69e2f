"""The paper, read back as a reader would: text by page, faces, what the file says of itself."""

import re
from datetime import date
from itertools import pairwise

import pypdfium2
import pytest

from rls_wizard.domain.rules import Urgency
from rls_wizard.i18n import load
from rls_wizard.report.build import build_paper
from rls_wizard.report.pdf import make_pdf
from tests.report.reports import (
    CHEST,
    CLINICIAN,
    LEG,
    SLEEPY,
    answer,
    line,
    ordinary,
    said,
    section,
    soon,
    urgent,
)

ENGLISH = load("en")
FOOT = re.compile(r"Self-reportedandnotcheckedbyaclinician\.Notadiagnosis\.·.*?Page\d+of\d+")
NOT_SHOWN = {"id", "link_id", "language", "stage", "urgency"}


def squeezed(text):
    """Lines break where they must: compare without blanks."""
    return re.sub(r"\s+", "", text)


def pages(report, catalogue=ENGLISH):
    """Return the text of each page, squeezed, without its foot."""
    document = pypdfium2.PdfDocument(make_pdf(report, catalogue))
    texts = []
    for page in document:
        reader = page.get_textpage()
        texts.append(FOOT.sub("", squeezed(reader.get_text_range())))
        reader.close()
    document.close()
    return texts


def parts(report):
    """Return the text of the clinician's, the person's and the answer pages."""
    texts = pages(report)
    starts = [
        next(n for n, text in enumerate(texts) if squeezed(title) in text)
        for title in (
            "Restless legs: summary for the clinician",
            "What to do now" if report.urgent else "For you: what to do next",
            "All answers",
        )
    ]
    return ["".join(texts[a:b]) for a, b in pairwise([*starts, len(texts)])]


def in_full(report):
    """Return the text of the advice in full, after the person's first page."""
    _, person, _ = parts(report)
    return person[person.index("Youradviceinfull") :]


def strings(thing):
    """Yield every text of a report that is to be read."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, tuple):
        named = getattr(thing, "_fields", ("",) * len(thing))
        for name, part in zip(named, thing, strict=True):
            if name not in NOT_SHOWN:
                yield from strings(part)


@pytest.mark.parametrize("report", [ordinary(), soon()])
def test_everything_in_a_report_is_on_paper(report):
    printed = "".join(pages(report))
    assert [text for text in strings(report) if squeezed(text) not in printed] == []


def test_an_ordinary_summary_for_the_clinician_is_one_page():
    first, second, *_ = pages(ordinary())
    assert "summaryfortheclinician" in first
    assert "Limits" in first
    assert "Foryou" in second


def test_flags_still_leave_the_clinician_one_page():
    assert "Foryou" in pages(soon())[1]
    assert "Whattodonow" in pages(urgent())[1]


def test_flags_stand_above_all_else_of_the_clinicians_page():
    clinician, _, _ = parts(urgent())
    order = [
        "Emergency:now",
        squeezed(CHEST.title),
        squeezed(LEG.title),
        "Fourpoints",
        "Sixnumbers",
        "Limits",
    ]
    found = [clinician.index(text) for text in order]
    assert found == sorted(found)
    assert "Sincewhen?thismorning" in clinician


@pytest.mark.parametrize(
    ("urgency", "said_as"),
    [(Urgency.EMERGENCY, "Emergency:now"), (Urgency.SAME_DAY, "Today"), (Urgency.SOON, "Soon")],
)
def test_urgency_is_a_word(urgency, said_as):
    report = soon(urgency=urgency)
    clinician, person, _ = parts(report)
    assert said_as in clinician
    assert said_as in person


def test_an_urgent_page_for_the_person_says_what_to_do_and_nothing_else():
    report = urgent()
    _, person, _ = parts(report)
    flags = [text for flag in (CHEST, LEG) for text in (flag.title, flag.text)]
    only = ["What to do now", "Emergency: now", report.urgency_text, *flags]
    assert person == squeezed("".join(only))


def test_a_flag_that_can_wait_comes_before_the_advice():
    order = [
        "Your advice in full",
        SLEEPY.title,
        "The part of the text that fits",
        "What you can do",
    ]
    full = in_full(soon())
    found = [full.index(squeezed(text)) for text in order]
    assert found == sorted(found)


def test_what_all_lines_of_a_section_share_is_said_once():
    why = ("Which medicines do you take?", "cetirizine")
    lines = tuple(line(f"Title {n}", f"Text {n}.", why) for n in range(5))
    full = in_full(ordinary(advice=lines, cautions=(), questions=(), stage_because=()))
    assert full.count("Whichmedicinesdoyoutake?cetirizine") == 1
    assert full.index("Whichmedicines") < full.index("Title0")


def test_the_usual_reason_of_a_section_is_said_once():
    usual, other = ("Which medicines do you take?", "cetirizine"), ("How old are you?", "41")
    whys = [usual, usual, other, usual]
    lines = tuple(line(f"Title {n}", "Text.", why) for n, why in enumerate(whys))
    full = in_full(ordinary(advice=lines, cautions=(), questions=(), stage_because=()))
    assert full.count("cetirizine·") + full.count("cetirizine(wherenootherreason") == 1
    assert full.index("Title2") < full.index("Howoldareyou?41") < full.index("Title3")


def test_sources_have_numbers_and_are_named_at_the_end():
    _, person, _ = parts(ordinary())
    assert "Source1" in person
    listed = person[person.index("Sources1:") :]
    assert squeezed("American Academy of Sleep Medicine") in listed
    assert squeezed("A: a guideline recommends it") in listed


def test_a_private_note_stands_on_both_pages():
    note = "Please ask me what I was told to do today."
    clinician, person, _ = parts(urgent(flags=(), private_note=note))
    assert squeezed(note) in clinician
    assert squeezed(note) in person


def test_a_private_note_stands_in_for_what_would_say_that_nothing_is_urgent():
    report = soon(private_note="Please ask me what I was told to do today.", parts=())
    _, person, _ = parts(report)
    assert person.startswith("Foryou:whattodonextPleaseaskme")
    assert squeezed(report.urgency_text) not in person


def test_a_question_that_the_title_says_is_not_said_twice():
    flags = section("Flags", ("Flags", "asked: no to all"))
    clinician, _, _ = parts(ordinary(box=(flags,)))
    assert clinician.count("Flagsasked:notoall") == 1
    assert "FlagsFlags" not in clinician


def test_an_overdue_review_is_said_on_the_first_page():
    report = ordinary()
    late = report.origin._replace(overdue="The review of this text is overdue.")
    assert squeezed(late.overdue) in pages(ordinary(origin=late))[0]


def test_every_page_has_a_foot():
    document = pypdfium2.PdfDocument(make_pdf(ordinary(), ENGLISH))
    for number, page in enumerate(document, 1):
        reader = page.get_textpage()
        text = reader.get_text_range()
        reader.close()
        assert f"Page {number} of {len(document)}" in text
        assert "Not a diagnosis." in text
        assert "rls-wizard 0.1.0, content 2026.11" in text
    document.close()


def test_forty_medicines_flow_with_nothing_lost():
    medicines = section(
        "Medicines", *[(f"medicine number {n} 10 mg", f"since {1980 + n}, shop") for n in range(40)]
    )
    clinician, _, answers = parts(
        ordinary(clinician=(*CLINICIAN, medicines), answers=(medicines,) * 3)
    )
    for told in medicines.answers:
        assert squeezed(told.question) in clinician
        assert answers.count(squeezed(told.answer)) == 3


def test_a_table_that_breaks_shows_its_title_again():
    long = section("About you", *[(f"Question {n}?", "yes") for n in range(90)])
    texts = pages(ordinary(answers=(long,)))
    assert [text.count("AboutyouAnswer") for text in texts[-3:]] == [1, 1, 1]


def test_no_heading_is_left_alone_at_the_foot_of_a_page():
    for rows in range(1, 60):
        first = section("First", *[(f"Question {n}?", "yes") for n in range(rows)])
        second = section("Second", *[(f"Other {n}?", "yes") for n in range(3)])
        texts = pages(ordinary(clinician=(), advice=(), answers=(first, second)))
        assert not [text for text in texts if text.endswith("SecondAnswer")]


HOSTILE = {
    "markup": "<b>bold</b> & <para> &#0; &nbsp; ]]> <br/> {field} %s",
    "greek": "Ελληνικά και Русский → ✓ ≥",
    "accents": "e\u0301 ø ß ł ş",
    "accents that stay apart": "q\u0308 m\u0303 \u043e\u0301",
    "armenian, georgian": "\u0540\u0561\u0575 \u10e5\u10d0\u10e0",
    "blank": "   ",
    "nothing": "",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_text_is_printed_as_it_was_typed(text):
    clinician, _, answers = parts(said(f"begin {text} end"))
    shown = squeezed(f"begin {text} end").replace("e\u0301", "é")
    assert shown in clinician
    assert shown in answers
    assert "cannotbeprinted" not in clinician


def test_letters_that_are_joined_are_read_back_as_they_are_shown():
    for part in parts(said("begin ﬁ ﬄ end")):
        assert "beginfifflend" in part


UNPRINTABLE = {
    "emoji": ("begin 😀 end", "begin□end"),
    "family": ("begin 👨\u200d👩\u200d👧\ufe0f end", "begin□□□end"),
    "arabic": ("begin مرحبا end", "begin□□□□□end"),
    "hebrew": ("begin שלום end", "begin□□□□end"),
    "chinese": ("begin 漢字 end", "begin□□end"),
    "half a character": ("begin \ud800 end", "begin□end"),
    "private": ("begin \ue000\uef00 end", "begin□□end"),
    "no character": ("begin \uffff\ufdd0 end", "begin□□end"),
    "hindi": ("begin \u0939\u093f end", "begin□□end"),
    "thai": ("begin \u0e17\u0e35\u0e48 end", "begin□□□end"),
    "lao": ("begin \u0e97\u0eb5\u0ec8 end", "begin□□□end"),
    "hebrew with points": ("begin \u05e9\u05c1\u05b8 end", "begin□□□end"),
    "arabic number sign": ("begin \u0600 end", "begin□end"),
    "a keycap": ("begin 1\u20e3 end", "begin1□end"),
    "a flag": ("begin \U0001f1ec\U0001f1e7 end", "begin□□end"),
    "a flag of tags": ("begin \U0001f3f4\U000e0067\U000e007f end", "begin□end"),
    "another picture": ("begin \U0001f600\U000e0100 end", "begin□end"),
}


@pytest.mark.parametrize(("text", "shown"), UNPRINTABLE.values(), ids=UNPRINTABLE)
def test_what_cannot_be_printed_is_a_box_and_one_line_says_so(text, shown):
    for part in parts(said(text)):
        assert shown in part
        assert part.count("□standsforacharacterthatcannotbeprinted.Theanswersinthefilehaveit.") == 1


def test_hidden_characters_are_left_out():
    text = "begin\u034f\x00\x07\x1b \u202e\u200b\ufeff\u00adend"
    for part in parts(said(text)):
        assert "beginend" in part
        assert "cannotbeprinted" not in part


@pytest.mark.parametrize("text", ["ŵ" * 2000, "ŵ " * 1500, "ŵ\n" * 300, "ŵж" * 1000])
def test_text_however_long_is_printed_whole(text):
    clinician, person, answers = parts(said(text))
    count = text.count("ŵ")
    # Two in the box, two in the section; why the stage is in the box.
    assert clinician.count("ŵ") == 4 * count
    assert person.count("ŵ") == 3 * count
    assert answers.count("ŵ") == 2 * count


def test_a_long_list_breaks_wherever_a_page_ends():
    sources = [f"Source with the name {n}" for n in range(60)]
    for n in range(30):
        advice = tuple(line("", f"Do this {i}.", sources=sources) for i in range(n))
        long = section("Long", *[("", "ŵ " * 20)] * n, ("Own words", "ŵ " * 700))
        report = ordinary(advice=advice, cautions=(), questions=(), knowledge=(), answers=(long,))
        clinician, person, answers = parts(report)
        assert "Limits" in clinician
        assert not n or all(squeezed(source) in person for source in sources)
        assert answers.count("ŵ") == 20 * n + 700


@pytest.mark.parametrize("report", [ordinary(), urgent(), said("Ελ 😀 →"), said("x" * 2000)])
def test_all_faces_are_embedded(report):
    data = make_pdf(report, ENGLISH)
    bases = set(re.findall(rb"/BaseFont /([\w+-]+)", data))
    assert bases
    assert all(re.match(rb"[A-Z]{6}\+(AtkinsonHyperlegibleNext-|DejaVuSans)", b) for b in bases)
    assert data.count(b"/FontFile2") == data.count(b"/Type /FontDescriptor")
    for standard in (b"Helvetica", b"Times", b"Courier", b"ZapfDingbats", b"/Symbol"):
        assert standard not in data


def test_the_stand_in_is_not_in_a_file_that_does_not_need_it():
    assert b"DejaVu" not in make_pdf(ordinary(), ENGLISH)


def test_the_same_report_gives_the_same_bytes():
    first = make_pdf(said("Ελ 😀"), ENGLISH)
    make_pdf(urgent(), ENGLISH)
    assert make_pdf(said("Ελ 😀"), ENGLISH) == first


def test_the_file_tells_nothing_of_the_person():
    document = pypdfium2.PdfDocument(make_pdf(said("CANARY"), ENGLISH))
    told = document.get_metadata_dict()
    document.close()
    assert told["Title"] == "Restless legs: a summary to take to a clinician"
    assert told["Author"] == "rls-wizard"
    assert "2000" in told["CreationDate"]
    assert "CANARY" not in str(told)


def test_the_language_is_in_the_file():
    assert b"/Lang (en)" in make_pdf(ordinary(), ENGLISH)
    assert b"/Lang (qps)" in make_pdf(ordinary(language="qps"), load("qps"))


@pytest.mark.parametrize("report", [ordinary(), soon(), urgent()])
def test_fixed_words_come_from_the_catalogue(report):
    words = load("qps")
    printed = "".join(pages(report, words))
    for text in ("All answers", "Name", "Limits"):
        assert squeezed(words(text)) in printed
        assert squeezed(words(text)[1:-1]) in printed
    assert "Allanswers" not in printed


def test_an_incomplete_report_names_what_is_missing():
    missing = (answer("How old are you?", ""), answer("How often?", ""))
    clinician, _, _ = parts(ordinary(missing=missing, parts=(), stage_row="", stage_because=()))
    assert "NotansweredHowoldareyou?;Howoften?" in clinician
    assert "Partshown" not in clinician


def test_a_report_of_almost_nothing_is_printed():
    texts = pages(
        ordinary(
            urgency=Urgency.NONE,
            stage_intro="",
            stage_row="",
            stage_because=(),
            parts=(),
            advice=(),
            questions=(),
            knowledge=(),
            cautions=(),
            left_out=(),
            box=(),
            clinician=(),
            answers=(),
            slips=(),
        )
    )
    assert len(texts) == 2


def test_the_clinician_is_told_who_answered_and_in_which_language(content, visit):
    response = visit()
    clinician, *_ = parts(build_paper(content, response, response.answered_on))
    assert squeezed("Answered by: the person, in English.") in clinician


def test_a_warning_sign_that_was_changed_is_told_to_the_clinician(content, visit):
    response = visit({"rf.01": "no"}).take_back("rf.01")
    clinician, person, answers = parts(build_paper(content, response, response.answered_on))
    first = squeezed("First answered yes, then changed to no: One leg newly swollen")
    assert first in clinician
    assert squeezed("Asked: no to all others") in clinician
    assert squeezed("No (first answered yes)") in answers
    assert "firstanswered" not in person.lower()


def test_every_day_on_paper_is_in_words(content, visit):
    printed = "".join(pages(build_paper(content, visit({}), date(2026, 11, 22))))
    assert "Date:22November2026." in printed
    assert "Checkedbythemakers22November2026" in printed
    assert re.search(r"20\d\d-\d\d", printed) is None
