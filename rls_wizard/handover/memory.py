"""What a paper carries for the next visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rls_wizard.domain.privacy import for_paper, without_private
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
    """
    told = for_paper(content.questionnaire, response)
    told = told.model_copy(update={"content_version": content.about.version})
    coded = without_private(content.questionnaire, told) if kiosk else told
    return Memory(
        answers=answer_file.write(told),
        digits=encode(answer_file.as_object(coded), content.codebook),
    )
