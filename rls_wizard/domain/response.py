"""The answers that one person gave."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any, Self

from pydantic import Field, field_validator

from rls_wizard.domain.model import Model


class Absent(StrEnum):
    """Why there is no value, as in FHIR's data-absent-reason; on-paper is ours."""

    UNKNOWN = "asked-unknown"
    DECLINED = "asked-declined"
    ON_PAPER = "on-paper"


YES = "yes"
NO = "no"
Scalar = str | int | float
Row = Mapping[str, Scalar | tuple[str, ...] | Absent]
Value = Scalar | Absent | tuple[str, ...] | tuple[Row, ...]
"""A code, several codes, a number, a text, a date as text, an absence, or the rows of a group."""


class AnsweredBy(StrEnum):
    """Who sits at the screen."""

    SELF = "self"
    PARENT = "parent"
    CARER = "carer"


class Then(Model):
    """What was answered on an earlier day: shown beside the questions of today, never assessed."""

    answered_on: date
    answers: Mapping[str, Any] = Field(default_factory=dict, repr=False)

    @field_validator("answers")
    @classmethod
    def _own_copy(cls, answers: Mapping[str, Any]) -> Mapping[str, Any]:
        return dict(answers)


class Response(Model):
    """Answers by link id. Holds codes and numbers only, so it outlives a change of language.

    The values have been accepted by `rls_wizard.domain.values`; nothing here checks them again.
    """

    answered_on: date
    answered_by: AnsweredBy = AnsweredBy.SELF
    language: str = "en"
    content_version: str | None = None
    # Not in repr: a careless log line must not tell what somebody answered.
    answers: Mapping[str, Any] = Field(default_factory=dict, repr=False)
    changed: tuple[str, ...] = Field(default=(), repr=False)
    """Flag questions whose confirmed yes was taken back later (`rules.md` 6)."""
    then: Then | None = Field(default=None, repr=False)
    """The visit before, if its summary was loaded."""

    @field_validator("answers")
    @classmethod
    def _own_copy(cls, answers: Mapping[str, Any]) -> Mapping[str, Any]:
        return dict(answers)

    def get(self, link_id: str) -> Value | None:
        """Return the answer, or None where none was given."""
        value: Value | None = self.answers.get(link_id)
        return value

    def record(self, link_id: str, value: Value | None) -> Self:
        """Return a response with this answer; None takes it back.

        After a new yes nothing is taken back any more.
        """
        answers = {key: old for key, old in self.answers.items() if key != link_id}
        if value is not None:
            answers[link_id] = value
        changed = tuple(link for link in self.changed if link != link_id or value != YES)
        return self.model_copy(update={"answers": answers, "changed": changed})

    def take_back(self, link_id: str) -> Self:
        """Return a response that remembers a confirmed yes to a flag question that is none now.

        The new answer itself is recorded as any other. A mis-tap that was never confirmed is none.
        """
        changed = tuple(dict.fromkeys((*self.changed, link_id)))
        return self.model_copy(update={"changed": changed})
