"""Somebody goes on and back, and answers what has to be answered on the way."""

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule
from PySide6.QtCore import Qt

from tests.model.answers import ASKING
from tests.model.hand import KEYS, breathe
from tests.model.values import calm
from tests.model.when import anywhere, when

MOST_FIELDS, MOST_PAGES = 80, 12


class Going:
    """The rules of the state machine that lead from page to page."""

    @anywhere()
    @precondition(lambda self: self.seen.offered("next"))
    @rule(key=st.booleans())
    def go_on(self, key):
        self._next(key)

    def _next(self, key=False):
        if key:
            self.hand.key(Qt.Key.Key_Right, KEYS.AltModifier)
            breathe()
        else:
            self.hand.by_keys = False
            self.hand.press("next")
        self.model.forward()

    @anywhere()
    @precondition(lambda self: self.seen.offered("back"))
    @rule(key=st.booleans())
    def go_back(self, key):
        if key:
            self.hand.key(Qt.Key.Key_Left, KEYS.AltModifier)
            breathe()
        else:
            self.hand.by_keys = False
            self.hand.press("back")
        self.model.backward()

    @when(*ASKING)
    @precondition(lambda self: self.seen.offered("back"))
    @rule(key=st.booleans())
    def go_back_and_forth(self, key):
        self.go_back(key)
        self.agree()
        if self.seen.offered("next"):
            self._next(key)

    @when(*ASKING)
    @rule(data=st.data(), pages=st.integers(1, 4))
    def answer_pages(self, data, pages):
        """Answer what has to be answered, and go on, as most people do."""
        self._answer_pages(data, pages)

    @when(*ASKING)
    @rule(data=st.data())
    def answer_a_page(self, data):
        self._answer_pages(data, 1)

    def _answer_pages(self, data, pages):
        for _ in range(pages):
            self.hand.by_keys = False
            if self.model.stop in ASKING:
                self._answer_page(data)
            elif not self.seen.offered("next"):
                return
            self._next()
            self.agree()

    @when(*ASKING, "check", "urgent", "review", "result")
    @rule(data=st.data())
    def hurry(self, data):
        """Go on as far as one comes, with a yes to all that is asked once more."""
        for _ in range(MOST_PAGES):
            if self.model.stop == "check":
                for link_id in self.model.unchecked():
                    self._say(link_id, self.model.second_answers(link_id)[0])
            if self.model.stop in {*ASKING, "check", "review", "result"}:
                self._answer_pages(data, 1)
            elif self.model.stop == "urgent" and self.model.may_go_on:
                self.get_seen(keys=True)
            else:
                return

    def _answer_page(self, data):
        if not self.model.who:
            self.choose_who("self", False)
        for _ in range(MOST_FIELDS):
            lacking = self.model.lacking()
            if not lacking:
                return
            self._answer_calmly(lacking[0], data)
        raise AssertionError("there is no end of questions")

    def _answer_calmly(self, field, data):
        item = field.item
        for group in self.model.groups("ticks"):
            if item in group.items and self.seen.is_list(group):
                self.hand.press(f"{group.link_id}.none")
                self.model.tick_none(group)
                return
        if item.type == "group":
            self.hand.press(f"{item.link_id}.none")
            self.model.give(field, ())
            return
        self._give(field, data.draw(calm(item, self.model.response.answered_on)))

    @when("urgent")
    @precondition(lambda self: self.model.may_go_on)
    @rule(keys=st.booleans())
    def get_seen(self, keys):
        self.hand.by_keys = keys
        self.hand.press("go_on")
        self.model.get_seen()

    @when("review", "result")
    @rule(data=st.data())
    def change(self, data):
        ends = [(name, end) for end in (".change", ".missing") for name in self.seen.names(end)]
        if ends:
            link_id, end = data.draw(st.sampled_from(ends))
            self.hand.by_keys = False
            self.hand.press(f"{link_id}{end}")
            self.model.change(link_id)
