"""One person after another at one computer, as fast as the window lets them."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from rls_wizard.ui.press import press
from rls_wizard.ui.result_page import ResultPage
from rls_wizard.ui.selftest import fill_window
from rls_wizard.ui.summary_page import SummaryPage
from rls_wizard.ui.welcome_page import WelcomePage

ASIDE = ("advice", "words", "settings", "help", "about")
MOST_STEPS = 2_000
SAVES = 10
"""Every so many visits one goes on to the summary, saves it, and ends with "Done"."""
LOOKS = 5
"""Every so many visits, one looks at all that is beside the way, and changes how it looks."""


class Guests(QObject):
    """Visits, one step a turn of the event loop, through what a person presses."""

    left = Signal(int)
    """A visit is over, its answers are deleted; how many there have been."""
    finished = Signal(str)
    """All are over; what went wrong, if anything did."""

    def __init__(self, window, visits, saves=SAVES, looks=LOOKS):
        """Take how many come; every so many visits one saves, and one looks around; 0 for none."""
        super().__init__(window)
        self._window, self._visits = window, visits
        self._saves, self._looks = saves, looks
        self._over = self._steps = 0
        self._way = iter(())
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)

    def start(self):
        self._timer.start(0)

    def _step(self):
        try:
            next(self._way)
        except StopIteration:
            self._next_visit()
        except AssertionError as fault:
            self._end(f"visit {self._over + 1}: {fault}")

    def _next_visit(self):
        if self._steps:
            self._over += 1
            self.left.emit(self._over)
        self._steps = 0
        if self._over == self._visits:
            self._end("")
        else:
            self._way = self._visit(self._over)

    def _end(self, fault):
        self._timer.stop()
        self.finished.emit(fault)

    # What a person does --------------------------------------------------------------------------

    def _visit(self, number):
        saves = self._saves and number % self._saves == 0
        looks = self._looks and number % self._looks == 1
        self._press("answered_by.self")
        if looks:
            yield from self._look_around()
        yield from self._walk_to(SummaryPage if saves else ResultPage, takes_something=looks)
        yield from self._save() if saves else self._delete()

    def _walk_to(self, end, *, takes_something):
        while not isinstance(self._window.page, end):
            if takes_something and self._offered("medicines.any.yes"):
                yield from self._list_a_medicine()
            fill_window(self._window)
            before = self._window.page
            self._press("next")
            yield
            assert self._window.page is not before, f"{before.objectName()} cannot be left"
            self._steps += 1
            assert self._steps < MOST_STEPS, "there is no end"

    def _list_a_medicine(self):
        self._press("medicines.any.yes")
        yield
        self._press("medicines.add")
        yield
        field = self._window.findChild(QLineEdit, "medicines.name.0.value")
        for end in range(len("pramipexole")):
            field.setText("pramipexole"[: end + 1])
            yield
        self._press("medicines.0.remove")
        yield
        self._press("medicines.any.no")
        yield

    def _look_around(self):
        for name in ASIDE:
            self._command(name)
            yield
            self._press("back")
            yield
        for name in ("larger", "smaller", "hide"):
            self._command(name)
            yield
        self._press("lift")
        yield
        for theme in ("dark", "light"):
            self._command("settings")
            yield
            self._press(f"settings.theme.{theme}")
            yield
            self._press("back")
            yield

    def _save(self):
        page = self._window.page
        while not page.preview.drawn:
            assert not self._offered("not_made"), "the summary was not made"
            yield
        self._press("save")
        yield
        self._press("done")
        yield
        assert isinstance(self._window.page, WelcomePage), "the answers are not forgotten"

    def _delete(self):
        self._command("restart")
        yield
        self._press("restart")
        yield
        assert isinstance(self._window.page, WelcomePage), "the answers are not deleted"

    def _press(self, name):
        assert press(self._window, name), f"there is no {name!r}"

    def _command(self, name):
        self._window.findChild(QAction, f"command.{name}").trigger()

    def _offered(self, name):
        found = self._window.findChild(QAbstractButton, name)
        return found is not None and found.isVisibleTo(self._window)
