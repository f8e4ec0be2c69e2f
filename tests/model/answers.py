"""What stands written down, and what is asked: worked out by the domain alone.

It is told what the person does, in the words of the questionnaire. Nothing here knows a window.
"""

from dataclasses import dataclass

from rls_wizard.domain.assessment import assess
from rls_wizard.domain.fixed import WELCOME
from rls_wizard.domain.flow import missing
from rls_wizard.domain.item import Appearance, Item, ItemType
from rls_wizard.domain.questionnaire import walk
from rls_wizard.domain.response import NO, YES, Absent, AnsweredBy

ASKING = ("welcome", "questions")


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


class Answers:
    """The answers of one person, and the page on which they are given."""

    def __init__(self, content, today, language):
        self.content, self.today, self.language = content, today, language

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
