"""What the sheet calls what the content knows by a code alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rls_wizard.domain.rules import Stage

if TYPE_CHECKING:
    from rls_wizard.i18n import Catalogue


def stage_words(stage: Stage, words: Catalogue) -> str:
    """Return what a stage is called."""
    named = {
        Stage.NONE: words("no part of the text fits"),
        Stage.INITIAL: words("to begin with"),
        Stage.SUPPORTIVE_SELF_CARE: words("go on with self-care"),
        Stage.SUPPORTIVE_SEE_CLINICIAN: words("self-care, and see a clinician"),
        Stage.SUPPORTIVE_ON_TREATMENT: words("beside treatment"),
        Stage.WORSENING: words("getting worse"),
        Stage.WITHHELD: words("nothing but the warning sign"),
        Stage.INCOMPLETE: words("not enough was answered"),
        Stage.NOT_FOR_THIS_TOOL: words("not for this program"),
    }
    return named[stage]
