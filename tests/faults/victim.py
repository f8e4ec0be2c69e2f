"""A person at the real window, in a process that is killed at any moment; tells what was answered.

It is forked from a process that has all imported and read already, so that a start takes a third of
a second. Each line it tells is a JSON object with one key, see `Victim`.
"""

import json
import os
import random

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QWidget

from rls_wizard import app
from rls_wizard.handover.answer_file import as_object
from rls_wizard.ui.answers.base import AnswerWidget
from rls_wizard.ui.press import press
from rls_wizard.ui.question_page import QuestionPage
from rls_wizard.ui.review_page import ReviewPage
from rls_wizard.ui.selftest import fill

SLOWEST = 0.08
"""The longest pause between two answers, in seconds; people take longer."""
_FASTEST = 0.02


class Victim:
    """Continues the visit it finds, or deletes it, and answers from page to page until the end.

    It tells `started` with the files it finds in its folder; `next`, a question or a page, before
    it answers or goes on; `given`, all answers so far, once it has; `deleting` before, and
    `deleted` after it has deleted all; and begins anew.
    """

    def __init__(self, out, folder, seed, *, delete):
        self._out, self._folder, self._delete = out, folder, delete
        self._dice = random.Random(seed)
        self._program = app.Program()
        self._window = self._program.window
        self._told = None
        self._next = QTimer(singleShot=True)
        self._next.timeout.connect(self._step)

    def run(self):
        self._program.run(lambda: QTimer.singleShot(0, self._begin))

    def _tell(self, **what):
        os.write(self._out, json.dumps(what).encode() + b"\n")

    def _begin(self):
        # Around the visit is set up by an event that came before this one.
        self._visit = self._program._visit  # noqa: SLF001
        self._tell(started=sorted(path.name for path in self._folder.glob("*")))
        if self._offered("unfinished.go_on"):
            if self._delete:
                self._tell(deleting=True)
                press(self._window, "unfinished.delete")
                press(self._window, "unfinished.sure")
                self._tell(deleted=True)
            else:
                press(self._window, "unfinished.go_on")
        self._tell(given=self._answers())
        self._next.start()

    def _step(self):
        self._next.setInterval(0)
        page = self._window.page
        page = getattr(page, "questions", None) or page
        if isinstance(page, ReviewPage):
            self._forget()
        elif lacking := self._lacking(page):
            self._answer(lacking)
        else:
            self._go_on()
        self._next.start()

    def _lacking(self, page):
        """Return a question of the page without an answer; most can be left out, and are not."""
        if not isinstance(page, QuestionPage):
            return None
        open_ = [w for w in page.findChildren(AnswerWidget) if w.isVisibleTo(page)]
        return next((w for w in open_ if _can_be_filled(w) and w.unanswered()), None)

    def _answer(self, widget):
        self._tell(next=widget.name)
        fill(widget)
        self._tell(given=self._answers())
        self._next.setInterval(round(self._dice.uniform(_FASTEST, SLOWEST) * 1_000))

    def _go_on(self):
        self._tell(next=type(self._window.page).__name__)
        for name in ("answered_by.self", "go_on", "next"):
            if self._offered(name):
                press(self._window, name)
        if (state := self._answers()) != self._told:
            self._tell(given=state)
            self._told = state

    def _forget(self):
        self._tell(deleting=True)
        self._window.findChild(object, "command.restart").trigger()
        press(self._window, "restart")
        self._tell(deleted=True)

    def _offered(self, name):
        found = self._window.findChild(QWidget, name)
        return found is not None and found.isVisibleTo(self._window)

    def _answers(self):
        return as_object(self._visit.response)["answers"]


def _can_be_filled(widget):
    return widget.item.asks or widget.findChild(QAbstractButton, f"{widget.name}.none") is not None
