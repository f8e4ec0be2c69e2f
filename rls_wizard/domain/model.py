"""What every definition is made of: a frozen model that refuses what it does not know."""

import re
import sys
from datetime import date
from types import ModuleType
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

LinkId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$")]
"""Dotted, lower case, stable for ever: what an answer is stored under."""

RuleId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_]*([.-][A-Za-z0-9_]+)*$")]
Day = Annotated[date, Field(strict=True)]
"""A date as TOML writes it, not a text that looks like one."""

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]

FIELD = re.compile(r"\{([a-z][a-z0-9_.]*)\}")
"""A place in a text that an answer, or a number of the person's country, fills."""


class _NoPlugins(ModuleType):
    """Stands where pydantic would search all that is installed for plugins: we have none."""

    @staticmethod
    def get_plugins() -> tuple[()]:
        """Return none, at once: what searches takes as long to import as the models to make."""
        return ()


sys.modules.setdefault("pydantic.plugin._loader", _NoPlugins("pydantic.plugin._loader"))


class Model(BaseModel):
    """A block of content, or a value made from it; never changed once read.

    How it is validated is worked out when something is: most models are only parts of others.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, defer_build=True)


class Reviewed(Model):
    """What was looked at on a day, and is to be looked at again."""

    reviewed_on: Day
    next_review: Day | None = None
    """Absent: the day for the whole content holds."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.next_review is not None and self.next_review <= self.reviewed_on:
            raise ValueError("next_review must come after reviewed_on")
        return self

    def overdue_since(self, today: date) -> date | None:
        """Return the day of the next review if it has passed."""
        due = self.next_review
        return due if due is not None and due < today else None
