"""Nobody gets out of the window, and nothing gets in."""

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QContextMenuEvent,
    QDropEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMenu

from rls_wizard.ui.kiosk.lock import allows
from tests.gallery.stage import settle
from tests.kiosk import escape
from tests.kiosk.standing import standing

K, M = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def kiosk(qapp):
    with standing() as made:
        made.stage.page("about_you")
        made.window.showFullScreen()
        settle()
        yield made


def press(key, held=M.NoModifier, text=""):
    return QKeyEvent(QEvent.Type.KeyPress, key, held, text)


@pytest.mark.parametrize(
    ("key", "held"),
    [
        (K.Key_F4, M.AltModifier), (K.Key_Q, M.ControlModifier), (K.Key_F11, M.NoModifier),
        (K.Key_W, M.ControlModifier), (K.Key_N, M.ControlModifier), (K.Key_O, M.ControlModifier),
        (K.Key_P, M.ControlModifier), (K.Key_S, M.ControlModifier), (K.Key_Tab, M.AltModifier),
        (K.Key_Tab, M.ControlModifier), (K.Key_Escape, M.ControlModifier),
        (K.Key_D, M.MetaModifier),
        (K.Key_Space, M.AltModifier), (K.Key_F10, M.NoModifier), (K.Key_F10, M.ShiftModifier),
        (K.Key_Menu, M.NoModifier), (K.Key_Print, M.NoModifier), (K.Key_Print, M.AltModifier),
        (K.Key_C, M.ControlModifier), (K.Key_X, M.ControlModifier), (K.Key_V, M.ControlModifier),
        (K.Key_Insert, M.ShiftModifier), (K.Key_Insert, M.ControlModifier),
        (K.Key_Super_L, M.NoModifier), (K.Key_Launch0, M.NoModifier), (K.Key_F5, M.NoModifier),
        (K.Key_F12, M.NoModifier), (K.Key_PowerOff, M.NoModifier), (K.Key_Left, M.MetaModifier),
        (K.Key_Delete, M.ControlModifier | M.AltModifier), (K.Key_F1, M.ControlModifier),
    ],
)  # fmt: skip
def test_keys_that_could_lead_out_do_nothing(key, held):
    assert not allows(press(key, held))


@pytest.mark.parametrize(
    ("key", "held", "text"),
    [
        (K.Key_Tab, M.NoModifier, "\t"), (K.Key_Down, M.NoModifier, ""),
        (K.Key_Return, M.NoModifier, "\r"), (K.Key_Escape, M.NoModifier, "\x1b"),
        (K.Key_A, M.NoModifier, "a"), (K.Key_A, M.ShiftModifier, "A"),
        (K.Key_At, M.ControlModifier | M.AltModifier, "@"), (K.Key_1, M.KeypadModifier, "1"),
        (K.Key_Dead_Acute, M.NoModifier, ""), (K.Key_F1, M.NoModifier, ""),
        (K.Key_Plus, M.ControlModifier, "+"), (K.Key_Left, M.AltModifier, ""),
        (K.Key_Control, M.ControlModifier, ""), (K.Key_Shift, M.ShiftModifier, ""),
        (K.Key_Backtab, M.ShiftModifier, ""),
    ],
)  # fmt: skip
def test_keys_that_people_need_work(key, held, text):
    assert allows(press(key, held, text))


def test_no_shortcut_that_somebody_adds_gets_a_key(kiosk):
    done = []
    action = QAction(kiosk.window)
    action.setShortcuts(["Ctrl+Q", "F11", "Ctrl+W"])
    action.triggered.connect(lambda: done.append(True))
    kiosk.window.addAction(action)
    for key, held in ((K.Key_Q, M.ControlModifier), (K.Key_F11, M.NoModifier)):
        kiosk.key(key, held)
    assert done == []
    kiosk.room.watch.stop()
    kiosk.key(K.Key_Q, M.ControlModifier)
    assert done == [True]  # so the key had come


@pytest.mark.parametrize("how", ["close", "alt_f4", "quit", "all", "event"])
def test_the_window_is_not_closed(kiosk, how):
    match how:
        case "close":
            kiosk.window.close()
        case "alt_f4":
            kiosk.window.windowHandle().close()
        case "quit":
            QApplication.sendEvent(QApplication.instance(), QEvent(QEvent.Type.Quit))
        case "all":
            QApplication.closeAllWindows()
        case "event":
            QApplication.sendEvent(kiosk.window, QCloseEvent())
    settle()
    assert kiosk.window.isVisible()
    assert kiosk.ended == []


@pytest.mark.parametrize("how", ["showNormal", "showMinimized", "showMaximized", "hide", "lower"])
def test_it_takes_the_screen_back(kiosk, qtbot, how):
    getattr(kiosk.window, how)()
    qtbot.waitUntil(lambda: escape.faults(kiosk.window) == [])


def test_another_window_is_closed_at_once(kiosk, qtbot):
    others = (QLabel("other"), QMenu(), QFileDialog(kiosk.window))
    for other in others:
        other.show()
        qtbot.waitUntil(lambda other=other: not other.isVisible())
    assert escape.faults(kiosk.window) == []


def test_no_menu_tip_or_drop(kiosk):
    field = kiosk.stage.find("age.value")
    where = QPoint(5, 5)
    QApplication.sendEvent(field, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, where))
    QApplication.sendEvent(field, QHelpEvent(QEvent.Type.ToolTip, where, where))
    data = QMimeData()
    data.setText("44")
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    QApplication.sendEvent(field, QDropEvent(QPointF(where), copy, data, left, M.NoModifier))
    settle()
    assert escape.faults(kiosk.window) == []
    assert field.text() == ""


def test_other_buttons_of_a_mouse_neither_paste_nor_press(kiosk):
    board = QGuiApplication.clipboard()
    board.setText("44")
    field = kiosk.stage.find("age.value")
    at = field.mapTo(kiosk.window, field.rect().center())
    for button in (Qt.MouseButton.MiddleButton, Qt.MouseButton.RightButton):
        QTest.mouseClick(kiosk.window.windowHandle(), button, M.NoModifier, at)
    settle()
    board.clear()
    assert field.text() == ""
    assert escape.faults(kiosk.window) == []


def test_a_long_press_opens_nothing(kiosk):
    for at in (QPoint(300, 300), QPoint(2, 400), QPoint(640, 790)):
        kiosk.hold(at, 10)
    assert escape.faults(kiosk.window) == []
    assert kiosk.window.covered_by is None


def test_whoever_tries_everything_does_not_get_out(qapp):
    found = escape.run(events=400, seed=9)
    assert found.faults == []
    assert sum(found.done.values()) == 400


def test_the_look_for_a_way_out_would_find_one(kiosk, qtbot):
    kiosk.room.watch.stop()
    other = QLabel("other")
    other.show()

    def found():
        # Anew each time: the lock may have been about to take the screen back.
        kiosk.window.showNormal()
        return [fault.split(":")[0] for fault in escape.faults(kiosk.window)]

    qtbot.waitUntil(lambda: found() == ["not the whole screen", "another window"])
    other.close()
