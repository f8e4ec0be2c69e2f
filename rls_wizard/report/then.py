"""What was answered at the visit before, in words: raw values with their day (`rules.md` 12)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rls_wizard.domain.again import carried
from rls_wizard.domain.facts import State
from rls_wizard.domain.response import Response
from rls_wizard.report.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rls_wizard.content.load import Content
    from rls_wizard.report.model import Measure

_TOLD = frozenset({State.GIVEN, State.UNKNOWN})


class LastTime:
    """The visit before, as far as the answers of today know of one."""

    def __init__(self, content: Content, response: Response) -> None:
        """Read it as its own day's answers: a question that was not asked then has none."""
        then = response.then
        self.carried = carried(content, response)
        """The questions whose answers are still as they were taken over."""
        self.day = content.about.dates.in_words(then.answered_on) if then else ""
        """In words; empty where there is no visit before."""
        earlier = Response(
            answered_on=then.answered_on if then else response.answered_on,
            answered_by=response.answered_by,
            answers=then.answers if then else {},
        )
        self._questions = content.questionnaire.by_id
        self._logic = content.logic(earlier)
        self._words = Words(content, self._logic)

    def answer(self, link_id: str) -> str:
        """Return what was answered then, "not sure" too; empty where nothing was."""
        fact = self._logic.fact(link_id)
        item = self._questions[link_id]
        return self._words.answer(item, fact) if item.asks and fact.state in _TOLD else ""

    def beside(self, measures: Iterable[Measure]) -> tuple[Measure, ...]:
        """Return measures of today, each with what was answered then."""
        return tuple(measure._replace(then=self.answer(measure.link_id)) for measure in measures)
