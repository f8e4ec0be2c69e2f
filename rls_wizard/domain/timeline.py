"""What happened when, as told: dates in order, nothing that is read into them (`rules.md` 12)."""

from __future__ import annotations

from collections import ChainMap
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from rls_wizard.domain.facts import NOT_ASKED, State
from rls_wizard.domain.values import text_given

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from rls_wizard.domain.dated import Span
    from rls_wizard.domain.facts import Fact
    from rls_wizard.domain.item import Item
    from rls_wizard.domain.questionnaire import Questionnaire

VISIT = "visit"
"""Stands for a link id at the last event, the visit itself."""

_COUNTED_WELL = 104
"""Nobody knows the month of what was more weeks ago; 520 weeks means: ten years."""


class Event(NamedTuple):
    """One date that was told.

    A date is as recorded: "2019", "2019-03" or "2019-03-14", as much of it as the person knows.
    """

    link_id: str
    first: str
    """The date; of a span its beginning, empty if nobody knows that."""
    last: str = ""
    """Of a span its end."""
    about: bool = False
    """Whether it is only about right."""
    row: int | None = None
    """Of a list, the entry in which it was told."""

    @property
    def begins(self) -> tuple[int, int, int]:
        """Year, month and day by which events are ordered: the first on which it may have been.

        Of a span whose beginning nobody knows, it is the first day of its end.
        """
        year, month, day = (*map(int, (self.first or self.last).split("-")), 1, 1)[:3]
        return year, month, day


def timeline(
    questionnaire: Questionnaire, facts: Mapping[str, Fact], answered_on: date
) -> tuple[Event, ...]:
    """Return what has a date, in order, the visit last; nothing if only the visit has one.

    A span, "more than a year ago", is there for dates to be seen against it. What happened at the
    same time stays in the order of asking.
    """
    events: list[Event] = []
    for item in questionnaire.by_id.values():
        events += _events(item, facts, answered_on)
        for number, row in enumerate(facts.get(item.link_id, NOT_ASKED).rows):
            seen = ChainMap(dict(row), dict(facts))
            inside = (event for child in item.items for event in _events(child, seen, answered_on))
            events += (event._replace(row=number) for event in inside)
    if all(event.last for event in events):
        return ()
    visit = Event(VISIT, str(answered_on))
    return (*sorted(events, key=lambda event: event.begins), visit)


def _events(item: Item, facts: Mapping[str, Fact], answered_on: date) -> Iterator[Event]:
    """Yield the event that an item tells of, if it tells of any."""
    known = facts.get(item.link_id, NOT_ASKED)
    if item.timeline is None or known.state is State.NOT_ASKED:
        return
    if isinstance(known.value, int):
        yield _counted(item, known.value, answered_on)
    elif known.state is State.GIVEN:
        yield _dated(item, known, facts)
    elif item.timeline.unknown:
        yield from _spanned(item, item.timeline.unknown, facts, answered_on)


def _dated(item: Item, known: Fact, facts: Mapping[str, Fact]) -> Event:
    tick = facts.get(item.about.link_id, NOT_ASKED) if item.about else NOT_ASKED
    about = tick.state is State.GIVEN
    return Event(item.link_id, text_given(known.value), about=about)


def _counted(item: Item, weeks: int, answered_on: date) -> Event:
    """Return the event that was so many weeks before the visit."""
    day = answered_on - timedelta(weeks=weeks)
    told = f"{day:%Y-%m}" if weeks <= _COUNTED_WELL else f"{day:%Y}"
    return Event(item.link_id, told, about=True)


def _spanned(
    item: Item, span: Span, facts: Mapping[str, Fact], answered_on: date
) -> Iterator[Event]:
    """Yield what an answer like "more than a year ago" says of a date that is not known."""
    code = text_given(facts.get(span.question, NOT_ASKED).value)
    if code in span.months:
        latest, *earliest = (_before(answered_on, number) for number in span.months[code])
        yield Event(item.link_id, "".join(earliest), last=latest)


def _before(day: date, months: int) -> str:
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return f"{year}-{month + 1:02}"
