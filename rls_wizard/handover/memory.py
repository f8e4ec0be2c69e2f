"""What a paper carries for the next visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rls_wizard.domain.asked import as_asked
from rls_wizard.domain.fixed import PERMISSION
from rls_wizard.domain.privacy import for_paper
from rls_wizard.domain.response import NO
from rls_wizard.handover import answer_file
from rls_wizard.handover.code import encode
from rls_wizard.report.model import Memory

if TYPE_CHECKING:
    from rls_wizard.content.load import Content
    from rls_wizard.domain.response import Response


def memory(content: Content, response: Response, *, kiosk: bool = False) -> Memory:
    """Return the answers as they may be on paper, as a file and as digits.

    On a kiosk the digits hold no private answers, even if these may be on the paper (`rules.md` 9):
    anybody who holds the paper before a scanner could read them. They never hold words.

    Only what stands on the pages is carried. What follows from a private answer would tell it by
    being there at all; and of an answer that no longer applies nobody would know.
    """
    told = as_asked(content, for_paper(content.questionnaire, response))
    told = told.model_copy(update={"content_version": content.about.version})
    coded = _without_private(content, told) if kiosk else told
    return Memory(
        answers=answer_file.write(told),
        digits=encode(answer_file.as_object(coded), content.codebook),
    )


def _without_private(content: Content, response: Response) -> Response:
    """Return what would be told if it had been forbidden, with the permission as it was given."""
    told = for_paper(content.questionnaire, response.record(PERMISSION, NO))
    return as_asked(content, told).record(PERMISSION, response.get(PERMISSION))
