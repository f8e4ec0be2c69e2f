"""A fault in the program ends neither the program nor the visit."""

import pytest
from PySide6.QtWidgets import QLabel

from rls_wizard import i18n
from rls_wizard.ui import ending, pages, style
from rls_wizard.ui.fault_page import ChosenFaultPage, FaultPage
from rls_wizard.ui.picture import Picture


def broken(*_):
    raise RuntimeError("planted")


def test_a_page_that_cannot_be_built_leaves_the_one_before(at, monkeypatch, qtbot):
    person = at("Check your answers")
    with monkeypatch.context() as patch, qtbot.capture_exceptions() as caught:
        patch.setattr(ending, "ResultPage", broken)
        person.press("next")
    assert [str(error) for _, error, _ in caught] == ["planted"]
    assert "Check your answers" in person.reads()
    person.press("next")
    assert "Your result" in person.reads()


def test_an_answer_is_kept_when_what_follows_from_it_fails(person, answers, monkeypatch, qtbot):
    person.begin()
    with monkeypatch.context() as patch, qtbot.capture_exceptions() as caught:
        patch.setattr(pages, "assess", broken)
        person.choose("urge", "no")
    assert len(caught) == 1
    assert answers() == {"urge": "no"}
    person.press("next")
    assert "Is any of this new?" in person.reads()


def test_content_that_cannot_be_read_is_told_by_file_and_block(window, person):
    page = FaultPage(["rules.toml: rule 'X' source: is missing"] * 30, i18n.load("en"))
    window.show_page(page, back=False)
    assert "rules.toml: rule 'X' source: is missing" in person.reads()
    assert "and 10 more" in person.reads()
    assert "You did nothing wrong, and nothing of yours is lost." in person.reads()
    assert page.findChild(Picture).name == "tool"


def test_a_chosen_folder_that_cannot_be_used_has_a_way_on_and_a_way_out(window, person, qtbot):
    page = ChosenFaultPage("/clinic", ["rules/a.toml: rule 'X': no"] * 30, i18n.load("en"))
    window.show_page(page, back=False)
    read = person.reads()
    assert "The questions in this folder cannot be used" in read
    assert "/clinic" in read
    assert read.count("rules/a.toml: rule 'X': no") == 20
    assert "and 10 more" in read
    with qtbot.waitSignal(page.use_own):
        person.press("use_own")
    with qtbot.waitSignal(page.leave):
        person.press("leave")


@pytest.mark.parametrize("size", [1.0, 2.0, 3.0])
def test_a_folder_that_cannot_be_used_is_told_in_full_at_any_size(window, qapp, size):
    qapp.setFont(style.base_font(size))
    window.resize(1024, 600)
    fault = "questionnaire/00-welcome.toml: item 'country' options: is missing"
    page = ChosenFaultPage("/a/folder/with/a/long/way/to/it/" * 6, [fault], i18n.load("en"))
    window.show_page(page, back=False)
    for _ in range(2):  # a layout may ask for another one
        qapp.processEvents()
    assert page.width() <= window.width()
    for label in page.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width()), label.text()
