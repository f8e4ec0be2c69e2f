"""The time line in words."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rls_wizard.domain.facts import PENDING, State
from rls_wizard.domain.timeline import VISIT, timeline
from rls_wizard.report.model import Moment, Timeline
from rls_wizard.report.words import Words, capital

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from rls_wizard.content.load import Content
    from rls_wizard.domain.conditions import Logic
    from rls_wizard.domain.timeline import Event


def told_timeline(content: Content, logic: Logic, answered_on: date) -> Timeline:
    """Return what happened when; events with the same date in words stand together."""
    events = timeline(content.questionnaire, logic.facts, answered_on)
    if not events:
        return Timeline()
    teller = _Teller(content, logic)
    together = [(date, list(same)) for date, same in groupby(events, key=teller.date)]
    following = [*(same for _, same in together[1:]), None]
    moments = tuple(
        Moment(
            date,
            tuple(teller.words(event) for event in same),
            far=after is not None and _far(same[0], after[0]),
        )
        for (date, same), after in zip(together, following, strict=True)
    )
    return Timeline(moments, content.about.timeline.note)


def _far(event: Event, after: Event) -> bool:
    """Tell whether more than a year passes."""
    year, *day = event.begins
    return after.begins > (year + 1, *day)


class _Teller:
    def __init__(self, content: Content, logic: Logic) -> None:
        self._content = content
        self._logic = logic
        self._words = Words(content, logic)

    def date(self, event: Event) -> str:
        """Return the date in words, with a capital, for it stands by itself."""
        return capital(self._date(event))

    def _date(self, event: Event) -> str:
        dates = self._content.about.dates
        first, last = (dates.in_words(told) if told else "" for told in (event.first, event.last))
        if first and last:
            return dates.between.format(first=first, last=last)
        if last:
            return dates.before.format(date=last)
        return dates.about.format(date=first) if event.about else first

    def words(self, event: Event) -> str:
        """Return what it is called; a sign before an answer that was left out goes with it."""
        if event.link_id == VISIT:
            return self._content.about.timeline.visit
        told = self._content.questionnaire.by_id[event.link_id].timeline
        filled = self._words.fill(told.text if told else "", own=dict(self._beside(event)))
        return " ".join(filled.split()).strip(" :,;")

    def _beside(self, event: Event) -> Iterator[tuple[str, str]]:
        """Yield the answers of the entry in which it was told; of one left out, nothing."""
        group = self._content.questionnaire.group_of.get(event.link_id)
        if group is None or event.row is None:
            return
        row = self._logic.fact(group.link_id).rows[event.row]
        for child in group.items:
            known = row.get(child.link_id, PENDING)
            told = known.state is not State.PENDING
            yield child.link_id, self._words.answer(child, known, row) if told else ""
