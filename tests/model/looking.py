"""Somebody looks beside the way, changes what the program looks like, or hides it."""

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule
from PySide6.QtCore import Qt

from tests.model.hand import breathe
from tests.model.when import SELDOM, anywhere

SIZES = ((1024, 600), (640, 480), (1920, 1080), (800, 420))
ASIDE = ("advice", "words", "settings", "help", "about")
SETTINGS = ("language", "theme", "text_size", "speech", "keep")
KEYS_IN_VAIN = (Qt.Key.Key_1, Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_F1)


class Looking:
    """The rules of the state machine that are not about the visit."""

    @anywhere()
    @rule(name=st.sampled_from(ASIDE), stay=SELDOM)
    def look_beside(self, name, stay):
        self.hand.command(name)
        self.model.aside = name
        self._come_back(stay)

    @anywhere()
    @rule(data=st.data(), name=st.sampled_from(SETTINGS), stay=SELDOM)
    def choose_a_setting(self, data, name, stay):
        self.hand.by_keys = False
        self.hand.command("settings")
        self.model.aside = "settings"
        code = data.draw(st.sampled_from(self.seen.options(f"settings.{name}")))
        self.hand.press(code)
        if name == "language":
            self.model.speak(code.rpartition(".")[2])
        elif name == "keep":
            self.model.keeps = code.endswith(".yes")
        self._come_back(stay)

    def _come_back(self, stay):
        self.agree()
        if not stay:
            self.go_back(key=True)

    @anywhere()
    @rule(name=st.sampled_from(["larger", "smaller"]))
    def change_size(self, name):
        self.hand.by_keys = False
        self.hand.press(name)

    @rule(size=st.sampled_from(SIZES))
    def resize(self, size):
        self.window.resize(*size)
        breathe()

    @anywhere()
    @rule(keys=st.lists(st.sampled_from(KEYS_IN_VAIN), max_size=4), stay=SELDOM)
    def hide(self, keys, stay):
        """Cover the window; keys answer nothing then."""
        self.hand.command("hide")
        self.model.covered = True
        for key in keys:
            self.hand.key(key)
        self.agree()
        if not stay:
            self.lift()

    @precondition(lambda self: self.model.covered)
    @rule()
    def lift(self):
        self.hand.by_keys = False
        self.hand.press("lift")
        self.model.covered = False
