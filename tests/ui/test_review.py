"""The review: every answer, what stands out, what is missing, and the way to each."""

from datetime import date

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from rls_wizard import i18n
from rls_wizard.domain.response import Absent, AnsweredBy
from rls_wizard.report.build import build_report
from rls_wizard.ui.review_page import ReviewPage

TODAY = date(2026, 11, 22)
SWOLLEN = "One leg newly swollen, painful, warm or changed in colour"


class Reader:
    """Reads a review, and presses what stands on it."""

    def __init__(self, page):
        self.page = page

    def lines(self):
        found = self.page.findChildren(QWidget)
        return [w.text() for w in found if w.isVisibleTo(self.page) and hasattr(w, "text")]

    def button(self, name):
        (found,) = self.page.findChildren(QAbstractButton, name)
        return found

    def has(self, name):
        return self.page.findChild(QAbstractButton, name) is not None

    def press(self, name, qtbot):
        with qtbot.waitSignal(self.page.change) as caught:
            self.button(name).click()
        return caught.args[0]


@pytest.fixture
def read(qtbot, content, visit):
    """Show the review of a visit."""

    def show(changes=None, taken_back=(), **header):
        response = visit(changes, **header)
        for link_id in taken_back:
            response = response.take_back(link_id)
        page = ReviewPage(build_report(content, response, TODAY), i18n.load("en"))
        qtbot.addWidget(page)
        return Reader(page)

    return show


def test_an_answer_leads_to_its_question(read, qtbot):
    page = read()
    assert {"Age", "54 years", "Country", "United Kingdom"} <= set(page.lines())
    assert page.press("age.change", qtbot) == "age"
    assert page.button("age.change").accessibleName() == "Change: Age"


def test_sections_come_in_the_order_of_the_way(read):
    lines = read().lines()
    titles = ["About you", "Safety first", "Your legs", "Sleep", "Your health", "Your paper"]
    assert sorted(titles, key=lines.index) == titles


@pytest.mark.parametrize(
    ("who", "said"),
    [("self", "I answer for myself"), ("parent", "I am a parent and answer for my child")],
)
def test_who_answers_can_be_changed(read, qtbot, who, said):
    page = read(answered_by=AnsweredBy(who))
    assert said in page.lines()
    assert page.press("answered_by.change", qtbot) == "answered_by"


def test_a_list_that_was_denied_has_one_change(read, qtbot):
    page = read()
    lines = page.lines()
    assert lines.count("You told us none of these:") == 4
    assert SWOLLEN in lines
    assert page.press("rf.01.change", qtbot) == "rf.01"
    assert not page.has("rf.03.change")


def test_what_was_not_denied_stands_above_the_rest(read):
    lines = read({"rf.19": "yes", "rf.18": Absent.UNKNOWN}).lines()
    new = [line for line in lines if line.startswith(("New weakness", "Hot, red skin"))]
    assert len(new) == 2
    assert max(map(lines.index, new)) < lines.index("You told us none of these:")
    assert "Not sure" in lines


def test_a_change_of_a_warning_sign_is_told(read):
    lines = read({"rf.01": "no"}, taken_back=["rf.01"]).lines()
    assert lines[lines.index(SWOLLEN) + 1] == "No (first answered yes)"


def test_private_answers_lead_to_the_permission(read, qtbot):
    page = read({"paper.private": "no"})
    assert page.button("rf.11.private").text() == "Private: not on your paper"
    assert page.press("rf.11.private", qtbot) == "paper.private"
    allowed = read({"paper.private": "yes"})
    assert allowed.button("rf.11.private").text() == "Private: on your paper, as you allowed"


def test_a_private_answer_that_was_not_told_is_not_marked(read):
    declined = dict.fromkeys(("rf.11", "mood", "rf.09"), Absent.DECLINED)
    assert not read(declined).has("rf.11.private")


def test_what_is_missing_stands_on_top(read, qtbot):
    page = read({"bother": None})
    lines = page.lines()
    assert lines.index("\u26a0 Still to be answered") < lines.index("About you")
    assert page.press("bother.missing", qtbot) == "bother"
    assert not page.has("bother.change")


def test_what_is_missing_is_asked_as_on_its_page(read):
    page = read({"bother": None, "conditions": None})
    asked = "On a day when you have it, how much does it bother you?"
    assert page.button("bother.missing").text() == asked
    listed = page.button("conditions.missing").text()
    assert listed == "Health problems: Do you have any of these?"


def test_what_was_skipped_is_one_line_with_a_way_to_each(read, qtbot):
    page = read({"kicks": None})
    (skipped,) = [line for line in page.lines() if line.startswith("Not answered: ")]
    assert "Kicks in sleep" in skipped
    page.button("skipped").click()
    assert page.press("kicks.change", qtbot) == "kicks"


def test_entries_of_a_list_are_lines(read):
    lines = read().lines()
    assert lines[lines.index("Amlodipine") - 2] == "Night-time cold tablets"


def test_nothing_is_in_a_codes_words(read, content):
    page = read({"kicks": None, "bother": None}, taken_back=["rf.01"])
    codes = set(content.questionnaire.by_id) | {"asked-unknown", "pending", "self"}
    names = [w.accessibleName() for w in page.page.findChildren(QAbstractButton)]
    assert [t for t in (*page.lines(), *names) if t in codes or "_" in t or t[:2] == "20"] == []


def test_a_review_reads_no_markup(read):
    page = read({"own_words": "<b>ants</b>"})
    assert "<b>ants</b>" in page.lines()
    labels = [w for w in page.page.findChildren(QLabel) if "<b>" in w.text()]
    assert [w.textFormat().name for w in labels] == ["PlainText"]
