"""The window stays where it can be seen, whatever becomes of the screens."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication

from rls_wizard.ui.screens import bring_into_view, within

LAPTOP, BESIDE = QRect(0, 0, 1280, 800), QRect(1280, 0, 1920, 1080)


@pytest.mark.parametrize(
    ("frame", "rooms", "place"),
    [
        ((100, 50, 1024, 720), [LAPTOP], (100, 50, 1024, 720)),
        ((1000, 50, 600, 400), [LAPTOP, BESIDE], (1000, 50, 600, 400)),
        ((1500, 100, 1024, 720), [LAPTOP], (256, 80, 1024, 720)),
        ((1500, 100, 1800, 900), [LAPTOP], (0, 0, 1280, 800)),
        ((-900, -600, 1024, 720), [LAPTOP, BESIDE], (0, 0, 1024, 720)),
        ((1200, 900, 600, 400), [LAPTOP, BESIDE], (1280, 680, 600, 400)),
        ((5000, 5000, 600, 400), [], (5000, 5000, 600, 400)),
        ((5000, 5000, 600, 400), [QRect()], (5000, 5000, 600, 400)),
    ],
)
def test_a_window_is_put_where_it_can_be_seen_whole(frame, rooms, place):
    assert within(QRect(*frame), rooms).getRect() == place


def test_a_screen_that_goes_takes_no_window_with_it(wizard, window, qapp, qtbot):
    window.move(5000, 4000)
    window.resize(1024, 720)
    screen = QGuiApplication.primaryScreen()
    qapp.screenRemoved.emit(screen)
    qtbot.waitUntil(lambda: screen.availableGeometry().contains(window.frameGeometry()))


def test_a_window_that_fills_the_screen_is_the_systems_to_place(window):
    window.showFullScreen()
    before = window.geometry()
    bring_into_view(window)
    assert window.geometry() == before
