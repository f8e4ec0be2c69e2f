"""Somebody answers: any question, by any control, with anything that it allows."""

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from tests.model.answers import ASKING
from tests.model.values import absences, odd, values
from tests.model.when import anywhere, when

WHO = ("self", "parent", "carer")


class Answering:
    """The rules of the state machine that answer."""

    @when("welcome")
    @rule(who=st.sampled_from(WHO), keys=st.booleans())
    def choose_who(self, who, keys):
        self.hand.by_keys = keys
        self.hand.press(f"answered_by.{who}")
        self.model.answers_for(who)

    @when(*ASKING)
    @rule(data=st.data(), keys=st.booleans())
    def answer(self, data, keys):
        self._answer_one(data, keys, self.model.fields())

    @when(*ASKING)
    @rule(data=st.data(), keys=st.booleans())
    def change_an_answer(self, data, keys):
        told = [f for f in self.model.fields() if self.model.value(f) is not None]
        self._answer_one(data, keys, told)

    def _answer_one(self, data, keys, among):
        fields = [field for field in among if self._by_itself(field)]
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
        self._say(link_id, data.draw(st.sampled_from(self.model.second_answers(link_id))))

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
