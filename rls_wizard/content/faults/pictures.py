"""Pictures that are named and not there, and advice without any."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rls_wizard.content.faults.names import editors_name
from rls_wizard.paths import resources

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rls_wizard.content.load import Content


def picture_faults(content: Content) -> Iterator[str]:
    """Yield the pictures that the program has not."""
    folder = resources() / "pictures"
    for advice in content.rules.advice:
        if advice.picture and not (folder / f"{advice.picture}.svg").is_file():
            who = editors_name(advice)
            yield f"{who} names the picture {advice.picture!r}, which is not in resources/pictures"


def unpictured(content: Content) -> Iterator[str]:
    """Yield the advice that somebody who would rather look than read would pass over."""
    for advice in content.rules.advice:
        if not advice.picture:
            yield f"{editors_name(advice)} has no picture: name one of resources/pictures"
