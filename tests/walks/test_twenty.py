"""Twenty varied invented people walk through the real window, and read what a specialist expects.

Who they are, and what must come out, stands in the content: `cases/10-twenty-people.toml`.
"""

import pypdfium2
import pytest
from PySide6.QtWidgets import QLabel

from rls_wizard import i18n
from rls_wizard.content.cases import assess_case, read_cases, response_of, run
from rls_wizard.content.reader import Reader
from rls_wizard.domain.assessment import assess
from rls_wizard.domain.rules import Stage
from rls_wizard.domain.values import plain
from rls_wizard.paths import resources
from rls_wizard.report.build import build_paper, build_report
from rls_wizard.report.pdf import make_pdf
from rls_wizard.ui.route import Stop
from tests.walks.visitors import Visitor

CASES = {case.name: case for case in read_cases(Reader(resources() / "content", i18n.load("en")))}
TWENTY = [name for name in CASES if name[0] == "P" and name[1:3].isdigit()]
LISTS = ("parts", "cautions", "advice", "questions", "knowledge", "left_out")
ON_PAPER = {
    "P02": ("It used to, before it got this bad",),
    "P03": (
        "Starts earlier in the day: Yes",
        "Needs more, or earlier: Yes",
        "Stronger: Yes",
        "Spread to other parts: Yes",
        "Weeks on it: 317",
        "ferritin 62 ng/mL",
        "Transferrin saturation 18 %",
        "September 2025 The dose went up: Pramipexole",
        "Slot machines, since last winter",
    ),
    "P04": ("Oxycodone for my back", "Gabapentin, one at night", "On most days"),
    "P05": (
        "months before the legs began: Yes",
        "June 2026 Medicine started: Promethazine",
        "Weeks pregnant 31",
        "the same as 22 ng/mL",
        "I took iron the day before",
    ),
    "P06": ("Signs since Yesterday", "This morning"),
    "P07": ("November 2026 Gave birth", "A clinician told me my iron is low", "Heavy periods"),
    "P08": (
        "a parent for a child",
        "Spiders run in my legs",
        "Methylphenidate",
        "Drinks a lot of milk",
    ),
    "P09": ("Mood not answered", "Heavy periods", "Not all of them were answered"),
    "P10": (
        "I care for them as my work",
        "Can tell in own words No",
        "seen by the nurse",
        "July 2026 Medicine started: Quetiapine August 2026 The feelings in the legs began",
    ),
    "P11": ("Dialysis Yes", "the same as 250 ng/mL", "I had an iron drip", "Magnesium"),
    "P12": ("Tacrolimus", "Dialysis No"),
    "P13": ("A blister since Thursday", "Twice this month", "Rotigotine patch"),
    "P14": ("Pain comes when I walk", "Clopidogrel"),
    "P15": ("October 2026 Gave blood", "haemochromatosis", "Bendroflumethiazide"),
    "P16": (
        "Since the second week of November",
        "November 2026 Medicine started: Metoclopramide",
        "Arms",
    ),
    "P17": ("Diphenhydramine", "Bought without a prescription", "an operation on stomach or bowel"),
    "P18": ("August 2026 Iron test, ferritin 40 pmol/L (18 ng/mL)", "September 2026 Gave blood"),
    "P19": ("Ropinirole, since Thursday", "Ropinirole, I ran out of it", "Mood not answered"),
    "P20": ("not sure",),
}
"""What their clinician has to find on the first pages."""
NEVER_ON_PAPER = {
    "P13": ("No stage is given. Medicines",),
    "P19": ("Three days", "drinking less Yes"),
}
"""What they told and do not want there, or what would be no reason for their result."""


def as_told(value):
    """Return an answer as the controls of the window name it."""
    told = plain(value)
    if isinstance(told, dict):
        return told["absent"]
    if isinstance(told, list):
        return [
            {q: as_told(v) for q, v in row.items()} if isinstance(row, dict) else row
            for row in told
        ]
    return told


def visitor_of(case, content):
    response = response_of(case, CASES, content)
    answers = {q: as_told(v) for q, v in response.answers.items()}
    return Visitor(case.name, response.answered_by.value, answers, paper=(), gets=(), never=())


