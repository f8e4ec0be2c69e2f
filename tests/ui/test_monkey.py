"""Somebody who presses and types anything, anywhere: no fault, and no answer that cannot be."""

import random
from datetime import date

import pytest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit

from rls_wizard.handover.answer_file import read, write
from rls_wizard.i18n import load
from rls_wizard.ui.route import Stop
from rls_wizard.ui.selftest import fill_window

TODAY = date(2026, 11, 22)
STEPS = 45
SIZES = [(1024, 600), (640, 480), (1920, 1080)]
TYPED = [
    "mirtazapine",
    "Night Nurse",
    "2019",
    "7",
    "-1",
    "nan",
    "1e5",
    "12,5",
    "\u202eabc",
    "\0",
    "  ",
]


class Monkey:
    """Does something on the page, the same things for the same seed."""

    def __init__(self, seed, visit):
        self._dice, self._visit, self._window = random.Random(seed), visit, visit.parent()

    def act(self):
        """Do one thing; answer a page and go on more often, to see many pages."""
        if self._visit.is_aside:
            self._visit.close_aside()
        elif self._visit.place.stop is Stop.URGENT:
            self._press("go_on")
        else:
            deeds = [self._press_anything, self._type_anything, self._go_on, self._change_size]
            self._dice.choices(deeds, (5, 3, 3, 1))[0]()

    def _go_on(self):
        fill_window(self._window)
        self._press("next")

    def _press(self, name):
        for button in self._seen(QAbstractButton):
            if button.objectName() == name:
                button.click()
                return

    def _press_anything(self):
        buttons = self._seen(QAbstractButton)
        self._dice.choice(buttons).click()

    def _type_anything(self):
        fields = self._seen(QLineEdit) + self._seen(QPlainTextEdit)
        if fields:
            field = self._dice.choice(fields)
            field.selectAll()
            (field.insert if isinstance(field, QLineEdit) else field.insertPlainText)(
                self._dice.choice(TYPED)
            )

    def _change_size(self):
        self._window.resize(*self._dice.choice(SIZES))

    def _seen(self, kind):
        found = self._window.findChildren(kind)
        return [w for w in found if w.isVisibleTo(self._window) and w.isEnabled()]


@pytest.mark.parametrize("seed", [1, 2])
def test_nothing_that_is_pressed_or_typed_is_a_fault(open_visit, content, qapp, seed):
    visit = open_visit(content, speak=lambda language: (content, load(language)))
    monkey, seen = Monkey(seed, visit), set()
    for _ in range(STEPS):
        monkey.act()
        qapp.processEvents()
        seen.add(visit.place)
        told = visit.response
        assert read(write(told), content, TODAY) == told
    visit.rebuild()
    assert visit.response == told
    assert len(seen) > 4
