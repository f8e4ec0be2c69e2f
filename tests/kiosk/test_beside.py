"""The menu on a kiosk and what it leads to: nothing that is the clinic's, and no way out."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication

from rls_wizard.ui.header import Header
from rls_wizard.ui.kiosk.goodbye import GoodbyePage, say_goodbye
from tests.kiosk.rooms import InARoom, site


@pytest.fixture
def open_room(qapp):
    rooms = []

    def open_it(**changes):
        rooms.append(InARoom(site(**changes)))
        return rooms[-1]

    yield open_it
    for room in rooms:
        room.close()


def commands(room):
    return {
        one.objectName().removeprefix("command."): one
        for one in room.window.actions()
        if isinstance(one, QAction)
    }


def opened(room, name):
    """Return all that can be read on a page beside the way, with every chapter open."""
    room.command(name)
    for one in room.window.page.findChildren(QAbstractButton):
        if one.isCheckable() and not one.isChecked():
            one.click()
    return room.reads()


def test_the_menu_is_a_page_and_closes_nothing(open_room):
    room = open_room()
    room.press("menu")
    assert [one for one in QApplication.topLevelWidgets() if one.isVisible()] == [room.window]
    assert "Read all advice" in room.reads()
    assert "Delete my answers" in room.reads()
    assert "Close\n" not in room.reads() + "\n"
    assert "close" not in commands(room)
    keys = {key.toString() for one in commands(room).values() for key in one.shortcuts()}
    assert not keys & {"Ctrl+Q", "Alt+F4"}


def test_the_window_does_not_ask_before_it_closes(open_room):
    room = open_room()
    room.press("answered_by.self")
    room.visit.record({"bother": 5})
    room.window.may_close()
    assert not room.visit.is_aside


def test_settings_are_the_persons_own(open_room):
    room = open_room(sound={"way": "headphones"}, languages=["en"])
    room.command("settings")
    asked = {one.objectName().rpartition(".")[0] for one in room.window.page.findChildren(QObject)}
    assert {"settings.text_size", "settings.theme", "settings.speech"} <= asked
    assert not asked & {"country", "settings.language", "settings.keep"}
    assert not room.window.findChild(QObject, "settings.theme.system")


def test_a_silent_kiosk_offers_no_voice(open_room):
    room = open_room()
    assert not room.offered("aloud")
    assert not {"aloud", "again", "louder", "quieter"} & set(commands(room))
    assert "read aloud" not in opened(room, "settings")
    header = room.window.findChild(Header)
    assert not [one for one in header.buttons if one.objectName() == "aloud"]


def test_a_kiosk_with_headphones_offers_one_and_keys_for_its_volume(open_room):
    room = open_room(sound={"way": "headphones"})
    assert room.offered("aloud")
    assert {"aloud", "again", "louder", "quieter"} <= set(commands(room))


def test_about_names_no_place_on_the_computer_and_no_reports(open_room):
    read = opened(open_room(), "about")
    assert "They are written down only on the page that you print." in read
    assert "Reports of faults" not in read
    assert "are kept in" not in read
    assert "Keys\n" not in read


def test_help_speaks_of_keys_only_where_there_are_some(open_room):
    assert "F1" not in opened(open_room(), "help")
    assert "F1" in opened(open_room(keyboard=True), "help")


def test_help_says_when_all_is_forgotten(open_room):
    read = opened(open_room(times={"quiet": 180}), "help")
    assert "After 3 minutes without a touch" in read
    assert "press \u201cI need to walk\u201d" in read


def test_the_first_picture_shows_nothing_that_goes_once_all_is_loaded():
    shows = """
from PySide6.QtWidgets import QAbstractButton
from rls_wizard.app import Program
from tests.kiosk.rooms import site
program = Program(keep=False, site=site())
def seen():
    buttons = program.window.findChildren(QAbstractButton)
    return {one.objectName() for one in buttons if one.isVisible()}
def look():
    global first
    first = seen()
    program.load()
    program.qt.processEvents()
    assert program.window.findChild(QAbstractButton, "walk") is not None
    print(sorted(first - seen()), "next" in first)
    program.qt.exit()
program.window.painted.connect(look)
program._show()
program.qt.exec()
"""
    done = subprocess.run(
        [sys.executable, "-c", shows], capture_output=True, text=True, check=False
    )
    assert done.stdout.endswith("\n[] True\n"), done.stderr


def test_who_was_here_before_has_the_scanner_only(open_room):
    assert not open_room().offered("earlier")
    room = open_room(scanner=True)
    room.press("earlier")
    assert "Hold the square code on your paper in front of the scanner." in room.reads()
    assert not room.offered("earlier.open")
    assert not room.window.page.acceptDrops()


@pytest.mark.parametrize("wish", ["menu", "urgent page"])
def test_deleting_the_answers_asks_once_and_ends_the_visit(open_room, qtbot, wish):
    room = open_room()
    room.press("answered_by.self")
    room.visit.record({"bother": 5})
    if wish == "menu":
        room.command("restart")
    else:
        room.visit.give_up.emit()
    assert "Delete your answers?" in room.reads()
    with qtbot.waitSignal(room.visit.forgotten):
        room.press("restart")
    assert not room.visit.has_begun


def test_the_end_is_said_and_nothing_can_be_pressed_then(open_room, qtbot):
    room, ended = open_room(), []
    say_goodbye(room.window, lambda: ended.append(True))
    qtbot.waitUntil(lambda: isinstance(room.window.page, GoodbyePage))
    assert "Everything is forgotten." in room.reads()
    seen = [one for one in room.window.findChildren(QAbstractButton) if one.isVisible()]
    assert not seen
    assert not [one for one in room.window.actions() if one.isEnabled()]
    qtbot.waitUntil(lambda: bool(ended))
