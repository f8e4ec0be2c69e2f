"""What is pressed can be hit by a hand that shakes: large enough, and apart from its neighbours."""

from itertools import combinations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollBar,
    QWidget,
)

from rls_wizard.ui import theme
from rls_wizard.ui.link import Toggle
from rls_wizard.ui.summary_page import SummaryPage
from tests.ui.colours import contrast

LEAST, APART = 44, 8
ROUNDS = 6


def pressed(window):
    """Return everything to press in the window, with its place in it."""
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit, QScrollBar)
    found = [w for w in window.findChildren(QWidget) if isinstance(w, kinds) and w.isVisible()]
    whole = {w: w.parentWidget() if isinstance(w, QLineEdit) else w for w in found}
    return [
        (w, QRect(part.mapTo(window, QPoint(0, 0)), part.size()))
        for w, part in whole.items()
        if not isinstance(w, QScrollBar) or w.maximum()
    ]


def hard_to_hit(window):
    """Return what is too small, and what stands too near to something else."""
    for _ in range(ROUNDS):  # what is new tells of its size only then
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    boxes = pressed(window)
    small = [w for w, box in boxes if min(box.width(), box.height()) < LEAST]
    buttons = [(w, box) for w, box in boxes if not isinstance(w, QScrollBar)]
    near = [
        (w.objectName(), other.objectName())
        for (w, box), (other, beside) in combinations(buttons, 2)
        if window.page.isAncestorOf(w) is window.page.isAncestorOf(other)
        and box.adjusted(1 - APART, 1 - APART, APART - 1, APART - 1).intersects(beside)
    ]
    return [(type(w).__name__, w.objectName(), w.size()) for w in small] + near


def open_all(window):
    """Open every line that shows more."""
    for line in window.page.findChildren(Toggle):
        if line.isVisible() and not line.isChecked():
            line.click()


def test_everything_on_the_way_can_be_hit(person, window):
    window.resize(1024, 600)
    assert hard_to_hit(window) == []
    person.begin()
    while not isinstance(window.page, SummaryPage):
        open_all(window)
        assert hard_to_hit(window) == []
        person.go_on()
    assert hard_to_hit(window) == []


@pytest.mark.parametrize("page", ["settings", "advice", "about", "restart"])
def test_everything_beside_the_way_can_be_hit(page, at, window):
    window.resize(1024, 600)
    person = at("How much does it bother you?")
    person.opens(page)
    open_all(window)
    assert hard_to_hit(window) == []


@pytest.fixture
def menu(person, window, qtbot):
    person.press("menu")
    opened = window.findChild(QMenu, "commands")
    qtbot.waitUntil(opened.isVisible)
    yield opened
    opened.hide()


def lines(menu):
    return [menu.actionGeometry(a) for a in menu.actions() if not a.isSeparator()]


def test_the_lines_of_the_menu_can_be_hit(menu):
    assert len(lines(menu)) > 5
    assert all(line.height() >= LEAST and line.width() >= LEAST for line in lines(menu))


@pytest.mark.parametrize("name", theme.NAMES)
def test_the_line_of_the_menu_that_has_the_focus_stands_out(name, display, menu):
    display.change(theme=name)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    chosen, other = menu.actionGeometry(menu.activeAction()), lines(menu)[-1]
    picture = menu.grab().toImage()

    def ground(line):
        return picture.pixelColor(line.right() - 12, line.center().y())

    assert contrast(ground(chosen), ground(other)) >= 3


@pytest.mark.parametrize("name", theme.NAMES)
def test_the_edge_of_the_menu_is_seen(name, display, menu):
    display.change(theme=name)
    picture = menu.grab().toImage()
    middle = picture.height() // 2
    for x in (0, picture.width() - 1):
        edge = picture.pixelColor(x, middle)
        assert contrast(edge, menu.palette().color(QPalette.ColorRole.Window)) >= 3
        assert contrast(edge, menu.palette().color(QPalette.ColorRole.Base)) >= 3
