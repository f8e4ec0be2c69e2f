"""The one reader and writer of answers as JSON: files, the child process, later the paper."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING, Any, NoReturn, TypeGuard

from rls_wizard.domain.flags import flag_questions
from rls_wizard.domain.response import YES, AnsweredBy, Response, Then
from rls_wizard.domain.values import EARLIEST_YEAR, AnswerError, accept, plain
from rls_wizard.handover.migrate import FORMAT, UnknownFormatError, to_newest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rls_wizard.domain.definitions import Definitions
    from rls_wizard.domain.questionnaire import Questionnaire

LARGEST = 1_000_000
_LONGEST_NAME = 60
_FIELDS = {
    "format", "answered_by", "answered_on", "language", "content_version", "answers", "changed",
    "then",
}  # fmt: skip
_NAME = re.compile(r"[A-Za-z0-9._-]{1,35}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class AnswerFileError(Exception):
    """Answers that cannot be used: one line that says what and where."""


def read(raw: bytes, definitions: Definitions, today: date) -> Response:
    """Return the response of an answer file.

    Raises AnswerFileError with one line in the user's words; nothing is guessed or left out.
    """
    return respond(parse(raw), definitions, today)


def respond(found: object, definitions: Definitions, today: date) -> Response:
    """Return the response of an answer file that was parsed. Raises AnswerFileError."""
    if not isinstance(found, dict):
        raise AnswerFileError("an object with 'format' and 'answers' is expected")
    file = _newest(found)
    unknown = sorted(set(file) - _FIELDS)
    if unknown:
        raise AnswerFileError(f"{_short(unknown[0])} is not a field of an answer file")
    version = file.get("content_version")
    answered_on = _answered_on(file.get("answered_on"), today)
    answers = _answers(file.get("answers"), definitions.questionnaire, answered_on)
    return Response(
        answered_on=answered_on,
        answered_by=_answered_by(file.get("answered_by", "self")),
        language=_name(file.get("language", "en"), "language"),
        content_version=_name(version, "content_version") if version is not None else None,
        answers=answers,
        changed=_changed(file.get("changed", []), flag_questions(definitions.rules), answers),
        then=_then(file.get("then"), definitions.questionnaire, answered_on),
    )


def write(response: Response) -> bytes:
    """Return the answer file of a response."""
    return json.dumps(as_object(response), ensure_ascii=False, indent=1).encode("utf-8")


def as_object(response: Response) -> dict[str, Any]:
    """Return the object that the answer file of a response holds."""
    file = {
        "format": FORMAT,
        "answered_by": response.answered_by.value,
        "answered_on": response.answered_on.isoformat(),
        "language": response.language,
        "content_version": response.content_version,
        "answers": _plain(response.answers),
        "changed": list(response.changed) or None,
        "then": _plain_then(response.then) if response.then else None,
    }
    return {key: value for key, value in file.items() if value is not None}


def _plain(answers: Mapping[str, Any]) -> dict[str, object]:
    return {link_id: plain(value) for link_id, value in answers.items()}


def _plain_then(then: Then) -> dict[str, object]:
    return {"answered_on": then.answered_on.isoformat(), "answers": _plain(then.answers)}


def parse(raw: bytes) -> dict[str, Any]:
    """Return the object in a file, as it stands there. Raises AnswerFileError."""
    if len(raw) > LARGEST:
        raise AnswerFileError(f"the file has more than {LARGEST:,} bytes")
    if not raw.strip():
        raise AnswerFileError("the file is empty")
    try:
        text = raw.decode("utf-8-sig")
        found = json.loads(text, object_pairs_hook=_no_twins, parse_constant=_no_constant)
    except UnicodeDecodeError as error:
        raise AnswerFileError(f"byte {error.start} is not UTF-8 text") from None
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise AnswerFileError(f"this is not JSON: {error.msg} ({where})") from None
    except RecursionError:
        raise AnswerFileError("the values are nested too deeply") from None
    except ValueError as error:  # a number of thousands of digits
        raise AnswerFileError("a number in it is too long") from error
    if not isinstance(found, dict):
        raise AnswerFileError("an object with 'format' and 'answers' is expected")
    return found


def _newest(file: dict[str, Any]) -> dict[str, Any]:
    try:
        return to_newest(file)
    except UnknownFormatError:
        raise AnswerFileError(f"'format' must be {FORMAT}; this program reads no other") from None


def _no_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse a key that stands twice: which of the two was meant cannot be known."""
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise AnswerFileError(f"{_short(key)} stands in it twice")
        found[key] = value
    return found


def _no_constant(name: str) -> NoReturn:
    raise AnswerFileError(f"{name} is not a number that can be used")


def _answered_by(found: object) -> AnsweredBy:
    offered = [who.value for who in AnsweredBy]
    if found not in offered:
        raise AnswerFileError(f"'answered_by' must be one of {', '.join(offered)}")
    return AnsweredBy(str(found))


def _answered_on(found: object, today: date) -> date:
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
        raise AnswerFileError(f"'answered_on' is in the future: {found}")
    if day.year < EARLIEST_YEAR:
        raise AnswerFileError(f"'answered_on' is too long ago: {found}")
    return day


def _is_day(found: object) -> TypeGuard[str]:
    return isinstance(found, str) and _DAY.fullmatch(found) is not None


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
            raise AnswerFileError(f"'changed': {_short(link_id)} asks for no warning sign")
        if answers.get(link_id) == YES:
            raise AnswerFileError(f"'changed': {link_id} is still answered yes")
    return tuple(dict.fromkeys(found))


def _then(found: object, questionnaire: Questionnaire, today: date) -> Then | None:
    """Return the visit before, where there is one: a day before this one, and its answers."""
    if found is None:
        return None
    if not isinstance(found, dict) or set(found) != {"answered_on", "answers"}:
        raise AnswerFileError("'then' must be an object with 'answered_on' and 'answers'")
    day = _answered_on(found["answered_on"], today)
    if day == today:
        raise AnswerFileError("'then' must be of a day before 'answered_on'")
    return Then(answered_on=day, answers=_answers(found["answers"], questionnaire, day))


def _unknown(link_id: str, questionnaire: Questionnaire) -> str:
    group = questionnaire.group_of.get(link_id)
    if group is not None:
        return f"{link_id}: this stands inside the entries of {group.link_id!r}"
    if link_id in questionnaire.by_id:
        return f"{link_id}: this is a heading or a sum, and takes no answer"
    return f"{_short(link_id)} is no question of this program"


def _short(name: str) -> str:
    """Return a name that was found in a file, short enough for one line."""
    return repr(name[:_LONGEST_NAME])
