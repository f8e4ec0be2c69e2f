"""What of a response may reach paper, attachment, code or copied text (`rules.md` 9)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rls_wizard.domain.fixed import PERMISSION
from rls_wizard.domain.response import Absent

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rls_wizard.domain.questionnaire import Questionnaire
    from rls_wizard.domain.response import Response


def private_answers(questionnaire: Questionnaire, response: Response) -> tuple[str, ...]:
    """Return the link ids of the private questions that were answered."""
    return tuple(
        item.link_id
        for item in questionnaire.asked
        if item.private and response.get(item.link_id) is not None
    )


def not_private(questionnaire: Questionnaire, answers: Mapping[str, Any]) -> dict[str, Any]:
    """Return the answers to questions that are not private."""
    private = {item.link_id for item in questionnaire.asked if item.private}
    return {link_id: value for link_id, value in answers.items() if link_id not in private}


def for_paper(questionnaire: Questionnaire, response: Response) -> Response:
    """Return what may be on paper: private answers count as not told, unless allowed.

    They become "asked-declined" rather than nothing, so that paper says "not answered" and no
    question looks forgotten. What is to be answered on paper stays so: the person chose the box.
    That one of them was changed is not told either. What was private at an earlier visit is never
    told again: the permission is for today's answers.
    """
    if response.then is not None:
        open_ = {"answers": not_private(questionnaire, response.then.answers)}
        response = response.model_copy(update={"then": response.then.model_copy(update=open_)})
    if response.get(PERMISSION) == "yes":
        return response
    private = {item.link_id for item in questionnaire.asked if item.private}
    changed = tuple(link_id for link_id in response.changed if link_id not in private)
    response = response.model_copy(update={"changed": changed})
    for link_id in private_answers(questionnaire, response):
        if response.get(link_id) is not Absent.ON_PAPER:
            response = response.record(link_id, Absent.DECLINED)
    return response
