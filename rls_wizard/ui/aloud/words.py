"""What is told where nothing can be read aloud, and what to do about it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from rls_wizard.ui.aloud.talk import Trouble

if TYPE_CHECKING:
    from rls_wizard.i18n import Catalogue


def briefly(trouble: Trouble, catalogue: Catalogue) -> str:
    """Return what is wrong."""
    _ = catalogue
    return {
        Trouble.NO_PART: _("The part of the program that reads aloud is not installed."),
        Trouble.NO_VOICE: _("No voice was found on this computer."),
        Trouble.NO_LANGUAGE: _("No voice on this computer speaks your language."),
        Trouble.BROKEN: _("The voice does not answer any more."),
    }[trouble]


def told(trouble: Trouble, catalogue: Catalogue, system: str = sys.platform) -> str:
    """Return what is wrong, and what helps on this system."""
    _ = catalogue
    helps = {
        Trouble.NO_PART: _(
            "Where the program is run from its source, \u201cmake speech\u201d adds it."
        ),
        Trouble.BROKEN: _("Press \u201cRead aloud\u201d to try again."),
    }.get(trouble) or _add_a_voice(_, system)
    return f"{briefly(trouble, _)} {helps} {_('You can go on without it.')}"


def _add_a_voice(_: Catalogue, system: str) -> str:
    if system == "win32":
        return _("You can add one in the settings of Windows, under Time and language, Speech.")
    if system == "darwin":
        return _("You can add one in the system settings, under Accessibility, Spoken content.")
    return _("The packages speech-dispatcher and espeak-ng bring one.")
