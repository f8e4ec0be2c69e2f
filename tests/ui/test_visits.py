"""Whole visits through the real window, on the content that is shipped."""

import pytest
from PySide6.QtWidgets import QLabel

from rls_wizard.ui.question_page import QuestionPage


@pytest.mark.parametrize("who", ["self", "parent", "carer"])
def test_a_visit_ends_with_a_saved_pdf(who, content, open_visit, meet, qtbot, tmp_path):
    wizard = open_visit(content)
    person = meet(wizard)
    person.begin(who)
    person.go_to("Your summary")
    person.press("save")
    message = wizard.parent().findChild(QLabel, "message")
    qtbot.waitUntil(message.isVisible, timeout=30_000)
    assert (tmp_path / "summary.pdf").read_bytes().startswith(b"%PDF")


def test_a_visit_without_one_certain_answer_reaches_its_end(content, open_visit, meet):
    wizard = open_visit(content)
    person, window = meet(wizard), wizard.parent()
    person.begin()
    while isinstance(window.page, QuestionPage):
        person.is_not_sure()
        person.go_on()
    assert "Check your answers" in person.reads()


def test_every_answer_can_be_changed_from_the_review(content, open_visit, meet):
    wizard = open_visit(content)
    person = meet(wizard)
    person.begin()
    person.go_to("Check your answers")
    for link_id in wizard.response.answers:
        person.press(f"{link_id}.change")
        assert isinstance(wizard.parent().page, QuestionPage)
        person.press("next")
        assert "Check your answers" in person.reads()
