"""The answers of a response that count: those to questions that were asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rls_wizard.domain.definitions import Definitions
    from rls_wizard.domain.facts import Fact
    from rls_wizard.domain.response import Response, Row


def as_asked(definitions: Definitions, response: Response) -> Response:
    """Return a response without answers to what was not asked, in the entries of lists too."""
    facts = definitions.logic(response).facts
    answers = {
        link: _as_asked(value, facts[link].rows) if facts[link].rows else value
        for link, value in response.answers.items()
        if link in facts
    }
    return response.model_copy(update={"answers": answers})


def _as_asked(rows: Iterable[Row], facts: Iterable[Mapping[str, Fact]]) -> tuple[Row, ...]:
    pairs = zip(rows, facts, strict=True)
    return tuple({k: v for k, v in row.items() if k in asked} for row, asked in pairs)
