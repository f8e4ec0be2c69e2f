"""A visit that is not finished, as it is kept on this computer: answers, and where the person was.

The answers are the same object as in an answer file and on the paper, and come back by the same
reader. Around them stands what the window has to know besides, and a sum over all of it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from rls_wizard.handover import answer_file
from rls_wizard.handover.earlier import EarlierError
from rls_wizard.handover.earlier.carry import carried, newer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rls_wizard.content.load import Content
    from rls_wizard.domain.response import Response
    from rls_wizard.i18n import Catalogue

FORMAT = 1
_MOST = 12
"""So many new questions are named; more would only be scrolled past."""
_CHOICES = ("who_told", "reviewed", "has_been_urgent")
_KINDS = {
    **dict.fromkeys(("stop", "page", "at", "texts"), str),
    **dict.fromkeys(_CHOICES, bool),
    "asked": list,
    "visit": dict,
}


class UnfinishedError(Exception):
    """A visit that was kept and cannot be used: why, for the person."""


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A visit at one moment."""

    response: Response
    at: datetime
    """When it was kept, by the clock of this computer."""
    stop: str
    """The kind of page that was shown."""
    page: str
    """Its id, if it is one of questions."""
    who_told: bool = False
    """Whether it was said who answers."""
    reviewed: bool = False
    """Whether the person has been at the review."""
    has_been_urgent: bool = False
    """Whether the urgent page was shown."""
    changes: tuple[str, ...] = ()
    """What is another since then, one sentence each; found out when it is read."""


def pack(visit: Unfinished, content: Content) -> bytes:
    """Return the bytes to keep of a visit that was answered with this content."""
    kept = {
        "format": FORMAT,
        "at": visit.at.isoformat(timespec="seconds"),
        "stop": visit.stop,
        "page": visit.page,
        "who_told": visit.who_told,
        "reviewed": visit.reviewed,
        "has_been_urgent": visit.has_been_urgent,
        "texts": content.fingerprint,
        "asked": [item.link_id for item in content.questionnaire.asked],
        "visit": answer_file.as_object(visit.response),
    }
    return _plain({"sum": sum_of(kept), "kept": kept})


def unpack(raw: bytes, content: Content, today: date, words: Catalogue) -> Unfinished:
    """Return a visit that was kept, with what is another since then. Raises UnfinishedError."""
    kept = _whole(raw, words)
    at = datetime.fromisoformat(kept["at"])
    try:
        # It cannot be from later than it was kept. Where the clock was set back since, it still is
        # the visit that it was.
        earlier = carried(kept["visit"], content, max(today, at.date()), words)
    except EarlierError as error:
        raise UnfinishedError(str(error)) from None
    return Unfinished(
        response=earlier.response,
        at=at,
        stop=kept["stop"],
        page=kept["page"],
        changes=(*earlier.lost, *_new_since(kept, content, words)),
        **{name: kept[name] for name in _CHOICES},
    )


def _whole(raw: bytes, words: Catalogue) -> dict[str, Any]:
    """Return what was kept, if it is just as it was written."""
    try:
        found = answer_file.parse(raw)
    except answer_file.AnswerFileError:
        raise _damaged(words) from None
    kept = found.get("kept")
    if not isinstance(kept, dict) or found.get("sum") != sum_of(kept):
        raise _damaged(words)
    if isinstance(kept.get("format"), int) and kept["format"] > FORMAT:
        raise UnfinishedError(newer(words))
    if not _is_ours(kept):
        raise _damaged(words)
    return kept


def _is_ours(kept: dict[str, Any]) -> bool:
    """Tell whether every field is of its kind."""
    try:
        datetime.fromisoformat(kept["at"])
    except (KeyError, TypeError, ValueError):
        return False
    ours = kept.get("format") == FORMAT
    return ours and all(isinstance(kept.get(name), kind) for name, kind in _KINDS.items())


def _damaged(words: Catalogue) -> UnfinishedError:
    return UnfinishedError(words("It was cut short or changed, so its answers cannot be trusted."))


def _new_since(kept: dict[str, Any], content: Content, words: Catalogue) -> Iterator[str]:
    """Yield what the content asks and says otherwise than when the answers were given."""
    if kept["texts"] == content.fingerprint:
        return
    inside = content.questionnaire.told_inside
    asked = set(map(str, kept["asked"]))
    new = [
        item.label
        for item in content.questionnaire.asked
        if item.link_id not in asked and item.link_id not in inside
    ]
    if len(new) > _MOST:
        more = words("{question}, and {number} more")
        new[_MOST:] = [more.format(question=new[_MOST], number=len(new) - _MOST - 1)]
    if new:
        yield words("New questions: {questions}.").format(questions="; ".join(new))
    yield words("Words of the questions or of the advice were changed. Please check your answers.")


def sum_of(kept: dict[str, Any]) -> str:
    """Return what shows whether anything in it is another than it was."""
    return sha256(_plain(kept)).hexdigest()


def _plain(found: dict[str, Any]) -> bytes:
    """Return the one way to write an object: the sum is over it."""
    return json.dumps(found, ensure_ascii=True, sort_keys=True, separators=(",", ":")).encode()
