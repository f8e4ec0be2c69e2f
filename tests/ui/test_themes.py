"""Every theme, measured on what is drawn: words can be read, edges, states and focus be seen."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from rls_wizard import i18n
from rls_wizard.ui import theme
from rls_wizard.ui.answers.framed import Framed
from rls_wizard.ui.card import Card
from rls_wizard.ui.display import Display, Memory
from rls_wizard.ui.link import LinkRow, Note, PlaceLink, Toggle
from rls_wizard.ui.locked import LockedLine
from rls_wizard.ui.option import CheckOption, RadioOption
from rls_wizard.ui.push import LightButton, PushButton
from rls_wizard.ui.scanner_box import ScannerBox
from rls_wizard.ui.sheets import Sheets
from rls_wizard.ui.tile import Tile
from tests.ui.colours import contrast, runs

ROLE = QPalette.ColorRole
ENGLISH = i18n.load("en")
WORDS, MOST = 7, 15
"""The least contrast of words, and in the theme that is made for it."""


def wrong_field():
    made = Framed(QLineEdit())
    made.set_wrong(True)
    return made


def chosen(made):
    made.setChecked(True)
    return made


OPTIONS = {
    "radio": lambda: RadioOption("yes"),
    "chosen radio": lambda: chosen(RadioOption("yes")),
    "quiet radio": lambda: RadioOption("not sure", quiet=True),
    "check": lambda: CheckOption("left"),
    "chosen check": lambda: chosen(CheckOption("left")),
    "tile": lambda: Tile("7"),
    "chosen tile": lambda: chosen(Tile("7")),
    "link": lambda: LinkRow("Read more"),
    "button": lambda: PushButton("Back"),
    "first button": lambda: PushButton("Next", primary=True),
    "light button": lambda: LightButton("Change"),
}
FIELDS = {
    "field": lambda: Framed(QLineEdit()),
    "field at fault": wrong_field,
    "lines": lambda: Framed(QPlainTextEdit()),
}
BARE = {
    "place": lambda: PlaceLink("Further down"),
    "toggle": lambda: Toggle("Why do you ask?", "why"),
    "lock": lambda: LockedLine("What is private"),
    "scanner": lambda: ScannerBox(ENGLISH),
    "sheets": Sheets,
}
KINDS = OPTIONS | FIELDS | BARE
EDGED = [name for name in OPTIONS | FIELDS if name != "light button"]
GROUNDS = {"page": QWidget, "card": Card, "note": lambda: Note(QWidget())}
themes = pytest.mark.parametrize("name", theme.NAMES)


@pytest.fixture
def shown(qtbot, qapp):
    """Return what shows something beside a button, on a ground, without the focus."""
    windows = []  # Qt does not keep them

    def show(made, ground="page"):
        window = QWidget()
        windows.append(window)
        under = GROUNDS[ground]()
        QVBoxLayout(window).addWidget(under)
        if under.layout() is None:
            QVBoxLayout(under)
        other = PushButton("other")
        line = QHBoxLayout()
        line.addWidget(other)
        line.addWidget(made)
        under.layout().addLayout(line)
        qtbot.addWidget(window)
        window.resize(600, 200)
        with qtbot.waitExposed(window):
            window.show()
        other.setFocus()
        return made

    return show


def across(made):
    """Return the colours along a line from the ground beside something into it, with widths."""
    window = made.window()
    picture = window.grab().toImage()
    edge = made.mapTo(window, QPoint(0, made.height() // 2))
    return runs([picture.pixelColor(edge.x() + x, edge.y()) for x in range(-3, 30)])


def focus(made):
    made.setFocus()
    made.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    assert QApplication.focusWidget() is (made.focusProxy() or made)


def point_at(button):
    middle = QPointF(button.rect().center())
    event = QEnterEvent(middle, middle, QPointF(button.mapToGlobal(middle)))
    QApplication.sendEvent(button, event)
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    button.update()


@themes
def test_words_and_marks_can_be_read_on_every_ground(name):
    palette = theme.palette(name)
    least = MOST if name == theme.CONTRAST else WORDS

    def between(one, other):
        return contrast(palette.color(one), palette.color(other))

    for ground in (ROLE.Window, ROLE.Base, ROLE.AlternateBase, ROLE.Button, ROLE.ToolTipBase):
        for text in (ROLE.Text, ROLE.PlaceholderText, ROLE.BrightText, ROLE.Link):
            assert between(text, ground) >= least, (text, ground)
        for mark in (ROLE.Highlight, ROLE.Mid):
            assert between(mark, ground) >= 3, (mark, ground)
    assert between(ROLE.HighlightedText, ROLE.Highlight) >= least
    assert between(ROLE.Light, ROLE.Shadow) >= least


@themes
def test_nothing_in_the_dark_is_brighter_than_words_need(name):
    """At three in the morning: no ground of any kind that shines."""
    if name == theme.LIGHT:
        return
    palette = theme.palette(name)
    for ground in (ROLE.Window, ROLE.Base, ROLE.AlternateBase, ROLE.Button, ROLE.Shadow):
        assert palette.color(ground).lightnessF() < 0.25, ground


def test_the_night_has_little_blue():
    palette = theme.palette(theme.NIGHT)
    for role in (ROLE.Text, ROLE.PlaceholderText, ROLE.Highlight, ROLE.Window, ROLE.Light):
        colour = palette.color(role)
        assert colour.blueF() <= colour.redF() * 0.7, role


@themes
@pytest.mark.parametrize("kind", EDGED)
def test_the_edge_of_what_is_pressed_can_be_seen(name, kind, shown):
    Display(Memory(theme=name))
    (ground, _), *rest = across(shown(KINDS[kind]()))
    assert max(contrast(colour, ground) for colour, _ in rest[:3]) >= 3


@themes
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("kind", KINDS)
def test_the_focus_is_a_ring_that_stands_out_on_both_sides(name, kind, ground, shown):
    Display(Memory(theme=name))
    made = shown(KINDS[kind](), ground)
    focus(made)
    (outside, _), (ring, width), (inside, gap), *_ = across(made)
    assert width >= 3
    assert gap >= 2
    assert contrast(ring, outside) >= 3
    assert contrast(ring, inside) >= 3


@themes
@pytest.mark.parametrize("kind", [name for name in OPTIONS if "chosen" not in name])
def test_what_is_pointed_at_or_pressed_looks_other(name, kind, shown):
    Display(Memory(theme=name))
    made = shown(KINDS[kind]())
    plain = made.grab().toImage()
    point_at(made)
    pointed = made.grab().toImage()
    assert differs(plain, pointed)
    made.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    made.setDown(True)
    assert differs(plain, made.grab().toImage())


def differs(one, other):
    """Tell whether anything of a picture changed by 3:1 against what it lies on, or was."""
    at = one.height() // 2
    row = [(one.pixelColor(x, at), other.pixelColor(x, at)) for x in range(12)]
    column = [(one.pixelColor(20, y), other.pixelColor(20, y)) for y in range(12)]
    return any(contrast(a, b) >= 3 for a, b in row + column)


@themes
def test_what_cannot_be_pressed_now_can_still_be_read(name, shown):
    Display(Memory(theme=name))
    made = shown(PushButton("Print"))
    made.setEnabled(False)
    picture = made.grab().toImage()
    ground = picture.pixelColor(10, 10)
    inked = [
        picture.pixelColor(x, y)
        for x in range(12, picture.width() - 12)
        for y in range(12, picture.height() - 12)
    ]
    assert max(contrast(colour, ground) for colour in inked) >= WORDS


@themes
def test_what_cannot_wait_is_on_a_red_that_words_stand_out_from(name, window, display):
    display.change(theme=name)
    strip = window.strip
    strip.say("Today", "Call your doctor.")
    picture = strip.grab().toImage()
    ground = picture.pixelColor(3, 3)
    assert ground.redF() > 2 * max(ground.greenF(), ground.blueF())
    inked = [picture.pixelColor(x, y) for x in range(20, 200) for y in range(picture.height())]
    assert max(contrast(colour, ground) for colour in inked) >= WORDS


@themes
def test_the_window_follows_a_change_of_theme(name, window, display, qtbot):
    display.change(theme=theme.LIGHT if name != theme.LIGHT else theme.DARK)
    display.change(theme=name)
    ground = theme.palette(name).color(ROLE.Window)
    shown = [b for b in window.findChildren(QAbstractButton) if b.isVisible()]
    qtbot.waitUntil(lambda: all(b.palette().color(ROLE.Window) == ground for b in shown))
