"""What must be, worked out by the domain alone: nothing here knows a window.

It is told what the person does, in the words of the questionnaire, and says where that leads, what
is asked there, and what stands written down.
"""

from dataclasses import dataclass

from rls_wizard.domain.again import begin_again
from rls_wizard.domain.assessment import assess
from rls_wizard.domain.fixed import COUNTRY, WELCOME
from rls_wizard.domain.flags import flag_questions
from rls_wizard.domain.flow import missing, path
from rls_wizard.domain.item import Appearance, Item, ItemType
from rls_wizard.domain.questionnaire import walk
from rls_wizard.domain.response import NO, YES, Absent, AnsweredBy, Response
from rls_wizard.domain.rules import Urgency

ASKING = ("welcome", "questions")
LAST = ("review", "result", "summary")


@dataclass(frozen=True)
class Field:
    """One thing to answer; in a list, that of one row."""

    item: Item
    group: Item | None = None
    row: int | None = None

    def __repr__(self):
        return self.name

    @property
    def name(self):
        return self.item.link_id if self.row is None else f"{self.item.link_id}.{self.row}"

    @property
    def key(self):
        return self.item.link_id, self.row


class Model:
    """One person at one window."""

    def __init__(self, content, today, language="en"):
        self.content, self.today, self.language = content, today, language
        self.covered = False
        self.forget()

    def forget(self):
        """Begin as everybody does."""
        self.response = Response(
            answered_on=self.today,
            language=self.language,
            content_version=self.content.about.version,
        )
        self.who, self.aside = "", ""
        self.kept = None
        """The answers as they were on a summary that was saved, or that they came from."""
        self._new_way()

    def _new_way(self):
        self.stop, self.page = "welcome", WELCOME
        self.reviewed = self.changing = False
        self.checked, self.accepted, self.said = set(), set(), {}
        self.drafts, self.removed = {}, {}
        """By page: what was typed and is no answer, and which rows were taken away."""

    # What is known -------------------------------------------------------------------------------

    @property
    def found(self):
        """The assessment of the answers."""
        if getattr(self, "_of", None) is not self.response:
            self._of, self._found = self.response, assess(self.content, self.response)
        return self._found

    @property
    def facts(self):
        return self.found.logic.facts

    @property
    def safe(self):
        """Whether nothing would be lost by forgetting."""
        return not self.response.answers or self.response == self.kept

    @property
    def begun(self):
        first = {item.link_id for item in walk(self._page_named(WELCOME).items)}
        return any(link not in first for link in self.response.answers)

    @property
    def definition(self):
        """The page of questions that is shown; None on any other."""
        return self._page_named(self.page) if self.stop in ASKING else None

    def _page_named(self, name):
        return next(page for page in self.content.pages if page.id == name)

    def _page_of(self, link_id):
        pages = (p for p in self.content.pages for i in walk(p.items) if i.link_id == link_id)
        return next(pages, None)

    # What is asked -------------------------------------------------------------------------------

    def fields(self):
        """Return what can be answered on this page, in order."""
        page = self.definition
        return [field for item in page.items for field in self._inside(item)] if page else []

    def _inside(self, item):
        known = self.facts.get(item.link_id)
        if known is None:
            return
        if item.asks:
            yield Field(item)
        for number, row in enumerate(known.rows):
            for child in item.items:
                if child.link_id in row and not row[child.link_id].follows:
                    yield Field(child, item, number)
        if not item.repeats:
            for child in item.items:
                yield from self._inside(child)

    def groups(self, appearance):
        """Return the groups on this page that are asked for and look like this."""
        items = self.definition.items if self.definition else ()
        groups = (item for item in items if item.type is ItemType.GROUP)
        return [g for g in groups if g.appearance == appearance and g.link_id in self.facts]

    def lists(self):
        """Return the groups on this page that repeat."""
        return [group for group in self.groups(Appearance.PLAIN) if group.repeats]

    def value(self, field):
        if field.row is None:
            return self.response.get(field.item.link_id)
        return self.rows(field.group)[field.row].get(field.item.link_id)

    def rows(self, group):
        value = self.response.get(group.link_id)
        return [dict(row) for row in value] if isinstance(value, tuple) else []

    def draft(self, field):
        return self._drafts.get(field.key)

    @property
    def _drafts(self):
        return self.drafts.setdefault(self.page, {})

    def lacking(self):
        """Return what keeps this page from being left."""
        gaps = missing(self.definition, self.facts) if self.definition else ()
        return [
            field
            for field in self.fields()
            if self.draft(field) is not None
            or (field.item.link_id in gaps and self.value(field) is None)
        ]

    # What is answered ----------------------------------------------------------------------------

    def record(self, link_id, value):
        """Write down; a yes that was checked and becomes a no is remembered."""
        response = self.response.record(link_id, value)
        if value == NO and (link_id, YES) in self.checked:
            self.checked = {pair for pair in self.checked if pair[0] != link_id}
            response = response.take_back(link_id)
        self.response = response

    def answers_for(self, who):
        self.who = who
        self.response = self.response.model_copy(update={"answered_by": AnsweredBy(who)})

    def give(self, field, value):
        """Answer; None takes the answer back."""
        self._drafts.pop(field.key, None)
        self._set(field, value)
        about = field.item.about
        if about and (value is None or isinstance(value, Absent)):
            self.record(about.link_id, None)

    def type_half(self, field, text):
        """Leave something in a field that is no answer."""
        self._set(field, None)
        self._drafts[field.key] = text

    def _set(self, field, value):
        link_id = field.item.link_id
        if field.row is None:
            self.record(link_id, value)
            return
        rows = self.rows(field.group)
        rows[field.row].pop(link_id, None)
        if value is not None:
            rows[field.row][link_id] = value
        self.record(field.group.link_id, tuple(rows))

    def ticked(self, group):
        """Return the lines of a list of ticks that are asked, each with whether it is ticked."""
        asked = [child.link_id for child in group.items if child.link_id in self.facts]
        return {link_id: self.response.get(link_id) == YES for link_id in asked}

    def tick(self, group, link_id):
        """Press a line: once anything is ticked, the rest is a no."""
        ticks = self.ticked(group)
        ticks[link_id] = not ticks[link_id]
        some = any(ticks.values())
        for link, tick in ticks.items():
            self.record(link, (YES if tick else NO) if some else None)

    def tick_none(self, group):
        """Press "None of these"."""
        asked = self.ticked(group)
        all_no = all(self.response.get(link) == NO for link in asked)
        for link_id in asked:
            self.record(link_id, None if all_no else NO)

    def ask_singly(self, group):
        """Press "Not sure about one": what was not ticked was no no."""
        for link_id in self.ticked(group):
            if self.response.get(link_id) == NO:
                self.record(link_id, None)

    # Rows ----------------------------------------------------------------------------------------

    def undoable(self, group):
        """Return what can be put back into a list."""
        return self.removed.setdefault(self.page, {}).setdefault(group.link_id, [])

    def add_row(self, group):
        self.record(group.link_id, (*self.rows(group), {}))

    def remove_row(self, group, number):
        rows = self.rows(group)
        drafts = self._take_drafts(group, number)
        self.undoable(group).append((number, rows.pop(number), drafts))
        self._shift(group, number + 1, -1)
        self.record(group.link_id, tuple(rows) or None)

    def put_back(self, group):
        rows = self.rows(group)
        number, row, drafts = self.undoable(group).pop()
        number = min(number, len(rows))
        rows.insert(number, row)
        self._shift(group, number, 1)
        self._drafts.update({(link, number): text for link, text in drafts.items()})
        self.record(group.link_id, tuple(rows))

    def _take_drafts(self, group, number):
        keys = [(child.link_id, number) for child in group.items]
        return {key[0]: self._drafts.pop(key) for key in keys if key in self._drafts}

    def _shift(self, group, least, by):
        links = {child.link_id for child in group.items}
        self.drafts[self.page] = {
            (link, row + by if link in links and row >= least else row): text
            for (link, row), text in self._drafts.items()
        }

    # The way -------------------------------------------------------------------------------------

    def forward(self):
        """Press Next."""
        if self.stop == "welcome" and self.who and not self.begun:
            self.response = self.response.model_copy(update={"answered_on": self.today})
        if self.stop == "check":
            self._leave_check()
        elif self.stop == "review" and (gap := self._first_gap()):
            self._go(*gap)
        elif not self.lacking() and (self.who or self.stop != "welcome"):
            self._go_on()

    def backward(self):
        """Press Back."""
        if self.aside:
            self.aside = ""
        elif self.changing and self.stop in ASKING:
            self._go("review")
        elif self.stop in {"check", "urgent"}:
            self._go(*self._branched_off())
        else:
            self._go(*self._along(-1))

    def get_seen(self):
        """Say that one gets seen today."""
        self.accepted |= self._urgent_flags()
        self._go_on()

    def change(self, link_id):
        """Go where a question is asked, to change its answer."""
        self.changing = self.changing or self.stop == "review"
        page = self._page_of(link_id)
        self._go(*self._place_of(page) if page else ("welcome", WELCOME))

    def unchecked(self):
        """Return the flag questions to look at once more."""
        because = {
            link
            for flag in self.found.red_flags
            if flag.level.urgent or flag.unsure
            for link in flag.because
        }
        return [
            link
            for link, value in self._standing().items()
            if link in because and (link, value) not in self.checked
        ]

    @property
    def warned(self):
        """Whether something urgent stands above every page."""
        return self.found.urgency.urgent and not self.unchecked()

    @property
    def may_go_on(self):
        """Whether the urgent page can be passed."""
        return self.found.urgency is Urgency.SAME_DAY

    def _leave_check(self):
        asked = self.unchecked()
        if any(link not in self.said for link in asked):
            return
        said = dict(self.said)
        mistakes = [q for q, v in said.items() if (self.response.get(q), v) == (YES, NO)]
        for link_id, value in said.items():
            if link_id in mistakes:
                self._untick(link_id)
            else:
                self.record(link_id, value)
                self.checked.add((link_id, value))
        if mistakes:
            self.change(mistakes[0])
        else:
            self._go_on()

    def _untick(self, link_id):
        """Take a slip of the finger back: the only tick of a list leaves all of it open."""
        groups = (i for p in self.content.pages for i in p.items if i.appearance == "ticks")
        group = next((g for g in groups if link_id in {c.link_id for c in g.items}), None)
        children = [c.link_id for c in group.items] if group else [link_id]
        if any(self.response.get(c) not in (None, NO) for c in children if c != link_id):
            self.record(link_id, NO)
        else:
            for child in children:
                self.record(child, None)

    def _go_on(self):
        here = self.page if self.stop in {*ASKING, "check", "urgent"} else ""
        if self.unchecked():
            self._leave("check", here)
            return
        self.checked |= set(self._standing().items())
        if self._urgent_flags() - self.accepted:
            self._leave("urgent", here)
        elif self.reviewed and self._branched_off()[0] in ASKING:
            self._leave(*self._first_gap() or ("review", ""))
        else:
            self._leave(*self._along(1))

    def _leave(self, stop, page=""):
        """Go on: what was half typed on this page is done with."""
        if self.stop in ASKING:
            self.drafts.pop(self.page, None)
            self.removed.pop(self.page, None)
        self._go(stop, page)

    def _go(self, stop, page=""):
        self.stop, self.page, self.aside = stop, page, ""
        self.said = {}
        self.reviewed = self.reviewed or stop in LAST
        self.changing = self.changing and stop != "review"

    def _branched_off(self):
        if self.stop not in {"check", "urgent"}:
            return self.stop, self.page
        return self._place_of(self._page_named(self.page)) if self.page else ("review", "")

    def _along(self, way):
        """Return the next place on the way, or the one before; the same at the end."""
        every = self._places(self.content.pages)
        asked = {*self._places(path(self.content.questionnaire, self.facts)), every[0]}
        here = self._branched_off()
        at = every.index(here)
        ahead = every[at + 1 :] if way > 0 else every[:at][::-1]
        return next((place for place in ahead if place in asked), here)

    def _places(self, pages):
        return [*map(self._place_of, pages), *((stop, "") for stop in LAST)]

    @staticmethod
    def _place_of(page):
        return ("welcome" if page.id == WELCOME else "questions"), page.id

    def _first_gap(self):
        pages = path(self.content.questionnaire, self.facts)
        return next((self._place_of(p) for p in pages if missing(p, self.facts)), None)

    def _standing(self):
        flags = flag_questions(self.content.rules)
        links = [link for link in self.content.questionnaire.by_id if link in flags]
        values = {link: self.facts[link].value for link in links if link in self.facts}
        return {link: v for link, v in values.items() if v in (YES, Absent.UNKNOWN)}

    def _urgent_flags(self):
        return {f"{f.rule.id} {f.level}" for f in self.found.red_flags if f.level.urgent}

    # Other visits --------------------------------------------------------------------------------

    def take_up(self, earlier):
        """Go on from an earlier summary; the country is that of today, if it was told."""
        whole = earlier.answered_on == self.today
        country = self.response.get(COUNTRY)
        self.who = earlier.answered_by.value if whole else self.who
        response = begin_again(self.content, earlier, self.today).model_copy(
            update={
                "language": self.language,
                "content_version": self.content.about.version,
                "answered_by": AnsweredBy(self.who or "self"),
            }
        )
        self.response = response if country is None else response.record(COUNTRY, country)
        self.kept, self.aside = self.response, ""
        self._new_way()
        self.reviewed = whole

    def speak(self, language):
        self.language = language
        self.response = self.response.model_copy(update={"language": language})
        if self.kept is not None:
            self.kept = self.kept.model_copy(update={"language": language})
