"""Answers that may be filled in again at a later visit: nothing acute, and nothing private."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rls_wizard.domain.fixed import PERMISSION
from rls_wizard.domain.flags import flag_questions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rls_wizard.content.load import Content


def lasting_faults(content: Content) -> Iterator[str]:
    """Yield the questions that say that their answer lasts, and must be asked each time."""
    flags = flag_questions(content.rules)
    for item in content.questionnaire.by_id.values():
        if not item.lasts:
            continue
        who = f"item {item.link_id!r}: lasts"
        if item.link_id in flags:
            yield f"{who} is not for a warning sign, which is asked anew at every visit"
        if item.private:
            yield f"{who} is not for what is private"
        if item.link_id == PERMISSION:
            yield f"{who} is not for a permission, which holds for one paper"
        if item.timeline and item.timeline.ago:
            yield f"{who} is not for a number of weeks before the visit"
