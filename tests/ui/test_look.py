"""What can be seen: nothing clipped, in any language and size, and mirrored where that is right."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from rls_wizard import i18n
from rls_wizard.content.load import load_content
from rls_wizard.paths import resources
from rls_wizard.ui import option, style
from rls_wizard.ui.answers.framed import Framed
from rls_wizard.ui.link import Disclosure
from rls_wizard.ui.summary_page import SummaryPage
from rls_wizard.ui.words import label

PAGES = 40


@pytest.fixture
def text_size(qapp):
    """Make the text larger for one test."""

    def enlarge(times):
        qapp.setFont(style.base_font(times))

    yield enlarge
    qapp.setFont(style.base_font())


def lay_out():
    """Do what the event loop does before it paints; heights that change ask for a second round."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


def clipped(window):
    """Return what is on the page and does not fit into its place."""
    lay_out()
    found = [
        w.text()
        for kind in (QLabel, option.Row)
        for w in window.page.findChildren(kind)
        if w.isVisible() and (w.height() < w.heightForWidth(w.width()))
    ]
    found += [
        b.text()
        for b in window.findChildren(QAbstractButton)
        if b.isVisible() and b.width() < b.minimumSizeHint().width()
    ]
    if window.findChild(QScrollArea).horizontalScrollBar().maximum():
        found.append("the page is wider than the window")
    return found


@pytest.mark.parametrize("times", [1, 2, 3])
def test_nothing_is_clipped(times, text_size, open_visit, meet):
    text_size(times)
    content = load_content(resources() / "content", i18n.load(i18n.PSEUDO))
    wizard = open_visit(content, i18n.PSEUDO)
    window, person = wizard.parent(), meet(wizard)
    window.resize(1024, 600)
    assert clipped(window) == []
    person.choose("answered_by", "self")
    while not isinstance(window.page, SummaryPage):
        person.go_on()
        assert clipped(window) == []


def test_the_pseudo_language_is_mirrored(open_visit, speaking, meet):
    wizard = open_visit(speaking(i18n.PSEUDO)[0], i18n.PSEUDO)
    window = wizard.parent()
    assert window.layoutDirection() is Qt.LayoutDirection.RightToLeft
    lay_out()
    right = window.findChild(QPushButton, "back").x()
    assert window.findChild(QPushButton, "next").x() < right


def test_every_text_of_the_window_is_translated(open_visit, speaking, meet):
    wizard = open_visit(speaking(i18n.PSEUDO)[0], i18n.PSEUDO)
    person, window = meet(wizard), wizard.parent()
    person.choose("answered_by", "self")
    for _ in range(PAGES):
        texts = [
            line for line in person.reads().splitlines() if line.strip("⚠•0123456789:- A+\u2212")
        ]
        assert [t for t in texts if "[" not in t and "]" not in t and "~" not in t] == []
        if isinstance(window.page, SummaryPage):
            return
        person.press("next")
        person.go_on()


def test_a_long_answer_wraps(qtbot):
    row = option.RadioOption("a long answer " * 20)
    qtbot.addWidget(row)
    assert row.heightForWidth(300) > 3 * row.heightForWidth(10_000)
    assert row.sizeHint().height() == row.heightForWidth(10_000) >= style.TARGET


def test_a_row_is_pressed_anywhere(qtbot):
    row = option.CheckOption("short")
    qtbot.addWidget(row)
    row.resize(600, 60)
    with qtbot.waitSignal(row.clicked):
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.rect().bottomRight())


def test_an_ampersand_is_a_letter(qtbot):
    row = option.RadioOption("pins & needles")
    qtbot.addWidget(row)
    assert row.text() == "pins && needles"


def test_the_numbers_are_those_of_qt():
    flags = Qt.TextFlag.TextWordWrap.value | Qt.TextFlag.TextShowMnemonic.value
    assert flags | Qt.AlignmentFlag.AlignVCenter.value == option.WRAPPED
    assert Qt.AlignmentFlag.AlignLeft.value == option.LEFT
    assert Qt.AlignmentFlag.AlignRight.value == option.RIGHT


def test_a_label_never_reads_markup(qtbot):
    made = label("<b>bold</b>")
    qtbot.addWidget(made)
    assert made.textFormat() is Qt.TextFormat.PlainText


def test_a_phone_number_stays_in_one_line():
    assert "116\u00a0123" in style.breakable("Samaritans: 116 123")


def test_many_figures_in_a_row_still_wrap():
    assert all(len(part) <= 20 for part in style.breakable("1 " * 60).split(style.BREAK))


def test_a_field_takes_no_more_room_than_it_needs(qtbot):
    field = QPlainTextEdit()
    field.setFixedHeight(80)
    framed = Framed(field)
    page = QWidget()
    QVBoxLayout(page).addWidget(framed)
    qtbot.addWidget(page)
    page.resize(600, 1500)
    with qtbot.waitExposed(page):
        page.show()
    assert framed.height() < 100


def test_a_page_with_lines_that_open_ends_with_its_last_words(qtbot):
    page = QWidget()
    column = QVBoxLayout(page)
    for number in range(20):
        toggle = Disclosure("Why am I told this, of all things?", f"why.{number}", QWidget)
        column.addWidget(toggle)
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidgetResizable(True)
    area.setWidget(page)
    area.resize(700, 300)
    with qtbot.waitExposed(area):
        area.show()
    assert page.height() == page.heightForWidth(page.width())
