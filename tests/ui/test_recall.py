"""The next start tells that the program died; all reports can be read, copied and deleted."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit

from rls_wizard import i18n
from rls_wizard.crash.report import Facts, report
from rls_wizard.handover.reports import Reports, reports_in
from rls_wizard.ui.about_page import AboutPage, Places
from rls_wizard.ui.recall import Recall
from rls_wizard.ui.unfinished_page import Left, UnfinishedPage
from tests.ui.conftest import TODAY

ENGLISH = i18n.load("en")
CRASHED = "The program ended by itself the last time"
DEAD = report(Facts(program="1.2"), "Segmentation fault at\n  elsewhere\n")


@pytest.fixture
def reports(tmp_path):
    return Reports(tmp_path / "data" / "reports")


@pytest.fixture
def recall(wizard, window, reports):
    """The program died the last time."""
    reports.keep(DEAD)
    return Recall(wizard, window, reports, DEAD)


@pytest.mark.usefixtures("recall")
def test_the_first_page_says_that_the_program_ended_and_leads_to_the_report(person, window):
    assert f"{CRASHED}: see the report" in person.reads()
    person.press("crashed")
    assert "The program ended by itself" in person.reads()
    assert "You did nothing wrong." in person.reads()
    person.press("report.copy")
    assert QGuiApplication.clipboard().text() == DEAD
    person.press("crashed.go_on")
    assert CRASHED not in person.reads()
    assert person.offered("answered_by.self")


@pytest.mark.usefixtures("recall")
def test_it_is_said_until_it_is_read_also_in_another_size(person, display):
    display.change(text_size=200)
    assert person.reads().count(CRASHED) == 1
    person.begin()
    assert CRASHED not in person.reads()
    person.press("back")
    assert person.reads().count(CRASHED) == 1


@pytest.mark.usefixtures("recall")
def test_the_report_can_be_deleted(person, reports):
    person.press("crashed")
    person.press("report.delete")
    assert "All reports are deleted." in person.reads()
    assert reports.kept() == ()
    person.press("crashed.go_on")
    assert person.offered("answered_by.self")


@pytest.mark.usefixtures("recall")
def test_the_line_comes_before_the_answers_by_keys_and_to_the_eye(window):
    order = [stop.objectName() for stop in window.stops()]
    assert order.index("earlier") < order.index("crashed") < order.index("answered_by.self")


@pytest.mark.usefixtures("recall")
def test_it_is_said_beside_an_unfinished_visit_too(person, wizard):
    wizard.open_aside(lambda: UnfinishedPage(Left("yesterday"), ENGLISH))
    assert "There is an unfinished visit" in person.reads()
    person.press("crashed")
    person.press("crashed.go_on")
    assert person.offered("answered_by.self")


def test_a_report_that_could_not_be_kept_is_told_of_all_the_same(person, wizard, window, tmp_path):
    (tmp_path / "file").write_text("")
    Recall(wizard, window, Reports(tmp_path / "file"), DEAD)
    person.press("crashed")
    assert "It is not kept on this computer." in person.reads()
    assert not person.offered("report.delete")


# All reports -------------------------------------------------------------------------------------


@pytest.fixture
def about(person, wizard, window, little, reports):
    """Show what is said about the program where there are two reports; return the person."""
    for text in ("the first", "the second"):
        reports.keep(text)

    def make():
        page = AboutPage(little, ENGLISH, TODAY, Places(reports=reports), ())
        page.rearranged.connect(window.reorder)
        return page

    wizard.open_aside(make)
    return person


def test_all_reports_are_listed_where_it_is_said_what_the_program_is(about, reports):
    assert about.reads().count("Report of ") == 2
    assert str(reports.folder) in about.reads().replace("\u200b", "")
    assert "It holds no answer and no name." in about.reads()


def test_one_can_be_read_and_copied(about, window):
    about.press("report.1")
    shown = window.page.findChild(QPlainTextEdit)
    assert shown.toPlainText() == "the second"
    assert shown.accessibleName().startswith("Report of ")
    about.press("report.copy")
    assert QGuiApplication.clipboard().text() == "the second"
    assert "Copied. You can now paste it." in about.reads()


def test_all_can_be_deleted(about, reports):
    about.press("reports.delete")
    assert "All reports are deleted." in about.reads()
    assert "There is none at present." in about.reads()
    assert not about.offered("reports.delete")
    assert reports.kept() == ()


def test_where_they_cannot_be_deleted_it_says_so(about, reports, monkeypatch):
    monkeypatch.setattr(reports, "forget", lambda: False)
    about.press("reports.delete")
    assert "Not all reports could be deleted." in about.reads()
    assert about.offered("reports.delete")


def test_where_nothing_may_stay_behind_none_are_kept(person, wizard):
    assert reports_in(None) is None
    wizard.open_aside(lambda: AboutPage(wizard.pages.content, ENGLISH, TODAY, Places(), ()))
    assert "None are kept on this computer." in person.reads()
