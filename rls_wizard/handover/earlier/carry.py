"""Takes the answers of an earlier visit over into the content of today."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rls_wizard.handover import answer_file
from rls_wizard.handover.earlier import Earlier, EarlierError

if TYPE_CHECKING:
    from datetime import date

    from rls_wizard.content.load import Content
    from rls_wizard.i18n import Catalogue


def carried(file: dict[str, Any], content: Content, today: date, words: Catalogue) -> Earlier:
    """Return what an answer file gives back. Raises EarlierError."""
    try:
        return Earlier(answer_file.respond(file, content, today))
    except answer_file.AnswerFileError:
        raise EarlierError(damaged(words)) from None


def damaged(words: Catalogue) -> str:
    """Return what is said of answers that are not as they were written."""
    return words("The answers in it are damaged, or were changed. Try another copy of it.")
