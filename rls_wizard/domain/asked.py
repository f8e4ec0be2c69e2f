"""The answers of a response that count: those to questions that were asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rls_wizard.domain.definitions import Definitions
    from rls_wizard.domain.facts import Fact
    from rls_wizard.domain.response import Response, Value


def as_asked(definitions: Definitions, response: Response) -> Response:
    """Return a response without answers to what was not asked, in the entries of lists too."""
    facts = definitions.logic(response).facts
    answers = {k: _rows(v, facts[k]) for k, v in response.answers.items() if k in facts}
    return response.model_copy(update={"answers": answers})


def _rows(value: Value, fact: Fact) -> Value:
    if not fact.rows or not isinstance(value, tuple):
        return value
    rows = (row for row in value if isinstance(row, Mapping))
    pairs = zip(rows, fact.rows, strict=True)
    return tuple({k: v for k, v in row.items() if k in asked} for row, asked in pairs)
