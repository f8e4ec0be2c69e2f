"""What may stand in each field of an answer file of the newest format and of today's content."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any, TypeGuard

from rls_wizard.domain.flags import flag_questions
from rls_wizard.domain.response import YES, AnsweredBy, Response, Then
from rls_wizard.domain.values import EARLIEST_YEAR, AnswerError, accept

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rls_wizard.domain.definitions import Definitions
    from rls_wizard.domain.questionnaire import Questionnaire

_LONGEST_NAME = 60
_FIELDS = {
    "format", "answered_by", "answered_on", "language", "content_version", "answers", "changed",
    "then",
}  # fmt: skip
_NAME = re.compile(r"[A-Za-z0-9._-]{1,35}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class AnswerFileError(Exception):
    """Answers that cannot be used: one line that says what and where."""


class NewerFileError(AnswerFileError):
    """Answers that only a later program can read."""


class FutureFileError(AnswerFileError):
    """Answers of a day that is still to come."""

    def __init__(self, day: date) -> None:
        """Take the day."""
        super().__init__(f"'answered_on' is in the future: {day.isoformat()}")
        self.day = day


def response_of(file: dict[str, Any], definitions: Definitions, today: date) -> Response:
    """Return the response that the fields make up. Raises AnswerFileError."""
    unknown = sorted(set(file) - _FIELDS)
    if unknown:
        raise AnswerFileError(f"{shortened(unknown[0])} is not a field of an answer file")
    version = file.get("content_version")
    day = day_of(file.get("answered_on"), today)
    answers = _answers(file.get("answers"), definitions.questionnaire, day)
    return Response(
        answered_on=day,
        answered_by=_answered_by(file.get("answered_by", "self")),
        language=_name(file.get("language", "en"), "language"),
        content_version=_name(version, "content_version") if version is not None else None,
        answers=answers,
        changed=_changed(file.get("changed", []), flag_questions(definitions.rules), answers),
        then=_then(file.get("then"), definitions.questionnaire, day),
    )


def day_of(found: object, today: date) -> date:
    """Return the day of a visit, which has been; today unless it is told."""
    if found is None:
        return today
    try:
        # fromisoformat alone would take weeks, and days without dashes.
        day = date.fromisoformat(found) if _is_day(found) else None
    except ValueError:
        day = None
    if day is None:
        raise AnswerFileError(f"'answered_on' must be a date like {today.isoformat()}")
    if day > today:
        raise FutureFileError(day)
    if day.year < EARLIEST_YEAR:
        raise AnswerFileError(f"'answered_on' is too long ago: {found}")
    return day


def shortened(name: str) -> str:
    """Return a name that was found in a file, short enough for one line."""
    return repr(name[:_LONGEST_NAME])


def _is_day(found: object) -> TypeGuard[str]:
    return isinstance(found, str) and _DAY.fullmatch(found) is not None


def _answered_by(found: object) -> AnsweredBy:
    offered = [who.value for who in AnsweredBy]
    if found not in offered:
        raise AnswerFileError(f"'answered_by' must be one of {', '.join(offered)}")
    return AnsweredBy(str(found))


def _name(found: object, field: str) -> str:
    if not isinstance(found, str) or not _NAME.fullmatch(found):
        raise AnswerFileError(f"{field!r} must be a short name of letters, digits, dots and dashes")
    return found


def _answers(found: object, questionnaire: Questionnaire, today: date) -> dict[str, Any]:
    if not isinstance(found, dict):
        raise AnswerFileError("'answers' must be an object: question to answer")
    asked = {item.link_id: item for item in questionnaire.asked}
    accepted: dict[str, Any] = {}
    for link_id, answer in found.items():
        if link_id not in asked:
            raise AnswerFileError(_unknown(link_id, questionnaire))
        try:
            accepted[link_id] = accept(asked[link_id], answer, today)
        except AnswerError as fault:
            raise AnswerFileError(str(fault)) from None
    return accepted


def _changed(
    found: object, flags: frozenset[str], answers: Mapping[str, object]
) -> tuple[str, ...]:
    """Return the flag questions that were first answered yes and later changed."""
    if not isinstance(found, list) or not all(isinstance(link_id, str) for link_id in found):
        raise AnswerFileError("'changed' must be a list of questions")
    for link_id in found:
        if link_id not in flags:
            raise AnswerFileError(f"'changed': {shortened(link_id)} asks for no warning sign")
        if answers.get(link_id) == YES:
            raise AnswerFileError(f"'changed': {link_id} is still answered yes")
    return tuple(dict.fromkeys(found))


def _then(found: object, questionnaire: Questionnaire, today: date) -> Then | None:
    """Return the visit before, where there is one: a day before this one, and its answers."""
    if found is None:
        return None
    if not isinstance(found, dict) or set(found) != {"answered_on", "answers"}:
        raise AnswerFileError("'then' must be an object with 'answered_on' and 'answers'")
    try:
        day = day_of(found["answered_on"], today)
    except FutureFileError as error:
        raise AnswerFileError(f"'then': {error}") from None
    if day == today:
        raise AnswerFileError("'then' must be of a day before 'answered_on'")
    return Then(answered_on=day, answers=_answers(found["answers"], questionnaire, day))


def _unknown(link_id: str, questionnaire: Questionnaire) -> str:
    group = questionnaire.group_of.get(link_id)
    if group is not None:
        return f"{link_id}: this stands inside the entries of {group.link_id!r}"
    if link_id in questionnaire.by_id:
        return f"{link_id}: this is a heading or a sum, and takes no answer"
    return f"{shortened(link_id)} is no question of this program"
