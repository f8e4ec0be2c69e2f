"""Reads the code on a paper, as a scanner or a person typed it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rls_wizard.handover.code import OtherBookError, decode
from rls_wizard.handover.digits import NotTheDigitsError
from rls_wizard.handover.earlier import Earlier, EarlierError
from rls_wizard.handover.earlier.carry import carried, newer
from rls_wizard.handover.scanner import digits_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from rls_wizard.content.load import Content
    from rls_wizard.handover.code.reading import Decoded
    from rls_wizard.i18n import Catalogue

LARGEST = 10_000


def from_digits(typed: str, content: Content, today: date, words: Catalogue) -> Earlier:
    """Return the answers in a code. Raises EarlierError."""
    try:
        decoded = decode(digits_of(typed), content.codebook)
    except NotTheDigitsError:
        raise EarlierError(
            words("This is not the whole code of one of our papers. Scan it once more.")
        ) from None
    except OtherBookError as error:
        raise EarlierError(newer(words) if error.newer else _foreign(words)) from None
    earlier = carried(decoded.file, content, today, words)
    return Earlier(earlier.response, (*_not_held(decoded, content, words), *earlier.lost))


def _foreign(words: Catalogue) -> str:
    return words(
        "This code is from a program with other questions. Answer the questions anew, or use the "
        "program that made it."
    )


def _not_held(decoded: Decoded, content: Content, words: Catalogue) -> Iterator[str]:
    """Yield what was told on paper and is not in its code."""
    labels = {link_id: item.label for link_id, item in content.questionnaire.by_id.items()}
    if decoded.left_out:
        named = (
            labels.get(link_id, link_id) + (f" ({times})" if times > 1 else "")
            for link_id, times in decoded.left_out.items()
        )
        sentence = words("Not in the code: {questions}. It holds none of your own words.")
        yield sentence.format(questions="; ".join(named))
    for link_id, (kept, told) in decoded.rows.items():
        sentence = words(
            "There was no room in the code for all. {list}: {kept} of {told} are in it."
        )
        yield sentence.format(list=labels.get(link_id, link_id), kept=kept, told=told)
    if decoded.then:
        yield words("The answers of the visit before that one are not in the code.")
