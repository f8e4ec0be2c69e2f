"""Takes an invented person through the real window, from the first page to the saved summary."""

from contextlib import contextmanager

from rls_wizard.ui.answers.base import AnswerWidget
from rls_wizard.ui.route import Stop
from tests.walks.telling import steps

MOST_PAGES = 60


class Walker:
    """Answers page after page as one person does, with one kind of hand."""

    def __init__(self, hand, visit, visitor):
        self.hand, self.visit, self.visitor = hand, visit, visitor
        self.meanwhile = {}
        """What to do once a page is answered, before leaving it, by the id of the page."""
        self.apologies = 0
        """How often the program said that something went wrong."""

    @property
    def answers(self):
        return dict(self.visit.response.answers)

    @property
    def place(self):
        return self.visit.place

    def begin(self):
        self.hand.press(f"answered_by.{self.visitor.who}")
        self.answer_page()
        self.hand.go_on()

    def walk_to(self, stop):
        """Answer every page before a stop."""
        for _ in range(MOST_PAGES):
            if self.place.stop is stop:
                return
            self.pass_page()
        raise AssertionError(f"{self.hand.where()}: there is no end")

    def pass_page(self):
        """Answer what the page asks and go on, after a fault once more, as one is told then."""
        here, apologies = self.place, self.apologies
        self._answer_and_go_on()
        if self.place == here and self.apologies > apologies:
            self._answer_and_go_on()
        assert self.place != here, f"{self.hand.where()}: it cannot be left"

    def _answer_and_go_on(self):
        here = self.place
        if here.stop is Stop.URGENT:
            self.hand.press("go_on")
        else:
            self.answer_page()
            self.meanwhile.pop(here.page, lambda: None)()
            self.hand.go_on()
        self._read_apology()

    def answer_page(self):
        """Answer what is not answered yet; an answer may bring a new question."""
        told = set()
        while asked := [w for w in self._asked() if w.name not in told]:
            told.add(asked[0].name)
            for step in steps(asked[0].item, self.visitor.answers):
                self.do(*step)
                self._read_apology()

    def do(self, name, text=None):
        """Press a control, or write in it."""
        if text is not None:
            self.hand.write(name, text)
            return
        if not self.hand.offered(name):
            # One likely answer is shown first, the others on demand.
            self.hand.press(f"{name.rpartition('.')[0]}.more")
        self.hand.press(name)

    def change(self, link_id, value):
        """Change an answer from the review, and come back to it."""
        assert self.place.stop is Stop.REVIEW
        self.hand.press(f"{link_id}.change")
        for step in steps(self.visit.pages.content.questionnaire.by_id[link_id], {link_id: value}):
            self.do(*step)
        self.hand.go_on()
        assert self.place.stop is Stop.REVIEW, f"{self.hand.where()}: not back at the review"

    def choose_setting(self, name):
        """Choose something on the settings page, and come back."""
        with self._losing_nothing():
            self.hand.command("settings")
            self.hand.press(f"settings.{name}")
            self.hand.go_back()

    def press_often(self, name, times):
        """Press a button that is on every page."""
        with self._losing_nothing():
            for _ in range(times):
                self.hand.press(name)

    def there_and_back(self, pages):
        """Go back some pages, and forth again."""
        with self._losing_nothing():
            for _ in range(pages):
                self.hand.go_back()
            for _ in range(pages):
                self.hand.go_on()

    def _read_apology(self):
        if self.hand.offered("fault.go_on"):
            self.hand.press("fault.go_on")
            self.apologies += 1

    @contextmanager
    def _losing_nothing(self):
        before = self.answers, self.place
        yield
        assert (self.answers, self.place) == before, self.hand.where()

    def _asked(self):
        widgets = self.visit.parent().page.findChildren(AnswerWidget)
        return [w for w in widgets if w.isVisible() and not w.asking.suffix and w.unanswered()]
