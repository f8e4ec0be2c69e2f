"""Staff get in by a gesture and a PIN, whatever stands on the screen; nobody else does."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget

from rls_wizard.kiosk.codes import Ended
from rls_wizard.kiosk.pin import LOCKED
from rls_wizard.kiosk.talk import Begin, Closed
from rls_wizard.ui.kiosk import shut, staff
from rls_wizard.ui.kiosk.closed_page import ClosedPage
from tests.gallery.stage import settle
from tests.kiosk.standing import PIN, Clock, Line, Tries, standing
from tests.kiosk.targets import PANELS, site
from tests.kiosk.targets import kiosk as room_with

ASKED = "Please type your PIN."
WRONG = "111222"


@pytest.fixture
def kiosk(qapp):
    with standing() as made:
        made.stage.page("sleep")
        yield made


def test_the_right_pin_opens_the_menu_which_shows_nothing_of_the_visit(kiosk):
    kiosk.call_staff()
    assert "Leave the kiosk" in kiosk.reads()
    for said in (kiosk.told(), kiosk.reads(), kiosk.window.windowTitle()):
        assert "legs" not in said.lower()
        assert "sleep" not in said.lower()
    kiosk.press("staff.back")
    assert "Sleep" in kiosk.reads()
    assert kiosk.ended == []


@pytest.mark.parametrize(
    ("name", "how"),
    [("staff.end", Ended.DONE), ("staff.pause", Ended.PAUSED), ("staff.exit", Ended.STAFF)],
)
def test_each_line_ends_the_visit_in_its_way(kiosk, name, how):
    kiosk.call_staff()
    kiosk.stage.press(name)
    assert kiosk.ended == [how]


def test_the_pin_is_never_seen_or_told(kiosk):
    kiosk.call_staff(pin="")
    assert ASKED in kiosk.reads()
    kiosk.type("pin", PIN, done=False)
    kiosk.wait(1)
    dots = kiosk.stage.find("pin.dots", QLabel)
    assert dots.text().count("\u25cf") == 6
    assert dots.accessibleName() == "Digits typed: 6"
    assert PIN not in kiosk.told()


def test_a_wrong_pin_is_counted_and_then_nobody_can_try(kiosk):
    kiosk.call_staff(pin="")
    for left in (4, 3, 2, 1):
        kiosk.type("pin", WRONG)
        assert f"Tries left: {left}" in kiosk.reads()
    kiosk.type("pin", WRONG)
    assert "Minutes to wait: 15" in kiosk.reads()
    kiosk.type("pin", PIN)
    assert len(kiosk.line.asked) == 5
    kiosk.press("pin.leave")
    kiosk.call_staff()
    assert "Minutes to wait: 15" in kiosk.reads()
    kiosk.press("pin.leave")
    kiosk.clock.now += LOCKED
    kiosk.call_staff()
    assert "Leave the kiosk" in kiosk.reads()


def test_short_presses_or_one_corner_do_not_call_it(kiosk):
    left, right = QPoint(5, 5), QPoint(kiosk.window.width() - 5, 5)
    for corner in (left, right, left, right):
        kiosk.hold(corner, 4)
    kiosk.hold(left, 6)
    kiosk.hold(QPoint(5, kiosk.window.height() - 5), 6)
    kiosk.clock.now += 20
    kiosk.hold(right, 6)
    kiosk.hold(right, 6)
    assert ASKED not in kiosk.reads()


def test_what_stands_in_the_corner_is_not_pressed(kiosk):
    menu = kiosk.stage.find("menu")
    kiosk.hold(QPoint(5, 5), 6)
    kiosk.hold(menu.mapTo(kiosk.window, menu.rect().center()), 6)
    kiosk.press("pin.leave")
    assert "Sleep" in kiosk.reads()


def test_keys_call_it_and_type_the_pin(kiosk):
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    kiosk.key(Qt.Key.Key_F12, held)
    assert ASKED in kiosk.reads()
    for digit in PIN:
        kiosk.key(Qt.Key(ord(digit)))
    kiosk.key(Qt.Key.Key_Return)
    assert "Leave the kiosk" in kiosk.reads()
    kiosk.key(Qt.Key.Key_Down)
    assert kiosk.focused == "staff.end"


def test_it_opens_over_what_is_hidden_and_leads_back_there(kiosk):
    kiosk.press("walk")
    kiosk.press("walk.leave")
    kiosk.call_staff()
    assert "Leave the kiosk" in kiosk.reads()
    kiosk.press("staff.back")
    assert "In use until" in kiosk.reads()
    kiosk.stage.find("walk.1")


def test_it_opens_over_a_page_that_is_broken(kiosk):
    for widget in kiosk.window.findChildren(QWidget):
        widget.setEnabled(False)
        widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    kiosk.window.page.hide()
    kiosk.call_staff()
    assert "Leave the kiosk" in kiosk.reads()


def test_it_closes_by_itself(qapp, qtbot, monkeypatch):
    assert staff.CLOSES == 60
    monkeypatch.setattr(staff, "CLOSES", 0.2)
    with standing() as kiosk:
        kiosk.stage.page("sleep")
        kiosk.call_staff("")
        assert ASKED in kiosk.reads()
        qtbot.waitUntil(lambda: "Sleep" in kiosk.reads())


def test_the_printer_test_is_told(kiosk, monkeypatch):
    stopped = []

    class Test:
        def stop(self):
            stopped.append(True)

    def print_test_page(_site, _catalogue, _parent, tell):
        tell("The test page is being printed.", False)
        return Test()

    monkeypatch.setattr("rls_wizard.ui.kiosk.printer_test.print_test_page", print_test_page)
    kiosk.call_staff()
    kiosk.stage.press("staff.test")
    assert "The test page is being printed." in kiosk.reads()
    kiosk.stage.press("staff.back")
    assert stopped == [True]


def test_a_closed_kiosk_can_be_opened_again(qapp, monkeypatch):
    clock = Clock()
    monkeypatch.setattr(shut, "Line", lambda parent: Line(parent, Tries(site().pin_hash, clock)))
    ended = []

    class Telling(shut.Shut):
        def end(self, how):
            ended.append(how)

    with room_with(PANELS[0]) as stage:
        begin = Begin(site(), Closed.PAUSED)
        window = stage.window
        window.show_page(ClosedPage(begin, stage.catalogue), back=False)
        made = Telling(begin, window)
        made.staff.ask()
        for digit in PIN:
            stage.press(f"pin.{digit}")
        stage.press("pin.done", "staff.open")
        settle()
        made.watch.stop()
        window.may_close = lambda: True
    assert ended == [Ended.DONE]
