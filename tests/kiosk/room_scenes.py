"""Pages that only a kiosk has, as scenes."""

from functools import partial

from PySide6.QtWidgets import QPlainTextEdit

from rls_wizard.kiosk.talk import Begin, Closed
from rls_wizard.ui.kiosk.closed_page import ClosedPage
from rls_wizard.ui.kiosk.idle import StillThere
from rls_wizard.ui.kiosk.keyboard import Keyboard
from rls_wizard.ui.kiosk.staff import AskPin, Post, StaffMenu
from rls_wizard.ui.kiosk.walk import Away, Remember
from tests.gallery.scenes import Scene
from tests.gallery.stage import settle

_UNTIL = "10:42"


def room_scenes(site):
    """Return them all, of a kiosk with these settings."""
    covers = {
        "still-there": lambda _, _window: StillThere(_, 60, 360),
        "pin": lambda _, _window: AskPin(_),
        "staff": lambda _, window: StaffMenu(Post(window, None, None, None, site), _),
        "remember": lambda _, _window: Remember("4711", _UNTIL, _),
        "away": lambda _, _window: Away(_UNTIL, _),
    }
    closed = [
        Scene(f"room.closed-{why}", partial(_closed, _begin(site, why)))
        for why in (Closed.CRASHED, Closed.EXPIRED, Closed.SETUP)
    ]
    return [
        Scene("room.menu", _menu),
        Scene("room.letters", _letters),
        *(Scene(f"room.{name}", partial(_covered, make)) for name, make in covers.items()),
        *closed,
    ]


def _menu(stage):
    assert stage.visit
    stage.press("menu")


def _letters(stage):
    stage.tell("A sample visit")
    stage.page("your_questions")
    Keyboard(stage.window)
    stage.window.page.findChild(QPlainTextEdit).setFocus()
    settle()
    assert stage.offered("keyboard")


def _covered(make, stage):
    assert stage.visit
    stage.window.cover(make(stage.catalogue, stage.window))


def _begin(site, why):
    return Begin(site, why, faults=("kiosk.toml: country: is missing",))


def _closed(begin, stage):
    stage.window.header.hide()
    stage.window.show_page(ClosedPage(begin, stage.catalogue), back=False)
