"""Answers a whole case through the real window, to see that an installed program works."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit

from rls_wizard.domain.item import ItemType
from rls_wizard.ui.answers.base import AnswerWidget
from rls_wizard.ui.press import press
from rls_wizard.ui.question_page import QuestionPage
from rls_wizard.ui.summary_page import SummaryPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from rls_wizard.domain.item import Item
    from rls_wizard.ui.window import WizardWindow

_MOST_PAGES = 100
_WATCH_EVERY = 20
_CALM = ("no", "none", "never")
"""Answers that most people give; what else is offered may raise a flag."""


class Walk(QObject):
    """Goes from page to page, one step at a time, as a person who answers everything."""

    finished = Signal(str, int)
    """Why it ended too soon, empty if the summary was saved; and how many pages it saw."""

    def __init__(self, window: WizardWindow) -> None:
        """Take the window, which shows its welcome page."""
        super().__init__(window)
        self._window = window
        self.pages = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)

    def start(self) -> None:
        """Begin; finished tells of the end."""
        press(self._window, "answered_by.self")
        self._timer.start(0)

    def _step(self) -> None:
        page = self._window.page
        if isinstance(page, SummaryPage):
            self._timer.stop()
            self._save()
            return
        fill_window(self._window)
        press(self._window, "next")
        self.pages += 1
        if self._window.page is page or self.pages > _MOST_PAGES:
            self._end(f"page {self.pages} cannot be left")

    def _save(self) -> None:
        press(self._window, "save")
        self._timer = QTimer(self, interval=_WATCH_EVERY)
        self._timer.timeout.connect(self._watch)
        self._timer.start()

    def _watch(self) -> None:
        if _visible(self._window, "save.fault"):
            self._end("the summary could not be saved")
        elif _visible(self._window, "not_made"):
            self._end("the summary cannot be shown")
        elif _visible(self._window, "message") and self._shown():
            self._end("")

    def _shown(self) -> bool:
        page = self._window.page
        return isinstance(page, SummaryPage) and page.preview.drawn

    def _end(self, fault: str) -> None:
        self._timer.stop()
        self.finished.emit(fault, self.pages)


def fill_window(window: WizardWindow) -> None:
    """Answer every question on the screen that has to be answered; answers may bring new ones."""
    page = getattr(window.page, "questions", window.page)
    if not isinstance(page, QuestionPage):
        return
    while lacking := [w for w in page.findChildren(AnswerWidget) if _lacks(w, page)]:
        fill(lacking[0])


def fill(widget: AnswerWidget) -> None:
    """Answer one question with the calmest answer it offers."""
    item = widget.item
    field = widget.findChild(QLineEdit) or widget.findChild(QPlainTextEdit)
    if none := widget.findChild(QAbstractButton, f"{widget.name}.none"):
        none.click()
    elif isinstance(field, QPlainTextEdit):
        field.setPlainText("Self test")
    elif field is not None:
        if item.type is ItemType.DATE:
            press(widget, f"{widget.name}.month.{widget.asking.today.month}")
        field.setText(_typed(widget))
    else:
        press(widget, f"{widget.name}.{_code(item)}")


def _lacks(widget: AnswerWidget, page: QuestionPage) -> bool:
    asks = widget.item.asks or widget.findChild(QAbstractButton, f"{widget.name}.none") is not None
    required = widget.item.required or not widget.item.asks
    return asks and required and widget.isVisibleTo(page) and widget.unanswered()


def _typed(widget: AnswerWidget) -> str:
    item = widget.item
    if item.type is ItemType.DATE:
        return str(widget.asking.today.year)
    if item.type is ItemType.TEXT:
        return "Self test"
    return str(((item.minimum or 0) + (item.maximum or 0)) // 2)


def _code(item: Item) -> str:
    codes = [option.code for option in item.options]
    if not codes:
        return str(((item.minimum or 0) + (item.maximum or 0)) // 2)
    if item.link_id.startswith("core."):
        return codes[0]
    return next((calm for calm in _CALM if calm in codes), codes[0])


def _visible(window: QWidget, name: str) -> bool:
    label = window.findChild(QLabel, name)
    return label is not None and label.isVisible()
