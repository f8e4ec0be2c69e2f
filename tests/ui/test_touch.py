"""With a finger: it scrolls wherever it begins, and a tap presses once."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QScroller, QWidget

from rls_wizard.ui.answers.figure import HEIGHT, WIDTH, Figure
from rls_wizard.ui.layouts import column_in
from rls_wizard.ui.push import PushButton
from rls_wizard.ui.sheets import Sheets

STEPS = 12
STILL = QScroller.State.Inactive


@pytest.fixture(scope="session")
def screen():
    """A screen to touch."""
    return QTest.createTouchDevice()


@pytest.fixture
def finger(window, screen):
    """Return what puts a finger on something, and moves it up by so many pixels."""

    def move(widget, up=0):
        # Near its lower edge: what scrolls lags behind a finger, which then is still on it.
        spot = widget.mapTo(window, QPoint(widget.width() // 2, widget.height() - 4))
        QTest.touchEvent(window, screen).press(0, spot, window)
        for step in range(1, STEPS + 1):
            if up:
                QTest.qWait(10)
                at = spot - QPoint(0, up * step // STEPS)
                QTest.touchEvent(window, screen).move(0, at, window)
        QTest.touchEvent(window, screen).release(0, spot - QPoint(0, up), window)

    return move


def test_a_finger_that_begins_on_an_answer_scrolls_and_does_not_choose(
    person, window, finger, qtbot
):
    window.resize(800, 420)
    area = window.findChild(QScrollArea)
    answer = window.findChild(QAbstractButton, "answered_by.self")
    qtbot.waitUntil(lambda: QScroller.hasScroller(area.viewport()))
    area.ensureWidgetVisible(answer)
    before = area.verticalScrollBar().value()
    finger(answer, up=150)
    assert area.verticalScrollBar().value() > before + 50
    assert not answer.isDown()
    assert not person.chosen("answered_by", "self")


def test_a_finger_that_begins_on_the_figure_scrolls_and_does_not_choose(window, finger, qtbot):
    window.resize(800, 720)
    page, figure, chosen = QWidget(), Figure(), []
    figure.pressed.connect(chosen.append)
    figure.setFixedSize(WIDTH, HEIGHT)
    column = column_in(page, 0)
    column.addWidget(figure)
    column.addSpacing(1_500)
    window.show_page(page)
    area = window.findChild(QScrollArea)
    bar = area.verticalScrollBar()
    qtbot.waitUntil(lambda: QScroller.hasScroller(area.viewport()) and bar.maximum() > 0)
    finger(figure, up=150)
    assert bar.value() > 50
    assert chosen == []
    assert not figure.isDown()
    qtbot.waitUntil(lambda: QScroller.scroller(area.viewport()).state() is STILL)
    bar.setValue(0)
    finger(figure)
    qtbot.waitUntil(lambda: chosen == ["feet"])


def test_pages_that_go_while_they_scroll_do_no_harm(window, finger, qtbot):
    for _ in range(3):
        sheets = Sheets()
        window.show_page(sheets)
        sheets.resize(600, 300)
        sheets.setMinimumHeight(300)
        sheets.show_pages([(500, 700)] * 4)
        qtbot.waitUntil(lambda sheets=sheets: sheets.verticalScrollBar().maximum() > 0)
        finger(sheets.viewport(), up=120)
        assert sheets.verticalScrollBar().value() > 50
        window.show_page(PushButton("on"))
        finger(window.page)
        QTest.qWait(50)


def test_a_tap_chooses_once(at, window, finger, qtbot):
    person = at("Do you need to move your legs?")
    clicks = []
    yes = window.findChild(QAbstractButton, "urge.yes")
    yes.clicked.connect(lambda: clicks.append(yes))
    finger(yes)
    qtbot.waitUntil(lambda: person.chosen("urge", "yes"))
    assert len(clicks) == 1


def test_a_mouse_that_is_dragged_does_not_scroll(at, window, qtbot):
    at("Do you need to move your legs?")
    window.resize(800, 420)
    bar = window.findChild(QScrollArea).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    view = window.findChild(QScrollArea).viewport()
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(10, 300))
    for up in range(0, 200, 20):
        qtbot.mouseMove(view, QPoint(10, 300 - up))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(10, 100))
    assert bar.value() == 0
