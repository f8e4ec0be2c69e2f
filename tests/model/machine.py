"""Somebody does anything that can be done, and each time window and model must agree."""

from collections import Counter
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from PySide6.QtCore import Qt

from rls_wizard import i18n
from rls_wizard.handover.answer_file import read, write
from rls_wizard.handover.earlier import Earlier, pack
from rls_wizard.settings import Settings
from rls_wizard.ui import loading, saving
from tests.gallery.cover import complete
from tests.gallery.stage import Stage, spoken, told
from tests.model.compare import agree
from tests.model.hand import KEYS, Hand, breathe
from tests.model.model import ASKING, Model
from tests.model.seen import Seen
from tests.model.values import absences, calm, odd, values
from tests.model.watch import watching

SIZES = ((1024, 600), (640, 480), (1920, 1080), (800, 420))
ASIDE = ("advice", "words", "settings", "help", "about")
WHO = ("self", "parent", "carer")
SETTINGS = ("language", "theme", "text_size", "speech")
KEYS_IN_VAIN = (Qt.Key.Key_1, Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_F1)
SELDOM = st.sampled_from([False, False, False, True])
MOST_FIELDS, MOST_PAGES = 80, 12
NO_PICTURES = ["sh", "-c", "cat >/dev/null"]


def when(*stops):
    """Let a rule apply where the person is at one of these stops, with nothing over it."""
    return precondition(
        lambda self: not self.model.covered and not self.model.aside and self.model.stop in stops
    )


def anywhere():
    return precondition(lambda self: not self.model.covered)


