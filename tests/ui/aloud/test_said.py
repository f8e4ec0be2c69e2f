"""What of a page is read, and what is not."""

import pytest

from rls_wizard import i18n
from rls_wizard.content.cases import response_of
from rls_wizard.report.build import build_paper
from rls_wizard.report.text import paragraphs
from rls_wizard.ui.alert import AlertStrip
from rls_wizard.ui.aloud.said import Page
from rls_wizard.ui.aloud.spoken import Spoken
from rls_wizard.ui.preview import Preview

PRIVATE = "This answer is private. It is not read aloud."


@pytest.fixture
def page():
    catalogue = i18n.load("en")
    return Page(catalogue, Spoken(catalogue, {"999"}))


def texts(passages):
    return [passage.text for passage in passages]


def test_how_a_private_question_was_answered_is_not_read(page, window, person):
    person.begin()
    person.go_to("How is your mood?")
    person.choose("mood", "low")
    said = texts(page.passages(window.page))
    assert "Low." in said
    assert "Low, chosen." not in said
    chosen = window.findChild(object, "mood.low")
    assert texts(page.focused(chosen, among=[]))[-1] == "Low, chosen."


def test_the_review_reads_no_private_answer(page, window, person):
    person.begin()
    person.go_to("Check your answers")
    assert PRIVATE in texts(page.passages(window.page))


def test_what_cannot_wait_is_said_slowly_and_its_number_digit_by_digit(page):
    strip = AlertStrip()
    strip.say("Urgent", "Call 999.")
    strip.show()
    (passage,) = page.passages(strip)
    assert passage.text == "Urgent: Call 9 9 9."
    assert passage.slowly


def test_what_is_hidden_or_closed_is_not_read(page, window, person):
    person.begin()
    person.go_to("Do you need to move your legs?")
    said = " ".join(texts(page.passages(window.page)))
    assert "What does this mean?" not in said
    person.press("urge.help")
    assert "What does this mean?" in " ".join(texts(page.passages(window.page)))


def test_the_preview_says_the_text_of_its_pages(page):
    preview = Preview(i18n.load("en"))
    preview.show()
    preview.said = lambda: ["Summary", "Legs: 1 | Arms: 0"]
    assert texts(page.passages(preview)) == ["Summary.", "Legs: 1, Arms: 0."]


def test_the_summary_is_read_as_it_is_on_paper(content, cases):
    case = next(case for name, case in cases.items() if name.startswith("P01"))
    response = response_of(case, cases, content)
    told = paragraphs(build_paper(content, response, response.answered_on), i18n.load("en"))
    assert "Part shown" in told
    assert not any("  " in line or "\n" in line for line in told)
