"""What stands on the clinician's page: answers under titles, in columns, or in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rls_wizard.domain.facts import NOT_ASKED, OPEN, State
from rls_wizard.domain.response import NO, YES
from rls_wizard.report.model import Answer, Section
from rls_wizard.report.words import Words, capital

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from rls_wizard.content.load import Content
    from rls_wizard.domain.conditions import Logic
    from rls_wizard.domain.facts import Fact
    from rls_wizard.domain.item import Item
    from rls_wizard.domain.paper import PaperEntries, PaperRow, PaperSection
    from rls_wizard.report.signs import Signs

    Facts = Mapping[str, Fact]


class Paper:
    """The clinician's page of one person, as `paper.toml` has it."""

    def __init__(self, content: Content, logic: Logic, signs: Signs) -> None:
        """Take what became of the questions, and of the warning signs."""
        self._content = content
        self._names = content.paper_names
        self._items = content.questionnaire.by_id
        self._logic = logic
        self._signs = signs
        self._words = Words(content, logic)

    def sections(self, *, box: bool) -> Iterator[Section]:
        """Yield the lines of the box, or the sections below it, that have something to tell."""
        for section in self._content.paper:
            if section.box is box:
                lines = tuple(self._lines(section.table.rows)) if section.table else ()
                head = section.table.head if section.table and lines else ()
                if answers := lines or tuple(self._answers(section)):
                    yield Section(
                        section.title,
                        answers,
                        head=head,
                        scales=section.scales,
                        small=section.denied,
                    )

    def _answers(self, section: PaperSection) -> Iterator[Answer]:
        if section.signs:
            yield from self._signs.told(box=section.box)
        if entries := section.entries:
            rows = self._logic.fact(entries.group).rows
            if rows:
                yield Answer(entries.group, section.title, self._line(entries, rows))
                return
        told = [link_id for link_id in section.items if not self._words.skipped(link_id)]
        if section.entries and all(self._unasked(q) for q in told):
            # The short way asks for no list: silence would read like "none".
            yield Answer(section.entries.group, section.title, section.entries.unasked)
        for link_id in told:
            yield from self._unticked(link_id) if section.denied else self._told(link_id)

    def _unasked(self, link_id: str) -> bool:
        return self._logic.fact(link_id).state is State.NOT_ASKED

    def _told(self, link_id: str) -> Iterator[Answer]:
        """Yield an answer; with the names that clinicians know, where there are any."""
        item, fact = self._items[link_id], self._logic.fact(link_id)
        named = capital(self._named(item, fact))
        aside = fact.value == NO or fact.state is not State.GIVEN
        for answer in self._words.answers([link_id]):
            called = self._words.called(link_id)
            yield answer._replace(question=called, answer=named or answer.answer, aside=aside)

    def _unticked(self, link_id: str) -> Iterator[Answer]:
        """Yield what was asked in a list of ticks, and was not ticked."""
        item, fact = self._items[link_id], self._logic.fact(link_id)
        if not isinstance(fact.value, tuple):
            return
        offered = (o.code for o in item.options if o.offered and not o.exclusive)
        names = [self._name(item, code) for code in offered if code not in fact.value]
        if names:
            yield Answer(link_id, self._words.called(link_id), "; ".join(names))

    def _line(self, entries: PaperEntries, rows: Sequence[Facts]) -> str:
        """Return the entries answered yes, and those left open; else that there is none."""
        asked = [(row, row[entries.yes_to]) for row in rows if entries.yes_to in row]
        hits = [self._entry(entries.items, row) for row, known in asked if known.value == YES]
        first = entries.items[:1]
        unsure = [self._cell(first, row) for row, known in asked if known.state in OPEN]
        if unsure:
            hits.append(entries.unsure.format(names=", ".join(unsure)))
        return "; ".join(hits) or (entries.nothing if asked else entries.unasked)

    def _entry(self, link_ids: Sequence[str], row: Facts) -> str:
        name, *others = (self._given(link_id, row) for link_id in link_ids)
        details = ", ".join(text for text in others if text and text.lower() != name.lower())
        return f"{name} ({details})" if details else name

    def _lines(self, rows: Iterable[PaperRow]) -> Iterator[Answer]:
        """Yield the lines of a table, each also in one run of words."""
        for row in rows:
            entries = self._logic.fact(row.group).rows if row.group else (self._logic.facts,)
            item = self._items[row.called or row.group or row.cells[0][0]]
            for facts in entries:
                if self._told_of(row.cells[0], facts):
                    cells = tuple(self._cell(links, facts) for links in row.cells)
                    said = "; ".join(filter(None, cells))
                    called = self._words.called(item.link_id)
                    named = (called,) if row.called else ()
                    yield Answer(item.link_id, called, said, (*named, *cells))

    def _told_of(self, link_ids: Iterable[str], facts: Facts) -> bool:
        """Tell whether there is something to say: what may be skipped may have been."""
        return any(
            self._items[link_id].required or facts[link_id].state is not State.PENDING
            for link_id in link_ids
            if link_id in facts
        )

    def _cell(self, link_ids: Sequence[str], facts: Facts) -> str:
        """Return what was told of some questions; else why there is nothing."""
        given = dict.fromkeys(filter(None, (self._given(link_id, facts) for link_id in link_ids)))
        if given:
            return "; ".join(given)
        words = self._content.about.answers
        open_ = [link_id for link_id in link_ids if link_id in facts]
        if not open_:
            return words["not-asked"] if link_ids else ""
        item, fact = self._items[open_[-1]], facts[open_[-1]]
        if fact.state is State.PENDING and not item.required:
            return self._words.left_open
        return self._words.answer(item, fact, facts)

    def _given(self, link_id: str, facts: Facts) -> str:
        """Return an answer; nothing where none was given."""
        item, fact = self._items[link_id], facts.get(link_id, NOT_ASKED)
        if fact.state is not State.GIVEN:
            return ""
        return self._named(item, fact) or self._words.answer(item, fact, facts)

    def _named(self, item: Item, fact: Fact) -> str:
        """Return chosen answers by the names that clinicians know; nothing where there are none."""
        if item.link_id not in self._names.options or fact.state is not State.GIVEN:
            return ""
        codes = fact.value if isinstance(fact.value, tuple) else (fact.value,)
        return "; ".join(dict.fromkeys(self._name(item, str(code)) for code in codes))

    def _name(self, item: Item, code: str) -> str:
        option = item.option(code)
        text = option.text if option else code
        return self._names.options.get(item.link_id, {}).get(code, text)
