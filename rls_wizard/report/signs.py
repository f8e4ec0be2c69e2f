"""What was asked about warning signs: what was denied, and what was taken back later."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from rls_wizard.domain.flags import flag_questions, undenied
from rls_wizard.domain.flow import wording
from rls_wizard.domain.response import NO
from rls_wizard.report.model import Answer
from rls_wizard.report.words import Words, capital

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rls_wizard.content.load import Content
    from rls_wizard.domain.assessment import Assessment
    from rls_wizard.domain.item import Item
    from rls_wizard.domain.response import Response
    from rls_wizard.report.model import Section


class Signs:
    """The warning signs of one person."""

    def __init__(self, content: Content, response: Response, found: Assessment) -> None:
        """Take what was asked and answered, and the flags that were raised."""
        self._content = content
        self._found = found
        self._taken_back = frozenset(response.changed)
        self._words = Words(content, found.logic)

    @cached_property
    def denied(self) -> tuple[Answer, ...]:
        """What was asked and answered no from the start, in the words as asked."""
        kept = (item for item in self._no if item.link_id not in self._taken_back)
        return tuple(self._answer(item, wording(item, self._found.logic)) for item in kept)

    @cached_property
    def changed(self) -> tuple[Answer, ...]:
        """What was answered yes at first, and no later."""
        first = self._content.about.first_yes
        found = (item for item in self._no if item.link_id in self._taken_back)
        answers = (self._answer(item, item.label) for item in found)
        return tuple(a._replace(answer=f"{a.answer} ({first})") for a in answers)

    def marked(self, sections: Iterable[Section]) -> Iterable[Section]:
        """Yield sections in which each changed answer says so."""
        told = {answer.link_id: answer.answer for answer in self.changed}
        for section in sections:
            answers = (a._replace(answer=told.get(a.link_id, a.answer)) for a in section.answers)
            yield section._replace(answers=tuple(answers))

    def told(self, *, box: bool) -> tuple[Answer, ...]:
        """Return what was denied, in few words; in the box, what became of all that was asked."""
        label = self._content.about.flags_label
        if not box:
            names = "; ".join(self._words.few(answer.link_id) for answer in self.denied)
            return (Answer("denied", label, names),) if names else ()
        changed = "; ".join(answer.question for answer in self.changed)
        told = (
            Answer("raised", label, self._raised()),
            Answer("changed", self._content.about.flags_changed, changed),
            Answer("flags", label, self._summary()),
        )
        return tuple(answer for answer in told if answer.answer)

    def _raised(self) -> str:
        """Return the signs that were raised, by name; "no to all" is never "no flags"."""
        asked = flag_questions(self._content.rules)
        behind = (link for found in self._found.red_flags for link in found.because)
        names = dict.fromkeys(self._words.few(link) for link in behind if link in asked)
        return capital("; ".join(names))

    def _summary(self) -> str:
        about = self._content.about
        if undenied(self._content.rules.red_flags, self._found.logic):
            return about.flags_open
        if self._found.red_flags or self.changed:
            return about.flags_others
        return about.flags_denied

    @cached_property
    def _no(self) -> tuple[Item, ...]:
        flags = flag_questions(self._content.rules)
        asked = (item for item in self._content.questionnaire.asked if item.link_id in flags)
        return tuple(i for i in asked if self._found.logic.fact(i.link_id).value == NO)

    def _answer(self, item: Item, question: str) -> Answer:
        fact = self._found.logic.fact(item.link_id)
        return Answer(item.link_id, question, self._words.answer(item, fact))
