"""How soon to see someone, in a word or two, for screen and paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rls_wizard.domain.rules import Urgency

if TYPE_CHECKING:
    from rls_wizard.i18n import Catalogue


def word(urgency: Urgency, words: Catalogue) -> str:
    """Return how soon, in a word or two."""
    match urgency:
        case Urgency.EMERGENCY:
            return words("Emergency: now")
        case Urgency.SAME_DAY:
            return words("Today")
        case Urgency.SOON:
            return words("Soon")
        case Urgency.ROUTINE:
            return words("At the next chance")
        case Urgency.NONE:
            return words("Not urgent")