class Visits(RuleBasedStateMachine):
    """Visit after visit at one computer."""

    seen_at: ClassVar = Counter()
    """How many steps ended at each place."""

    def __init__(self):
        super().__init__()
        self._watching = watching()
        self.faults = self._watching.__enter__()
        self._folder = TemporaryDirectory(prefix="model-")
        self.stage = None

    @initialize(data=st.data(), real=st.sampled_from([False] * 15 + [True]), told=st.booleans())
    def open(self, data, real, told):
        """Open the window; few times the real child makes the summary, and often all is told."""
        self.real = real
        self._open()
        if told:
            self._load(data, days=0)

    def _open(self, look=None):
        """Open the window, with the settings that were kept, if any were."""
        look = look or Settings(theme="light", country="gb")
        self.stage = Stage(look.language, look.theme, look.text_size)
        self.stage.display.keep(look)
        self._put_children()
        self.visit = self.stage.visit
        self.window = self.stage.window
        self.hand, self.seen = Hand(self.window), Seen(self.window)
        self.model = Model(spoken("en")[0], self.stage.today, self.stage.catalogue.language)

    def _put_children(self):
        self.stage.replace(i18n, "languages", lambda: ("en", "qps"))
        if not self.real:
            pdf = Path(self._folder.name) / "stub.pdf"
            pdf.write_bytes(b"%PDF-1.4 stub")
            command = ["sh", "-c", f"cat >/dev/null; cat {pdf}"]
            self.stage.replace(saving, "summary_command", lambda _folder: command)
            self.stage.replace(saving, "draw_command", lambda: NO_PICTURES)

    def teardown(self):
        if self.stage is not None:
            self.stage.close()
        self._folder.cleanup()
        self._watching.__exit__(None, None, None)

    # Answers -------------------------------------------------------------------------------------

    @when("welcome")
    @rule(who=st.sampled_from(WHO), keys=st.booleans())
    def choose_who(self, who, keys):
        self.hand.by_keys = keys
        self.hand.press(f"answered_by.{who}")
        self.model.answers_for(who)

    @when(*ASKING)
    @rule(data=st.data(), keys=st.booleans())
    def answer(self, data, keys):
        self._answer_one(data, keys)

    @when(*ASKING)
    @rule(data=st.data(), keys=st.booleans())
    def answer_another(self, data, keys):
        self._answer_one(data, keys)

    def _answer_one(self, data, keys):
        fields = [f for f in self.model.fields() if self._by_itself(f)]
        if not fields:
            return
        self.hand.by_keys = keys
        field = data.draw(st.sampled_from(fields))
        value = data.draw(values(field.item, self.model.response.answered_on, self._now(field)))
        self._give(field, value)

    def _give(self, field, value):
        if value != self.model.value(field) or self.model.draft(field) is not None:
            self.hand.give(field, value)
            self.model.give(field, value)

    def _now(self, field):
        return self.model.value(field) if self.model.draft(field) is None else ""

    def _by_itself(self, field):
        """Tell whether a question has controls of its own."""
        if field.item.found_by or field.item.type == "group":
            return False
        lists = [g for g in self.model.groups("ticks") if self.seen.is_list(g)]
        return field.item.link_id not in {child.link_id for g in lists for child in g.items}

    @when("questions")
    @rule(data=st.data())
    def type_half(self, data):
        today = self.model.response.answered_on
        fields = [f for f in self.model.fields() if odd(f.item, today) is not None]
        if not fields:
            return
        field = data.draw(st.sampled_from(fields))
        text = data.draw(odd(field.item, today))
        self.hand.open_row(field)
        if isinstance(text, tuple):
            month, year = text
            self.hand.date(field.name, f"{year}-{month}" if month else year)
        else:
            self.hand.write(field.name, text)
        self.model.type_half(field, text)

    @when("questions")
    @rule(data=st.data(), keys=st.booleans())
    def tick(self, data, keys):
        groups = [g for g in self.model.groups("ticks") if self.seen.is_list(g)]
        if not groups:
            return
        self.hand.by_keys = keys
        group = data.draw(st.sampled_from(groups))
        line = data.draw(st.sampled_from([*self.model.ticked(group), "none", "unsure"]))
        if line == "none":
            self.hand.press(f"{group.link_id}.none")
            self.model.tick_none(group)
        elif line == "unsure":
            self.hand.press(f"{group.link_id}.unsure")
            self.model.ask_singly(group)
        else:
            self.hand.press(f"{line}.yes")
            self.model.tick(group, line)

    @when("questions")
    @precondition(lambda self: self.model.lists())
    @rule(data=st.data(), keys=st.booleans())
    def change_rows(self, data, keys):
        self.hand.by_keys = keys
        group = data.draw(st.sampled_from(self.model.lists()))
        rows, name = range(len(self.model.rows(group))), group.link_id
        deeds = ["add", "remove", "fold"] if rows else ["add", "instead"]
        deeds += ["undo"] if self.model.undoable(group) else []
        match data.draw(st.sampled_from(deeds)):
            case "add":
                self.hand.press(f"{name}.add")
                self.model.add_row(group)
            case "undo":
                self.hand.press(f"{name}.undo")
                self.model.put_back(group)
            case "remove":
                row = data.draw(st.sampled_from(rows))
                self.hand.press(f"{name}.{row}.remove")
                self.model.remove_row(group, row)
            case "fold":
                row = data.draw(st.sampled_from(rows))
                done = self.seen.is_open(group, row)
                self.hand.press(f"{name}.{row}.{'done' if done else 'change'}")
            case "instead":
                self._instead(group, data)

    def _instead(self, group, data):
        field = next(f for f in self.model.fields() if f.item is group)
        code = data.draw(st.sampled_from(["none", *absences(group)]))
        value = () if code == "none" else code
        self.hand.press(f"{group.link_id}.{code}")
        self.model.give(field, None if self.model.value(field) == value else value)

    @when("questions")
    @rule(data=st.data())
    def confirm_what_it_contains(self, data):
        fields = [f for f in self.model.fields() if f.item.found_by]
        ticks = [(f, tick) for f in fields for tick in self.seen.options(f.name)]
        if not ticks:
            return
        field, tick = data.draw(st.sampled_from(ticks))
        codes = tuple(tick.removeprefix(f"{field.name}.").split("+"))
        before = self.model.value(field) or ()
        ticked = set(codes) <= set(before)
        self.hand.by_keys = False
        self.hand.press(tick)
        rest = tuple(code for code in before if code not in codes)
        self.model.give(field, (rest or None) if ticked else (*rest, *codes))

    @when("check")
    @rule(data=st.data(), keys=st.booleans())
    def look_again(self, data, keys):
        self.hand.by_keys = keys
        link_id = data.draw(st.sampled_from(self.model.unchecked()))
        item = self.model.content.questionnaire.by_id[link_id]
        away = absences(item) + [a for a in ["asked-unknown"] if not absences(item)]
        said = data.draw(st.sampled_from(["yes", "no", *away]))
        self._say(link_id, said)

    def _say(self, link_id, said):
        self.hand.press(f"{link_id}.{said}")
        self.model.said[link_id] = said

    @anywhere()
    @rule(data=st.data())
    def open_a_help_text(self, data):
        if toggles := self.seen.toggles():
            name = data.draw(st.sampled_from(toggles))
            self.hand.by_keys = False
            self.hand.press(name)

    # The way -------------------------------------------------------------------------------------

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
                    self._say(link_id, "yes")
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

    # Around --------------------------------------------------------------------------------------

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

    # From visit to visit -------------------------------------------------------------------------

    @when("welcome")
    @rule(data=st.data(), days=st.sampled_from([0, 14]), use=st.booleans())
    def load_an_earlier_summary(self, data, days, use):
        self._load(data, days, use)

    def _load(self, data, days, use=True):
        self.hand.by_keys = False
        name = data.draw(st.sampled_from(complete()))
        answered_on = self.stage.today - timedelta(days=days)
        earlier = told(name).model_copy(update={"answered_on": answered_on})
        file = Path(self._folder.name) / "found.json"
        file.write_bytes(pack(Earlier(earlier)))
        self.stage.replace(loading, "earlier_command", lambda *_, code=False: ["cat", str(file)])
        self.hand.press("earlier")
        self.hand.press("earlier.open")
        self.stage.wait(lambda: self.seen.offered("earlier.use"))
        self.hand.press("earlier.use" if use else "earlier.leave")
        if use:
            self.model.take_up(earlier)

    @when("summary")
    @rule()
    def save(self):
        self.hand.by_keys = False
        self.hand.press("save")
        self.stage.wait(lambda: self.seen.offered("message"))
        self.model.kept = self.model.response

    @anywhere()
    @rule(sure=SELDOM)
    def start_again(self, sure):
        self.hand.by_keys = False
        self.hand.command("restart")
        if not self.seen.offered("stay"):
            assert self.model.safe, "answers were forgotten unasked"
        elif sure:
            self.hand.press("restart")
        else:
            self.model.aside = "restart"
            return
        self.model.forget()

    @when("summary")
    @rule(sure=SELDOM)
    def be_done(self, sure):
        self.hand.by_keys = False
        self.hand.press("done")
        if not self.seen.offered("done.no"):
            assert self.model.safe, "answers were forgotten unasked"
        elif sure:
            self.hand.press("done.yes")
        else:
            self.hand.press("done.no")
            return
        self.model.forget()

    @rule(sure=SELDOM)
    def close(self, sure):
        """Close the window, and open it again."""
        self.hand.by_keys = False
        self.window.close()
        breathe()
        if self.window.isVisible():
            self.model.covered, self.model.aside = False, "closing"
            if not sure:
                return
            self.hand.press("leave")
        else:
            assert self.model.safe, "answers were lost unasked"
        assert not self.window.isVisible()
        look = self.stage.display.settings
        self.stage.close()
        self._open(look)

    def _where(self):
        model = self.model
        by_the_way = model.stop if model.stop not in ASKING else model.page
        return "cover" if model.covered else model.aside or by_the_way

    # What must be --------------------------------------------------------------------------------

    @invariant()
    def agree(self):
        if self.stage is None:
            return
        self.seen_at[self._where()] += 1
        breathe()
        assert not self.faults, self.faults[0]
        agree(self.model, self.visit, self.seen)
        response = self.visit.response
        assert read(write(response), self.model.content, self.stage.today) == response
