"""The one reader and writer of answers as JSON, whatever brings them.

An answer file, the attachment of a PDF, the code on a paper, a visit that was not finished and what
a child prints: each is an object that goes through `take`. The format becomes the newest, the
content that of today, and then every answer is looked at.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NoReturn

from rls_wizard.domain.values import plain
from rls_wizard.handover import migrate
from rls_wizard.handover.answer_fields import (
    AnswerFileError,
    FutureFileError,
    NewerFileError,
    day_of,
    response_of,
    shortened,
)
from rls_wizard.handover.older import Older

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from rls_wizard.content.load import Content
    from rls_wizard.domain.response import Response, Then

__all__ = [
    "LARGEST", "AnswerFileError", "FutureFileError", "NewerFileError", "Taken", "as_object",
    "parse", "read", "take", "write",
]  # fmt: skip

LARGEST = 1_000_000


@dataclass(frozen=True, slots=True)
class Taken:
    """What answers are in today's format and content."""

    response: Response
    lost: tuple[str, ...] = ()
    """What the questions and options are called that could not be taken over, each once."""


def read(raw: bytes, content: Content, today: date) -> Response:
    """Return the response of an answer file.

    Raises AnswerFileError with one line in the user's words; nothing is guessed or left out.
    """
    taken = take(parse(raw), content, today)
    if taken.lost:
        told = "; ".join(taken.lost)
        raise AnswerFileError(
            f"it is of older content, and this is asked in another way now: {told}"
        )
    return taken.response


def take(found: object, content: Content, today: date) -> Taken:
    """Return what an answer file holds that was parsed, whatever version wrote it.

    Of the same content as today's every answer is as it was, or the file is refused. Of older
    content what was asked otherwise is taken over as `codebook.toml` says, and what cannot be is
    told. Newer content is refused as soon as it holds what is not known here.

    Raises AnswerFileError: NewerFileError if a newer program may read it, FutureFileError if its
    day is still to come.
    """
    file = _newest(found)
    day = day_of(file.get("answered_on"), today)
    ours = _numbers(content.about.version)
    made = _numbers(file.get("content_version")) or ours
    if made < ours:
        older = Older(content, day)
        file = older.taken_over(file)
        return Taken(response_of(file, content, today), tuple(older.lost))
    try:
        return Taken(response_of(file, content, today))
    except AnswerFileError as fault:
        if made > ours:
            raise NewerFileError(f"{fault}; {_GET_THE_NEWEST}") from None
        raise


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
    return _object(found)


def write(response: Response) -> bytes:
    """Return the answer file of a response."""
    return json.dumps(as_object(response), ensure_ascii=False, indent=1).encode("utf-8")


def as_object(response: Response) -> dict[str, Any]:
    """Return the object that the answer file of a response holds."""
    file = {
        "format": migrate.FORMAT,
        "answered_by": response.answered_by.value,
        "answered_on": response.answered_on.isoformat(),
        "language": response.language,
        "content_version": response.content_version,
        "answers": _plain(response.answers),
        "changed": list(response.changed) or None,
        "then": _plain_then(response.then) if response.then else None,
    }
    return {key: value for key, value in file.items() if value is not None}


_GET_THE_NEWEST = "it is from a newer program than this one: get the newest one, and read it there"


def _newest(found: object) -> dict[str, Any]:
    try:
        return migrate.to_newest(_object(found))
    except migrate.UnknownFormatError as error:
        if error.newer:
            raise NewerFileError(_GET_THE_NEWEST) from None
    raise AnswerFileError(
        f"'format' must be {migrate.FORMAT}; this is no answer file of this program"
    )


def _object(found: object) -> dict[str, Any]:
    if not isinstance(found, dict):
        raise AnswerFileError("an object with 'format' and 'answers' is expected")
    return found


def _numbers(version: object) -> tuple[int, ...]:
    """Return the numbers of a version, which rise; none if it has none."""
    return tuple(map(int, re.findall(r"[0-9]{1,9}", version))) if isinstance(version, str) else ()


def _plain(answers: Mapping[str, Any]) -> dict[str, object]:
    return {link_id: plain(value) for link_id, value in answers.items()}


def _plain_then(then: Then) -> dict[str, object]:
    return {"answered_on": then.answered_on.isoformat(), "answers": _plain(then.answers)}


def _no_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse a key that stands twice: which of the two was meant cannot be known."""
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise AnswerFileError(f"{shortened(key)} stands in it twice")
        found[key] = value
    return found


def _no_constant(name: str) -> NoReturn:
    raise AnswerFileError(f"{name} is not a number that can be used")
