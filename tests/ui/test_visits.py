"""Whole visits through the real window, on the content that is shipped."""

import pytest
from PySide6.QtWidgets import QLabel

from rls_wizard.domain.item import Appearance
from rls_wizard.ui.urgent_page import UrgentPage

REVIEW = "Is everything right? You can still change each answer."


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
    while not person.offered("skipped"):
        person.is_not_sure()
        person.press("go_on") if isinstance(window.page, UrgentPage) else person.go_on()
    assert REVIEW in person.reads()


def test_every_answer_can_be_changed_from_the_review(content, open_visit, meet):
    wizard = open_visit(content)
    person = meet(wizard)
    person.begin()
    person.go_to(REVIEW)
    changes = [f"{link_id}.change" for link_id in ("answered_by", *wizard.response.answers)]
    asked = content.logic(wizard.response).facts
    for name in dict.fromkeys(map(whole_list(content, asked), changes)):
        person.press(name)
        assert REVIEW not in person.reads()
        person.press("next")
        assert REVIEW in person.reads()


def whole_list(content, asked):
    """Return what finds the change of a tick list by that of a question in it."""
    first = {}
    for item in content.questionnaire.by_id.values():
        inside = [child.link_id for child in item.items if child.link_id in asked]
        if item.appearance is Appearance.TICKS:
            first |= dict.fromkeys(inside, *inside[:1])

    def find(name):
        link_id = name.removesuffix(".change")
        return f"{first.get(link_id, link_id)}.change"

    return find
