"""The time line on the result page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from rls_wizard import i18n
from rls_wizard.report.build import build_report
from rls_wizard.report.model import Moment
from rls_wizard.ui import style, theme
from rls_wizard.ui.answers.base import Asking
from rls_wizard.ui.answers.summary import details, name_of
from rls_wizard.ui.result_page import ResultPage
from rls_wizard.ui.timeline import TimelineView
from tests.ui.seen import reads

ENGLISH = i18n.load("en")
DATES = {"onset.date": "2012", "iron.signs": ("donation",), "donation.date": "2026-08-30"}
ROWS = (
    Moment("About 2012", ("The feelings in the legs began",), far=True),
    Moment("August 2025 to September 2026", ("sertraline: began", "Gave blood")),
    Moment("22 November 2026", ("These answers were given",)),
)


@pytest.fixture
def page(qtbot, content, visit):
    """Show the result of a case, with these answers."""

    def show(changes, case="mild adult"):
        response = visit(changes, case=case)
        made = ResultPage(build_report(content, response, response.answered_on), ENGLISH)
        qtbot.addWidget(made)
        return made

    return show


@pytest.fixture
def line(qtbot, qapp):
    """Show the line, this wide, and with letters this large."""

    def show(width=600, text_size=1.0, direction=Qt.LayoutDirection.LeftToRight):
        qapp.setFont(style.base_font(text_size))
        made = TimelineView(ROWS)
        qtbot.addWidget(made)
        made.setLayoutDirection(direction)
        made.setFixedWidth(width)
        made.setPalette(theme.palette(theme.LIGHT))
        with qtbot.waitExposed(made):
            made.show()
        made.resize(width, made.layout().totalHeightForWidth(width))
        qapp.processEvents()
        return made

    yield show
    qapp.setFont(style.base_font())


def chapter(page):
    return page.findChild(QWidget, "chapter.timeline")


def test_the_dates_are_read_in_order_each_with_what_happened(page):
    assert reads(chapter(page(DATES))) == [
        "What happened when",
        "2012",
        "The feelings in the legs began",
        "30 August 2026",
        "Gave blood",
        "22 November 2026",
        "These answers were given",
        "Dates as told. They show no cause.",
    ]


def test_a_screen_reader_gets_it_as_text(page):
    shown = page(DATES)
    _title, *labels = chapter(shown).findChildren(QLabel)
    told = [QAccessible.queryAccessibleInterface(label) for label in labels]
    assert {interface.role() for interface in told} == {QAccessible.Role.StaticText}
    names = [interface.text(QAccessible.Text.Name) for interface in told]
    assert names == [label.text() for label in labels]


def test_it_stands_in_the_list_of_contents(page):
    assert page(DATES).findChild(QWidget, "contents.timeline") is not None


def test_without_dates_it_is_not_there(page):
    assert chapter(page({})) is None


def test_an_urgent_result_does_not_show_it(page):
    urgent = page(DATES, case="rf.02: chest pain")
    assert chapter(urgent) is None
    assert "2012" not in reads(urgent)


@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
@pytest.mark.parametrize("text_size", [1.0, 2.0, 3.0])
def test_nothing_is_clipped_at_any_size(line, text_size, direction):
    shown = line(920, text_size, direction)
    assert shown.minimumSizeHint().width() <= 920
    for label in shown.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width()), label.text()
        assert shown.rect().contains(label.geometry()), label.text()


@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_a_dot_stands_before_each_date_and_none_on_it(line, direction):
    shown = line(direction=direction)
    picture = shown.grab().toImage()
    ink = shown.palette().color(QPalette.ColorRole.Highlight)
    dates = [label for label in shown.findChildren(QLabel) if label.font().bold()]
    mirrored = direction is Qt.LayoutDirection.RightToLeft
    assert len(dates) == len(ROWS)
    for date in dates:
        height = date.y() + date.fontMetrics().height() // 2
        found = [x for x in range(picture.width()) if picture.pixelColor(x, height) == ink]
        assert len(found) >= 4
        assert min(found) > date.geometry().right() if mirrored else max(found) < date.x()


def test_dates_and_events_stand_in_columns(line):
    shown = line()
    labels = shown.findChildren(QLabel)
    assert len({label.x() for label in labels if label.font().bold()}) == 1
    assert len({label.x() for label in labels if not label.font().bold()}) == 1


def test_an_entry_of_a_list_is_told_without_codes(content, visit):
    response = visit()
    logic = content.logic(response)
    day = response.answered_on
    asking = Asking(ENGLISH, day, {}.get, logic, dates=content.about.dates)
    group = content.questionnaire.by_id["rx.events"]
    row = {"rx.events.kind": "raised", "rx.events.date": "2025-03", "rx.events.words": "a note"}
    assert name_of(group, row) == "The dose went up"
    assert details(group, row, asking) == "When: March 2025 \u00b7 Note: a note"
    assert name_of(group, {}) == ""
