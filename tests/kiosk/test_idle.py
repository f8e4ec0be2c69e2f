"""Nobody is there any more: it is asked first, and only then all is forgotten."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from rls_wizard.kiosk.codes import Ended
from tests.gallery.stage import settle
from tests.kiosk.standing import standing

ASKED = "Are you still there?"
K = Qt.Key


@pytest.fixture
def kiosk(qapp):
    with standing() as made:
        yield made


@pytest.fixture
def busy(kiosk):
    """A kiosk at which somebody has begun to answer."""
    kiosk.stage.page("sleep")
    return kiosk


def test_it_asks_first_counts_down_and_only_then_forgets(busy):
    busy.wait(119)
    assert ASKED not in busy.reads()
    busy.wait(2)
    assert ASKED in busy.reads()
    busy.wait(58)
    assert busy.ended == []
    assert "Seconds left: 1" in busy.reads()
    busy.wait(2)
    assert busy.ended[:1] == [Ended.IDLE]


def test_nothing_of_the_visit_is_seen_or_told_meanwhile(busy):
    assert "Sleep" in busy.told()
    busy.wait(121)
    assert "Sleep" not in busy.told()
    assert "legs" not in busy.told().lower()
    assert "legs" not in busy.window.windowTitle().lower()


def test_a_touch_leads_back_and_presses_nothing_below(busy):
    before, page = busy.visit.response, busy.visit.place
    QApplication.setDoubleClickInterval(400)
    for _ in range(3):  # any number of times
        busy.wait(121)
        spot = QPoint(busy.window.width() - 100, busy.window.height() - 60)  # Next lies there
        busy.tap(spot)
        assert ASKED not in busy.reads()
        busy.tap(spot)  # a hand that trembles
        assert (busy.visit.response, busy.visit.place) == (before, page)
    busy.wait(179)
    assert busy.ended == []


@pytest.mark.parametrize("key", [K.Key_A, K.Key_Escape, K.Key_Shift, K.Key_F1, K.Key_F9])
def test_any_key_leads_back_and_does_nothing_else(busy, key):
    busy.wait(121)
    busy.key(key)
    assert "Sleep" in busy.reads()
    assert ASKED not in busy.reads()


def test_keys_can_move_to_more_time(busy):
    busy.wait(150)
    assert "Seconds left: 30" in busy.reads()
    busy.key(K.Key_Down)
    assert busy.focused == "idle.more"
    assert "Seconds left: 60" in busy.reads()
    busy.key(K.Key_Return)
    assert "Sleep" in busy.reads()
    busy.wait(359)
    assert ASKED not in busy.reads()
    busy.wait(2)
    assert ASKED in busy.reads()
    assert not busy.offered("idle.more")


def test_more_time_lasts_for_the_visit(busy):
    busy.wait(121)
    assert "only after 6 minutes" in busy.reads()
    busy.press("idle.more")
    for _ in range(2):
        busy.wait(359)
        assert ASKED not in busy.reads()
        busy.tap(QPoint(300, 10))


def act_by_mouse(kiosk):
    for at in (QPointF(30, 30), QPointF(33, 30)):
        QTest.mouseMove(kiosk.window.windowHandle(), at.toPoint())


def act_by_wheel(kiosk):
    turn = QPoint(0, -120)
    QTest.wheelEvent(kiosk.window.windowHandle(), QPointF(300, 300), turn, turn)


ACTS = {
    "touch": lambda kiosk: kiosk.tap(QPoint(300, 10)),
    "key": lambda kiosk: kiosk.key(K.Key_Shift),
    "shortcut": lambda kiosk: kiosk.key(K.Key_0, Qt.KeyboardModifier.ControlModifier),
    "sound": lambda kiosk: kiosk.key(K.Key_VolumeUp),
    "mouse": act_by_mouse,
    "wheel": act_by_wheel,
    "screen reader": lambda kiosk: kiosk.stage.press("next"),
}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_whatever_a_person_does_counts(busy, act):
    busy.wait(100)
    act(busy)
    settle()
    busy.wait(100)
    assert ASKED not in busy.reads()
    busy.wait(21)
    assert ASKED in busy.reads()


def test_nothing_runs_on_the_untouched_first_page(kiosk):
    kiosk.wait(200)
    assert not kiosk.room.idle.is_counting
    kiosk.wait(1_000)
    assert (kiosk.ended, ASKED in kiosk.reads()) == ([], False)


def test_what_was_chosen_on_the_first_page_goes_back(kiosk):
    kiosk.press("larger")
    kiosk.press("hide")
    assert kiosk.stage.display.settings.text_size != 100
    kiosk.wait(121)
    assert kiosk.stage.display.settings.text_size == 100
    assert (kiosk.ended, ASKED in kiosk.reads()) == ([], False)
    assert kiosk.offered("next")
    assert not kiosk.room.idle.is_counting


def test_a_page_beside_the_way_is_not_taken_away_unasked(kiosk):
    kiosk.stage.command("advice")
    kiosk.wait(121)
    assert ASKED in kiosk.reads()


def test_it_asks_over_a_hidden_page_too_and_leads_back_there(busy):
    busy.stage.command("hide")
    busy.wait(121)
    assert ASKED in busy.reads()
    busy.tap(QPoint(300, 10))
    assert "Sleep" not in busy.reads()
    assert busy.offered("lift")


def test_a_computer_that_stood_still_does_not_shorten_the_warning(busy):
    busy.wait(121)
    busy.clock.now += 600
    busy.wait(50)
    assert busy.ended == []


def test_a_field_keeps_what_is_written_and_the_focus(busy):
    busy.stage.page("about_you")
    field = busy.stage.find("age.value")
    field.setFocus()
    busy.key(K.Key_4)
    busy.wait(121)
    busy.key(K.Key_7)
    assert QApplication.focusWidget().objectName() == "age.value"
    assert busy.stage.find("age.value", QWidget).text() == "4"


def test_it_is_said_aloud_and_to_screen_readers(busy):
    said = []
    busy.window.told.connect(said.append)
    busy.wait(121)
    assert said[-1].startswith(ASKED)
    assert "60 seconds" in said[-1]
    busy.wait(51)
    assert "10 seconds" in said[-1]
    busy.tap(QPoint(300, 10))
    assert not said[-1]
