"""Takes the answers of an earlier visit over into the content of today.

The same content as then: every answer is as it was, or the file is refused. Older content: what was
asked otherwise is taken over as `codebook.toml` says, and what cannot be is told. Newer content: it
is refused as soon as it holds what is not known here.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from rls_wizard.domain.flags import flag_questions
from rls_wizard.domain.values import AnswerError, accept
from rls_wizard.handover import answer_file
from rls_wizard.handover.earlier import Earlier, EarlierError
from rls_wizard.handover.migrate import UnknownFormatError, to_newest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rls_wizard.content.load import Content
    from rls_wizard.domain.item import Item
    from rls_wizard.i18n import Catalogue

_LONGEST_NAME = 60


def carried(found: dict[str, Any], content: Content, today: date, words: Catalogue) -> Earlier:
    """Return what an answer file gives back, whatever version wrote it. Raises EarlierError."""
    try:
        file = to_newest(found)
    except UnknownFormatError as error:
        raise EarlierError(newer(words) if error.newer else damaged(words)) from None
    day = _day(file, content, today, words)
    ours = _numbers(content.about.version)
    made = _numbers(file.get("content_version")) or ours
    older = _Older(content, day)
    if made < ours:
        file = older.taken_over(file)
    try:
        response = answer_file.respond(file, content, today)
    except answer_file.AnswerFileError:
        raise EarlierError(newer(words) if made > ours else damaged(words)) from None
    return Earlier(response, tuple(_told(older.lost, words)))


def _told(lost: list[str], words: Catalogue) -> Iterator[str]:
    if lost:
        sentence = words("We ask this in another way now, so it was not taken over: {questions}.")
        yield sentence.format(questions="; ".join(dict.fromkeys(lost)))


def damaged(words: Catalogue) -> str:
    """Return what is said of answers that are not as they were written."""
    return words("The answers in it are damaged, or were changed. Try another copy of it.")


def newer(words: Catalogue) -> str:
    """Return what is said of what only a later program can read."""
    return words("It is from a newer program than this one. Get the newest one, and open it there.")


def _day(file: dict[str, Any], content: Content, today: date, words: Catalogue) -> date:
    """Return the day of the visit, which has been."""
    try:
        day = date.fromisoformat(str(file.get("answered_on")))
    except ValueError:
        raise EarlierError(damaged(words)) from None
    if day > today:
        sentence = words(
            "It says that it is from {day}, which is still to come. Look whether this computer has "
            "the right date."
        )
        raise EarlierError(sentence.format(day=content.about.dates.in_words(day)))
    return day


def _numbers(version: object) -> tuple[int, ...]:
    """Return the numbers of a version, which rise; none if it has none."""
    return tuple(map(int, re.findall(r"[0-9]{1,9}", version))) if isinstance(version, str) else ()


class _Older:
    """Takes answers over that were given when the content was another, and notes what it cannot."""

    def __init__(self, content: Content, day: date) -> None:
        self._questionnaire = content.questionnaire
        self._flags = flag_questions(content.rules)
        self._retired = {(one.question, one.option): one for one in content.codebook.retired}
        self._day = day
        self.lost: list[str] = []
        """What the questions are called."""

    def taken_over(self, file: dict[str, Any]) -> dict[str, Any]:
        """Return the file as today's content would have it, as far as it can be."""
        answers, changed = file.get("answers"), file.get("changed", [])
        if not isinstance(answers, dict) or not isinstance(changed, list):
            return file
        asked = {item.link_id: item for item in self._questionnaire.asked}
        flags = {link_id: self._today(link_id) for link_id in changed if isinstance(link_id, str)}
        self.lost += [
            self._label(link_id) for link_id in flags if flags[link_id] not in self._flags
        ]
        # What the visit before that one told would have to be taken over, too; it is shown no more.
        alone = {field: value for field, value in file.items() if field != "then"}
        return alone | {
            "answers": self._answers(answers, asked),
            "changed": [link_id for link_id in flags.values() if link_id in self._flags],
        }

    def _answers(self, found: dict[str, Any], asked: Mapping[str, Item]) -> dict[str, Any]:
        kept: dict[str, Any] = {}
        for link_id, given in found.items():
            today = self._today(link_id)
            item = asked.get(today)
            if item is None:
                self.lost.append(self._label(link_id))
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
            self.lost.append(item.label)
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
            self.lost.append(retired.short)

    def _today(self, link_id: str) -> str:
        """Return the question that asks today what this one asked."""
        retired = self._retired.get((link_id, None))
        return retired.became if retired and retired.became else link_id

    def _label(self, link_id: str) -> str:
        retired = self._retired.get((link_id, None))
        return retired.short if retired else link_id[:_LONGEST_NAME]
