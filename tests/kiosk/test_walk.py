"""Somebody has to walk, and comes back or not; nobody else sees or begins anything meanwhile."""

from datetime import datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel

from rls_wizard.kiosk.codes import Ended
from rls_wizard.ui.kiosk import walk
from rls_wizard.ui.kiosk.walk import clock_time
from tests.kiosk.standing import standing
from tests.kiosk.targets import PANELS, measure


@pytest.fixture
def kiosk(qapp):
    with standing() as made:
        made.stage.page("sleep")
        yield made


def number(kiosk):
    return kiosk.stage.find("walk.number", QLabel).text().replace("\u00a0", "")


@pytest.fixture
def walking(kiosk):
    """Return a kiosk whose person is away, and their number."""
    kiosk.press("walk")
    mine = number(kiosk)
    kiosk.press("walk.leave")
    return kiosk, mine


def other(mine):
    return f"{(int(mine) + 1) % 10_000:04}"


def test_it_is_offered_once_there_is_anything_to_hide(qapp):
    with standing() as made:
        assert not made.offered("walk")
        made.stage.command("walk")
        assert made.window.covered_by is None
        made.stage.press("answered_by.self")
        assert made.offered("walk")


def test_the_number_is_shown_once_and_leads_back(walking):
    kiosk, mine = walking
    place, answers = kiosk.visit.place, kiosk.visit.response
    assert len(mine) == 4
    assert "In use until" in kiosk.reads()
    assert mine not in kiosk.told().replace(" ", "")
    kiosk.type("walk", mine)
    assert "Sleep" in kiosk.reads()
    assert (kiosk.visit.place, kiosk.visit.response) == (place, answers)


def test_each_walk_has_a_number_of_its_own(kiosk):
    numbers = set()
    for _ in range(5):
        kiosk.press("walk")
        numbers.add(number(kiosk))
        kiosk.press("walk.stay")
        assert "Sleep" in kiosk.reads()
        kiosk.wait(1)
    assert len(numbers) > 1


def test_nothing_of_the_visit_is_seen_or_told(walking):
    kiosk, _ = walking
    for said in (kiosk.told(), kiosk.reads(), kiosk.window.windowTitle()):
        assert "legs" not in said.lower()
        assert "sleep" not in said.lower()
    assert kiosk.window.windowTitle().startswith("In use until")


def test_real_keys_type_it_too(walking):
    kiosk, mine = walking
    for digit in mine:
        kiosk.key(Qt.Key(ord(digit)))
    assert mine not in kiosk.told().replace(" ", "")
    kiosk.key(Qt.Key.Key_Return)
    assert "Sleep" in kiosk.reads()


def test_a_digit_can_be_taken_back(walking):
    kiosk, mine = walking
    kiosk.type("walk", other(mine)[0], done=False)
    kiosk.press("walk.delete")
    kiosk.type("walk", mine)
    assert "Sleep" in kiosk.reads()


def test_three_wrong_numbers_delete_all(walking):
    kiosk, mine = walking
    kiosk.type("walk", other(mine))
    assert "Tries left: 2" in kiosk.reads()
    kiosk.type("walk", other(mine))
    assert "Tries left: 1" in kiosk.reads()
    assert kiosk.ended == []
    kiosk.type("walk", other(mine))
    assert kiosk.ended == [Ended.IDLE]


def test_an_empty_number_is_no_try(walking):
    kiosk, _ = walking
    for _ in range(5):
        kiosk.press("walk.done")
    assert kiosk.ended == []


def test_the_end_of_the_time_deletes_all(walking):
    kiosk, _ = walking
    assert kiosk.room.walk.seconds_left in range(595, 601)
    kiosk.room.walk.over.emit()
    assert kiosk.ended == [Ended.IDLE]


def test_nobody_is_asked_meanwhile_whether_they_are_there(walking):
    kiosk, mine = walking
    kiosk.wait(500)
    assert "In use until" in kiosk.reads()
    kiosk.type("walk", mine)
    kiosk.wait(119)
    assert "Sleep" in kiosk.reads()
    kiosk.wait(2)
    assert "Are you still there?" in kiosk.reads()


def test_whoever_leaves_at_once_is_hidden_all_the_same(kiosk, qtbot, monkeypatch):
    monkeypatch.setattr(walk, "_SHOWN", 0.05)
    kiosk.press("walk")
    mine = number(kiosk)
    qtbot.waitUntil(lambda: "In use until" in kiosk.reads())
    assert mine not in kiosk.told().replace(" ", "")


def test_no_key_reaches_what_is_below(walking):
    kiosk, _ = walking
    before = kiosk.visit.response
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_F9, Qt.Key.Key_F1):
        kiosk.key(key)
    kiosk.tap(QPoint(640, 20))
    assert kiosk.visit.response == before
    assert "In use until" in kiosk.reads()


def test_the_number_is_spoken_only_into_headphones(kiosk):
    said = []
    kiosk.window.told.connect(said.append)
    kiosk.press("walk")
    assert said == []


@pytest.mark.parametrize(("country", "shown"), [("gb", "14:05"), ("us", "2:05\u00a0PM")])
def test_the_time_is_written_as_in_the_country(country, shown):
    assert clock_time(datetime(2026, 11, 29, 14, 5), "en", country) == shown


@pytest.mark.parametrize("panel", PANELS, ids=[panel.name for panel in PANELS])
def test_all_of_it_is_large_enough(qapp, panel):
    with standing(panel) as made:
        made.stage.page("sleep")
        made.room.walk.begin()
        assert measure(made.window, panel.scale).wrong == []
        made.room.walk.leave()
        assert measure(made.window, panel.scale).wrong == []
        made.room.staff.ask()
        assert measure(made.window, panel.scale).wrong == []
