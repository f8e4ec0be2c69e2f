"""What is past its day of review says so on the screen, and never in the way of what to do."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel

from tests.ui.conftest import LITTLE, speak_of

WHOLE = "These texts were due to be checked again by 22 November 2027."
ONE = "This text was due to be checked again by 1 December 2026."
AFTER_ONE, AFTER_ALL = date(2026, 12, 2), date(2027, 11, 23)


@pytest.fixture
def due(tmp_path, open_visit, meet, days):
    """Open a visit on a day; some rules have a day of review of their own."""

    def open_on(day, *names):
        folder = tmp_path / "content"
        speak = speak_of(folder, LITTLE)
        file = folder / "rules" / "rules.toml"
        blocks = file.read_text(encoding="utf-8")
        for name in names:
            head = f'id = "{name}"\n'
            assert head in blocks
            blocks = blocks.replace(head, f"{head}next_review = 2026-12-01\n")
        file.write_text(blocks, encoding="utf-8")
        days.append(day)
        return meet(open_visit(speak("en")[0], speak=speak))

    return open_on


def has_signs(person, *links):
    person.begin()
    person.go_to("Is any of this new?")
    for link_id in links:
        person.choose(link_id, "yes")
    person.press("next")
    for link_id in links:
        person.choose(link_id, "yes")
    person.press("next")
    return person.reads()


def test_the_first_page_says_it_above_the_question_who_answers(open_visit, content, days):
    days.append(AFTER_ALL)
    page = open_visit(content).parent().page
    top = {label.text(): label.mapTo(page, QPoint()).y() for label in page.findChildren(QLabel)}
    (said,) = [text for text in top if text.startswith(WHOLE)]
    assert top[said] < top["Who is answering?"]


def test_in_time_nothing_is_said(due):
    person = due(date(2026, 12, 1), "ADV-WALK")
    assert "due to be checked" not in person.reads()
    person.begin()
    person.go_to("Your result")
    assert "due to be checked" not in person.reads()


def test_the_result_says_it_of_the_line_that_is_due(due):
    person = due(AFTER_ONE, "ADV-WALK")
    person.begin()
    person.choose("urge", "yes")
    person.choose("urge.rest", "yes")
    person.go_to("Your result")
    read = person.reads()
    assert read.index("Take a walk each day.") < read.index(ONE)
    assert read.count(ONE) == 1
    assert WHOLE not in read


def test_the_urgent_page_says_it_after_what_to_do(due):
    read = has_signs(due(AFTER_ALL, "rf.01"), "rf.01")
    assert read.index("This could be a clot") < read.index(ONE) < read.index(WHOLE)


def test_the_urgent_result_says_it_too(due):
    person = due(AFTER_ALL, "rf.01")
    has_signs(person, "rf.01")
    person.press("go_on")
    person.go_to("Other advice waits")
    read = person.reads()
    assert read.index("This could be a clot") < read.index(ONE) < read.index(WHOLE)


def test_all_advice_says_it_of_the_whole_and_below_a_part(due):
    person = due(AFTER_ALL, "part.initial", "ADV-WALK")
    person.opens("advice")
    read = person.reads()
    assert read.index(WHOLE) < read.index("Where it says")
    assert read.count(ONE) == 1
    person.press("line.ADV-WALK")
    assert person.reads().count(ONE) == 2


def test_about_says_it_of_the_whole_and_of_each_countrys_numbers(due):
    person = due(AFTER_ALL)
    person.opens("about")
    read = person.reads()
    assert WHOLE in read
    assert read.count("They were due to be checked again by 22 November 2027.") == 1
