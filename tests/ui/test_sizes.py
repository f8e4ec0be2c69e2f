"""Every size of text in every size of window: the page has the room, and nothing out of reach."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu, QScrollArea

from rls_wizard.settings import SIZES
from rls_wizard.ui import style

SCREENS = {"small": (1024, 600), "kiosk": (1080, 1920), "wide": (1920, 1080), "huge": (3840, 2160)}
LINES = 4
"""The least of a page that can be read at a time."""


@pytest.fixture
def sized(window, display, qtbot):
    """Return what gives the window a size, and the text."""

    def give(screen, text):
        display.change(text_size=text)
        window.resize(*SCREENS[screen])
        qtbot.waitUntil(lambda: (window.width(), window.height()) == SCREENS[screen])

    return give


@pytest.mark.parametrize("text", SIZES)
@pytest.mark.parametrize("screen", SCREENS)
def test_some_lines_can_be_read_between_the_bars(screen, text, sized, at, window):
    at("How much does it bother you?")
    sized(screen, text)
    window.warn("Urgent", "Phone your midwife or maternity unit.")
    view = window.findChild(QScrollArea).viewport()
    window.layout().activate()
    assert view.height() >= LINES * window.fontMetrics().lineSpacing()
    assert (window.width(), window.height()) == SCREENS[screen]


LONG = "Call NHS 111 (in Northern Ireland your GP or the GP out-of-hours service)."


@pytest.mark.parametrize(("text", "above"), [(100, True), (300, False)])
def test_what_is_urgent_leaves_room_for_the_page(text, above, sized, at, window, qtbot):
    at("How much does it bother you?")
    sized("small", text)
    window.warn("Urgent", LONG)
    area = window.findChild(QScrollArea)
    qtbot.waitUntil(lambda: area.viewport().height() >= 0.4 * window.height())
    assert window.strip.isVisible()
    assert area.isAncestorOf(window.strip) is not above


def test_what_is_urgent_and_all_steps_make_no_window_larger(sized, at, window):
    at("How much does it bother you?")
    sized("small", 100)
    window.warn("Urgent", LONG * 3)
    window.layout().activate()
    assert window.minimumSizeHint().height() <= 600


def test_on_a_huge_screen_all_stands_together_in_the_middle(sized, at, window):
    at("How much does it bother you?")
    sized("huge", 100)
    window.layout().activate()
    spots = [window.findChild(QAbstractButton, name) for name in ("back", "next")]
    left, right = (b.mapTo(window, b.rect().center()).x() for b in spots)
    assert right - left < 3 * style.column_width()
    assert abs(left + right - window.width()) < 4


@pytest.mark.parametrize("text", SIZES)
def test_what_always_is_within_reach_is_in_the_window(text, sized, person, window):
    sized("small", text)
    person.choose("answered_by", "self")
    for name in ("smaller", "larger", "menu", "next"):
        button = window.findChild(QAbstractButton, name)
        box = button.rect().translated(button.mapTo(window, button.rect().topLeft()))
        assert button.isVisible()
        assert window.rect().contains(box), name


def test_a_button_without_room_is_in_the_menu(sized, person, window, display, qtbot):
    sized("small", 300)
    assert person.offered("hide")
    window.resize(620, 600)
    qtbot.waitUntil(lambda: not person.offered("hide"))
    person.opens("hide")
    assert "Nothing is lost." in person.reads()
    window.lift_cover()
    display.change(text_size=100)
    qtbot.waitUntil(lambda: person.offered("hide"))


def test_a_menu_that_is_larger_than_the_screen_is_a_page(sized, person, window):
    sized("small", 100)
    person.press("menu")
    menu = window.findChild(QMenu)
    assert menu.isVisible()
    menu.close()
    sized("small", 300)
    person.press("menu")
    assert not menu.isVisible()
    person.press("menu.larger")
    person.press("menu.settings")
    assert "How large is the text?" in person.reads()
    person.press("back")
    assert "Who is answering?" in person.reads()


@pytest.mark.parametrize(("text", "above"), [(150, True), (300, False)])
def test_where_one_is_scrolls_with_the_page_if_the_bar_has_no_room(text, above, sized, at, window):
    at("How much does it bother you?")
    sized("small", text)
    said = [x for x in window.findChildren(QLabel) if x.isVisible() and x.text()[:5] == "Step "]
    assert [window.header.isAncestorOf(x) for x in said] == [above]


def test_text_is_larger_on_a_screen_with_many_dots():
    assert style.scale(dots=96, across=1080) == 1
    assert style.scale(dots=96, across=1440) == 1
    assert style.scale(dots=96, across=2160) == 1.5
    assert style.scale(dots=192, across=2160) == 2
    assert style.scale(dots=72, across=600) == 1
