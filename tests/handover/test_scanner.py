"""A scanner that types, into a real line, on computers of several countries."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from rls_wizard.handover.digits import framed
from rls_wizard.handover.scanner import digits_of

DIGITS = framed("1234567890" * 20)
KEYS = "1234567890"
LAYOUTS = {
    "American": KEYS,
    "French": "&é\"'(-è_çà",
    "Czech": "+ěščřžýáíé",
    "Slovak": "+ľščťžýáíé",
    "Hungarian": "123456789ö",
    "Lithuanian": "ąčęėįšųū90",
    "Belgian": "&é\"'(§è!çà",
    "bépo": '"«»()@+-/*',
    "shift": "!@#$%^&*()",
    "Arabic": "١٢٣٤٥٦٧٨٩٠",
    "Persian": "۱۲۳۴۵۶۷۸۹۰",
    "full width": "".join(chr(0xFF10 + int(key)) for key in KEYS),
}


def typed(digits, layout):
    return digits.translate(str.maketrans(KEYS, layout))


@pytest.fixture
def line(qtbot):
    made = QLineEdit()
    qtbot.addWidget(made)
    made.show()
    return made


def press(line, text):
    for one in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, one)
            QApplication.sendEvent(line, event)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_scanner_types_into_a_line_on_any_layout(line, layout):
    press(line, typed(DIGITS, LAYOUTS[layout]))
    assert len(line.text()) == len(DIGITS)
    assert digits_of(line.text()) == DIGITS


@pytest.mark.parametrize("around", ["{}\r", "{}\t\n", "]Q1{}", "]Q1{}\r\n", "  {}  ", "$A&{}"])
def test_what_scanners_add_is_left_out(around):
    assert digits_of(around.format(DIGITS)) == DIGITS


def test_digits_copied_in_groups_are_read():
    groups = " ".join(DIGITS[n : n + 5] for n in range(0, len(DIGITS), 5))
    assert digits_of(groups) == DIGITS


@pytest.mark.parametrize(
    "typed",
    ["", "a", DIGITS[:-1], DIGITS[1:], DIGITS * 2, DIGITS[::-1], "]Q1", "é" * 99],
)
def test_what_is_no_code_gives_nothing(typed):
    assert digits_of(typed) == ""
