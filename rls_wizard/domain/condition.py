"""One comparison, as content writes it."""

from collections.abc import Iterable
from typing import Literal, Self

from pydantic import Field, StrictBool, model_validator

from rls_wizard.domain.model import LinkId, Model, RuleId

Operator = Literal["exists", "=", "!=", ">", "<", ">=", "<="]
ORDERS: frozenset[str] = frozenset({">", "<", ">=", "<="})


class Condition(Model):
    """One comparison of an answer, or one finding that must or must not hold.

    An answer may be compared with an option, a number, or the name of an absence
    ("asked-unknown"). For a question with several answers "=" asks whether it is among them.
    """

    question: LinkId | None = None
    operator: Operator = "="
    answer: StrictBool | int | float | str | None = None
    finding: RuleId | None = None
    is_: StrictBool = Field(default=True, alias="is")

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if (self.question is None) == (self.finding is None):
            raise ValueError("name either a question or a finding")
        if self.question is not None and self.answer is None:
            raise ValueError("a question needs an answer to compare with")
        if self.question is not None and not self.is_:
            raise ValueError("'is' goes with a finding; a question has '!='")
        if self.finding is not None and (self.operator != "=" or self.answer is not None):
            raise ValueError("a finding is compared with nothing: 'is' tells whether it must hold")
        if self.operator == "exists" and not isinstance(self.answer, bool):
            raise ValueError("'exists' takes true or false")
        if self.operator in ORDERS and isinstance(self.answer, bool | str):
            raise ValueError(f"{self.operator!r} needs a number")
        return self


def questions(conditions: Iterable[Condition]) -> tuple[str, ...]:
    """Return the questions that conditions name."""
    return tuple(c.question for c in conditions if c.question)


def wanted(conditions: Iterable[Condition]) -> tuple[str, ...]:
    """Return the findings that conditions want to hold, without those that must not."""
    return tuple(c.finding for c in conditions if c.finding and c.is_)
