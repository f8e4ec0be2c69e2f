"""Every answer for the person to look at again, in the order of the way."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rls_wizard.domain.again import carried
from rls_wizard.domain.facts import State
from rls_wizard.domain.fixed import PERMISSION
from rls_wizard.domain.flags import flag_questions
from rls_wizard.domain.flow import wording
from rls_wizard.domain.item import Appearance, ItemType
from rls_wizard.domain.questionnaire import walk
from rls_wizard.domain.response import YES, Absent
from rls_wizard.report.model import Answer, Check, Checks, Review
from rls_wizard.report.signs import Signs
from rls_wizard.report.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rls_wizard.content.load import Content
    from rls_wizard.domain.assessment import Assessment
    from rls_wizard.domain.conditions import Logic
    from rls_wizard.domain.item import Item
    from rls_wizard.domain.questionnaire import Page
    from rls_wizard.domain.response import Response


def review(content: Content, response: Response, found: Assessment) -> Review:
    """Return what the review page shows."""
    return _Reviewer(content, response, found).review()


def as_asked(content: Content, logic: Logic, answers: Iterable[Answer]) -> tuple[Answer, ...]:
    """Return answers with each question in the words that the person is asked.

    A question about a list ("Do you have any of these?") stands behind the name of the list.
    """
    questions = content.questionnaire

    def asked(link_id: str) -> str:
        item = questions.by_id[link_id]
        text, around = wording(item, logic), questions.group_of.get(link_id, item)
        return f"{around.label}: {text}" if around.repeats else text

    return tuple(answer._replace(question=asked(answer.link_id)) for answer in answers)


class _Reviewer:
    def __init__(self, content: Content, response: Response, found: Assessment) -> None:
        self._content = content
        self._response = response
        self._found = found
        self._logic = found.logic
        self._words = Words(content, found.logic)
        self._carried = carried(content, response)
        self._flags = flag_questions(content.rules)
        signs = Signs(content, response, found)
        self._denied = {answer.link_id: answer.question for answer in signs.denied}
        self._changed = {answer.link_id: answer.answer for answer in signs.changed}

    def review(self) -> Review:
        return Review(
            answered_by=self._response.answered_by.value,
            sections=tuple(self._sections()),
            gaps=as_asked(self._content, self._logic, self._named(self._gaps())),
            skipped=tuple(self._named(self._skipped())),
            allowed=self._allowed(),
        )

    def _allowed(self) -> bool | None:
        permission = self._logic.fact(PERMISSION)
        return None if permission.state is State.NOT_ASKED else permission.value == YES

    def _sections(self) -> Iterator[Checks]:
        for _, group in groupby(self._content.pages, key=lambda page: page.step or page.id):
            pages = list(group)
            checks = tuple(check for page in pages for check in self._on_page(page))
            if checks:
                yield Checks(pages[0].title, checks)

    def _on_page(self, page: Page) -> list[Check]:
        """Return what stands on a page; warning signs above the lists that they come from."""
        lists = [item for item in page.items if item.appearance is Appearance.TICKS]
        found: list[Check] = []
        for item in page.items:
            found += self._tick_list(item) if item in lists else self._answered(walk((item,)))
        return sorted(found, key=lambda check: not check.alarming) if lists else found

    def _tick_list(self, group: Item) -> Iterator[Check]:
        """Yield what stands out of a list, then in one all that was denied."""
        denied = [item for item in group.items if item.link_id in self._denied]
        yield from self._answered(item for item in group.items if item not in denied)
        if denied:
            texts = tuple(self._denied[item.link_id] for item in denied)
            question = wording(group, self._logic)
            yield Check(denied[0].link_id, question, texts, denied=True)

    def _answered(self, items: Iterable[Item]) -> Iterator[Check]:
        for item in items:
            if self._asked(item) and not self._pending(item.link_id):
                yield self._check(item)

    def _check(self, item: Item) -> Check:
        link_id, fact = item.link_id, self._logic.fact(item.link_id)
        entries = [self._words.entry(item, row) for row in fact.rows]
        told = self._changed.get(link_id) or self._words.answer(item, fact)
        if item.type is not ItemType.TEXT:  # the person's own words stay as they are
            told = told[:1].upper() + told[1:]
        return Check(
            link_id,
            item.label,
            tuple(name for name, _ in entries) or self._words.chosen(item, fact) or (told,),
            tuple(details for _, details in entries),
            alarming=link_id in self._flags and self._alarming(link_id),
            private=item.private,
            carried=link_id in self._carried,
        )

    def _alarming(self, link_id: str) -> bool:
        value = self._logic.fact(link_id).value
        return value in {YES, Absent.UNKNOWN} or link_id in self._changed

    def _gaps(self) -> Iterator[str]:
        """Yield what has to be answered; of a list, what is missing inside an entry."""
        inside = self._content.questionnaire.group_of
        for link_id in self._found.missing:
            if link_id in inside or self._pending(link_id):
                yield link_id

    def _skipped(self) -> Iterator[str]:
        gaps = set(self._gaps())
        for item in self._content.questionnaire.by_id.values():
            if self._asked(item) and self._pending(item.link_id) and item.link_id not in gaps:
                yield item.link_id

    def _named(self, link_ids: Iterable[str]) -> Iterator[Answer]:
        pending = self._content.about.answers["pending"]
        for link_id in link_ids:
            yield Answer(link_id, self._content.questionnaire.by_id[link_id].label, pending)

    def _asked(self, item: Item) -> bool:
        inside = self._content.questionnaire.told_inside
        asked = self._logic.fact(item.link_id).state is not State.NOT_ASKED
        return item.asks and asked and item.link_id not in inside

    def _pending(self, link_id: str) -> bool:
        return self._logic.fact(link_id).state is State.PENDING
