"""Faults in where things stand: text that is cut, what lies over another, outside, or too small."""

import re
from itertools import combinations
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from rls_wizard.ui.answers.framed import Framed
from tests.gallery.ink import lines_of

CUT, OVERLAP, OUTSIDE, SMALL, LOW = "cut", "overlapping", "outside", "too small", "low contrast"
KINDS = (CUT, OVERLAP, OUTSIDE, SMALL, LOW)
LEAST = 44
"""The least width and height of what is pressed, in pixels."""
ROOM = 0.4
"""The least share of the window that is left for the page."""
_SLACK = 1.5
"""Pixels by which a rounded metric may be off."""
_BLANK = re.compile(r"[\s\u00a0\u200b\u200e\u200f\u2028&]+")
UNSEEN = " \u00a0\u200b"
"""What leaves no ink."""
_FAR = 1e6
"""A field to write in shows the part of its text where somebody writes."""


class Fault(NamedTuple):
    """What is wrong with a widget."""

    kind: str
    said: str


def faults(window):
    """Return what is wrong with where things stand in a window, also below the fold."""
    seen = [w for w in window.findChildren(QWidget) if w.isVisible() and w.window() is window]
    found = [fault for widget in (window, *seen) for fault in _cut(widget)]
    for parent in (window, *seen):
        if not isinstance(parent, QAbstractScrollArea):
            found += _among(parent)
    found += [fault for widget in seen for fault in _too_small(widget)]
    return found + _sideways(window) + list(_bar(window))


def named(widget):
    """Return what to call a widget in a report."""
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    owner = widget
    while not owner.objectName() and owner.parentWidget():
        owner = owner.parentWidget()
    return (
        f"{type(widget).__name__} {widget.objectName() or 'in ' + owner.objectName()} {text[:40]!r}"
    )


# Text ---------------------------------------------------------------------------------------------


def _cut(widget):
    lines = lines_of(widget)
    room = QRectF(widget.rect()).adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK)
    if isinstance(widget, QLineEdit):
        room.adjust(-_FAR, 0, _FAR, 0)
    if isinstance(widget.parent(), QPlainTextEdit):
        return
    for line in lines:
        if line.text.strip(UNSEEN) and not room.contains(_inked(line)):
            yield Fault(CUT, f"{named(widget)}: {line.text!r}")
    yield from _left_out(widget, lines)


def _inked(line):
    """Return the box without blanks at the end of the line, which need no room."""
    blank = len(line.text) - len(line.text.strip())
    share = blank / max(len(line.text), 1)
    box = QRectF(line.box)
    if blank:
        box.adjust(share * box.width(), 0, -share * box.width(), 0)
    return box


def _words(widget):
    """Return what a widget is to draw in words, as far as it tells."""
    if isinstance(widget, QMenu):
        actions = [action for action in widget.actions() if not action.isSeparator()]
        native = QKeySequence.SequenceFormat.NativeText
        keys = [action.shortcut().toString(native) for action in actions]
        return "".join([action.text() for action in actions] + keys)
    return widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""


def _left_out(widget, lines):
    wanted = sorted(_BLANK.sub("", _words(widget)))
    drawn = sorted(_BLANK.sub("", "".join(line.text for line in lines)))
    if lines and len(drawn) < len(wanted):
        yield Fault(CUT, f"{named(widget)}: not all of it is drawn")
    elif wanted and not lines:
        yield Fault(CUT, f"{named(widget)}: nothing of it is drawn")


# Places -------------------------------------------------------------------------------------------


def _among(parent):
    """Return which children of one widget stand outside it, or lie over each other."""
    children = [c for c in parent.children() if isinstance(c, QWidget) and c.isVisible()]
    children = [c for c in children if not c.isWindow() and not c.size().isEmpty()]
    scrolls = isinstance(parent.parent(), QAbstractScrollArea)
    for child in children:
        if not scrolls and not parent.rect().contains(child.geometry()):
            yield Fault(OUTSIDE, f"{named(child)}: {_numbers(child.geometry())}")
    for one, other in combinations(children, 2):
        if one.geometry().intersects(other.geometry()):
            yield Fault(OVERLAP, f"{named(one)} and {named(other)}")


def _numbers(box: QRect):
    return f"{box.x()}, {box.y()}, {box.width()} x {box.height()}"


def _sideways(window):
    """Return which pages are wider than the room for them."""
    areas = [area for area in window.findChildren(QScrollArea) if area.isVisible()]
    wide = [area for area in areas if area.horizontalScrollBar().maximum()]
    return [Fault(OUTSIDE, f"{named(area)} is wider than its room") for area in wide]


def _too_small(widget):
    pressed = isinstance(widget, QAbstractButton | QLineEdit | QPlainTextEdit)
    if pressed and widget.isEnabled():
        # A press on its frame is one on the field.
        target = widget.parentWidget() if isinstance(widget.parent(), Framed) else widget
        if min(target.width(), target.height()) < LEAST:
            yield Fault(SMALL, f"{named(widget)}: {_numbers(target.geometry())}")


def _bar(window):
    """Return what of Back and Next, where they are offered, is not wholly seen."""
    for name in ("back", "next"):
        button = window.findChild(QAbstractButton, name)
        if button is not None and button.isVisible():
            corner = button.mapTo(window, button.rect().topLeft())
            if not window.rect().contains(QRect(corner, button.size())):
                yield Fault(OUTSIDE, f"{named(button)} is not in the window")


def crowded(window, size):
    """Return what is wrong if a window leaves too little for the page, or cannot be so small."""
    if (window.width(), window.height()) != size:
        yield Fault(OUTSIDE, f"the window is {window.width()} x {window.height()}")
    for area in window.findChildren(QScrollArea):
        room = area.viewport().height() / window.height()
        if area.isVisible() and room < ROOM:
            yield Fault(OUTSIDE, f"{room:.0%} of the window is left for the page")
