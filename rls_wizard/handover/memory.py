"""What a paper carries for the next visit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from rls_wizard.domain.fixed import PERMISSION
from rls_wizard.domain.privacy import for_paper
from rls_wizard.domain.response import NO
from rls_wizard.handover import answer_file
from rls_wizard.handover.code import encode
from rls_wizard.report.model import Memory

if TYPE_CHECKING:
    from rls_wizard.content.load import Content
    from rls_wizard.domain.facts import Fact
    from rls_wizard.domain.response import Response, Value


def memory(content: Content, response: Response, *, kiosk: bool = False) -> Memory:
    """Return the answers as they may be on paper, as a file and as digits.

    On a kiosk the digits hold no private answers, even if these may be on the paper (`rules.md` 9):
    anybody who holds the paper before a scanner could read them. They never hold words.
    """
    told = _as_asked(content, for_paper(content.questionnaire, response))
    told = told.model_copy(update={"content_version": content.about.version})
    coded = _without_private(content, told) if kiosk else told
    return Memory(
        answers=answer_file.write(told),
        digits=encode(answer_file.as_object(coded), content.codebook),
    )


def _without_private(content: Content, response: Response) -> Response:
    """Return what would be told if it had been forbidden, with the permission as it was given."""
    told = for_paper(content.questionnaire, response.record(PERMISSION, NO))
    return _as_asked(content, told).record(PERMISSION, response.get(PERMISSION))


def _as_asked(content: Content, response: Response) -> Response:
    """Return the answers that stand on the pages, and no others.

    What follows from a private answer would tell it by being there at all. What was answered before
    another answer changed stands on no page, and nobody would know that it is in the file.
    """
    facts = content.logic(response).facts
    answers = {k: _rows(v, facts[k]) for k, v in response.answers.items() if k in facts}
    return response.model_copy(update={"answers": answers})


def _rows(value: Value, fact: Fact) -> Value:
    """Return an answer; of the rows of a list, what was asked in each."""
    if not fact.rows or not isinstance(value, tuple):
        return value
    rows = (row for row in value if isinstance(row, Mapping))
    pairs = zip(rows, fact.rows, strict=True)
    return tuple({k: v for k, v in row.items() if k in asked} for row, asked in pairs)
