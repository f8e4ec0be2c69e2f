"""Dates that cannot be: content cannot have been looked at tomorrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from rls_wizard.content.load import Content


def date_faults(content: Content, today: date) -> Iterator[str]:
    """Yield every date of review that lies in the future."""
    if content.about.reviewed_on > today:
        yield f"about.toml: reviewed_on is in the future: {content.about.reviewed_on}"
    dated = [(f"{type(r).__name__.lower()} {r.id!r}", r.reviewed_on) for r in content.rules.sourced]
    dated += [(f"country {country.id!r}", country.reviewed_on) for country in content.countries]
    for who, day in dated:
        if day > today:
            yield f"{who}: reviewed_on is in the future: {day}"