def words_on(page):
    """Return every text on a page, from top to bottom."""
    labels = [x for x in page.findChildren(QLabel) if x.isVisibleTo(page) and x.text()]
    labels.sort(key=lambda x: x.mapTo(page, x.rect().topLeft()).y())
    return [x.text().replace("\N{NO-BREAK SPACE}", " ") for x in labels]


def paper_of(response, content):
    """Return the words of the paper, page by page."""
    pdf = make_pdf(build_paper(content, response, response.answered_on), i18n.load("en"))
    document = pypdfium2.PdfDocument(pdf)
    pages = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return [" ".join(page.replace("￾", "").split()) for page in pages]


def titles_of(content, ids):
    """Return what stands above these pieces of advice on the screen."""
    return {advice.title for advice in content.rules.advice if advice.id in ids}


def in_order(words, *wanted):
    """Tell whether these stand there, in this order, before anything else that is wanted."""
    places = [words.index(text) for text in wanted]
    return places == sorted(places)


def assert_calm(words, report, case, content):
    shown = [line for name in LISTS for line in getattr(report, name)]
    assert [line.id for line in shown if not {line.text, *line.points} <= {*words}] == []
    untitled = {line.title for line in report.left_out}
    assert {line.title for line in shown} - untitled - {*words} == set()
    assert titles_of(content, case.no_advice) & {*words} == set()
    flags = [text for flag in report.flags for text in (flag.title, flag.text)]
    assert in_order(words, *flags, "On this page", report.parts[0].title)


def assert_urgent(words, report, content):
    """Nothing but what to do: no advice, no caution, no part of the text."""
    about = next(text for text in words if text.startswith("This is about:"))
    assert [flag.title for flag in report.flags if flag.title not in about] == []
    assert report.flags[0].action in words
    assert [flag.id for flag in report.flags[1:] if flag.text not in words] == []
    rules = content.rules
    titles = {rule.title for rule in (*rules.advice, *rules.cautions, *rules.parts)}
    assert titles & set(words) == set()


def assert_told(pages, person):
    words = " ".join(pages)
    assert [told for told in ON_PAPER.get(person, ()) if told not in words] == []
    assert [told for told in NEVER_ON_PAPER.get(person, ()) if told in words] == []


def assert_flags_on_top(pages, report, paper):
    title = "What to do now" if report.urgent else "For you: what to do next"
    clinician = pages[0].partition("Date of birth")[2]
    own = next(page.partition(title)[2] for page in pages if title in page)
    flags = [text for flag in paper.flags for text in (flag.title, flag.text)]
    # A clinician reads what was told and why it matters; what to do is the person's.
    named = [flag.title for flag in paper.flags]
    assert in_order(clinician, *named, *(section.title for section in paper.box[1:]))
    assert in_order(own, *flags, *(line.title for line in paper.parts[:1]))


@pytest.mark.parametrize("name", TWENTY)
def test_gets_what_a_careful_specialist_expects(name, arrive, content):
    case = CASES[name]
    walker = arrive(visitor_of(case, content))
    walker.begin()
    walker.walk_to(Stop.RESULT)

    response = walker.visit.response
    found = assess(content, response)
    assert run(case, found) == []
    assert walker.visit.has_been_urgent is (found.stage is Stage.WITHHELD)

    words = words_on(walker.visit.parent().page)
    report = build_report(content, response, response.answered_on)
    if report.urgent:
        assert_urgent(words, report, content)
    else:
        assert_calm(words, report, case, content)
    paper = build_paper(content, response, response.answered_on)
    pages = paper_of(response, content)
    assert_flags_on_top(pages, report, paper)
    assert_told(pages, name[:3])


def test_there_are_twenty_of_them(content):
    """Each of them is another: no two get the same."""
    found = [assess_case(CASES[name], CASES, content) for name in TWENTY]
    given = {
        (f.stage, *(c.rule.id for c in (*f.red_flags, *f.parts, *f.cautions, *f.advice)))
        for f in found
    }
    assert len(TWENTY) == len(given) == 20
