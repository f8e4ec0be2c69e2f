"""Which answers the time line tells of, and in which words."""

from typing import Annotated, Literal

from pydantic import Field, StrictInt, field_validator

from rls_wizard.domain.model import LinkId, Model, Text

MOST_WEEKS = 5_200
MOST_MONTHS = 1_200
"""A hundred years: how long before the visit an event may be."""


class Span(Model):
    """How long before the visit something was, by the answer to a choice."""

    question: LinkId
    months: dict[str, tuple[Annotated[StrictInt, Field(ge=0, le=MOST_MONTHS)], ...]]
    """By option: at least and at most so many months; one number alone: that or longer ago."""

    @field_validator("months")
    @classmethod
    def _one_or_two(cls, months: dict[str, tuple[int, ...]]) -> dict[str, tuple[int, ...]]:
        if not all(
            len(given) in {1, 2} and list(given) == sorted(given) for given in months.values()
        ):
            raise ValueError("each has one number of months, or two, the smaller one first")
        return months


class Dated(Model):
    """How the time line tells of a date, or of a number of weeks before the visit."""

    text: Text
    """What it calls the event, with answers in braces."""
    unknown: Span | None = None
    """Of a date: what is told where nobody knows it."""
    ago: Literal["weeks"] | None = None
    """Of a whole number: it counts these before the visit."""
