"""A review by a clinician that is claimed and cannot be so."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from rls_wizard.content.load import Content


def review_faults(content: Content, today: date) -> Iterator[str]:
    """Yield why the content cannot be what a clinician reviewed."""
    review = content.about.clinical_review
    if review.state == "none":
        return
    if review.on is not None and review.on > today:
        yield "about.toml: clinical_review: 'on' lies in the future"
    if review.fingerprint != content.fingerprint:
        yield (
            "about.toml: clinical_review: the content has changed since it was reviewed; its "
            f"fingerprint is now {content.fingerprint}. Have it reviewed again, or write "
            'state = "none" and nothing else'
        )
