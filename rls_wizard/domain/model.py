"""What every definition is made of: a frozen model that refuses what it does not know."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

LinkId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$")]
"""Dotted, lower case, stable for ever: what an answer is stored under."""

RuleId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_]*([.-][A-Za-z0-9_]+)*$")]
Day = Annotated[date, Field(strict=True)]
"""A date as TOML writes it, not a text that looks like one."""

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]

FIELD = re.compile(r"\{([a-z][a-z0-9_.]*)\}")
"""A place in a text that an answer, or a number of the person's country, fills."""


class Model(BaseModel):
    """A block of content, or a value made from it; never changed once read."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)
