"""Takes answers over into today's content that were given when the content was another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from rls_wizard.domain.flags import flag_questions
from rls_wizard.domain.values import AnswerError, accept
from rls_wizard.handover.answer_fields import AnswerFileError, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from rls_wizard.content.load import Content
    from rls_wizard.domain.item import Item

_MOST_LOST = 100
"""More was never retired at once: who names more questions that nobody knows was no program."""
_LINK_ID = re.compile(r"[a-z][a-z0-9_.]{0,59}")
"""What a question of any version is called by: what is told of is no more than that."""


class Older:
    """Takes answers over as `codebook.toml` says, and notes what it cannot."""

    def __init__(self, content: Content, day: date) -> None:
        """Take the content of today, and the day of the visit."""
        self._questionnaire = content.questionnaire
        self._version = content.about.version
        self._flags = flag_questions(content.rules)
        self._retired = {(one.question, one.option): one for one in content.codebook.retired}
        self._day = day
        self.lost: dict[str, None] = {}
        """What the questions are called, in their order."""

    def taken_over(self, file: dict[str, Any]) -> dict[str, Any]:
        """Return the file as today's content would have it, as far as it can be.

        What no version ever wrote stays as it is, to be refused, or raises AnswerFileError.
        """
        answers, changed = file.get("answers"), file.get("changed", [])
        if not isinstance(answers, dict) or not isinstance(changed, list):
            return file
        if not all(isinstance(link_id, str) for link_id in changed):
            return file
        asked = {item.link_id: item for item in self._questionnaire.asked}
        flags = {link_id: self._today(link_id) for link_id in changed}
        for link_id, today in flags.items():
            if today not in self._flags:
                self._lose(self._label(link_id))
        # What the visit before that one told would have to be taken over, too; it is shown no more.
        alone = {field: value for field, value in file.items() if field != "then"}
        return alone | {
            "content_version": self._version,
            "answers": self._answers(answers, asked),
            "changed": [link_id for link_id in flags.values() if link_id in self._flags],
        }

    def _answers(self, found: dict[str, Any], asked: Mapping[str, Item]) -> dict[str, Any]:
        kept: dict[str, Any] = {}
        # What was asked then as it is now counts before what only became the same.
        for link_id, given in sorted(found.items(), key=lambda one: self._today(one[0]) != one[0]):
            today = self._today(link_id)
            item = asked.get(today)
            if item is None:
                self._lose(self._label(link_id))
            elif today not in kept and (value := self._value(item, link_id, given)) is not None:
                kept[today] = value
        return kept

    def _value(self, item: Item, link_id: str, given: object) -> object:
        """Return an answer as it is today, or None if it cannot be."""
        value = given
        if isinstance(given, list):
            value = [one for each in given for one in self._one_of_several(item, link_id, each)]
        elif isinstance(given, str):
            value = next(self._option(link_id, given), None)
        if given and not value:
            return None  # what it was is noted
        try:
            accept(item, value, self._day)
        except AnswerError:
            self._lose(item.label)
            return None
        return value

    def _one_of_several(self, item: Item, link_id: str, one: object) -> Iterator[object]:
        if isinstance(one, dict):
            yield self._answers(one, {child.link_id: child for child in item.items})
        elif isinstance(one, str):
            yield from self._option(link_id, one)
        else:
            yield one

    def _option(self, link_id: str, code: str) -> Iterator[str]:
        """Yield what an option, or any text, is today; nothing if it is no more."""
        retired = self._retired.get((link_id, code))
        if retired is None:
            yield code
        elif retired.became:
            yield retired.became
        else:
            self._lose(retired.short)

    def _today(self, link_id: str) -> str:
        """Return the question that asks today what this one asked."""
        retired = self._retired.get((link_id, None))
        return retired.became if retired and retired.became else link_id

    def _label(self, link_id: str) -> str:
        retired = self._retired.get((link_id, None))
        if retired:
            return retired.short
        if not _LINK_ID.fullmatch(link_id):
            raise AnswerFileError(f"{shortened(link_id)} is no question of any program")
        return link_id

    def _lose(self, label: str) -> None:
        self.lost[label] = None
        if len(self.lost) > _MOST_LOST:
            raise AnswerFileError(f"it names more than {_MOST_LOST} questions that are not known")
