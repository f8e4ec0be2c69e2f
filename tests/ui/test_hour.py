"""The hour of the day: a clock to press, or the same buttons as a list."""

from itertools import combinations
from math import atan2, pi

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from rls_wizard.ui.answers.dial import Face
from rls_wizard.ui.order import controls

NUMBERS = "How old are you?"
FROM_EVENING = [*range(18, 24), *range(18)]


@pytest.fixture
def person(at, window):
    person = at(NUMBERS)
    window.grab()
    return person


@pytest.fixture
def hour(window):
    """Return where an hour stands on the page."""

    def box(number):
        tile = window.findChild(QAbstractButton, f"start.{number}")
        return QRect(tile.mapTo(window.page, QPoint()), tile.size())

    return box


@pytest.fixture
def face(person, window):
    return window.findChild(Face)


def accent(face):
    """Return where the face shows the accent, from its middle."""
    colour = face.palette().color(QPalette.ColorRole.Highlight)
    image, middle = face.grab().toImage(), QPointF(face.rect().center())
    dots = [
        QPointF(x, y) - middle
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
        if image.pixelColor(x, y) == colour
    ]
    return sum(dots, QPointF()) / len(dots) if dots else None


def test_midnight_is_at_the_top_and_it_goes_clockwise(person, hour):
    night, morning, noon, evening = (hour(n).center() for n in (0, 6, 12, 18))
    assert night.x() == pytest.approx(noon.x(), abs=2)
    assert morning.y() == evening.y()
    assert night.y() < morning.y() < noon.y()
    assert evening.x() < night.x() < morning.x()
    assert hour(0).right() < hour(1).left()


def test_it_goes_clockwise_for_who_reads_from_the_right(person, window, hour):
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    window.grab()
    assert hour(18).center().x() < hour(0).center().x() < hour(6).center().x()


def test_every_hour_can_be_hit_and_none_lies_over_another(person, hour, face):
    boxes = [hour(n) for n in range(24)]
    boxes.append(QRect(face.mapTo(face.window().page, QPoint()), face.size()))
    assert min(min(box.width(), box.height()) for box in boxes) >= 44
    assert not any(one.intersects(other) for one, other in combinations(boxes, 2))


def test_the_face_points_to_the_hour_that_is_chosen(person, answers, face, hour):
    assert accent(face) is None
    middle = QRect(face.mapTo(face.window().page, QPoint()), face.size()).center()
    for number in (0, 9, 18):
        person.choose("start", number)
        assert answers()["start"] == number
        drawn, way = accent(face), hour(number).center() - middle
        assert atan2(drawn.y(), drawn.x()) % (2 * pi) == pytest.approx(
            atan2(way.y(), way.x()) % (2 * pi), abs=0.1
        )


def test_one_press_shows_the_same_hours_as_a_list(person, answers, window, hour, face):
    person.choose("start", 21)
    person.press("start.list")
    window.grab()
    assert not face.isVisible()
    assert person.chosen("start", 21)
    assert {"Evening", "Night", "Morning", "Afternoon"} <= set(words(window))
    assert sorted(range(24), key=lambda n: (hour(n).y(), hour(n).x())) == FROM_EVENING
    person.choose("start", 22)
    assert answers()["start"] == 22
    person.press("start.list")
    window.grab()
    assert face.isVisible()
    assert "Afternoon" not in words(window)


def words(window):
    return [x.text() for x in window.findChildren(QLabel) if x.isVisible()]


def test_the_list_stands_where_the_clock_has_no_room(person, window, display):
    display.change(text_size=300)
    window.grab()
    face = window.findChild(Face)
    assert not face.isVisible()
    assert not window.findChild(QWidget, "start.list").isVisible()
    assert "Afternoon" in words(window)


def test_keys_go_round_from_the_evening_on_and_space_chooses(person, answers, window):
    names = [w.objectName() for w in controls(window.findChild(QWidget, "start"))]
    assert names == [*(f"start.{n}" for n in FROM_EVENING), "start.list"]
    tile = window.findChild(QWidget, "start.23")
    tile.setFocus()
    assert "start" not in answers()
    QTest.keyClick(tile, Qt.Key.Key_Space)
    assert answers()["start"] == 23
