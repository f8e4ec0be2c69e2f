"""Number keys choose an option of the question one is at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
)

from rls_wizard.ui.announce import announce
from rls_wizard.ui.option import Row
from rls_wizard.ui.order import controls
from rls_wizard.ui.tile import Tile
from rls_wizard.ui.words import QuestionBox

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from rls_wizard.ui.window import WizardWindow

_MOST = 9
"""Options that have a key: those after the ninth have none."""
_TYPED = (QLineEdit, QPlainTextEdit)
_CHOSEN = (QRadioButton, QCheckBox)
_ANSWERS = (*_TYPED, *_CHOSEN)


class NumberKeys:
    """Shows which key chooses what, while keys are used, and chooses."""

    def __init__(self, window: WizardWindow) -> None:
        """Begin with nothing typed."""
        self._window = window
        self._typed = ""
        self._typed_at = ""
        """The name of what had the focus then."""
        self._since = QElapsedTimer()
        self._told = False

    def show(self, question: QWidget | None) -> None:
        """Show the numbers of a question, and no others."""
        numbered = options(question) if question else {}
        numbers = {option: number for number, option in numbered.items()}
        for button in self._window.page.findChildren(QAbstractButton):
            if isinstance(button, Row):
                button.set_number(numbers.get(button, ""))
        if numbered and not self._told:
            self._told = True
            announce(self._window, self._window.catalogue("Number keys choose an answer, too."))

    def press(self, digit: str, focused: QWidget | None) -> bool:
        """Choose what has this number; tell whether there is anything to choose."""
        page = self._window.page
        if len(digit) != 1 or not (digit.isascii() and digit.isdecimal()):
            return False
        if focused is None or not page.isAncestorOf(focused):
            return False
        question = question_of(focused, page) or _first_below(focused, page)
        numbered = options(question) if question else {}
        number = self._number(digit, numbered, focused.objectName() == self._typed_at)
        option = numbered.get(number)
        self._typed_at = (option or focused).objectName()
        if option is None:
            return False
        option.setFocus()
        # What is chosen stays so: typed twice by a shaking hand, it would be taken back.
        if isinstance(option, QCheckBox) or not option.isChecked():
            option.click()
        return True

    def _number(self, digit: str, numbered: Mapping[str, QAbstractButton], here: bool) -> str:
        """Return what was typed: 1 and then 0 quickly is 10; slowly, 0 is a better answer.

        So it is, however quickly, where the person has moved on: `here` tells that they have not.
        """
        quick = (
            here
            and self._since.isValid()
            and (self._since.elapsed() < QApplication.keyboardInputInterval())
        )
        longer = self._typed + digit if quick else digit
        self._typed = longer if longer in numbered else digit
        self._since.start()
        return self._typed


def question_of(widget: QWidget | None, page: QWidget) -> QuestionBox | None:
    """Return the innermost question that something on a page stands in."""
    while widget is not None and widget is not page:
        if isinstance(widget, QuestionBox):
            return widget
        widget = widget.parentWidget()
    return None


def options(question: QWidget) -> dict[str, QAbstractButton]:
    """Return the options of a question by the number that chooses each.

    On a scale or a clock that is the number they stand for. Where something can be typed there are
    none: it would be typed there.
    """
    inside = [c for c in controls(question, single=True) if question_of(c, question) is None]
    if any(isinstance(control, _TYPED) for control in inside):
        return {}
    if tiles := [control for control in inside if isinstance(control, Tile)]:
        return {str(tile.group().id(tile)): tile for tile in tiles if tile.group()}
    found = [c for c in inside if isinstance(c, _CHOSEN)]
    return {str(number): option for number, option in enumerate(found[:_MOST], 1)}


def _first_below(heading: QWidget, page: QWidget) -> QuestionBox | None:
    """Return the first question on a page, for who is still above it."""
    found = list(controls(page, single=True))
    first = next((control for control in found if isinstance(control, _ANSWERS)), None)
    if first is None or heading not in found or found.index(heading) > found.index(first):
        return None
    return question_of(first, page)
