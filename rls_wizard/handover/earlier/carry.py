"""Says in the person's words what `answer_file.take` found, or why it found nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rls_wizard.handover import answer_file
from rls_wizard.handover.earlier import Earlier, EarlierError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from rls_wizard.content.load import Content
    from rls_wizard.i18n import Catalogue


def carried(found: dict[str, Any], content: Content, today: date, words: Catalogue) -> Earlier:
    """Return what an answer file gives back, whatever version wrote it. Raises EarlierError."""
    try:
        taken = answer_file.take(found, content, today)
    except answer_file.NewerFileError:
        raise EarlierError(newer(words)) from None
    except answer_file.FutureFileError as error:
        day = content.about.dates.in_words(error.day)
        raise EarlierError(_to_come(words).format(day=day)) from None
    except answer_file.AnswerFileError:
        raise EarlierError(damaged(words)) from None
    if found.get("answered_on") is None:  # only who writes an answer file may leave it out
        raise EarlierError(damaged(words))
    return Earlier(taken.response, tuple(_told(taken.lost, words)))


def damaged(words: Catalogue) -> str:
    """Return what is said of answers that are not as they were written."""
    return words("The answers in it are damaged, or were changed. Try another copy of it.")


def newer(words: Catalogue) -> str:
    """Return what is said of what only a later program can read."""
    return words("It is from a newer program than this one. Get the newest one, and open it there.")


def _to_come(words: Catalogue) -> str:
    return words(
        "It says that it is from {day}, which is still to come. Look whether this computer has "
        "the right date."
    )


def _told(lost: tuple[str, ...], words: Catalogue) -> Iterator[str]:
    if lost:
        sentence = words("We ask this in another way now, so it was not taken over: {questions}.")
        yield sentence.format(questions="; ".join(lost))
