"""What an earlier summary gives back, and how the child that reads it hands it to the window.

`pdf` reads the file that the program saved, `digits` the code on the paper; both end in `carry`,
which takes the answers over into the content of today. Only they import what reading needs.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rls_wizard.handover import answer_file

if TYPE_CHECKING:
    from datetime import date

    from rls_wizard.content.load import Content
    from rls_wizard.domain.response import Response


class EarlierError(Exception):
    """An earlier summary that cannot be used: what, where and what to do, for the person."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """The answers of an earlier visit."""

    response: Response
    lost: tuple[str, ...] = ()
    """What could not be taken over, one sentence each."""


def pack(earlier: Earlier) -> bytes:
    """Return what the child prints: `{"answers": an answer file, "lost": [sentence, ...]}`."""
    answers = json.loads(answer_file.write(earlier.response))
    found = {"answers": answers, "lost": list(earlier.lost)}
    return json.dumps(found, ensure_ascii=False, indent=1).encode()


def unpack(raw: bytes, content: Content, today: date) -> Earlier:
    """Return what a child printed. Raises AnswerFileError: then it was no child of ours."""
    found = answer_file.parse(raw)
    taken = answer_file.take(found.get("answers"), content, today)
    lost = found.get("lost")
    if taken.lost or not isinstance(lost, list) or not all(isinstance(one, str) for one in lost):
        raise answer_file.AnswerFileError(
            "the answers of today, and a list of sentences are expected"
        )
    return Earlier(taken.response, tuple(lost))
