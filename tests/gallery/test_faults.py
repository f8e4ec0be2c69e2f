"""What the gallery looks for is found: each kind of fault, planted, is seen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from rls_wizard.i18n import PSEUDO
from rls_wizard.ui import theme
from rls_wizard.ui.option import RadioOption
from rls_wizard.ui.push import PushButton
from rls_wizard.ui.words import label
from tests.gallery.contrast import low_contrast
from tests.gallery.geometry import CUT, LOW, OUTSIDE, OVERLAP, SMALL, crowded, faults
from tests.gallery.stage import settle

LONG = "Many words that need more lines than there is room for, whatever one does about it"
FAINT = QColor("#9a9a9a")
"""On our light ground it has a contrast of 2.6."""


@pytest.fixture
def window(qtbot):
    """An empty window of 400 x 300."""
    made = QWidget()
    qtbot.addWidget(made)
    made.setPalette(theme.palette(theme.LIGHT))
    made.resize(400, 300)
    made.show()
    return made


@pytest.fixture
def plant(window):
    """Put a widget somewhere; return the kinds of faults that are found then."""

    def put(widget, *box, find=faults):
        widget.setParent(window)
        widget.setGeometry(*box)
        widget.show()
        settle()
        return {fault.kind for fault in find(window)}

    return put


def recolour(widget, role, colour):
    palette = widget.palette()
    palette.setColor(role, colour)
    widget.setPalette(palette)


def test_what_is_as_it_should_be_has_no_fault(plant):
    assert plant(label(LONG), 10, 10, 380, 80) == set()
    assert plant(RadioOption("Yes"), 10, 100, 380, 50) == set()
    assert plant(PushButton("Next"), 10, 200, 120, 50) == set()


@pytest.mark.parametrize("high", [15, 20, 40])
def test_a_label_that_is_too_low_is_cut(plant, high):
    assert plant(label(LONG), 10, 10, 200, high) == {CUT}


def test_a_word_that_is_too_long_is_cut(plant):
    assert plant(label("Unaussprechliches"), 10, 10, 60, 80) == {CUT}


def test_a_label_in_one_line_is_cut(plant):
    assert plant(QLabel(LONG), 10, 10, 200, 40) == {CUT}


@pytest.mark.parametrize("kind", [PushButton, QPushButton, RadioOption])
def test_a_button_is_cut(plant, kind):
    assert plant(kind(LONG), 10, 10, 100, 50) == {CUT}


class Elided(QLabel):
    def paintEvent(self, event):  # noqa: N802
        with QPainter(self) as painter:
            text = self.fontMetrics().elidedText(
                self.text(), Qt.TextElideMode.ElideRight, self.width()
            )
            painter.drawText(self.rect(), text)


def test_an_elided_text_is_cut(plant):
    assert plant(Elided(LONG), 10, 10, 380, 40) == {CUT}


def test_a_menu_that_is_too_narrow_is_cut(window):
    menu = QMenu(window)
    menu.addAction("Read all advice")
    menu.popup(window.pos())
    assert faults(menu) == []
    menu.setFixedWidth(90)
    settle()
    assert CUT in {fault.kind for fault in faults(menu)}


def test_a_text_that_is_not_drawn_at_all_is_cut(plant):
    class Silent(QLabel):
        def paintEvent(self, event):  # noqa: N802
            pass

    assert plant(Silent("Next"), 10, 10, 380, 40) == {CUT}


def test_a_field_that_is_too_low_is_cut(plant):
    assert CUT in plant(QLineEdit("2026"), 10, 10, 200, 8)


def test_siblings_that_overlap(plant):
    assert plant(label("One"), 10, 10, 100, 50) == set()
    assert plant(label("Other"), 100, 30, 100, 50) == {OVERLAP}


@pytest.mark.parametrize("box", [(-5, 10, 100, 50), (350, 10, 100, 50), (10, 280, 100, 50)])
def test_what_is_outside(plant, box):
    assert plant(QWidget(), *box) == {OUTSIDE}


def test_a_page_that_is_wider_than_its_room(plant):
    area, page = QScrollArea(), QWidget()
    area.setWidgetResizable(True)
    page.setMinimumWidth(500)
    area.setWidget(page)
    assert plant(area, 0, 0, 400, 200) == {OUTSIDE}


@pytest.mark.parametrize("size", [(43, 50), (50, 43)])
def test_what_is_too_small_to_press(plant, size):
    assert plant(PushButton(""), 10, 10, *size) == {SMALL}


def test_a_text_that_is_too_faint(plant, window):
    shown = label("Can this be read?", 2)
    assert plant(shown, 10, 10, 380, 60, find=low_contrast) == set()
    recolour(shown, QPalette.ColorRole.WindowText, FAINT)
    assert {fault.kind for fault in low_contrast(window)} == {LOW}


def test_a_button_without_an_edge(plant, window):
    shown = PushButton("Next")
    assert plant(shown, 10, 10, 120, 50, find=low_contrast) == set()
    recolour(shown, QPalette.ColorRole.Mid, FAINT)
    assert {fault.kind for fault in low_contrast(window)} == {LOW}


def test_a_page_that_is_pressed_together(stage):
    shown = stage("welcome.empty", "en", "light", 100).window
    assert list(crowded(shown, (1024, 600))) == []
    shown.header.setMinimumHeight(350)
    settle()
    assert {fault.kind for fault in crowded(shown, (1024, 600))} == {OUTSIDE}


def test_a_window_that_cannot_be_so_small(stage):
    shown = stage("welcome.empty", "en", "light", 100).window
    shown.setMinimumHeight(610)
    assert {fault.kind for fault in crowded(shown, (1024, 600))} == {OUTSIDE}


def test_next_below_the_window(stage):
    shown = stage("welcome.empty", PSEUDO, "light", 100).window
    assert faults(shown) == []
    below = shown.findChild(QPushButton, "next")
    below.move(below.x(), shown.height() - 10)
    assert OUTSIDE in {fault.kind for fault in faults(shown)}


def test_a_page_in_columns_is_looked_at_below_the_fold(plant):
    area, page = QScrollArea(), QWidget()
    column = QVBoxLayout(page)
    for _ in range(30):
        column.addWidget(label("A line that is whole"))
    last = label(LONG)
    last.setFixedHeight(15)
    column.addWidget(last)
    area.setWidgetResizable(True)
    area.setWidget(page)
    assert plant(area, 0, 0, 400, 200) == {CUT}
