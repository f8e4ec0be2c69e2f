"""Dates that cannot be, and those that have passed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rls_wizard.content.faults.names import editors_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from rls_wizard.content.load import Content


def overdue(content: Content, today: date) -> Iterator[str]:
    """Yield all that should have been looked at again by now: the whole, rules, numbers."""
    if day := content.about.overdue_since(today):
        yield f"about.toml: next_review has passed: {day}; look at all texts again"
    for rule in (*content.rules.sourced, *content.about.handed, *content.glossary.terms):
        if day := rule.overdue_since(today):
            yield (
                f"{editors_name(rule)}: next_review has passed: {day}; compare it with its sources"
            )
    for country in content.countries:
        if day := country.overdue_since(today):
            yield (
                f"{editors_name(country)}: next_review has passed: {day}; compare its numbers with "
                "their sources"
            )


def date_faults(content: Content, today: date) -> Iterator[str]:
    """Yield every date of review that lies in the future."""
    if content.about.reviewed_on > today:
        yield f"about.toml: reviewed_on is in the future: {content.about.reviewed_on}"
    blocks = (
        *content.rules.sourced,
        *content.about.handed,
        *content.countries,
        *content.glossary.terms,
    )
    for block in blocks:
        if block.reviewed_on > today:
            yield f"{editors_name(block)}: reviewed_on is in the future: {block.reviewed_on}"
