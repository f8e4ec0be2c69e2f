"""Who can sit at the screen, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rls_wizard.i18n import Catalogue


def question(_: Catalogue) -> str:
    """Return how this is asked."""
    return _("Who is answering?")


def answers(_: Catalogue) -> dict[str, str]:
    """Return the words for each who can answer."""
    return {
        "self": _("I answer for myself"),
        "parent": _("I am a parent and answer for my child"),
        "carer": _("I care for an adult and answer for them"),
    }
