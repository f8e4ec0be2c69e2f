"""A visit that begins with the answers of an earlier one, or goes on after a break."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rls_wizard.domain.asked import as_asked
from rls_wizard.domain.flags import flag_questions
from rls_wizard.domain.privacy import not_private
from rls_wizard.domain.response import Absent, Response, Then

if TYPE_CHECKING:
    from datetime import date

    from rls_wizard.domain.definitions import Definitions

_SAME_VISIT = 7
"""For so many days a visit that was broken off can be finished: then too much may be different."""


def begin_again(definitions: Definitions, earlier: Response, today: date) -> Response:
    """Return the response with which somebody who was here before begins.

    On the same day everything stands as it was. Later only what lasts does: whatever belongs to a
    time (`rules.md` 2), and everything acute, has to be answered anew.
    """
    if earlier.answered_on >= today:  # the clock may have been set back in between
        return _as_on_paper(earlier)
    lasting = {item.link_id for item in definitions.questionnaire.asked if item.lasts}
    return Response(
        answered_on=today,
        answered_by=earlier.answered_by,
        language=earlier.language,
        answers={
            link: value
            for link, value in earlier.answers.items()
            if link in lasting and not isinstance(value, Absent)
        },
        then=_then(definitions, earlier),
    )


def go_on(definitions: Definitions, kept: Response, today: date) -> Response:
    """Return the response with which a visit goes on that was broken off.

    On the same day everything stands as it was, and where the clock was set back since. On a later
    day the warning signs are asked anew: one may have come since. After a week it begins again.
    """
    days = (today - kept.answered_on).days
    if days <= 0:
        return kept
    if days > _SAME_VISIT:
        return begin_again(definitions, kept, today)
    signs = flag_questions(definitions.rules)
    answers = {link: value for link, value in kept.answers.items() if link not in signs}
    return kept.model_copy(update={"answered_on": today, "answers": answers})


def _as_on_paper(earlier: Response) -> Response:
    """Return the same visit, but for what is not told.

    What was told and had to stay off the paper looks the same there as what was not told. It could
    be a warning sign, so it is asked again.
    """
    told = {k: value for k, value in earlier.answers.items() if value is not Absent.DECLINED}
    return earlier.model_copy(update={"answers": told})


def _then(definitions: Definitions, earlier: Response) -> Then:
    """Return what may be shown again: nothing private, and no warning sign.

    A sign is new or it is not; what it was last time would only lead the answer. Nor does what was
    asked only because of either.
    """
    flags = flag_questions(definitions.rules)
    open_ = not_private(definitions.questionnaire, earlier.answers)
    shown = {link: value for link, value in open_.items() if link not in flags}
    told = as_asked(definitions, earlier.model_copy(update={"answers": shown}))
    return Then(answered_on=earlier.answered_on, answers=told.answers)


def carried(definitions: Definitions, response: Response) -> frozenset[str]:
    """Return the questions whose answers are still as they were taken over."""
    if response.then is None:
        return frozenset()
    before = response.then.answers
    return frozenset(
        item.link_id
        for item in definitions.questionnaire.asked
        if item.lasts and item.link_id in before
        and response.get(item.link_id) == before[item.link_id]
    )  # fmt: skip
