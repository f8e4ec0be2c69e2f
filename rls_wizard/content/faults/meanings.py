"""Findings that nobody can read: the sheet for clinicians names each in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rls_wizard.content.load import Content


def wordless(content: Content) -> Iterator[str]:
    """Yield a fault for each finding that neither `text` nor `meaning` puts in words."""
    rules = content.rules
    for name in dict.fromkeys(finding.id for finding in rules.findings):
        if name not in rules.meanings:
            yield f"finding {name!r} is not put in words: one of its blocks needs text or meaning"
